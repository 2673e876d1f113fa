"""The placeholders every letter fills: who, when, about what."""

import re

from mdfollow.letters.facts import Facts
from mdfollow.letters.grammar import (
    calendar_day,
    spoken_day,
    the_role,
    the_title,
    weekday,
)
from mdfollow.letters.names import called

TALKS = {
    "": ("conversation", "talk"),
    "phone": ("call", "phone call"),
    "video": ("video call", "conversation"),
    "onsite": ("meeting", "conversation"),
    "panel": ("panel interview", "meeting"),
    "informational": ("conversation", "talk"),
    "technical": ("technical interview", "session"),
}
"""What the interview is called; both words fit after "our", "the" and "Tuesday's"."""

LEARNED_SLOTS = (
    ("again", "something new you learned from {them} this time"),
    ("recruiter", "what {they} explained about the team or the process"),
    ("executive", "what {they} said about where {company} is going"),
    ("technical", "the problem you worked on with {them}"),
    ("panel", "what {they} asked about or cares about most"),
    ("onsite", "what {they} showed or told you"),
    ("phone", "the point you talked about with {them}"),
    ("peer", "the topic you shared with {them}"),
    ("", "what you learned from {them}"),
)
"""First row whose word is true of the reader or the occasion."""

SKILL_SLOTS = (
    ("again", "a skill you have not named to {them}"),
    ("technical", "a skill that helps with it, or the end of an answer"),
    ("", "a skill or result that helps with it"),
)
NAME_SLOT = "[name]"
DISTANT = frozenset({"", "recruiter", "executive"})
"""Readers of whom it is not known that the team is theirs."""


def words(facts: Facts, variant: int = 0) -> dict[str, str]:
    """Placeholder → text, for every table of this package."""
    given = called(facts.person, formal=facts.culture == "formal")
    short = re.sub(r"[\[\]]", "", called(facts.person))
    role = the_role(facts.role)
    talk = TALKS["technical"] if facts.stage == "technical" else TALKS.get(facts.format, TALKS[""])
    organisation = facts.company or "your organisation"
    return {
        "name": given or NAME_SLOT,
        "them": short or "them",
        "they": short or "they",
        "company": organisation,
        "org": "the team" if facts.internal else organisation,
        "about": f" about {role}" if role else "",
        "to_discuss": f" to discuss {role}" if role else "",
        "discussing": f" discussing {role}" if role else "",
        "for_role": f" for {role}" if role else "",
        "role": role or "the role",
        "Role": f"{role or 'the role'}".replace("the ", "The ", 1),
        "about_it": f" on {role}" if role else "",
        "title": the_title(facts.role),
        "team": "the team" if facts.part in DISTANT else "your team",
        "talk": talk[variant % len(talk)],
        "day": weekday(facts.date) if facts.date else "the day",
        "date": calendar_day(facts.date) if facts.date else "the day",
        "spoken": spoken_day(facts.date) if facts.date else "the day",
    }


def slot(table: tuple[tuple[str, str], ...], facts: Facts, values: dict[str, str]) -> str:
    """The visible slot of the first row that fits, in square brackets."""
    true = {facts.part, facts.format, facts.stage, "again" if facts.again else "", ""}
    text = next(text for word, text in table if word in true)
    return f"[{text.format_map(values)}]"
