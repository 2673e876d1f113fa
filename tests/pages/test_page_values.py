"""Values never break out of what is written for them in Org files and Logseq pages (N01..N13)."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdfollow.dialects import DIALECTS, quote
from mdfollow.dialects.base import Symbols, Written
from mdfollow.digest import fingerprint
from mdfollow.document import logseq, org
from mdfollow.document.logseq_lines import LogseqKind
from mdfollow.document.org_lines import OrgKind
from mdfollow.document.source import Source
from mdfollow.sync.result import State
from tests.pages.kinds import KINDS

ID = "mf-7k2m9q"
START, DUE = date(2026, 11, 10), date(2026, 11, 11)
PIECES = (
    *("[[x]]", "[[elisp:(x)][y]]", "[fn:1]", "[1/2]", "[%]", "[#A]", "<<x>>", "<2026-01-05>"),
    *(
        "<%%(x)>",
        "[2026-01-05 Mon]",
        "SCHEDULED: <2026-01-05>",
        "DEADLINE:",
        "CLOSED: [2026-01-05]",
    ),
    *(":a:b:", ":x:", "::", "key:: value", "COMMENT", "TODO", "* x", "#+x: y", "# x", ":END:", "-"),
    *(
        "{{query x}}",
        "{{{m}}}",
        "((6512))",
        "#tag",
        "#",
        "\\",
        "\\[",
        "[x](y)",
        "*a*",
        "<!-- x -->",
    ),
    *("mf-abcdef", "<!-- mf-abcdef -->", "🆔 mf-abcdef", ":MDFOLLOW: mf-abcdef", "-->", "elisp:x"),
    *("vim: ts=2", "Local Variables:", "- [ ] x", "```", "| a |", "%%", "\\n", "é", "  ", "CLOCK:"),
    *(
        "\u200d",
        "\u202e",
        "\x1b",
        "\x00",
        "\u2028",
        "\n",
        "\r\n",
        "\t",
        "\n* TODO x",
        "\n- x",
        "x" * 200,
    ),
)
VALUES = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=6).map("".join)
TITLES: dict[str, Callable[[str], str]] = {
    "org": quote.org_title,
    "logseq": quote.logseq_title,
}


@pytest.mark.parametrize("name", sorted(KINDS))
@given(value=VALUES)
def test_no_value_breaks_out_of_a_title(name: str, value: str) -> None:
    """The task keeps its fields, has nothing on it but words, and reads back as written."""
    words = quote.plain(f"Thank {value} (Acme) {value}")
    quoted = TITLES[name](words)
    text = DIALECTS[name].render(Written(ID, quoted, START, DUE), Symbols())
    found = DIALECTS[name].scan(text, Symbols())
    assert found is not None
    assert (found.id, found.start, found.due, found.made) == (ID, START, DUE, None)
    assert not found.extra
    assert found.plain
    assert fingerprint(found.words) == fingerprint(
        quote.unescaped(quoted) if name == "logseq" else quoted
    )


@pytest.mark.parametrize("name", sorted(KINDS))
@given(role=VALUES, person=VALUES, learned=VALUES, skill=VALUES)
def test_no_value_breaks_out_of_a_plan(
    name: str, role: str, person: str, learned: str, skill: str
) -> None:
    """Exactly the planned tasks, and text that is nothing but text."""
    kind = KINDS[name]
    given_values = {"role": role, "interviewers": person, "learned": learned, "skills": skill}
    note = kind.fields(**{key: " ".join(value.split()) for key, value in given_values.items()})
    note = note.encode("utf-8", "replace").decode()
    report = kind.sync(note.encode())
    if not report.changed:
        assert report.problems
        return
    assert report.new.startswith(note.encode())
    block = report.new[len(note.encode()) :].decode()
    states = [step.state for each in report.interviews for step in each.steps]
    assert _tasks(name, report.new.decode(), block) == states.count(State.OPEN) > 0
    bad = {char for char in block if unicodedata.category(char) in {"Cc", "Cf", "Zl", "Zp"}}
    assert bad <= {"\n", "\t", "\u200c", "\u200d"}
    assert not kind.sync(report.new).changed
    assert kind.removed(report.new) == note.encode()


def _tasks(name: str, text: str, block: str) -> int:
    """How many tasks the block holds; every other line of it is one of ours or plain text."""
    source = Source(text.encode())
    first = text[: len(text) - len(block)].count("\n")
    if name == "org":
        note = org.scan(source)
        kinds = set(note.kinds[first:])
        assert kinds <= {
            OrgKind.HEADING,
            OrgKind.PLANNING,
            OrgKind.PROPERTY,
            OrgKind.TEXT,
            OrgKind.BLANK,
        }
        assert not re.search(r"\[\[|<<|<\d{4}-\d\d-\d\d(?! \w{3}( -1d)?>)", block)
        return sum(heading.headline.keyword is not None for heading in note.headings)
    page = logseq.scan(source)
    kinds_of_page = set(page.kinds[first:])
    assert not kinds_of_page & {LogseqKind.PROPERTY, LogseqKind.FENCE, LogseqKind.DRAWER}
    assert not re.search(r"\[\[|\(\(|\{\{", block)
    return sum(each.bullet.marker is not None for each in page.blocks)
