"""What a kind reader would say about a draft, the program's or her own (TONE-2, CH-4, CH-5)."""

import re
from collections.abc import Iterator, Mapping, Sequence

from mdfollow.etiquette.model import Kind
from mdfollow.letters.critic_words import (
    ASKS,
    FORMULAS,
    INTEREST,
    REASONS,
    SKILL_TALK,
    THANKS,
    THEIRS,
    WORDINGS,
)
from mdfollow.letters.facts import Facts, plain
from mdfollow.letters.letter_text import Span, Words, body_of, is_english, script_of, sentences_of
from mdfollow.letters.names import called
from mdfollow.record import dataclass

SLOT = "MDF401"
LONG = "MDF402"
ALIKE = "MDF403"
DISCUSSED = "MDF404"
NAME = "MDF405"
WORDING = "MDF406"
THANKLESS = "MDF407"
COOL = "MDF408"
SILENT = "MDF409"

RUN = 6
"""Words in a row that two drafts of one interview may not share."""

PARTING = re.compile(r"(?:many )?thank(?:s| you)\b(?:\W+\w+){0,5}\W*$", re.IGNORECASE)
"""A short word of thanks at the end is no sentence of its own."""
COMMON_NAMES = frozenset(("will", "mark", "may", "grace", "hope", "bill", "art", "rose", "april"))
"""Given names that are words too: only the full name counts."""
MENTIONS = re.compile(
    r"\b(?:also|met|meet|meeting|colleagues?|introduc\w*|together|both|join\w*|team|said|told|"
    r"mention\w*|show\w*|explain\w*|recommend\w*|regards to|and you|you and|copy|copied|forward|"
    r"pass|reach\w*)\b",
    re.IGNORECASE,
)
"""A sentence that speaks of somebody else on purpose."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One remark on a draft: characters `start` to `end` of the text it is about."""

    start: int
    end: int
    code: str
    sentence: str
    way_out: str


def review(
    kind: Kind,
    text: str,
    *,
    facts: Facts | None = None,
    discussed: Sequence[str] = (),
    people: Sequence[str] = (),
    others: Mapping[str, str] | None = None,
) -> tuple[Finding, ...]:
    """Everything worth changing in `text`, in the order it stands there.

    A text in another language is only read for slots, length, likeness and names.
    `facts`: those of the draft's step. `discussed`: topics the interview covered already.
    `people`: full names of everyone in the interview. `others`: the other drafts of the
    interview by the name a person knows them by ("the note to Lee Ortiz").
    """
    facts = facts or Facts()
    found = [
        *open_slots(text),
        *_length(kind, text, facts),
        *_alike(text, facts, others or {}),
        *_names(text, facts, people),
    ]
    if is_english(text):
        found += [*_discussed(text, discussed), *_wordings(kind, text), *_missing(kind, text)]
    return tuple(sorted(found))


def open_slots(text: str) -> Iterator[Finding]:
    """Slots that still wait: square brackets with words, and template marks."""
    pattern = re.compile(
        r"\\?\[(?![\s xX\-/^]\\?\]|\[)([^\[\]\n^]+?)\\?\](?![(\[])|\{\{[^{}\n]+\}\}"
    )
    for hit in pattern.finditer(text):
        if text[: hit.start()].endswith("["):
            continue
        words = hit[0].replace("\\", "")
        yield Finding(
            hit.start(),
            hit.end(),
            SLOT,
            f"{words} still waits for your words.",
            "Put your own words in its place, or take the sentence out.",
        )


def _length(kind: Kind, text: str, facts: Facts) -> Iterator[Finding]:
    """TY-3, CH-1, CH-4, CH-5, MSG-4, INT-1."""
    script = script_of(text)
    if script:
        yield from _too_many(script, 70, "A voice mail is heard best with at most 70 words")
        return
    body = body_of(text)
    if kind is Kind.THANK and facts.channel == "card":
        yield from _too_many(body, 60, "A card has room for about 60 words")
    elif kind is Kind.FEEDBACK:
        yield from _too_many(body, 80, "This note works best with at most 80 words")
    else:
        yield from _too_many(body, 120, "A short note has at most 120 words")
    said = [each for each in sentences_of(body) if not PARTING.match(each.text)]
    if kind is Kind.ATTEMPT and facts.channel != "phone" and len(said) > 4:
        yield Finding(
            said[4].start,
            said[-1].end,
            LONG,
            f"A check-in does its work in four sentences; this one has {len(said)}.",
            "Keep thanks, interest, the question and the offer.",
        )
    blocks = [part for part in re.split(r"\n\s*\n", body.text) if part.strip()]
    if kind is Kind.THANK and len(blocks) > 2:
        yield Finding(
            body.start,
            body.end,
            LONG,
            f"A thank-you has one or two short paragraphs; this one has {len(blocks)}.",
            "Join them, or leave the weakest out.",
        )


def _too_many(span: Span, limit: int, sentence: str) -> Iterator[Finding]:
    words = list(re.finditer(r"\S*\w\S*", span.text))
    if len(words) > limit:
        yield Finding(
            span.start + words[limit].start(),
            span.end,
            LONG,
            f"{sentence}; this one has {len(words)}.",
            "Leave out what the reader knows already.",
        )


