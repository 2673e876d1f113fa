"""Law 6: the result parses as before plus our tasks, read by a parser of its own."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from mdfollow.document.source import Source
from mdfollow.sync.engine import sync
from mdfollow.sync.result import Note, NoteReport, State, Vault
from tests.laws.notes import DIALECTS, TODAY, bodies, fields_of, inserted, notes, synced, vault

VAULTS = st.sampled_from(DIALECTS).map(vault)
OURS = frozenset({"heading", "bullet_list", "list_item", "paragraph", "html_block"})
TEMPLATE = re.compile(r"\{\{|<%|YYYY|yyyy-MM")
"""What makes a note a template, which is none of our business."""
PLAIN = frozenset({"text", "text_special", "html_inline"})
VALUES = st.text(max_size=30) | st.sampled_from(
    (
        *("a\nb", "a\r\nb", "```\nx", "\n# x", "\n* TODO x", "<!-- x -->", "-->", "<div>", "[[x]]"),
        *("[[shell:ls]]", "📅 2020-01-01", "✅ 2020-01-01", "[due:: 2020-01-01]", "^id", "#tag"),
        *(
            "<% tp.x %>",
            "`$= x`",
            "\u202ebidi",
            "\x1b[31m",
            "\x00",
            "vim: set ts=77:",
            "x" * 10_000,
        ),
        *("Local Variables:\nfill-column: 44\nEnd:", "🆔 mf-abcdef", "^mf-abcdef", " ", "- [ ] x"),
        *("1. x", "> x", "    x", "| a |", "$$", "%%", "\u2028", "\x0b\x0c\x85", "\\", "é" * 50),
    )
)


def tokens_of(data: bytes) -> list[Token]:
    """The note as CommonMark, fields blanked out, line numbers kept."""
    texts = list(Source(data).texts)
    closing = texts.index("---", 1)
    return MarkdownIt("commonmark").parse("\n".join([""] * (closing + 1) + texts[closing + 1 :]))


def check_plan(data: bytes, report: NoteReport) -> None:
    """Exactly the planned tasks, as list items with plain words, and nothing else of ours."""
    start, stop = inserted(data, report.new)
    source = Source(report.new)
    ours = [n for n, line in enumerate(source.lines) if start <= line.start < stop]
    found = tokens_of(report.new)
    opened = [t for t in found if t.map and t.map[0] in ours and t.nesting >= 0]
    kinds = {t.type.removesuffix("_open") for t in opened if t.block and t.type != "inline"}
    assert kinds <= OURS
    tasks = [t for t in opened if t.type == "inline" and t.content.startswith("[ ] ")]
    states = [step.state for each in report.interviews for step in each.steps]
    assert len(tasks) == states.count(State.OPEN) > 0
    assert len(tasks) == sum(t.type == "list_item_open" for t in opened)
    for token in tasks:
        assert {child.type for child in token.children or ()} <= PLAIN
    block = report.new[start:stop].decode()
    bad = {c for c in block if unicodedata.category(c) in {"Cc", "Cf", "Zl", "Zp"}}
    assert bad <= {"\n", "\r", "\u200c", "\u200d"}


@given(notes(), VAULTS)
def test_tasks_parse_as_tasks_under_any_body(data: bytes, where: Vault) -> None:
    """And every line of hers keeps the blocks it stood in."""
    report = synced(data, where)
    if not report.changed:
        return
    check_plan(data, report)
    start, stop = inserted(data, report.new)
    before = [line.start for line in Source(data).lines]
    blocks = {t.map[0]: t.type for t in tokens_of(data) if t.map and t.level == 0}
    after = {t.map[0]: t.type for t in tokens_of(report.new) if t.map and t.level == 0}
    starts = {line.start: n for n, line in enumerate(Source(report.new).lines)}
    for number, kind in blocks.items():
        at = before[number] + (stop - start if before[number] >= start else 0)
        assert after[starts[at]] == kind


@given(
    st.fixed_dictionaries(
        {
            "company": VALUES.map("Acme {}".format),
            "role": VALUES,
            "interviewers": st.lists(VALUES, max_size=3),
            "learned": VALUES,
            "skills": st.lists(VALUES, max_size=2),
        }
    ),
    bodies(),
    VAULTS,
)
def test_no_value_breaks_out(values: dict[str, object], body: str, where: Vault) -> None:
    """N01..N13: all of Unicode in names and facts; planned or honestly left."""
    fields = fields_of(type="interview", interview_date="2026-11-10", **values)
    data = (fields + body).encode("utf-8", "replace")
    reports = sync((Note("Acme.md", data),), where, TODAY)
    assert reports or TEMPLATE.search(fields)
    for report in reports:
        if report.changed:
            check_plan(data, report)
            assert not synced(report.new, where).changed
        else:
            assert report.problems
