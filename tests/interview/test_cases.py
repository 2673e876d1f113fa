"""Whole notes as people type them, and what is read out of each: `cases/*.md`.

A case is the note, a line `=====`, and the outcome. Names begin with a number: below 100 nothing
is to be done, from 500 on the frontmatter cannot be read.
"""

import re
from pathlib import Path

import pytest

from mdfollow.document.frontmatter import fields, find
from mdfollow.interview.broken import concerns
from mdfollow.interview.codes import CODES, NEARLY
from mdfollow.interview.first_look import could_be_interview
from mdfollow.interview.learned import MOST_FACTS
from mdfollow.interview.model import Interview, Person, Status, Wishes
from mdfollow.interview.read import Reading, read
from mdfollow.problem import Problem
from mdfollow.settings import Settings

CASES = sorted((Path(__file__).parent / "cases").glob("*.md"))
SEPARATOR = b"\n=====\n"


def read_note(data: bytes, path: str = "notes/a.md", settings: Settings | None = None) -> Reading:
    """The way a note takes: find, fields, and (where the quick look lets it pass) read."""
    settings = settings or Settings()
    block = find(data)
    if block is None:
        return Reading(against="no fields")
    mapping = fields(block, path)
    if isinstance(mapping, Problem):
        if concerns(block.text, path, settings):
            return Reading(problems=(mapping,))
        return Reading(against="fields that cannot be read, of another kind of note")
    body = [] if block.kind == "page" else data[block.end :].decode().splitlines()
    first = data[: block.end].count(b"\n") + 1
    reading = read(mapping, path=path, settings=settings, body=list(enumerate(body, first)))
    if not reading.against:
        assert could_be_interview(data[: block.end]), "the quick look would have missed it"
    return reading


def told(reading: Reading) -> str:
    """A reading as the lines of a case."""
    if reading.against:
        assert not reading.interviews
        assert not reading.problems
        line = reading.judgement.missing and f"  {NEARLY}: {reading.judgement.missing.line}\n"
        return f"not an interview: {reading.against}\n{line or ''}"
    rows = [row for one in reading.interviews for row in told_interview(one)]
    if reading.wishes != Wishes():
        rows.append(f"wishes: dialect {reading.wishes.dialect}, drafts {reading.wishes.drafts}")
    for problem in reading.problems:
        place = f"{problem.line}:{problem.column}"
        rows.append(f"{place} {problem.severity} {problem.code}: {problem.sentence}")
        rows.append(f"  -> {problem.way_out}")
    return "\n".join(rows) + "\n"


def told_interview(one: Interview) -> list[str]:
    head = [f"{one.company} / {one.role}" if one.role else one.company]
    head.append(f"{one.day} {one.time:%H:%M}" if one.time else f"{one.day}")
    head += [one.timezone] if one.timezone else []
    head += [one.format] if one.format else []
    head += [f"round {one.round}"] if one.round else []
    rows = [" | ".join(head) + (f" (line {one.line})" if one.line > 1 else "")]
    if one.status is not Status.WAITING:
        rows.append(f"  status: {one.status} '{one.status_word}'")
    if one.decision.day:
        reading = f" = {one.decision.reading}" if one.decision.reading else ""
        rows.append(f"  decision: {one.decision.day}{reading}")
    if one.decision.unread:
        rows.append(f"  decision unread: {one.decision.unread}")
    shown = {
        "asked": one.asked,
        "heard": one.heard,
        "contacted": ", ".join(map(str, one.contacted)),
        "method": one.method,
        "culture": one.culture,
        "learned": " ; ".join(one.learned),
        "skills": " ; ".join(one.skills),
        "discussed": " ; ".join(one.discussed),
        "news": " ; ".join(one.news),
        "known": " ; ".join(one.known),
        "internal": one.internal,
        "max_attempts": one.max_attempts,
        "stage": one.stage,
    }
    if one.thanked.everyone or one.thanked.slugs:
        who = "everyone" if one.thanked.everyone else ", ".join(one.thanked.slugs)
        shown["thanked"] = f"{who} {one.thanked.day or ''}".strip()
    rows += [f"  {name}: {value}" for name, value in shown.items() if value]
    return rows + [told_person(person) for person in one.people]


def told_person(person: Person) -> str:
    row = f"  - {person.slug}: {person.name}"
    row += f", {person.role}" if person.role else ""
    row += f" [{person.part}]" if person.part else ""
    row += f" <{person.email}>" if person.email else ""
    row += f" tel {person.phone}" if person.phone else ""
    row += f" by {person.prefers}" if person.prefers else ""
    for name, facts in (("learned", person.learned), ("known", person.known)):
        row += f" {name} '{' ; '.join(facts)}'" if facts else ""
    row += f" thank={person.thank}" if person.thank is not None else ""
    return row + ("" if person.interviewer else " (not in the room)")


def test_the_cases_are_there() -> None:
    assert len(CASES) >= 150


def test_every_code_of_a_field_has_a_case_and_every_code_met_is_in_the_table() -> None:
    met = set(re.findall(r"MDF\d+", "".join(case.read_text("utf-8") for case in CASES)))
    assert met <= set(CODES)
    assert {code for code in CODES if not "MDF110" <= code < "MDF116"} <= met


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path) -> None:
    note, _, expected = case.read_bytes().partition(SEPARATOR)
    assert told(read_note(note + b"\n")) == expected.decode()


@pytest.mark.parametrize("case", [c for c in CASES if c.stem[:1] == "0"], ids=lambda c: c.stem)
def test_a_note_that_is_none_of_our_business_gets_no_problem(case: Path) -> None:
    note = case.read_bytes().partition(SEPARATOR)[0]
    assert told(read_note(note + b"\n")).startswith("not an interview: ")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_line_ends_and_a_bom_change_nothing_but_the_bytes(case: Path) -> None:
    note = case.read_bytes().partition(SEPARATOR)[0] + b"\n"
    plain = told(read_note(note))
    if re.search(rb"[^\n]\r|\|\n", note):
        pytest.skip("a block text keeps its own line ends")
    for other in (b"\xef\xbb\xbf" + note, note.replace(b"\n", b"\r\n")):
        assert told(read_note(other)) == plain


def test_ty_4_of_thousands_of_lines_the_first_are_remembered() -> None:
    """A letter takes one; each more was looked for among all before it."""
    lines = "".join(f"learned: how team {number} works\n" for number in range(2 * MOST_FACTS))
    note = f"---\ncompany: Acme\ninterview_date: 2026-11-03\n---\n{lines}"
    (interview,) = read_note(note.encode()).interviews
    assert len(interview.learned) == MOST_FACTS
    assert interview.learned[0] == "how team 0 works"
