"""The built-in letters as files of templates, to begin one's own from."""

import re

from mdfollow.letters.cards import CARDS, QUESTIONS, Card
from mdfollow.letters.checkin import CHECK_INS, CheckIn
from mdfollow.letters.feedback import ASKING, Asking
from mdfollow.letters.notes import ASKED, INTEREST, NOTES, Note
from mdfollow.letters.voicemail import CALLS, Call

SLOTS = {
    "learned": "what you learned in the interview",
    "skill": "a skill or result that helps with it",
    "me": "your name",
    "phone": "your number",
}
BETWEEN = "\n===\n"


def exported() -> dict[str, str]:
    """File name without ending → the text of that file, every wording that is built in."""
    return {
        "thank-email": BETWEEN.join(
            _note(note, INTEREST[""][number], ASKED[number]) for number, note in enumerate(NOTES)
        ),
        "thank-card": BETWEEN.join(map(_card, CARDS, QUESTIONS)),
        "check-in": BETWEEN.join(map(_check_in, CHECK_INS)),
        "call": BETWEEN.join(map(_call, CALLS)),
        "feedback": BETWEEN.join(map(_asking, ASKING)),
    }


def _open(sentence: str) -> str:
    """A sentence of the tables in the spelling of templates."""

    def hole(hit: re.Match[str]) -> str:
        slot = SLOTS.get(hit[1], "")
        return f"{{{{{hit[1]}|{slot}}}}}" if slot else f"{{{{{hit[1]}}}}}"

    return re.sub(r"\{(\w+)\}", hole, sentence)


def _letter(subject: str, paragraphs: list[list[str]], closing: str) -> str:
    """A letter from subject (may be empty) to sign-off, one sentence a line."""
    top = [[f"Subject: {subject}"]] if subject else []
    rows = [*top, ["Dear {name},"], *paragraphs]
    body = "\n\n".join("\n".join(map(_open, row)) for row in rows)
    return f"{body}\n\n{closing}\n? {{{{me}}}}\n"


def _note(note: Note, interest: str, asked: str) -> str:
    parts = {
        "thanks": note.thanks,
        "learned": note.saying,
        "skill": note.skill,
        "tail": note.tail,
        "interest": interest,
    }
    paragraphs = [[parts[name] for name in row if parts[name]] for row in note.rows]
    letter = _letter(note.subject, paragraphs, f"{note.closing},")
    before, gap, farewell = letter.rpartition("\n\n")
    return f"{before}\n? {{{{asked}}}}{asked}{gap}{farewell}"


def _card(card: Card, question: str) -> str:
    sentences = [card.thanks, card.saying, card.skill, card.interest]
    asked = f"? {{{{asked}}}}{question[0].upper()}{question[1:]}"
    letter = _letter("", [sentences], f"{card.closing},")
    before, gap, farewell = letter.rpartition("\n\n")
    return f"{before}\n{asked}{gap}{farewell}"


def _check_in(each: CheckIn) -> str:
    optional = [f"? {each.skill}", f"? {each.news}"]
    letter = _letter(
        each.subject, [[each.met, *optional], [each.question, each.offer]], f"{each.closing},"
    )
    return letter.replace("{{skill|" + SLOTS["skill"] + "}}", "{{skill}}")


def _call(each: Call) -> str:
    points = [each.interest, each.question, each.offer]
    rows = [
        f"To open: “{each.moment}”",
        *(
            f"{count}: {point}"
            for count, point in zip(("First", "Second", "Third"), points, strict=True)
        ),
        f"Voice mail: “{each.voice}”",
    ]
    return "\n\n".join(map(_open, rows)) + "\n"


def _asking(each: Asking) -> str:
    opening = each.opening.replace("{about_it}", "")
    return _letter(each.subject, [[opening, each.plain, each.question]], f"{each.closing},")
