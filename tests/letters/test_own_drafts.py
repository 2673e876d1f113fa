"""The critic is silent on our own drafts: every kind, language and culture, slots aside."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from mdfollow.letters.critic import Around, review
from mdfollow.letters.left_over import SLOT
from mdfollow.session import Session
from mdfollow.sync.result import State
from mdfollow.views.neighbours import Neighbours
from tests.merge.running import run

NOTE = """\
---
company: {company}
role: {role}
interview_date: 2026-11-10
format: {format}
{more}interviewers:
{people}---
"""
MANY = ("Lee Ortiz", "Kay Lund", "Max Brandt", "Priya Nair", "Owen Pryce", "Tom Pike", "Grace Obi")
PEOPLE = {
    "few": """\
  - {{name: Dana Kim, email: dana@{house}.example, role: hiring manager{dana}}}
  - {{name: Dr. Anna Roth, email: roth@{house}.example{anna}}}
  - {{name: Sam Roe, email: sam@{house}.example, phone: 555 0142, role: recruiter}}
""",
    "many": "".join(
        f"  - {{{{name: {name}, email: {name.split()[0].lower()}@{{house}}.example}}}}\n"
        for name in MANY
    ),
    "one": "  - {{name: Ines Rocha, phone: 555 0143}}\n",
}
FACTS = {
    "en": (
        ", learned: the way the night shift hands over at the bedside",
        ", learned: how the team plans a release",
        (
            "skills: [ran the pager hand-over, wrote the handbook for new drivers]\n"
            "news: opened a second yard in Leeds\n"
        ),
    ),
    "de": (
        ", learned: die Übergabe der Nachtschicht am Bett",
        ", learned: die Planung der neuen Linie",
        "skills: [Erfahrung mit der Fristenplanung, drei Jahre in der Werkstatt]\n",
    ),
}
CULTURES = ("", "culture: formal\n", "culture: traditional\n")
FORMATS = ("onsite", "phone", "video", "panel", "informational")
SETTINGS = '[me]\nname = "Robin Vale"\nphone = "555 0100"\n'


def notes() -> Iterator[tuple[str, str]]:
    """A note for each language, culture, cast, with and without facts, every format in turn."""
    number = 0
    for language, (dana, anna, skills) in FACTS.items():
        for culture in CULTURES:
            for cast, people in PEOPLE.items():
                for known in (True, False):
                    number += 1
                    house = f"house{number}"
                    more = culture + (skills if known else "")
                    more += "language: de\n" if language == "de" else ""
                    more += "internal: true\n" if number % 5 == 0 else ""
                    more += "decision: 2026-11-20\n" if number % 2 else ""
                    text = NOTE.format(
                        company=f"{'Yard' if language == 'en' else 'Werft'} {number}",
                        role="Welder" if language == "en" else "Schweißerin (m/w/d)",
                        format=FORMATS[number % len(FORMATS)],
                        more=more,
                        people=people.format(
                            house=house,
                            dana=dana if known else "",
                            anna=anna if known else "",
                        ),
                    )
                    yield f"{number:02}-{language}-{cast}.md", text


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    (tmp_path / "mdfollow.toml").write_text(SETTINGS, encoding="utf-8")
    for name, text in notes():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


DAYS = ("2026-11-11", "2026-11-24", "2026-12-03", "2026-12-14")


def test_tone_our_own_drafts_only_wait_for_their_slots(vault: Path) -> None:
    """Thank-yous first; then each check-in, once the one before it is ticked."""
    read = 0
    for day in DAYS:
        assert run(vault, day, "--yes").code == 0
        read += silent(vault, day)
        for path in vault.glob("*.md"):
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("- [ ] ", "- [x] "), encoding="utf-8")
    rejected = vault / "05-en-one.md"
    text = rejected.read_text(encoding="utf-8")
    ended = "status: rejected\nheard: 2026-12-14\n"
    rejected.write_text(text.replace("format:", f"{ended}format:", 1), encoding="utf-8")
    assert run(vault, "2026-12-15").code == 0
    read += silent(vault, "2026-12-15")
    assert read > 150


def silent(vault: Path, day: str) -> int:
    """Read every open draft; how many there were."""
    session = Session(str(vault))
    session.look()
    reports = session.reports(date.fromisoformat(day))
    neighbours = Neighbours.of(reports)
    number = 0
    for report in reports:
        for one in report.interviews:
            for step in one.steps:
                letter = report.letters.get(step.desired.id)
                if letter is None or step.state not in {State.OPEN, State.EDITED}:
                    continue
                number += 1
                facts = step.desired.given
                around = Around(neighbours.circle(one.interview, facts))
                kind = step.desired.step.kind
                found = review(kind, letter.text, facts=facts, around=around)
                told = [each for each in found if each.code != SLOT]
                assert told == [], (report.path, step.desired.step.name, letter.text)
    return number
