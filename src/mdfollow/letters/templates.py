"""Letters in her own words or language: text files with `{{name}}` where a fact belongs.

One file holds the wordings of one kind of letter, parted by a line `===`. Inside a wording an
empty line parts paragraphs and every other line is a sentence. `? ` before a sentence leaves it
out when one of its facts is missing; `{{learned|what you learned}}` leaves the visible slot
`[what you learned]` instead. A first line `Heading: …` names the draft. The lines of the last
paragraph, the sign-off, stay lines.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from mdfollow.etiquette.model import Kind
from mdfollow.letters.facts import Facts
from mdfollow.letters.grammar import tidy, trimmed
from mdfollow.letters.words import words
from mdfollow.problem import Problem
from mdfollow.settings import Me

CODE = "MDF420"
FILES = ("thank-email", "thank-card", "check-in", "call", "feedback")
"""The files a folder of templates may hold, each with the ending `.txt`."""

PLACEHOLDERS = {
    "name": "how the person is greeted: Dana, Dr. Kim",
    "person": "the full name",
    "company": "the company",
    "org": "the company, or the team where you work there already",
    "day": "the interview's weekday in English",
    "date": "the interview's date in English: November 3",
    "d": "the day of the month",
    "m": "the number of the month",
    "y": "the year",
    "talk": "in English, what the interview is called: conversation, call, meeting",
    "title": "the role: Platform Engineer",
    "role": "in English: the Platform Engineer role, or the role",
    "Role": "the same at the start of a sentence",
    "about": "in English: about the Platform Engineer role, or nothing",
    "for_role": "in English: for the Platform Engineer role, or nothing",
    "to_discuss": "in English: to discuss the Platform Engineer role, or nothing",
    "discussing": "in English: discussing the Platform Engineer role, or nothing",
    "spoken": "the interview's date as it is said in English: November third",
    "team": "in English: your team, or the team",
    "learned": "something learned from this person, as you typed it",
    "skill": "a skill not talked about yet, as you typed it",
    "news": "news of the company, as you typed it",
    "via": "the recruiter the note goes through",
    "asked": "nothing; the sentence stands where the decision date is asked for",
    "me": "your name",
    "phone": "your telephone number",
}
"""What may stand between the braces, and what it means."""

MAYBE = frozenset(
    ("title", "learned", "skill", "news", "via", "asked", "me", "phone"),
)
"""Facts a note may lack: their sentence is optional, or they leave a slot."""

HOLE = re.compile(r"\{\{([^{}\n]*)(\}\})?")
MARKS = re.compile(r"[#*+>|\-]|\d+[.)](?=\s|$)|`{3}|~{3}|\t| {4}")
"""How no line of a draft may begin, or Markdown and Org would read it."""


class Wording(NamedTuple):
    """One letter: its heading, empty for the usual one, and its paragraphs of sentences."""

    heading: str
    paragraphs: tuple[tuple[str, ...], ...]


Templates = Mapping[str, tuple[Wording, ...]]
"""Her wordings by file name without ending; a kind that is missing or empty stays built in."""


def file_of(kind: Kind, channel: str) -> str:
    """The file a letter of this kind and channel is looked for in; empty: there is none."""
    files = {
        Kind.ASK: "",
        Kind.THANK: "thank-card" if channel == "card" else "thank-email",
        Kind.ATTEMPT: "call" if channel == "phone" else "check-in",
        Kind.FEEDBACK: "feedback",
    }
    return files[kind]


def parse(path: str, text: str) -> tuple[tuple[Wording, ...], tuple[Problem, ...]]:
    """The wordings of one file, or else every problem in it with line and column."""
    lines = [line.rstrip() for line in text.removeprefix("\ufeff").splitlines()]
    problems = tuple(
        problem
        for number, line in enumerate(lines, start=1)
        for problem in _problems(path, number, line)
    )
    parts = re.split(r"^===$", "\n".join(lines), flags=re.MULTILINE)
    wordings = tuple(_wording(part) for part in parts if part.strip())
    if not wordings:
        problems = (Problem(path, 1, 1, CODE, "This file holds no letter.", "Write or remove it."),)
    return ((), problems) if problems else (wordings, ())


def _wording(part: str) -> Wording:
    lines = part.strip("\n").split("\n")
    heading = ""
    if lines[0].startswith("Heading:"):
        heading = lines.pop(0).removeprefix("Heading:").strip()
    paragraphs = re.split(r"\n{2,}", "\n".join(lines).strip("\n"))
    return Wording(heading, tuple(tuple(each.split("\n")) for each in paragraphs if each))


def _problems(path: str, number: int, line: str) -> Iterator[Problem]:
    """What is wrong in one line: a mark at its start, an unknown or open placeholder."""
    mark = MARKS.match(line.removeprefix("? "))
    if mark:
        sentence = f"“{mark[0].strip() or 'four blanks'}” at the start would be read as a mark."
        yield Problem(path, number, 1, CODE, sentence, "Begin the line with a word.")
    for hole in HOLE.finditer(line):
        said = _said(hole, optional=line.startswith(("? ", "Heading:")))
        if said:
            sentence, way_out = said
            place = hole.start() + 1
            yield Problem(path, number, place, CODE, sentence, way_out, end_column=hole.end() + 1)


def _said(hole: re.Match[str], *, optional: bool) -> tuple[str, str] | None:
    """What is wrong with one placeholder and the way out, or None."""
    name, bar, _ = (part.strip() for part in hole[1].partition("|"))
    if not hole[2]:
        return "These braces stay open.", "Close them with two braces: {{name}}."
    if name not in PLACEHOLDERS:
        return f"{{{{{name}}}}} is not a fact mdfollow knows.", _nearest(name)
    if name in MAYBE and not optional and not bar:
        way_out = f"Begin the sentence with “? ”, or leave a slot: {{{{{name}|…}}}}."
        return f"{{{{{name}}}}} may be missing in a note.", way_out
    return None


def _nearest(name: str) -> str:
    import difflib

    near = difflib.get_close_matches(name, PLACEHOLDERS, n=1)
    known = f"There are {', '.join(PLACEHOLDERS)}."
    return f"Did you mean {{{{{near[0]}}}}}?" if near else known


def fill(wording: Wording, facts: Facts, variant: int, me: Me) -> tuple[str, str]:
    """Heading and text of a wording; the same facts give the same text."""
    values = _values(facts, variant, me)
    paragraphs = []
    for number, paragraph in enumerate(wording.paragraphs, start=1):
        sentences = [_safe(tidy(_sentence(line, values))) for line in paragraph]
        joiner = "\n" if number == len(wording.paragraphs) else " "
        paragraphs.append(joiner.join(filter(None, sentences)))
    heading = tidy(_sentence(wording.heading, values))
    return heading, "\n\n".join(filter(None, paragraphs))


def _values(facts: Facts, variant: int, me: Me) -> dict[str, str]:
    """Placeholder → text, empty where the note has none."""
    known = words(facts, variant)
    year, month, day = facts.date.split("-") if facts.date else ("", "", "")
    same = set(PLACEHOLDERS) & set(known) - {"company"}
    typed = {name: trimmed(getattr(facts, name)) for name in ("learned", "skill", "news")}
    return typed | {
        **{name: known[name] for name in same},
        "person": facts.person or known["name"],
        "company": facts.company or known["org"],
        "d": day.lstrip("0"),
        "m": month.lstrip("0"),
        "y": year,
        "via": facts.via,
        "asked": facts.asked,
        "me": " ".join(me.name.split()),
        "phone": " ".join(me.phone.split()),
    }


def _sentence(line: str, values: Mapping[str, str]) -> str:
    """One sentence with its facts; empty when it is optional and one is missing."""

    def put(hole: re.Match[str]) -> str:
        name, _, slot = (part.strip() for part in hole[1].partition("|"))
        if name == "asked":
            return ""
        return values[name] or (f"[{slot}]" if slot else "")

    names = [hole[1].partition("|")[0].strip() for hole in HOLE.finditer(line)]
    if line.startswith("? ") and not all(values[name] for name in names):
        return ""
    return HOLE.sub(put, line.removeprefix("? "))


def _safe(line: str) -> str:
    """A line that begins with a fact may not begin with a mark."""
    return re.sub(r"^(?:[#*+>|\-`~\s]+|\d+[.)]\s)+", "", line)
