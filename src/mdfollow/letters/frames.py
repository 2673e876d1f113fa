"""Letters as data: files of frames, and how a frame takes its facts.

A file holds one kind of letter. Wherever a text stands there may be a list of them: the first
whose conditions are true and whose places are all known is taken, and none leaves the sentence
out. `{?peer !again}` before a text is a condition, `{learned}` a place.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from mdfollow.letters.places import CONDITIONS, PLACES
from mdfollow.pattern import pattern
from mdfollow.problem import Problem

CODE = "MDF420"
KINDS = ("thank-email", "thank-card", "check-in", "call", "feedback")
"""The files a set of letters may hold, each with the ending `.toml`."""
_WHEN = pattern(r"\{\?([^{}]*)\}")
_PLACE = pattern(r"\{([^{}]*)(\}?)")
_MARK = pattern(r"(?:[#*+>|\-]|\d+[.)](?=\s|$)|`{3}|~{3}|\t| {4})")


class Frame(NamedTuple):
    """One text: the conditions it applies under (name, wanted), and its places.

    `parts` are what stands between its places and their names, in turn.
    """

    text: str
    when: tuple[tuple[str, bool], ...] = ()
    places: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


Choice = tuple[Frame, ...]
"""Frames for one spot, the first that fits is taken."""


class Wording(NamedTuple):
    """One letter: its named texts, and its paragraphs of sentences."""

    parts: Mapping[str, Choice]
    text: tuple[tuple[Choice, ...], ...] = ()


class Letters(NamedTuple):
    """One kind of letter: heading, page from top to bottom, slots, and all its wordings.

    `words` is the most the part `measured` may have ("text": the paragraphs); where a letter has
    more, the sentences with the condition `room` are left out.
    """

    heading: Choice
    page: tuple[Choice, ...]
    slots: Mapping[str, Choice]
    wordings: tuple[Wording, ...]
    words: int = 120
    measured: str = "text"


@lru_cache(maxsize=4096)
def frame(text: str) -> Frame:
    """A text as typed in a file."""
    found = _WHEN.match(text)
    rest = text[found.end() :] if found else text
    names = found[1].split() if found else []
    when = tuple((name.lstrip("!"), not name.startswith("!")) for name in names)
    parts = _PLACE.split(rest)
    del parts[2::3]
    return Frame(rest, when, tuple(dict.fromkeys(parts[1::2])), tuple(parts))


def choice(given: object) -> Choice:
    """A text or a list of them."""
    texts = given if isinstance(given, list) else [given]
    return tuple(frame(str(text)) for text in texts)


def filled(frames: Choice, places: Mapping[str, str], flags: frozenset[str]) -> str | None:
    """The first frame that fits, with its facts in it; None where none does."""
    for each in frames:
        if each.when and not all((name in flags) is wanted for name, wanted in each.when):
            continue
        if not each.places:
            return each.text
        if all(name in places for name in each.places):
            parts = [*each.parts]
            parts[1::2] = [places[name] for name in parts[1::2]]
            return "".join(parts)
    return None


def parsed(text: str) -> Letters:
    """The letters of a sound file."""
    return _letters(tomllib.loads(text))


def read(path: str, text: str) -> tuple[Letters | None, tuple[Problem, ...]]:
    """The letters of one file, or else every problem in it with line and column."""
    try:
        found = tomllib.loads(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+), column (\d+)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (1, 1)
        sentence = "this is not TOML from here on"
        return None, (Problem(path, line, column, CODE, sentence, "Look for an open quote."),)
    if not isinstance(found.get("letter"), list) or not found.get("page"):
        sentence = "This file holds no letter."
        return None, (Problem(path, 1, 1, CODE, sentence, "Write or remove it."),)
    own = {name for each in found["letter"] if isinstance(each, dict) for name in each}
    problems = tuple(_problems(path, text, own))
    if problems:
        return None, problems
    return _letters(found), ()


def _letters(found: Mapping[str, Any]) -> Letters:
    wordings = []
    for each in found["letter"]:
        parts = {name: choice(given) for name, given in each.items() if name != "text"}
        text = tuple(tuple(map(choice, row)) for row in each.get("text", ()))
        wordings.append(Wording(parts, text))
    return Letters(
        heading=choice(found.get("heading", [])),
        page=tuple(map(choice, found["page"])),
        slots={name: choice(given) for name, given in found.get("slots", {}).items()},
        wordings=tuple(wordings),
        words=int(found.get("words", 120)),
        measured=str(found.get("measured", "text")),
    )


def _problems(path: str, text: str, own: Iterable[str]) -> Iterator[Problem]:
    """Unknown places and conditions, open braces, and lines that would be read as a mark."""
    known = {*PLACES, *own}
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("#"):
            continue
        for hole in _PLACE.finditer(line):
            said = _said(hole, known)
            if said:
                yield Problem(
                    path, number, hole.start() + 1, CODE, *said, end_column=hole.end() + 1
                )
        for opening in re.finditer(r'"(?:\{\?[^{}]*\})?', line):
            mark = _MARK.match(line, opening.end())
            if (
                mark
                and opening.start() + 1 < len(line)
                and line[: opening.start()].count('"') % 2 == 0
            ):
                sentence = (
                    f"“{mark[0].strip() or 'four blanks'}” at the start would be read as a mark."
                )
                yield Problem(path, number, opening.end() + 1, CODE, sentence, "Begin with a word.")


def _said(hole: re.Match[str], known: Iterable[str]) -> tuple[str, str] | None:
    """What is wrong with one place and the way out, or None."""
    name = hole[1]
    if not hole[2]:
        return "This brace stays open.", "Close it: {name}."
    if name.startswith("?"):
        strange = next((x for x in name[1:].split() if x.lstrip("!") not in CONDITIONS), "")
        if not strange:
            return None
        return f"“{strange}” is not a condition mdfollow knows.", _nearest(strange, CONDITIONS)
    if name in known:
        return None
    return f"{{{name}}} is not a fact mdfollow knows.", _nearest(name, PLACES)


def _nearest(name: str, known: Iterable[str]) -> str:
    import difflib

    near = difflib.get_close_matches(name, list(known), n=1)
    return f"Did you mean {near[0]}?" if near else f"There are {', '.join(known)}."
