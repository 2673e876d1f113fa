"""What makes a typed fact read well inside a sentence."""

import re
from datetime import date
from typing import NamedTuple

from mdfollow.etiquette.letters.lexicon import (
    ADJECTIVES,
    AUXILIARIES,
    BARE_VERBS,
    COMMON_WORDS,
    DETERMINERS,
    FIRST_PERSON,
    LABELS,
    NOT_GERUNDS,
    PAST,
    PRESENT,
    PRONOUNS,
    QUESTION_WORDS,
    ROLE_WORDS,
    THIRD_PERSON,
    VERB_FOLLOWERS,
)

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
)  # fmt: skip


class Woven(NamedTuple):
    """A fact made ready: `text`, and whether it fits after a preposition ("about …")."""

    text: str
    topic: bool


def weekday(iso: str) -> str:
    """`2026-11-03` → `Tuesday`."""
    return DAYS[date.fromisoformat(iso).weekday()]


def calendar_day(iso: str) -> str:
    """`2026-11-03` → `November 3`."""
    day = date.fromisoformat(iso)
    return f"{MONTHS[day.month - 1]} {day.day}"


def spoken_day(iso: str) -> str:
    """`2026-11-03` → `November third`, as it is said on a telephone."""
    day = date.fromisoformat(iso)
    tens = {20: "twenty", 30: "thirty"}.get(day.day // 10 * 10, "")
    if day.day <= 20:
        said = ORDINALS[day.day - 1]
    elif day.day == 30:
        said = "thirtieth"
    else:
        said = f"{tens}-{ORDINALS[day.day % 10 - 1]}"
    return f"{MONTHS[day.month - 1]} {said}"


def the_title(role: str) -> str:
    """The role's bare name: no article, no "(m/f/d)", no brackets."""
    role = re.sub(r"\s*[(\[]\s*\w(\s*/\s*\w){1,3}\s*[)\]]", "", role)
    role = re.sub(r"[\[\]]", "", role.strip(" .,;:"))
    return re.sub(r"^(the|an?)\s+", "", role, flags=re.IGNORECASE)


def the_role(role: str) -> str:
    """`Platform Engineer` → `the Platform Engineer role`; empty stays empty."""
    title = the_title(role)
    if not title:
        return ""
    last = title.split()[-1].casefold()
    return f"the {title}" if last in ROLE_WORDS else f"the {title} role"


def trimmed(fact: str) -> str:
    """A fact without list mark, wrapping quotes and closing punctuation."""
    fact = re.sub(r"^[-*+•>]\s+", "", fact.strip())
    if len(fact) > 2 and (fact[0], fact[-1]) in {('"', '"'), ("“", "”"), ("'", "'")}:
        fact = fact[1:-1]
    return re.sub(r"[\s.;:,!…]+$", "", fact)


def heard(fact: str, given: str = "") -> Woven:
    """A learned fact as its speaker would read it: "they use Rust" → "you use Rust".

    `given`: the reader's given name, which gives way to "you" where it opens the fact.
    """
    text = lowered(_addressed(trimmed(fact), given))
    return Woven(text, _is_topic(text))


def did(fact: str) -> Woven:
    """A skill ready to stand after a colon: "ran it" → "I ran it".

    `topic`: it is a noun phrase that fits after "mention".
    """
    text = trimmed(fact)
    first, _, rest = text.partition(" ")
    word = first.casefold()
    if first in FIRST_PERSON:
        return Woven(text, topic=False)
    if is_past(text) or (word in PRESENT and rest):
        return Woven(f"I {word} {rest}", topic=False)
    return Woven(lowered(text), _is_thing(text))


def _is_thing(text: str) -> bool:
    """Whether a skill is a short noun phrase for a thing, not for a person."""
    words = _bare(text)
    head = re.split(r" (?:of|in|for|at|with|on) ", " ".join(words))[0].split()[-1:]
    return (
        0 < len(words) < 7
        and not re.search(r"[.?!:;]\s|[?,]|[–—/]", text)
        and not _has_clause(words)
        and words[0] not in BARE_VERBS | PAST | PRESENT
        and not words[0].endswith("ed")
        and not any(word.endswith(("er", "or", "ist", "ect", "ant", "ian")) for word in head)
    )


def is_past(text: str) -> bool:
    """Whether the text opens with a verb in the past: "ran the hand-over", "built CI"."""
    first, _, rest = text.partition(" ")
    word = first.casefold()
    if not rest or (first.isupper() and len(first) > 1):
        return False
    if word in PAST:
        return True
    follower = rest.split()[0].casefold()
    regular = word.endswith("ed") and len(word) > 4 and word not in ADJECTIVES
    return regular and (follower in VERB_FOLLOWERS or follower[0].isdigit())


def lowered(text: str) -> str:
    """`text` with a small first letter where the first word is known not to be a name."""
    first = re.split(r"[\s,]", text, maxsplit=1)[0]
    stem = re.split(r"[-’']", first, maxsplit=1)[0]
    common = stem.casefold() in COMMON_WORDS or stem.casefold() in PAST
    if common and stem.casefold() != "i" and not (len(stem) > 1 and stem.isupper()):
        return text[0].lower() + text[1:]
    return text


def _addressed(text: str, given: str) -> str:
    """Take "Dana said that" away and turn a leading they, she or elided subject into you."""
    names = f"|{re.escape(given)}" if given else ""
    said = re.match(rf"(?:(?:she|he|they|we{names})\s+)?(?:{LABELS})\s+(?:that\s+)?", text, re.I)
    if said and len(text) - said.end() > 2:
        text = text[said.end() :]
    text = re.sub(r"^their\b", "your", text, flags=re.IGNORECASE)
    text = re.sub(r"^((?:how|why|what|where|when) )?they\b", r"\1you", text, flags=re.IGNORECASE)
    subject = re.match(rf"(?:she|he{names})\s+(\S+)", text, re.I)
    if subject:
        verb = subject[1].casefold()
        base = THIRD_PERSON.get(verb) or (verb if verb in PAST or verb in AUXILIARIES else "")
        regular = verb.endswith("ed") and verb not in ADJECTIVES
        if base or regular:
            return f"you {base or verb}{text[subject.end() :]}"
        return text
    first, _, rest = text.partition(" ")
    if is_past(text):
        return f"you {first.casefold()} {rest}"
    follower = rest.split()[0].casefold() if rest else ""
    base = THIRD_PERSON.get(first.casefold(), "")
    if base and follower in VERB_FOLLOWERS:
        return f"you {base} {rest}"
    return text


def _is_topic(text: str) -> bool:
    """Whether the text can stand after "about": a question clause, a gerund or a noun phrase.

    In doubt it cannot: set off by a colon every phrase reads well.
    """
    words = _bare(text)
    if not words or len(words) > 14 or re.search(r"[.?!:;]\s", text) or text.endswith("?"):
        return False
    first, second = words[0], words[1] if len(words) > 1 else ""
    if first in QUESTION_WORDS:
        return len(words) > 2 and second not in AUXILIARIES
    if _has_clause(words):
        return False
    if first.endswith("ing") and len(first) > 4 and first not in NOT_GERUNDS:
        return not second.endswith(("s", "ed")) and second not in PAST
    if first not in DETERMINERS and not (len(words) < 4 and text[:1].islower()):
        return False
    inner = words[1:-1] if len(words) < 4 else words[1:]
    return first in DETERMINERS | COMMON_WORDS | {first} and not any(
        word in BARE_VERBS or word in PAST or word.endswith(("s", "ed")) for word in inner
    )


def _has_clause(words: list[str]) -> bool:
    """Whether a finite verb or a subject stands among the words."""
    short = re.compile(r"n['’]t$|['’](re|ve|ll|d|m)$|^(it|that|there|he|she|who|what)['’]s$")
    return any(word in AUXILIARIES | PRONOUNS or short.search(word) for word in words)


def _bare(text: str) -> list[str]:
    """The words of `text`, small, without their punctuation."""
    return [word.strip(",;()") for word in text.casefold().split()]


def tidy(text: str) -> str:
    """One space between words, one stop at an end, no space before a comma."""
    text = re.sub(r"[ \t]+", " ", text)
    text = re.sub(r" +([,.;:!?])(?=[\s)]|$)", r"\1", text)
    text = re.sub(r"([!?…])\.(?=\s|$)", r"\1", text)
    text = re.sub(r"(?<!\.)\.\.(?=[\s)\"”]|$)", ".", text)
    return text.strip()
