"""Thank-you e-mails and note cards, put together from the tables."""

import re

from mdfollow.letters.cards import CARDS, QUESTIONS
from mdfollow.letters.facts import Facts
from mdfollow.letters.grammar import Woven, did, heard, tidy
from mdfollow.letters.names import called
from mdfollow.letters.notes import ASKED, INTEREST, NOTES, THROUGH, Note
from mdfollow.letters.words import LEARNED_SLOTS, SKILL_SLOTS, slot, words

THROUGH_SUBJECT = "A note of thanks for {whom}"
SHORT = frozenset({"executive"})
"""Readers who get one paragraph without the tail."""


def thank_you(facts: Facts, variant: int, signature: str) -> str:
    """A thank-you e-mail, or the card when the channel is a card (TY-3 to TY-8, CH-1, ADDR)."""
    values = words(facts, variant)
    if facts.channel == "card":
        return _card(facts, variant, values, signature)
    note = NOTES[variant]
    parts = _parts(note, facts, variant, values)
    rows = note.rows if facts.part not in SHORT else (sum(note.rows, ()),)
    paragraphs = [" ".join(parts[name] for name in row if parts[name]) for row in rows]
    if facts.asked:
        paragraphs[-1] += f" {ASKED[variant]}"
    top = [note.subject_with_role if facts.role else note.subject]
    if facts.via:
        values |= {"via": called(facts.via), "whom": facts.person or "whoever interviewed me"}
        top = [THROUGH_SUBJECT, THROUGH[variant]]
    top[0] = f"Subject: {top[0]}"
    head = [text.format_map(values) for text in (*top, "Dear {name},")]
    return "\n\n".join([*map(tidy, head + paragraphs), f"{note.closing}{signature}"])


def _parts(note: Note, facts: Facts, variant: int, values: dict[str, str]) -> dict[str, str]:
    """Part name → its sentence, empty when left out."""
    kind = "informational" if facts.format == "informational" else facts.part
    interest = INTEREST.get(kind, INTEREST[""])[variant]
    skill = _skill(facts, values)
    values = values | {"skill": skill.text}
    sentences = {
        "thanks": note.again if facts.again else note.thanks,
        "skill": _framed(note, skill),
        "tail": note.tail if _tailed(facts, skill) else "",
        "interest": interest,
    }
    parts = {name: sentence.format_map(values) for name, sentence in sentences.items()}
    return parts | {"learned": _learned(note.topic, note.saying, facts, values)}


def _tailed(facts: Facts, skill: Woven) -> bool:
    """Whether the skill may be made something of: an answer to be finished may not."""
    open_answer = facts.stage == "technical" and not facts.skill
    return bool(skill.text) and facts.part not in SHORT and not open_answer


def _framed(note: Note, skill: Woven) -> str:
    """The sentence that fits the form of the skill; empty without one."""
    clause = re.match(r"I\b", skill.text) and ". " not in skill.text
    fitting = (note.clause if clause else "") or (note.phrase if skill.topic else "")
    return (fitting or note.skill) if skill.text else ""


def _learned(topic: str, saying: str, facts: Facts, values: dict[str, str]) -> str:
    """The sentence about something learned: the fact woven in or set off, else its slot."""
    if not facts.learned:
        return topic.format_map(values | {"learned": slot(LEARNED_SLOTS, facts, values)})
    woven = heard(facts.learned, called(facts.person, formal=True))
    return (topic if woven.topic else saying).format_map(values | {"learned": woven.text})


def _skill(facts: Facts, values: dict[str, str]) -> Woven:
    """The skill, its slot, or nothing where a third slot or a sales pitch would stand."""
    if facts.skill:
        return did(facts.skill)
    if facts.format == "informational" or (values["name"].startswith("[") and not facts.learned):
        return Woven("", topic=False)
    return Woven(slot(SKILL_SLOTS, facts, values), topic=facts.stage != "technical")


def _card(facts: Facts, variant: int, values: dict[str, str], signature: str) -> str:
    """A card: greeting, two to four sentences, sign-off."""
    card = CARDS[variant]
    skill = _skill(facts, values)
    values = values | {"skill": skill.text}
    interest = card.informational if facts.format == "informational" else card.interest
    if facts.asked:
        interest = f"{interest.rstrip('.')}; {QUESTIONS[variant]}"
    sentences = [
        card.thanks.format_map(values),
        _learned(card.topic, card.saying, facts, values),
        card.skill.format_map(values) if skill.text else "",
        interest.format_map(values),
    ]
    body = tidy(" ".join(sentence for sentence in sentences if sentence))
    greeting = tidy("Dear {name},".format_map(values))
    return "\n\n".join((greeting, body, f"{card.closing}{signature}"))