def _alike(text: str, facts: Facts, others: Mapping[str, str]) -> Iterator[Finding]:
    """TY-6: the longest run of words shared with each other draft."""
    masked = (*FORMULAS, *(item.casefold() for item in (facts.company, facts.role) if item))
    mine = Words.of(body_of(text), masked)
    for name, other in others.items():
        shared = mine.longest_shared(Words.of(body_of(other), masked), RUN)
        if shared:
            yield Finding(
                shared.start,
                shared.end,
                ALIKE,
                f"“{' '.join(text[shared.start : shared.end].split())}” also stands in {name}.",
                "Say it differently here: such notes are often read side by side.",
            )


def _discussed(text: str, discussed: Sequence[str]) -> Iterator[Finding]:
    """TY-5: a skill named as new that the interview covered already."""
    for topic in (plain(each).rstrip(".") for each in discussed):
        if len(topic) < 2:
            continue
        pattern = re.compile(rf"(?<!\w){re.escape(topic)}(?!\w)", re.IGNORECASE)
        for said in sentences_of(body_of(text)):
            hit = pattern.search(said.text)
            if not hit or not SKILL_TALK.search(said.text) or THEIRS.search(said.text):
                continue
            if re.search(r"\byour (?:\w+ )?$", said.text[: hit.start()], re.IGNORECASE):
                continue
            yield Finding(
                said.start + hit.start(),
                said.start + hit.end(),
                DISCUSSED,
                f"You talked about {topic} in the interview.",
                "A strength they have not heard of yet does more here.",
            )
            break


def _names(text: str, facts: Facts, people: Sequence[str]) -> Iterator[Finding]:
    """Another interviewer's name where the reader's should be, or where it reads as a slip."""
    own = {word.casefold() for word in f"{facts.person} {facts.via}".split()}
    greetings = re.finditer(r"^(?:Dear|Hello|Hi|Hey|Good \w+)[ ,]+([^\n,:!]+)", text, re.MULTILINE)
    greeted = [(each[1], each.start(1)) for each in greetings]
    if any(set(words.casefold().split()) & own for words, _ in greeted):
        greeted = []
    for person in people:
        given = called(person)
        if not given or not facts.person or _same(person, facts.person, facts.via):
            continue
        names = [person] if given.casefold() in COMMON_NAMES | own else [person, given]
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")
        hit = _misplaced(text, pattern, greeted)
        if hit:
            yield Finding(
                *hit,
                NAME,
                f"This note is for {facts.person}, and {text[slice(*hit)]} is named here.",
                "If it slipped in from another note, put the right name.",
            )


def _same(person: str, reader: str, via: str) -> bool:
    return plain(person).casefold() in {plain(reader).casefold(), plain(via).casefold()}


def _misplaced(
    text: str, pattern: re.Pattern[str], greeted: Sequence[tuple[str, int]]
) -> tuple[int, int] | None:
    """Where the name stands in the greeting, or in a sentence that does not mean to mention it."""
    for words, start in greeted:
        hit = pattern.search(words)
        if hit:
            return start + hit.start(), start + hit.end()
    for said in sentences_of(body_of(text)):
        hit = pattern.search(said.text)
        if hit and not MENTIONS.search(said.text):
            return said.start + hit.start(), said.start + hit.end()
    return None


def _wordings(kind: Kind, text: str) -> Iterator[Finding]:
    """TONE-1, TONE-2, TONE-3: one finding for each place, by the first row that fits."""
    taken: list[tuple[int, int]] = []
    rows = [row for row in WORDINGS if kind is not Kind.THANK or not row.late]
    pairs = [(row, pattern) for row in rows for pattern in row.patterns]
    for row, pattern in pairs:
        for hit in re.finditer(pattern, text, re.IGNORECASE):
            if any(start < hit.end() and hit.start() < end for start, end in taken):
                continue
            taken.append(hit.span())
            words = " ".join(hit[0].split())
            sentence = REASONS[row.tone].format(words=words)
            yield Finding(*hit.span(), WORDING, sentence, f"Kinder: {row.kinder}")


def _missing(kind: Kind, text: str) -> Iterator[Finding]:
    """TONE-3, MSG-1: thanks in every draft, interest and the question in those that need them."""
    body = body_of(text)
    if not body.text.strip():
        return
    if not THANKS.search(text):
        yield Finding(
            body.start,
            body.end,
            THANKLESS,
            "There is no word of thanks yet.",
            "Begin with it: Thank you for …",
        )
    if kind is not Kind.FEEDBACK and not INTEREST.search(body.text):
        yield Finding(
            body.start,
            body.end,
            COOL,
            "Nothing here says yet that you would like the job.",
            "One sentence does: I am very interested in the role.",
        )
    if kind in {Kind.ATTEMPT, Kind.FEEDBACK} and not ASKS.search(body.text):
        yield Finding(
            body.start,
            body.end,
            SILENT,
            "There is no question to answer yet.",
            "Ask when you may expect the next step."
            if kind is Kind.ATTEMPT
            else "Ask what would make you stronger next time.",
        )
