"""Where an Org note tells of interviews, and what holds there."""

from datetime import date

import pytest
from tests.document.values import plain

from mdfollow.document import org_fields
from mdfollow.document.org import OrgNote, scan
from mdfollow.document.org_fields import NEVER_INHERITED, OF_ONE_INTERVIEW, FieldSource
from mdfollow.document.source import Source
from mdfollow.interview.fields import ALIASES, DATE_WITH_A_MARKER
from mdfollow.interview.read import read
from mdfollow.settings import Settings
from mdfollow.value import Mapping, Place


def note_of(text: str) -> OrgNote:
    return scan(Source(text.encode()))


def sources(text: str) -> tuple[FieldSource, ...]:
    return org_fields.sources(note_of(text))


def heading_of(text: str) -> Mapping:
    return sources(text)[-1].mapping


FILE = """\
:PROPERTIES:
:INTERVIEWERS: Dana Kim <dana@acme.example> (hiring manager)
:INTERVIEWERS+: Lee Ortiz
:END:
#+title: Acme, on site
#+FILETAGS: :work:
#+TAGS: interview(i) phone(p)
#+STARTUP: overview
#+COMPANY: [[id:4711][Acme]]
#+INTERVIEW_DATE: <2026-11-03 Tue 10:00>
#+PROPERTY: role Platform Engineer
#+MDFOLLOW_NOTE: x
* Notes
#+COMPANY: Other
"""


def test_a_file_speaks_through_keywords_and_its_drawer() -> None:
    (source,) = sources(FILE)
    assert plain(source.mapping) == {
        "title": "Acme, on site",
        "COMPANY": "[[id:4711][Acme]]",
        "INTERVIEW_DATE": "<2026-11-03 Tue 10:00>",
        "role": "Platform Engineer",
        "INTERVIEWERS": ["Dana Kim <dana@acme.example> (hiring manager)", "Lee Ortiz"],
        "tags": "work",
    }
    assert (source.heading, source.line) == (None, 1)


def test_values_know_where_they_stand() -> None:
    (source,) = sources(FILE)
    places = {key.text: (key.place, value.place) for key, value in source.mapping.entries}
    assert places["COMPANY"] == (Place(9, 3), Place(9, 12))
    assert places["role"] == (Place(11, 13), Place(11, 18))
    assert places["INTERVIEWERS"] == (Place(2, 2), Place(2, 16))


def test_the_interview_is_read_from_a_file() -> None:
    (source,) = sources(FILE)
    reading = read(source.mapping, path="a.org", settings=Settings())
    (interview,) = reading.interviews
    assert (interview.company, interview.day) == ("Acme", date(2026, 11, 3))
    assert [person.name for person in interview.people] == ["Dana Kim", "Lee Ortiz"]


TREE = """\
#+COMPANY: Acme
#+ROLE: Engineer
* Acme
:PROPERTIES:
:RECRUITER: Sam Roe
:FORMAT: phone
:END:
** Round 1 :interview:
:PROPERTIES:
:INTERVIEW_DATE: [2026-11-03 Tue]
:INTERVIEWERS: Dana Kim
:END:
learned (Dana Kim): on-call moves
** Round 2
:PROPERTIES:
:INTERVIEW_DATE: <2026-11-10 Tue>
:ROLE: Lead
:END:
*** TODO Thank Dana
:PROPERTIES:
:MDFOLLOW: mf-7k2m9q
:END:
"""


def test_headings_inherit_and_the_nearest_wins() -> None:
    file, one, two = sources(TREE)
    assert plain(file.mapping) == {"COMPANY": "Acme", "ROLE": "Engineer"}
    assert plain(one.mapping) == {
        "INTERVIEW_DATE": "[2026-11-03 Tue]",
        "INTERVIEWERS": "Dana Kim",
        "RECRUITER": "Sam Roe",
        "COMPANY": "Acme",
        "ROLE": "Engineer",
        "tags": "interview",
    }
    assert plain(two.mapping) == {
        "INTERVIEW_DATE": "<2026-11-10 Tue>",
        "ROLE": "Lead",
        "RECRUITER": "Sam Roe",
        "COMPANY": "Acme",
    }
    assert [source.line for source in (one, two)] == [8, 14]


