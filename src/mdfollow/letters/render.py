"""One letter from its frames and facts."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from mdfollow.interview.person_name import person_name
from mdfollow.letters.facts import Facts, plain
from mdfollow.letters.frames import Choice, Letters, Wording, filled
from mdfollow.letters.gate import Form, Judged, Verdict, in_slot, judge
from mdfollow.letters.names import called, the_title
from mdfollow.letters.pairing import tied
from mdfollow.letters.wordings import Words
from mdfollow.pattern import pattern
from mdfollow.settings import Me

PARTS = {
    "recruiter": "recruiter",
    "hiring manager": "manager",
    "peer": "peer",
    "executive": "executive",
}
COUNTS = ("", "", "second", "third", "fourth")
SLOTS = 2
"""The most places a draft may leave open."""
_UNTIDY = pattern(r"\t| [ ,.;:!?]|[.!?…]\.")
_EMPTY_PLACE = pattern(r"\[[^\]]*\]")


def rendered(
    letters: Letters,
    wording: Wording,
    facts: Facts,
    me: Me,
    words: Words,
    *,
    language: str,
    number: int = 0,
    names: tuple[str, ...] = (),
) -> tuple[str, str]:
    """Heading and text. With too many words the sentences that need `room` are left out."""
    found = _Filling(facts, me, words, language, number, names)
    for room in (True, False):
        heading, text, length = found.page(letters, wording, room=room)
        if length <= letters.words:
            break
    return heading, text


class _Filling:
    """The places and conditions of one letter."""

    def __init__(
        self,
        facts: Facts,
        me: Me,
        words: Words,
        language: str,
        number: int,
        names: tuple[str, ...],
    ) -> None:
        self.facts = facts
        self.judged = {
            kind: judge(kind, item, language, names, facts.company)
            for kind in ("learned", "skill", "news")
            if (item := getattr(facts, kind))
        }
        self.words = words
        self.flags = frozenset(_flags(facts, words, number, self.judged))
        self.places = dict(_base(facts, me, words))
        for name, frames in words.places.items():
            if name != "raw":
                self._put(name, frames)

    def _put(self, name: str, frames: Choice) -> None:
        text = filled(frames, self.places, self.flags)
        if text is not None:
            self.places[name] = tidy(text)

    def page(self, letters: Letters, wording: Wording, *, room: bool) -> tuple[str, str, int]:
        """Heading, text, and the number of words that count."""
        self.flags = self.flags | {"room"} if room else self.flags - {"room"}
        places = dict(self.places)
        self._weave(letters, places)
        paragraphs = self._paragraphs(wording, places)
        places["text"] = "\n\n".join(paragraphs)
        for name, frames in wording.parts.items():
            text = filled(frames, places, self.flags)
            if text is not None:
                text = tidy(text)
                places[name] = text[:1].upper() + text[1:] if name == "subject" else text
        rows = [filled(frames, places, self.flags) for frames in letters.page]
        text = "\n\n".join(_safe(tidy(row)) for row in rows if row)
        heading = filled(letters.heading, places, self.flags) or ""
        counted = places.get(letters.measured, "")
        return tidy(heading), text, len(re.findall(r"\S*\w\S*", counted))

    def _weave(self, letters: Letters, places: dict[str, str]) -> None:
        """Put in what was learned, the skill and the news, or the slots for them."""
        flags = set(self.flags)
        open_places = len(_EMPTY_PLACE.findall(places["name"]))
        for kind in ("learned", "skill", "news"):
            judged = self.judged.get(kind)
            if judged and judged.verdict is Verdict.READY:
                places[kind] = judged.text
                continue
            text = self._slot(letters, kind, judged, places)
            if text and open_places < SLOTS:
                places[kind] = text
                open_places += 1
        if "skill" in places:
            flags.add("offered")
        if places.keys() & {"skill", "news"}:
            flags.add("extra")
        self.flags = frozenset(flags)

    def _slot(
        self, letters: Letters, kind: str, judged: Judged | None, places: Mapping[str, str]
    ) -> str:
        if judged and judged.verdict is Verdict.RAW:
            words = in_slot(getattr(self.facts, kind))
            return filled(self.words.places["raw"], {"fact": words}, self.flags) or ""
        return filled(letters.slots.get(kind, ()), places, self.flags) or ""

    def _paragraphs(self, wording: Wording, places: Mapping[str, str]) -> list[str]:
        rows = wording.text
        if "executive" in self.flags:  # a reader of short letters
            rows = (sum(rows, ()),)
        found = [
            " ".join(filter(None, (filled(each, places, self.flags) for each in row)))
            for row in rows
        ]
        return [tidy(each) for each in found if each]


def _flags(facts: Facts, words: Words, number: int, judged: Mapping[str, Judged]) -> Iterator[str]:
    yield from filter(None, (PARTS.get(facts.part, ""), facts.format, facts.stage))
    for name in ("again", "asked", "met", "internal"):
        if getattr(facts, name):
            yield name
    if facts.culture:
        yield "formal"
    if facts.via:
        yield "through"
    if not facts.person or not called(facts.person):
        yield "nobody"
    yield from filter(None, [COUNTS[min(number, len(COUNTS) - 1)]])
    title = plain(facts.person).casefold().partition(" ")[0].rstrip(".")
    yield from (name for name in ("madam", "sir") if title in getattr(words, name))
    last = the_title(facts.role).casefold().split()[-1:]
    if set(last) & words.called:
        yield "called"
    first = plain(facts.company).casefold().partition(" ")[0]
    if words.article and first.endswith(words.article):
        yield "article"
    yield from _forms(facts, judged)


def _forms(facts: Facts, judged: Mapping[str, Judged]) -> Iterator[str]:
    ready = {kind: each.form for kind, each in judged.items() if each.verdict is Verdict.READY}
    if "learned" in ready:
        yield "known"
        yield ready["learned"].value
    if ready.get("skill") in {Form.DID, Form.SAYING}:
        yield "did"
    if ready.get("news") is Form.SAYING:
        yield "headline"
    if {"learned", "skill"} <= ready.keys() and tied(facts.skill, facts.learned):
        yield "tied"


def _base(facts: Facts, me: Me, words: Words) -> Iterator[tuple[str, str]]:
    """The places that are facts themselves; those that are missing are not there."""
    name = person_name(facts.person) if facts.person else None
    greeting = called(facts.person)
    titles = [word for word in facts.person.split() if word.rstrip(".").casefold() in HONOURS]
    courtesy = facts.person.split()[:1]
    known = {
        "person": facts.person,
        "greeting": greeting,
        "short": re.sub(r"[\[\]]", "", greeting),
        "whole": called(facts.person, formal=True),
        "given": name.given if name else "",
        "family": name.family if name else "",
        "honour": " ".join(titles),
        "courtesy": "".join(courtesy) if len(courtesy) else "",
        "company": facts.company,
        "title": the_title(facts.role),
        "via": called(facts.via) if facts.via else "",
        "me": re.sub(r"^[\W\d_]+", "", plain(me.name)),
        "phone": plain(me.phone),
    }
    yield from ((key, text) for key, text in known.items() if text)
    if facts.date:
        day = date.fromisoformat(facts.date)
        yield "day", words.days[day.weekday()]
        yield "month", words.months[day.month - 1]
        yield "d", str(day.day)
        yield "m", str(day.month)
        yield "y", str(day.year)
        yield "ordinal", words.ordinals[day.day - 1]


HONOURS = frozenset(("dr", "prof", "professor", "dipl.-ing", "mag"))


def tidy(text: str) -> str:
    """One space between words, one stop at an end, no space before a comma."""
    if not _UNTIDY.search(text):
        return text.strip()
    text = re.sub(r"[ \t]+", " ", text)
    text = re.sub(r" +([,.;:!?])(?=[\s)]|$)", r"\1", text)
    text = re.sub(r"([!?…])\.(?=\s|$)", r"\1", text)
    text = re.sub(r"(?<!\.)\.\.(?=[\s)\"”]|$)", ".", text)
    return text.strip()


def _safe(text: str) -> str:
    """A paragraph that begins with a fact may not begin with a mark."""
    return re.sub(r"^(?:[#*+>|\-`~\s]+|\d+[.)]\s)+", "", text)
