"""The column of a character as others count it: bytes of UTF-8, or units of UTF-16 (editors)."""

from enum import StrEnum


class Unit(StrEnum):
    """What columns are counted in; the values are the names the Language Server Protocol has."""

    CHARACTERS = "utf-32"
    UTF_8 = "utf-8"
    UTF_16 = "utf-16"


def column_in(unit: Unit, text: str, column: int) -> int:
    """Column (from 1, in characters) of a line, counted from 1 in `unit` instead."""
    before = text[: column - 1]
    beyond = max(column - 1 - len(text), 0)
    match unit:
        case Unit.CHARACTERS:
            return column
        case Unit.UTF_8:
            return len(before.encode("utf-8", "surrogatepass")) + beyond + 1
        case Unit.UTF_16:
            return len(before.encode("utf-16-le", "surrogatepass")) // 2 + beyond + 1
