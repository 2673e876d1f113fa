"""Colours as a value: a view is given its paint, and the plain one changes nothing."""

from mdfollow.record import dataclass


@dataclass(frozen=True, slots=True)
class Paint:
    """The codes put before a piece of text; `off` ends them. All empty: no colour."""

    bold: str = ""
    dim: str = ""
    red: str = ""
    green: str = ""
    yellow: str = ""
    cyan: str = ""
    off: str = ""

    def on(self, code: str, text: str) -> str:
        """`text` in the colour `code`, one of this paint's own."""
        return f"{code}{text}{self.off}" if code and text else text


PLAIN = Paint()
ANSI = Paint(
    bold="\x1b[1m",
    dim="\x1b[2m",
    red="\x1b[31m",
    green="\x1b[32m",
    yellow="\x1b[33m",
    cyan="\x1b[36m",
    off="\x1b[0m",
)
