"""Where a problem ends: told from the note's own line, for every code alike."""

import re
from collections.abc import Iterable, Sequence

from mdfollow.document.source import Source
from mdfollow.pattern import pattern
from mdfollow.problem import Fix, Problem
from mdfollow.record import replace

_KEY = pattern(r"[\s#+:>*-]*")
_KEY_END = pattern(r"\s*(?:::?|=|\Z)(?:\s|\Z)")
_QUOTED = pattern(r"'(.+)'")


def ended(data: bytes, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """As `with_ends`, for a note given by its bytes; without problems they are not looked at."""
    found = tuple(problems)
    return with_ends(found, texts_of(data)) if found else ()


def texts_of(data: bytes) -> tuple[str, ...]:
    """The lines of a note as far as they are text."""
    return Source(data.decode("utf-8", "replace").encode()).texts


def with_ends(problems: Iterable[Problem], texts: Sequence[str]) -> tuple[Problem, ...]:
    """The problems of one note with their ends, and with the fixes that fit its lines."""
    return tuple(_ended(each, texts) for each in problems)


def _ended(problem: Problem, texts: Sequence[str]) -> Problem:
    if not 0 < problem.line <= len(texts):
        return replace(problem, fix=())
    fix = tuple(fitting for each in problem.fix if (fitting := _fitting(each, texts)))
    if problem.end_column:
        return replace(problem, end_line=problem.end_line or problem.line, fix=fix)
    text = texts[problem.line - 1]
    start = min(max(problem.column, 1) - 1, len(text))
    end = min(max(_stop(problem, text, start), start), max(len(text), start))
    return replace(problem, end_line=problem.line, end_column=end + 1, fix=fix)


def _fitting(fix: Fix, texts: Sequence[str]) -> Fix | None:
    """The fix where its old text stands, which may be behind a quotation mark; else none."""
    text = texts[fix.line - 1] if 0 < fix.line <= len(texts) else ""
    for column in (fix.column, fix.column + 1):
        if text.startswith(fix.old, column - 1):
            return replace(fix, column=column)
    return None


def _stop(problem: Problem, text: str, start: int) -> int:
    """Where the key or value that begins at `start` ends, as far as the line tells."""
    quoted = _QUOTED.search(problem.sentence)
    if quoted and text.startswith((quoted[1], f"'{quoted[1]}", f'"{quoted[1]}'), start):
        return text.index(quoted[1], start) + len(quoted[1])
    if _KEY.fullmatch(text[:start]) and (colon := _KEY_END.search(text, start)):
        return max(colon.start(), start + 1)
    rest = text[start:].partition(" #")[0]
    if text.count("[", 0, start) > text.count("]", 0, start) or "{" in text[:start]:
        rest = re.split(r"[,\]}]", rest, maxsplit=1)[0]
    return start + max(len(rest.rstrip()), 1)
