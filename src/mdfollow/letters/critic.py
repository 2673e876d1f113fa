"""What a kind reader would say about a draft, the program's or her own (TONE-2, CH-4, CH-5).

It speaks rarely: a false alarm on a good letter is worse than a fault that is missed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mdfollow.etiquette.model import Kind
from mdfollow.letters.critic_likeness import alike, twice
from mdfollow.letters.critic_names import Circle, Slip, greeting_slips, named_slips
from mdfollow.letters.critic_words import PRIVATE as KIND_PRIVATE
from mdfollow.letters.critic_words import harmful
from mdfollow.letters.facts import Facts, plain
from mdfollow.letters.gate import is_private
from mdfollow.letters.left_over import SLOT, Finding, open_slots
from mdfollow.letters.letter_text import Span, body_of, language_of, script_of, sentences_of
from mdfollow.pattern import pattern
from mdfollow.record import dataclass, field

LONG = "MDF402"
ALIKE = "MDF403"
DISCUSSED = "MDF404"
NAME = "MDF405"
WORDING = "MDF406"
GREETING = "MDF412"
PRIVATE = "MDF413"
TWICE = "MDF414"
GRAVE = frozenset((SLOT, NAME, PRIVATE))
"""What must not be sent unseen."""

PARTING = pattern(r"(?:many )?thank(?:s| you)\b(?:\W+\w+){0,5}\W*$|(?:vielen )?dank", re.I)
"""A short word of thanks at the end is no sentence of its own."""
DISCUSSED_AS_NEW = pattern(
    r"\bmention|\badd\b|\bexperience|\bskill|\bbackground|\bcertif|\bexpert|\bstrength|"
    r"\bI(?:['’]ve| have| had)? (?:also |once |previously )*(?:\w+ed|ran|run|led|built|wrote|know|"
    r"knew|taught|made|cut|grew|bring)\b|\bI (?:can|could) (?:bring|offer|help)|\bgood at\b",
    re.IGNORECASE,
)
THEIRS = pattern(
    r"\byou (?:told|said|mentioned|showed|explained|described|asked)|\byour?\b(?! team)|"
    r"\b(?:we|our) (?:talk|discuss|spoke|conversation)",
    re.IGNORECASE,
)
"""A sentence about what they said, not about what she can do."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the vault knows around one letter.

    `circle`: whose names belong in it. `near`: letters that people of the same house may lay
    beside it, by the name a person knows them by ("the thank-you note to Lee Ortiz"); `far`:
    letters to everybody else. `discussed`: topics the interview covered already.
    """

    circle: Circle = field(default_factory=Circle)
    near: Mapping[str, str] = field(default_factory=dict)
    far: Mapping[str, str] = field(default_factory=dict)
    discussed: Sequence[str] = ()


def review(
    kind: Kind, text: str, *, facts: Facts | None = None, around: Around | None = None
) -> tuple[Finding, ...]:
    """Everything worth changing in `text`, in the order it stands there.

    Words are judged in English and German; a text in another language is only read for slots,
    length, likeness and names. `facts`: those of the draft's step.
    """
    facts, around = facts or Facts(), around or Around()
    script = _script(text, facts)
    found = [
        *open_slots(text),
        *_length(kind, text, facts, script),
        *_alike(text, facts, around),
        *_named(text, around.circle, script),
        *_twice(text, script),
        *_worded(kind, text, around.circle),
    ]
    if language_of(text) == "en":
        found += _discussed(text, around.discussed)
    return tuple(sorted(found))


def private_words(text: str, circle: Circle) -> Iterator[Finding]:
    """What a letter of ours says that is not for its reader; nothing else is read."""
    for hit in harmful(text, language_of(text), _masked(circle), late=False, only=KIND_PRIVATE):
        yield _worded_as(text, hit.start, hit.end, hit.row.sentence, hit.row.kinder, PRIVATE)


def kept_private(text: str, facts: Iterable[str]) -> Iterator[Finding]:
    """Facts of the note that the gate keeps out and that stand in the letter all the same.

    A letter may have been written before the gate was.
    """
    small = text.casefold()
    for fact in facts:
        words = plain(fact).rstrip(" .")
        start = small.find(words.casefold()) if len(words.split()) > 2 else -1
        if start >= 0 and is_private(fact):
            why = "“{words}” is in your notes as something to keep to yourself."
            kinder = "Leave it out, or say it so that it gives nothing away."
            yield _worded_as(text, start, start + len(words), why, kinder, PRIVATE)


def _script(text: str, facts: Facts) -> Span | None:
    """The words for the voice mail: after their label, else a call's whole text."""
    if facts.channel != "phone":
        return script_of(text)
    lead = len(text) - len(text.lstrip())
    return script_of(text) or Span(text.strip(), lead)


