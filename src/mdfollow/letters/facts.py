"""The facts one step's words are made of."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from types import MappingProxyType

from mdfollow.digest import fingerprint
from mdfollow.etiquette.model import Kind, Step
from mdfollow.etiquette.outcome import Reason
from mdfollow.interview.model import AsTyped, Channel, Part, Person
from mdfollow.pattern import pattern
from mdfollow.record import dataclass, fields

NAME_LIMIT = 80
"""Names of people, companies and roles are cut to this many characters everywhere."""
FACT_LIMIT = 500
"""A longer learned fact, skill or piece of news counts as absent: its slot stays."""
DIGEST = 4
"""Characters of an item's digest in the state comment."""
TECHNICAL = pattern(
    r"technical|coding|whiteboard|take.?home|system design|pair.?programming|exercise|case study",
    re.IGNORECASE,
)
FORMAL = frozenset({"formal", "traditional"})
NONE_TAKEN: Mapping[str, str] = MappingProxyType({})
JOINERS = "\u200c\u200d"


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts one step's words are made of; an empty text is an absent fact.

    Nothing else changes the words but the variant, the owner and the templates: neither the
    window nor the settings nor today. The names are part of the note's format (`in=`).
    """

    person: str = ""
    """Full name, at most 80 characters; empty: whoever it was."""
    part: str = ""
    """`recruiter`, `hiring manager`, `peer`, `executive` (thank-yous)."""
    met: str = ""
    """`yes`: the person was in the interview (attempts, feedback)."""
    company: str = ""
    role: str = ""
    date: str = ""
    """The interview day, ISO."""
    channel: str = ""
    """`email`, `phone`, `card`, or `email+card` (CH-2)."""
    asked: str = ""
    """`yes`: this thank-you carries the question about the decision date (ASK-1)."""
    again: str = ""
    """`yes`: thanked before in this application (TY-8)."""
    via: str = ""
    """The recruiter a thank-you without an address goes through (ADDR)."""
    format: str = ""
    """`phone`, `video`, `onsite`, `panel`, `informational` (thank-yous)."""
    stage: str = ""
    """`technical`: a problem was worked on (thank-yous)."""
    culture: str = ""
    """`formal`: the greeting takes the full name."""
    internal: str = ""
    """`yes`: she works there already."""
    language: str = ""
    """What the note asks its letters to be written in: `de`."""
    learned: str = ""
    skill: str = ""
    news: str = ""

    def lines(self) -> tuple[str, ...]:
        """Sorted `name=value` of the facts that are there; hashed as `in` in the state comment."""
        pairs = zip(_NAMES, _values(self), strict=True)
        return tuple([f"{_marked(name, value)}={value}" for name, value in pairs if value])

    def use(self) -> tuple[str, ...]:
        """Digests of the learned, skill and news items taken, in that order."""
        return tuple(mark(item) for item in (self.learned, self.skill, self.news) if item)


_NAMES = tuple(sorted(each.name for each in fields(Facts)))
_values = attrgetter(*_NAMES)


def _marked(name: str, value: str) -> str:
    """A fact to be woven as typed is another fact than the same words without that."""
    return f"{name}.say" if isinstance(value, AsTyped) else name


@lru_cache(maxsize=4096)
def mark(item: str) -> str:
    """The 4-character digest an item is known by; white space does not count."""
    return fingerprint(plain(item), DIGEST)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """`text` on one line, without control, bidi and other invisible characters."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept = []
    for char in unicodedata.normalize("NFC", text):
        category = unicodedata.category(char)
        if category in {"Cc", "Zl", "Zp"}:
            kept.append(" ")
        elif category not in {"Cf", "Cs"} or char in JOINERS:
            kept.append(char)
    return " ".join("".join(kept).split())


def name(text: str) -> str:
    """`text` on one line, at most 80 characters."""
    return plain(text)[:NAME_LIMIT].rstrip()


def fixed(step: Step, asking: Step | None, taken: Mapping[str, str] = NONE_TAKEN) -> Facts:
    """The facts that are not handed out, each kind with those its words need, and those `taken`.

    An ask names the person whose thank-you carries the question (`asking`), if there is one.
    """
    interview, person = step.interview, step.person
    company = name(interview.company)
    if step.kind is Kind.ASK:
        person = asking.person if asking else person
        return Facts(_called(person), company=company, asked=_flag(asking is not None), **taken)
    met = step.kind is not Kind.THANK and person is not None and person.interviewer
    return Facts(
        person=_called(person),
        met=_flag(met),
        company=company,
        role=name(interview.role),
        date=interview.day.isoformat(),
        channel=_channel(step),
        culture="formal" if plain(interview.culture).casefold() in FORMAL else "",
        internal=_flag(interview.internal),
        language=interview.language,
        **(_thanking(step) if step.kind is Kind.THANK else {}),
        **taken,
    )


def named(step: Step, asking: Step | None) -> Facts:
    """Those of the `fixed` facts that a task's title names."""
    if step.kind is Kind.ASK:
        return fixed(step, asking)
    via = _via(step) if step.kind is Kind.THANK else ""
    company = name(step.interview.company)
    return Facts(_called(step.person), company=company, channel=_channel(step), via=via)


def asking(steps: Sequence[Step]) -> Step | None:
    """Whose thank-you carries the question: one that is not sent already, as a key says."""
    for step in steps:
        if step.kind is Kind.THANK and step.asks and step.reason != Reason.MADE:
            return step
    return None


def _thanking(step: Step) -> dict[str, str]:
    """What a thank-you says besides."""
    interview, person = step.interview, step.person
    return {
        "part": str(person.part) if person else "",
        "asked": _flag(step.asks),
        "again": _flag(step.again),
        "via": _via(step),
        "format": str(interview.format) if interview.format else "",
        "stage": "technical" if interview.stage and TECHNICAL.search(interview.stage) else "",
    }


def _called(person: Person | None) -> str:
    return name(person.name) if person else ""


def _channel(step: Step) -> str:
    return f"{step.channel}+{step.also}" if step.also else str(step.channel)


def _flag(on: bool) -> str:
    return "yes" if on else ""


def _via(step: Step) -> str:
    """The recruiter to send through, when only the recruiter's address is known (ADDR)."""
    if step.channel is not Channel.EMAIL or (step.person and step.person.email):
        return ""
    slug = step.person.slug if step.person else None
    return next(
        (
            name(each.name)
            for each in step.interview.people
            if each.part is Part.RECRUITER and each.email and each.name and each.slug != slug
        ),
        "",
    )