def test_spans_are_subtrees() -> None:
    data = TREE.encode()
    file, one, two = sources(TREE)
    assert file.span.of(data) == data
    assert one.span.of(data).startswith(b"** Round 1")
    assert one.span.of(data).endswith(b"on-call moves\n")
    assert two.span.of(data).endswith(b":END:\n")


def test_the_text_of_a_source() -> None:
    note = note_of(TREE)
    file, one, two = org_fields.sources(note)
    assert org_fields.body(note, one) == ((13, "learned (Dana Kim): on-call moves"),)
    assert org_fields.body(note, file) == org_fields.body(note, two) == ()


def test_a_lone_interview_takes_everything_from_above() -> None:
    text = "#+INTERVIEWERS: Dana\n#+date: x\n* A :interview:\n:PROPERTIES:\n:COMPANY: A\n:END:\n"
    assert plain(heading_of(text)) == {"COMPANY": "A", "INTERVIEWERS": "Dana", "tags": "interview"}


def test_added_values_join_what_stands_above() -> None:
    text = "#+PEOPLE: Dana\n* A :interview:\n:PROPERTIES:\n:PEOPLE+: Sam\n:END:\n"
    assert plain(heading_of(text)) == {"PEOPLE": ["Dana", "Sam"], "tags": "interview"}


def test_another_spelling_hides_what_stands_above() -> None:
    note = note_of("#+COMPANY: A\n* B :interview:\n:PROPERTIES:\n:EMPLOYER: B\n:END:\n")
    names = {alias: name for name, aliases in ALIASES.items() for alias in aliases}
    found = org_fields.sources(note, lambda key: names.get(key, key))[-1]
    assert plain(found.mapping) == {"EMPLOYER": "B", "tags": "interview"}


@pytest.mark.parametrize(
    ("heading", "drawer"),
    [
        ("A", ":COMPANY: A"),
        ("A", ":DATE: 2026-11-03"),
        ("A :work:", ""),
        ("COMMENT A :interview:", ""),
        ("A :interview:ARCHIVE:", ":INTERVIEW_DATE: 2026-11-03"),
        ("A", ":TYPE: task"),
        ("A", ":MDFOLLOW: mf-7k2m9q"),
    ],
)
def test_headings_that_tell_of_none(heading: str, drawer: str) -> None:
    assert sources(f"* {heading}\n:PROPERTIES:\n{drawer}\n:END:\n".replace("\n\n", "\n")) == ()


@pytest.mark.parametrize(
    ("heading", "drawer"),
    [
        ("A", ":interview-date: 2026-11-03"),
        ("A", ":Interviewed: <2026-11-03>"),
        ("A :job_interview:", ":COMPANY: A"),
        ("DONE A :x:interview:", ":COMPANY: A"),
        ("A", ":CATEGORY: interview"),
        ("A", ":TYPE: Interview-Notes"),
    ],
)
def test_headings_that_tell_of_one(heading: str, drawer: str) -> None:
    assert len(sources(f"* {heading}\n:PROPERTIES:\n{drawer}\n:END:\n")) == 1


def test_hands_off_is_inherited_and_read() -> None:
    mapping = heading_of("#+MDFOLLOW: no\n* A :interview:\n:PROPERTIES:\n:COMPANY: A\n:END:\n")
    assert "leave the note alone" in read(mapping, path="a.org", settings=Settings()).against


def test_a_key_typed_twice_is_a_list() -> None:
    text = "* A :interview:\n:PROPERTIES:\n:SKILLS:\n:SKILLS: go\n:SKILLS: sql\n:X:\n:END:\n"
    assert plain(heading_of(text)) == {"SKILLS": ["go", "sql"], "X": "", "tags": "interview"}


def test_every_spelling_of_what_is_not_inherited_is_known() -> None:
    when = {"interview_date", "date", "title", "deadline", "interviews"}
    room = {"time", "interviewers", "attendees", "format", "round", "thanked", "learned"}
    room |= {"discussed", "known"}
    spelt = {alias for name in when for alias in ALIASES[name]} | set(DATE_WITH_A_MARKER)
    assert spelt == NEVER_INHERITED
    assert {alias for name in room for alias in ALIASES[name]} == OF_ONE_INTERVIEW
