"""Which notes are interviews: paths, settings, and frontmatter that cannot be read."""

import pytest
from tests.interview.test_cases import read_note

from mdfollow.document.frontmatter import fields, find
from mdfollow.interview.broken import concerns
from mdfollow.interview.first_look import could_be_interview
from mdfollow.interview.read import read
from mdfollow.settings import Me, Settings
from mdfollow.value import Mapping

NOTE = b"---\ncompany: Acme\ninterview_date: 2026-11-03\ninterviewers: Dana Kim\n---\n"
BARE = b"---\ncompany: Acme\ndate: 2026-11-03\n---\n"
WHEN = b"---\ncompany: Acme\nwhen: 2026-11-03\n---\n"


@pytest.mark.parametrize(
    ("path", "ours"),
    [
        ("acme.md", True),
        ("jobs/2026/acme.md", True),
        ("templates.md", True),
        ("jobs/templates/acme.md", False),
        ("_templates/acme.md", False),
        ("Templates/acme.md", False),
        (".obsidian/acme.md", False),
        (".trash/acme.md", False),
        (".stversions/a/acme.md", False),
        ("logseq/bak/pages/acme.md", False),
        ("logseq/pages/acme.md", True),
        ("acme.sync-conflict-20261103-101500-ABCDEFG.md", False),
        ("acme (Conflicted copy from box 202611031015).md", False),
        ("acme (Sam's conflicted copy 2026-11-03).md", False),
        ("acme (conflicted copy 2026-11-03).md", False),
        ("acme.mdfollow-rescued-1.md", False),
        ("Vorlagen/acme.md", False),
        ("Vorlagen.md", True),
    ],
)
def test_paths(path: str, ours: bool) -> None:
    reading = read_note(NOTE, path, Settings(templates="Vorlagen"))
    assert bool(reading.interviews) is ours
    assert bool(reading.against) is not ours


@pytest.mark.parametrize(
    ("path", "folders", "ours"),
    [
        ("interviews/acme.md", ("interviews",), True),
        ("interviews/2026/acme.md", ("interviews/",), True),
        ("interviews-old/acme.md", ("interviews",), False),
        ("acme.md", ("interviews",), False),
        ("acme.md", (".",), True),
    ],
)
@pytest.mark.parametrize("note", [BARE, WHEN])
def test_a_folder_of_the_settings_marks_its_notes(
    note: bytes, path: str, folders: tuple[str, ...], ours: bool
) -> None:
    chosen = Settings(interview_folders=folders)
    block = find(note)
    assert block
    mapping = fields(block)
    assert isinstance(mapping, Mapping)
    assert bool(read(mapping, path=path, settings=chosen).interviews) is ours
    assert could_be_interview(note)


def test_the_owner_is_left_out_of_every_list() -> None:
    note = (
        b"---\ncompany: Acme\ninterview_date: 2026-11-03\n"
        b"interviewers: [robin vale, Dana Kim, R <RV@home.example>]\nrecruiter: Robin Vale\n---\n"
    )
    me = Me(name="Robin Vale", email=("rv@home.example",))
    reading = read_note(note, settings=Settings(me=me))
    assert [person.name for person in reading.interviews[0].people] == ["Dana Kim"]


def test_the_date_order_of_the_settings_is_used() -> None:
    note = NOTE.replace(b"2026-11-03", b"03/11/2026")
    days = [
        [str(one.day) for one in read_note(note, settings=Settings(date_order=order)).interviews]
        for order in ("", "dmy", "mdy")
    ]
    assert days == [[], ["2026-11-03"], ["2026-03-11"]]


@pytest.mark.parametrize(
    ("text", "path", "ours"),
    [
        ("company: Acme\ninterview_date: x: y\n", "a.md", True),
        ("Company: Acme\rInterview Date: x: y\r", "a.md", True),
        ('company = "Acme"\ninterview_date = nope\n', "a.md", True),
        ("company: Acme\ninterviews:\n- date: x: y\n", "a.md", True),
        ("type: interview\ncompany: Acme\ndate: x: y\n", "a.md", True),
        ("company: Acme\ndate: x: y\n", "a.md", False),
        ("company: Acme\nrole: x: y\n", "a.md", False),
        ("interview_date: x: y\n", "a.md", False),
        ("  company: Acme\n  interview_date: x: y\n", "a.md", False),
        ("- company: Acme\n- interview_date: x: y\n", "a.md", False),
        ("company: Acme\ninterview_date: 2026-11-03\ncandidate: x: y\n", "a.md", False),
        ("company: Acme\ninterview_date: 2026-11-03\nmdfollow: off\na: x: y\n", "a.md", False),
        ("company: {{company}}\ninterview_date: 2026-11-03\n", "a.md", False),
        ("company: Acme\ninterview_date: {{date}}\n", "a.md", False),
        ("company: Acme\ninterview_date: x: y\n", "Templates/a.md", False),
    ],
)
def test_broken_frontmatter_is_reported_only_when_it_looks_like_an_interview(
    text: str, path: str, ours: bool
) -> None:
    assert concerns(text, path, Settings()) is ours
