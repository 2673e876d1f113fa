"""Her texts and file names as they may be printed (safety 5.3).

`printable` is the one door: everything that is printed goes through it, so that no byte of a note,
a name or a setting commands the terminal. `shown` and `shown_path` are for texts on one line.
"""

import re
import unicodedata

from mdfollow.pattern import pattern

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_JOINERS = frozenset("\u200c\u200d")
_BLANKS = {ord(char): " " for char in "\t\n\r\u2028\u2029"}
_TURNING = "\u202a-\u202e\u2066-\u2069"
"""What turns the direction of the text that follows."""
_COMMAND = f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_TURNING}\ud800-\udfff]"
_COMMANDS = pattern(_COMMAND + "|\r(?!\n)")
_COLOUR = r"\x1b\[(?:[012]|3[1-6])m"
_OR_COLOURS = pattern(rf"({_COLOUR})|{_COMMAND}|\r(?!(?:{_COLOUR})?\n)")
_IN_JSON = pattern(f"[\x7f-\x9f{_TURNING}\ud800-\udfff]")


def printable(text: str, *, colours: bool = False) -> str:
    r"""`text` with every character that a terminal would obey spelled out, as `\x1b`.

    Tabs and the ends of lines stay; with `colours` so do the codes of `views.paint`.
    """
    if text.replace("\n", "").isprintable():
        return text
    shape = _OR_COLOURS if colours else _COMMANDS
    return shape.sub(_spelled_or_colour if colours else _spelled, text)


def _spelled(found: "re.Match[str]") -> str:
    return ascii(found[0])[1:-1]


def _spelled_or_colour(found: "re.Match[str]") -> str:
    return found[1] or _spelled(found)


def in_json(text: str) -> str:
    r"""JSON with the same characters spelled as it spells them: `\u009b` is the same text."""
    return _IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def shown(text: str) -> str:
    """`text` on one line: commands to a terminal spelled out, what else is invisible left out."""
    if text.isascii() and text.isprintable():
        return text
    return cleaned(printable(text.translate(_BLANKS)))


def cleaned(text: str) -> str:
    """`text` on one line, whatever is invisible left out: how it may be written into a note."""
    return "".join(char for char in text.translate(_BLANKS) if not _is_hidden(char))


def _is_hidden(char: str) -> bool:
    return char not in _JOINERS and unicodedata.category(char) in _HIDDEN


def shown_path(path: str) -> str:
    """A path on one line, every such character spelled out, so that no two look the same."""
    if path.isascii() and path.isprintable():
        return path
    return "".join(ascii(char)[1:-1] if _is_hidden(char) else char for char in path)
