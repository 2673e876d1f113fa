"""What is special to a graph of Logseq's."""

import pytest

from mdfollow.record import replace
from mdfollow.settings import Settings
from mdfollow.surroundings import Surroundings
from mdfollow.sync.clearing import remove
from mdfollow.sync.engine import sync
from mdfollow.sync.result import Note, NoteReport, Vault
from tests.pages.kinds import LOGSEQ, TODAY
from tests.pages.sheet import Sheet

DANA, SAM, A1, A2 = "thank:dana-kim", "thank:sam-roe", "attempt:1", "attempt:2"
YAML = """\
---
company: Acme
interview_date: 2026-11-10
interviewers: Dana Kim
{}---
"""
GRAPH = Surroundings(logseq=True)


@pytest.fixture
def planned() -> Sheet:
    sheet = Sheet(LOGSEQ)
    sheet.sync()
    return sheet


def synced(text: str, around: Surroundings, settings: Settings | None = None) -> NoteReport:
    where = Vault(settings or Settings(), around)
    (report,) = sync([Note("pages/Acme.md", text.encode())], where, TODAY)
    return report


@pytest.mark.parametrize(
    ("around", "setting", "wish", "dialect"),
    [
        (GRAPH, "", "", "logseq"),
        (Surroundings(), "", "", "gfm"),
        (Surroundings(), "logseq", "", "logseq"),
        (Surroundings(), "", "mdfollow: {dialect: logseq}\n", "logseq"),
        (GRAPH, "gfm", "", "gfm"),
        (GRAPH, "", "mdfollow: {dialect: tasks}\n", "tasks"),
        (replace(GRAPH, tasks_plugin=True, obsidian=True), "", "", "tasks"),
        (Surroundings(), "org", "", "gfm"),
    ],
)
def test_which_notes_are_written_in_blocks(
    around: Surroundings, setting: str, wish: str, dialect: str
) -> None:
    """Her wish for the note, the setting, what the vault shows; the plugin before the graph."""
    report = synced(YAML.format(wish), around, Settings(dialect=setting))
    assert report.dialect == dialect
    assert f"dialect={dialect}" in report.new.decode()


@pytest.mark.parametrize("around", [GRAPH, Surroundings()])
@pytest.mark.parametrize("first", [GRAPH, Surroundings()])
def test_a_note_stays_as_it_was_first_written(first: Surroundings, around: Surroundings) -> None:
    """Row 24: only steps not yet written follow, and blocks cannot be mixed with lists."""
    text = synced(YAML.format(""), first).new.decode()
    assert not synced(text, around).changed


@pytest.mark.parametrize(("around", "quoted"), [(Surroundings(), GRAPH), (GRAPH, Surroundings())])
def test_item_7_a_comment_quoted_in_a_fence_is_no_memory(
    around: Surroundings, quoted: Surroundings
) -> None:
    """She keeps an example of another program's plan in her note: it stays what it was."""
    foreign = synced(YAML.format(""), quoted).new.decode()
    comment = foreign[foreign.index("<!-- mdfollow") : foreign.index("-->", foreign.index("state"))]
    lines = "".join(f"  {line.strip()}\n" for line in f"```\n{comment}-->\n```".split("\n"))
    text = YAML.format("") + "- An example:\n" + lines
    plain = synced(YAML.format("") + "- An example:\n", around)
    first = synced(text, around)
    assert first.dialect == plain.dialect
    assert f"dialect={plain.dialect}" in first.new.decode()
    again = synced(first.new.decode(), around)
    assert (again.dialect, again.changed) == (plain.dialect, False)


@pytest.mark.parametrize(("workflow", "marker"), [("now", "LATER"), ("todo", "TODO")])
def test_the_marker_is_the_graphs(workflow: str, marker: str) -> None:
    text = synced(LOGSEQ.fields(), replace(GRAPH, logseq_workflow=workflow)).new.decode()
    assert text.count(f"\t- {marker} ") == 3


def test_the_indentation_is_the_pages() -> None:
    text = synced(LOGSEQ.fields() + "\n- a\n    - b\n", GRAPH).new.decode()
    assert "\n    - LATER Thank Dana Kim" in text
    assert "\n        - Thank-you note to Dana Kim" in text
    assert "\t" not in text


@pytest.mark.parametrize("line", ["collapsed:: true", ":LOGBOOK:\n\t  CLOCK: [x]\n\t  :END:"])
def test_logseqs_own_records_are_no_edits(planned: Sheet, line: str) -> None:
    """She folded a task, or started and stopped its clock: its dates still follow the plan."""
    planned.under(A1, *line.split("\n\t  "))
    planned.quiet()
    planned.field("decision", "3 weeks", "4 weeks")
    planned.sync()
    assert planned.window(A1) == ("2026-12-11", "2026-12-11")


def test_a_block_she_refers_to_is_hers(planned: Sheet) -> None:
    """`id::` comes with a reference from elsewhere, which must not lead nowhere."""
    planned.under(A1, "id:: 6512c0de-0000-4000-8000-000000000000")
    planned.add_field("status", "rejected")
    planned.sync()
    assert A1 in planned.steps()


def test_a_folded_draft_is_no_edit(planned: Sheet) -> None:
    line = next(each for each in planned.text.split("\n") if "note to Sam Roe" in each)
    planned.replace(line, f"{line}\n\t\t  collapsed:: true")
    planned.field(
        "interviewers",
        "Dana Kim <dana@acme.example> (hiring manager); Sam Roe (recruiter)",
        "Dana Kim",
    )
    planned.sync()
    assert SAM not in planned.steps()


def test_logseq_writes_the_page_anew(planned: Sheet) -> None:
    """Blank lines get their block's indentation, and a final newline goes: nothing is edited."""
    lines, indent = [], ""
    for line in planned.text.split("\n"):
        indent = line[: len(line) - len(line.lstrip())] if line.strip() else indent
        lines.append(line or indent)
    planned.text = "\n".join(lines).rstrip("\n\t ")
    planned.quiet()
    planned.field("decision", "3 weeks", "4 weeks")
    planned.sync()
    assert planned.window(A1) == ("2026-12-11", "2026-12-11")


def test_the_marker_says_doing(planned: Sheet) -> None:
    """In progress is open, and hers: it never goes by itself."""
    planned.edit(A1, "- TODO ", "- DOING ")
    planned.add_field("status", "rejected")
    planned.sync()
    assert A1 in planned.steps()


def test_something_that_is_not_closed_is_reported() -> None:
    report = synced(LOGSEQ.fields() + "\n- ```\n  open\n", GRAPH)
    assert not report.changed
    assert [problem.code for problem in report.problems] == ["MDF202"]


def test_leaving_keeps_what_she_touched_as_her_text(planned: Sheet) -> None:
    planned.tick(DANA)
    planned.edit_draft(SAM)
    (report,) = remove([Note(planned.path, planned.text.encode())], Vault(surroundings=GRAPH))
    left = report.new.decode()
    assert "mf-" not in left
    assert "mdfollow" not in left
    assert "- DONE Thank Dana Kim (Acme)" in left
    assert "The bridge is open again." in left
    assert "Call " not in left
    assert "note to Dana" not in left
