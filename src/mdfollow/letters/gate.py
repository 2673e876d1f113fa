"""What may be said of a typed fact: ready, raw or private, by its form alone.

Facts are typed by a tired person for herself. Ready ones are woven into a letter word for word;
raw ones stand in a slot for her to phrase; private ones are kept out. In doubt a fact is raw.
"""

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from mdfollow.interview.model import AsTyped
from mdfollow.letters.facts import plain
from mdfollow.letters.tables import english, german
from mdfollow.letters.tables.tongue import Tongue
from mdfollow.pattern import pattern

MOST_WORDS = 20
"""A longer fact is hers to shorten."""
TONGUES: dict[str, Tongue] = {"en": english.TONGUE, "de": german.TONGUE}
_STOP = pattern(r"[\s.]+$")
_LIST_MARK = pattern(r"^[-*+•>]\s+")
_MARKS = pattern(r"[?!#*_\[\]{}<>|\\=~^:;…@/+%()\"“”„«»→]|--|\.\.| [-–—] |https?|www\.")
_SIGNS = pattern(r"[^\w\s'’.,&€£$´`-]")


class Verdict(StrEnum):
    """What a fact is fit for."""

    READY = "ready"
    RAW = "raw"
    PRIVATE = "private"


class Form(StrEnum):
    """Where a ready fact fits, as it stands."""

    NONE = ""
    TOPIC = "topic"
    """After a preposition: "the pager hand-over", "how you plan a sprint"."""
    SAYING = "saying"
    """After a colon only: "the yard inspects every seam twice"."""
    DID = "did"
    """A skill as a sentence of hers: "I ran the night rota"."""


class Judged(NamedTuple):
    """A fact's verdict; `text` is it with the safe changes made, for a ready one."""

    verdict: Verdict
    form: Form = Form.NONE
    text: str = ""


PRIVATE = Judged(Verdict.PRIVATE)
RAW = Judged(Verdict.RAW)


def judge(
    kind: str,
    fact: str,
    language: str = "en",
    names: tuple[str, ...] = (),
    company: str = "",
) -> Judged:
    """The verdict on a fact of the kind `learned`, `skill`, `known` or `news`.

    `names`: the people of the interview, by any name; a fact that names one is hers to phrase.
    A fact she marked with `say:` goes in as it stands. What begins with the `company` is read as
    news is.
    """
    if isinstance(fact, AsTyped):
        return Judged(Verdict.READY, Form.SAYING, _STOP.sub("", plain(fact)))
    if is_private(fact):
        return PRIVATE
    return _phrased(_kind(kind, fact, company), fact, language, names)


def is_private(fact: str) -> bool:
    """Whether the verdict on a fact is PRIVATE, of whatever kind and language it is."""
    return not isinstance(fact, AsTyped) and _is_private(fact)


def is_ready(kind: str, fact: str, language: str, names: tuple[str, ...], company: str) -> bool:
    """Whether `judge` finds a fact ready.

    Most are no phrase of the form and are not looked at for what is private, which costs more.
    """
    if isinstance(fact, AsTyped):
        return True
    phrased = _phrased(_kind(kind, fact, company), fact, language, names)
    return phrased is not RAW and not is_private(fact)


def _kind(kind: str, fact: str, company: str) -> str:
    told = kind != "skill" and company and fact.startswith(f"{company} ")
    return "news" if told else kind


def _bare(fact: str) -> str:
    return _STOP.sub("", _LIST_MARK.sub("", plain(fact)))


@lru_cache(maxsize=4096)
def _is_private(fact: str) -> bool:
    text = _bare(fact)
    return any(tongue.private.found_in(text) for tongue in TONGUES.values())


@lru_cache(maxsize=4096)
def _phrased(kind: str, fact: str, language: str, names: tuple[str, ...]) -> Judged:
    """Ready or raw, by the form of the phrase alone."""
    text, own = _bare(fact), TONGUES.get(language, english.TONGUE)
    if not 2 <= len(text.split()) <= MOST_WORDS:
        return RAW
    found = own.skill(text) if kind == "skill" else own.fact(text, kind)
    if found is None or not _is_plain(text) or own.is_foreign(text) or _names_one(text, names):
        return RAW
    form, woven = found
    return Judged(Verdict.READY, Form(form), woven)


def _is_plain(text: str) -> bool:
    """Whether it is one phrase without marks, lists, shouting or shorthand."""
    if "," in text or _MARKS.search(text) or _SIGNS.search(text) or text.count(". "):
        return False
    loud = [word for word in text.split() if len(word) > 3 and word.isupper() and word.isalpha()]
    glued = re.search(r"(?<!\w)\d+(?!st\b|nd\b|rd\b|th\b)[a-z]", text)
    return len(loud) < 2 and not glued


def _names_one(text: str, names: tuple[str, ...]) -> bool:
    own = {part.casefold() for name in names for part in name.split() if len(part) > 1}
    return any(
        word.strip("'’.s").casefold() in own or word.casefold() in own
        for word in re.findall(r"[\w'’-]+", text)
        if word[0].isupper()
    )


def in_slot(fact: str) -> str:
    """Her words as they stand in a slot: one line, no bracket or mark, at most twenty words."""
    text = _LIST_MARK.sub("", plain(fact))
    text = text.replace("[", "(").replace("]", ")").replace("{", "(").replace("}", ")")
    text = re.sub(r"-{2,}", lambda dashes: " ".join(dashes[0]), text)
    text = re.sub(r"<|>|`", " ", text)
    words = text.split()
    return " ".join(words[:MOST_WORDS]) + (" …" if len(words) > MOST_WORDS else "")
