"""Her texts and file names as they may be shown: one line, no control characters (safety 5.3)."""

import unicodedata

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
_JOINERS = frozenset("\u200c\u200d")


def shown(text: str) -> str:
    """`text` on one line; a character that could move the cursor or turn the line is left out."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_letter(char) for char in text)


def _letter(char: str) -> str:
    if not _is_hidden(char):
        return char
    return " " if char in "\t\n\r\u2028\u2029" else ""


def _is_hidden(char: str) -> bool:
    return char not in _JOINERS and unicodedata.category(char) in _HIDDEN


def shown_path(path: str) -> str:
    """A path on one line, every such character spelled out, so that no two look the same."""
    if path.isascii() and path.isprintable():
        return path
    return "".join(ascii(char)[1:-1] if _is_hidden(char) else char for char in path)
