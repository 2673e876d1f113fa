"""What makes a typed fact read well inside a sentence."""

import re
from datetime import date
from typing import NamedTuple

from mdfollow.letters.lexicon import (
    ADJECTIVES,
    ADVERBS,
    AUXILIARIES,
    BARE_VERBS,
    COMMON_WORDS,
    DETERMINERS,
    FIRST_PERSON,
    LEANING,
    NAMING,
    NOT_GERUNDS,
    PAST,
    PERSONS,
    PRESENT,
    PRONOUNS,
    QUESTION_WORDS,
    ROLE_WORDS,
    SAYING,
    STATES,
    SURE_VERBS,
    THIRD_PERSON,
    THIRD_SKILLS,
    VERB_FOLLOWERS,
)

ASKING = "(?:how|why|what|where|when)"
QUOTES = frozenset(('""', "“”", "''", "‘’", "„“", "«»", "»«"))
PERSON_ENDINGS = ("er", "or", "ist", "ect", "ant", "ian")
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
    if is_quoted(fact):
        fact = fact[1:-1]
    return re.sub(r"[\s.;:,!…]+$", "", re.sub(r"\.{3,}", "…", fact))


def is_quoted(fact: str) -> bool:
    """Whether the whole fact stands in one pair of quotation marks: somebody's own words."""
    fact = re.sub(r"^[-*+•>]\s+", "", fact.strip()).rstrip(".;:,!…")
    return len(fact) > 2 and fact[0] + fact[-1] in QUOTES and fact[-1] not in fact[1:-1]


def heard(fact: str, name: str = "") -> Woven:
    """A learned fact as its speaker would read it: "they use Rust" → "you use Rust".

    `name`: the reader's, which gives way to "you" where it opens the fact or follows a
    preposition.
    """
    text = trimmed(fact)
    if is_quoted(fact):
        return Woven(f"“{text}”", topic=False)
    names = [re.escape(word) for word in name.split()]
    who = f"|{names[0]}(?: {names[-1]})?" if names else ""
    opening = re.match(rf"(?:(?:she|he|they{who}) )?(?:({SAYING})|{NAMING}) ", text, re.IGNORECASE)
    text = text[opening.end() :] if opening else re.sub(r"^that ", "", text)
    text = lowered(_addressed(text, who))
    return Woven(text, _is_topic(text) and not (opening and opening[1]))


def did(fact: str) -> Woven:
    """A skill ready to stand after a colon: "ran it" → "I ran it".

    `topic`: it is a noun phrase that fits after "mention".
    """
    text = re.sub(r"^i(?=[ ’'])", "I", trimmed(fact))
    first, _, rest = text.partition(" ")
    word = first.casefold()
    second = rest.partition(" ")[0].casefold()
    if first in FIRST_PERSON:
        return Woven(text, topic=False)
    if is_past(text) or (rest and (_is_regular(word) or word in PRESENT)):
        return Woven(f"I {word} {rest}", topic=False)
    if rest and word in THIRD_SKILLS:
        return Woven(f"I {THIRD_SKILLS[word]} {rest}", topic=False)
    if (word in ADVERBS and (second in PAST or _is_regular(second))) or _is_doing(first, second):
        return Woven(f"I {word} {rest}", topic=False)
    if (word in STATES and second in LEANING) or (word in {"a", "an"} and _is_person(text)):
        return Woven(f"I am {word} {rest}", topic=False)
    return Woven(lowered(text), _is_thing(text))


def _is_doing(first: str, second: str) -> bool:
    """Whether a skill opens with a bare verb and its object: "drive a forklift"."""
    known = DETERMINERS | VERB_FOLLOWERS | COMMON_WORDS
    plain = first.isalpha() and first[1:].islower() and not first.endswith(("ing", "ly"))
    return plain and first.casefold() not in known and second in {"a", "an", "the", "my"}


def _is_person(text: str) -> bool:
    """Whether the text names what somebody is: "a certified welder"."""
    head = re.split(r" (?:of|in|for|at|with|on) ", " ".join(_bare(text)))[0].split()[-1:]
    return any(word.endswith(PERSON_ENDINGS) or word in PERSONS for word in head)


def _is_thing(text: str) -> bool:
    """Whether a skill is a short noun phrase for a thing, not for a person."""
    words = _bare(text)
    return (
        0 < len(words) < 7
        and text.isascii()
        and not re.search(r"[.?!:;]\s|[?,]|[–—/]", text)
        and not _has_clause(words)
        and words[0] not in BARE_VERBS | PAST | PRESENT | STATES | ADVERBS
        and not words[0].endswith("ed")
        and not (len(words) > 1 and words[0].endswith("ing"))
        and not words[0].startswith(("ex-", "former"))
        and not (len(words) == 1 and "-" in words[0])
        and not _is_person(text)
    )


