"""A draft as a message to send: its subject, its text, and the places still open in it."""

import re
from typing import NamedTuple

from mdfollow.letters.left_over import open_slots
from mdfollow.pattern import pattern

SUBJECT = pattern(
    r"\s*(?:Subject|Betreff|Objet|Asunto|Oggetto|Onderwerp|Assunto|Emne|Ämne|Temat) ?:"
    r"[ \t]*([^\n]*)"
)
_ESCAPED = pattern(r"\\([!-/:-@\[-`{-~])")
_COMMENT = pattern(r"<!--.*?-->", re.DOTALL)


class Message(NamedTuple):
    """What goes out: one line of subject (may be empty), a text with newlines."""

    subject: str
    text: str

    @property
    def slots(self) -> tuple[str, ...]:
        """What still waits for words, brackets and all."""
        whole = f"{self.subject}\n\n{self.text}"
        return tuple(whole[each.start : each.end] for each in open_slots(whole))


def message(draft: str) -> Message:
    """Take a draft as it stands apart; escapes of a formatter and her comments stay behind."""
    bare = _ESCAPED.sub(r"\1", _COMMENT.sub("", draft))
    lines = "\n".join(line.rstrip() for line in bare.split("\n"))
    found = SUBJECT.match(lines)
    subject = " ".join(found[1].split()) if found else ""
    text = lines[found.end() :] if found else lines
    return Message(subject, re.sub(r"\n{3,}", "\n\n", text).strip())