def _length(kind: Kind, text: str, facts: Facts, script: Span | None) -> Iterator[Finding]:
    """TY-3, CH-1, CH-4, CH-5, MSG-4, INT-1."""
    if script:
        yield from _too_many(script, 70, "A voice mail should have at most 70 words")
        return
    body = body_of(text)
    card = kind is Kind.THANK and facts.channel == "card"
    if card:
        yield from _too_many(body, 60, "A card has room for about 60 words")
    elif kind is Kind.FEEDBACK:
        yield from _too_many(body, 80, "This note should have at most 80 words")
    else:
        yield from _too_many(body, 120, "A short note has at most 120 words")
    said = [each for each in sentences_of(body) if not PARTING.match(each.text)]
    if kind is Kind.ATTEMPT and len(said) > 4:
        yield Finding(
            said[4].start,
            said[-1].end,
            LONG,
            f"A check-in does its work in four sentences; this one has {len(said)}.",
            "Keep thanks, interest, the question and the offer.",
        )
    blocks = [part for part in re.split(r"\n\s*\n", body.text) if part.strip()]
    if len(blocks) > 2:
        yield Finding(
            body.start,
            body.end,
            LONG,
            f"Such a note has one or two short paragraphs; this one has {len(blocks)}.",
            "Join them, or leave one out.",
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


def _alike(text: str, facts: Facts, around: Around) -> Iterator[Finding]:
    """TY-6: words that another letter has, too."""
    names = (facts.company, facts.role, *around.circle.house)
    for shared, name in alike(text, around.near, around.far, names):
        yield Finding(
            shared.start,
            shared.end,
            ALIKE,
            f"“{_brief(text[shared.start : shared.end])}” also stands in {name}.",
            "Say it differently here: such notes are often read side by side.",
        )


def _twice(text: str, script: Span | None) -> Iterator[Finding]:
    for _, again in twice(script or body_of(text)):
        yield Finding(
            again.start,
            again.end,
            TWICE,
            f"“{_brief(again.text)}” stands here twice.",
            "Once is enough.",
        )


def _discussed(text: str, discussed: Sequence[str]) -> Iterator[Finding]:
    """TY-5: a skill named as new that the interview covered already."""
    for topic in (plain(each).rstrip(".") for each in discussed):
        if len(topic) < 2:
            continue
        pattern = re.compile(rf"(?<!\w){re.escape(topic)}(?!\w)", re.IGNORECASE)
        for said in sentences_of(body_of(text)):
            hit = pattern.search(said.text)
            if not hit or not DISCUSSED_AS_NEW.search(said.text) or THEIRS.search(said.text):
                continue
            yield Finding(
                said.start + hit.start(),
                said.start + hit.end(),
                DISCUSSED,
                f"You talked about {topic} in the interview.",
                "Choose a strength they have not heard of yet.",
            )
            break


def _named(text: str, circle: Circle, script: Span | None) -> Iterator[Finding]:
    """Greeting and names: each slip with a sentence of its own."""
    for slip in (*greeting_slips(text, circle, script), *named_slips(text, circle)):
        code, sentence, way_out = SLIPS[slip.kind]
        words = _brief(text[slip.start : slip.end])
        yield Finding(
            slip.start,
            slip.end,
            code,
            sentence.format(words=words, meant=slip.meant),
            way_out.format(meant=_greetable(slip)),
        )


SLIPS = {
    "missing": (GREETING, "The letter begins without a greeting.", "Greet the reader by name."),
    "nobody": (
        GREETING,
        "“{words}” could greet anybody, and {meant} talked with you.",
        "Greet the reader by name.",
    ),
    "misspelt": (
        NAME,
        "“{words}” may be meant to be {meant}.",
        "Write it as the person does: {meant}.",
    ),
    "other": (
        NAME,
        "This letter is for {meant}, and it greets {words}.",
        "If it slipped in from another letter, put the right name.",
    ),
    "firm": (
        NAME,
        "{words} is another company in your notes.",
        "If it slipped in from another letter, put the right name.",
    ),
    "stranger": (
        NAME,
        "You know {words} from another application.",
        "If the name slipped in from another letter, put the right one.",
    ),
    "vocative": (
        NAME,
        "This letter is for {meant}, and it speaks to {words}.",
        "If it slipped in from another letter, put the right name.",
    ),
}
"""Kind of slip: code, sentence, way out."""


def _greetable(slip: Slip) -> str:
    return slip.meant or "the right name"


def _worded(kind: Kind, text: str, circle: Circle) -> Iterator[Finding]:
    """TONE-1, TONE-2, TONE-3, and what is private: one finding for each place."""
    late = kind is not Kind.THANK
    for hit in harmful(text, language_of(text), _masked(circle), late=late):
        code = PRIVATE if hit.row.kind == KIND_PRIVATE else WORDING
        yield _worded_as(text, hit.start, hit.end, hit.row.sentence, hit.row.kinder, code)


def _worded_as(text: str, start: int, end: int, why: str, kinder: str, code: str) -> Finding:
    """The finding on the words from `start` to `end`."""
    sentence = why.format(words=_brief(text[start:end]))
    return Finding(start, end, code, sentence, f"Kinder: {kinder}" if code == WORDING else kinder)


def _masked(circle: Circle) -> tuple[str, ...]:
    return (*circle.house, *circle.readers)


def _brief(words: str) -> str:
    """The words on one line, the middle of many left out."""
    each = words.split()
    return " ".join(each if len(each) < 16 else [*each[:8], "…", *each[-4:]])