def is_past(text: str) -> bool:
    """Whether the text opens with a verb in the past: "ran the hand-over", "built CI"."""
    first, _, rest = text.partition(" ")
    word = first.casefold()
    if not rest or (first.isupper() and len(first) > 1):
        return False
    follower = rest.split()[0].casefold()
    if word in PAST or (word.endswith("ed") and follower in DETERMINERS):
        return True
    return _is_regular(word) and (follower in VERB_FOLLOWERS or follower[0].isdigit())


def lowered(text: str) -> str:
    """`text` with a small first letter where the first word is known not to be a name."""
    first = re.split(r"[\s,]", text, maxsplit=1)[0]
    stem = re.split(r"[-’']", first, maxsplit=1)[0]
    common = stem.casefold() in COMMON_WORDS or stem.casefold() in PAST
    if common and stem.casefold() != "i" and not (len(stem) > 1 and stem.isupper()):
        return text[0].lower() + text[1:]
    return text


def _addressed(text: str, who: str) -> str:
    """Turn they, she, the reader's name (`who`, a pattern) or an elided subject into you."""
    if who:
        text = re.sub(rf"^(?:{who[1:]})['’]s\b", "your", text)
        text = re.sub(rf"\b(to|with|for|by|from|under) (?:{who[1:]})\b(?!['’])", r"\1 you", text)
    text = re.sub(r"^(?:their|her|his)\b", "your", text, flags=re.IGNORECASE)
    text = re.sub(rf"^({ASKING} )do they\b([^?]*)\??$", r"\1you\2", text, flags=re.IGNORECASE)
    text = re.sub(r"^who (\w+s )([^?]*)\?$", r"who \1\2", text, flags=re.IGNORECASE)
    if text.endswith("?"):
        return text
    text = re.sub(r"^(?:she|he)(?=['’](?:d|ll)\b)", "you", text, flags=re.IGNORECASE)
    text = re.sub(r"^(?:she|he)(['’])s (?=got\b|been\b|\w{3,}ed\b)", r"you\1ve ", text, flags=re.I)
    text = re.sub(r"^(?:she|he)(['’])s\b", r"you\1re", text, flags=re.IGNORECASE)
    text = re.sub(rf"^({ASKING} )?they\b", r"\1you", text, flags=re.IGNORECASE)
    subject = re.match(rf"(?:she|he{who}) (\S+)", text, re.IGNORECASE)
    verb = subject[1].casefold() if subject else text.partition(" ")[0].casefold()
    rest = text[subject.end() if subject else len(verb) :]
    if subject:
        known = verb in THIRD_PERSON or verb in PAST or verb in AUXILIARIES
        return f"you {THIRD_PERSON.get(verb, verb)}{rest}" if known or _is_regular(verb) else text
    follower = rest.split()[0].casefold() if rest.strip() else ""
    elided = verb in SURE_VERBS or (verb in THIRD_PERSON and follower in VERB_FOLLOWERS)
    if is_past(text) or (elided and follower):
        return f"you {THIRD_PERSON.get(verb, verb)}{rest}"
    return text


def _is_regular(word: str) -> bool:
    """Whether a word looks like a regular past: "opened"."""
    return word.endswith("ed") and len(word) > 4 and word not in ADJECTIVES


def _is_topic(text: str) -> bool:
    """Whether the text can stand after "about": a question clause, a gerund or a noun phrase.

    In doubt it cannot: set off by a colon every phrase reads well.
    """
    words = _bare(text)
    if not words or len(words) > 14 or re.search(r"[.?!:;]\s|://", text) or text.endswith("?"):
        return False
    first, second = words[0], words[1] if len(words) > 1 else ""
    if first in {"to", "not", "no", "nothing"} | STATES or words in (["a", "lot"], ["lots"]):
        return False
    if _is_name(text):
        return True
    if first in QUESTION_WORDS:
        return len(words) > 2 and second not in AUXILIARIES
    if _has_clause(words):
        return False
    if first.endswith("ing") and len(first) > 4 and first not in NOT_GERUNDS:
        return not second.endswith(("s", "ed")) and second not in PAST
    if first not in DETERMINERS and not (len(words) < 4 and text[:1].islower()):
        return False
    if first in BARE_VERBS or first in THIRD_PERSON:
        return False
    inner = words[1:-1] if len(words) < 4 else words[1:]
    return not any(
        word in BARE_VERBS or word in PAST or word.endswith(("s", "ed")) for word in inner
    )


def _is_name(text: str) -> bool:
    """Whether the text is one name of a thing, or two: "Kubernetes", "C# and F#"."""
    one = r"[A-Z][A-Za-z0-9]*[#+A-Z0-9a-z]"
    return re.fullmatch(rf"{one}(?: and {one})?", text) is not None and not text.endswith("ly")


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
