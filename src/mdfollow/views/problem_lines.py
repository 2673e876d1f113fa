"""Problems as lines: for people, for editors, for GitHub."""

from collections.abc import Mapping, Sequence

from mdfollow import DOCS
from mdfollow.problem import Fix, Problem, Severity
from mdfollow.views.ends import with_ends
from mdfollow.views.paint import Paint
from mdfollow.views.shown import shown, shown_path

AROUND = 60
"""Characters of a line that are shown on either side of a place."""
GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


_FENCES = frozenset({"", "---", "+++"})


def concise(problem: Problem, paint: Paint) -> str:
    """`notes/acme.md:10:12: error MDF103: …`; a problem of the whole note has no line."""
    place = shown_path(problem.path)
    if problem.line:
        place += f":{problem.line}:{max(problem.column, 1)}"
    colours = {Severity.ERROR: paint.red, Severity.WARNING: paint.yellow}
    kind = paint.on(colours.get(problem.severity, paint.cyan), problem.severity.value)
    return f"{paint.on(paint.bold, place)}: {kind} {problem.code}: {shown(problem.sentence)}"


def full(problem: Problem, texts: Sequence[str], paint: Paint, docs: str = DOCS) -> str:
    """The concise line, the note's own line with the place marked, the way out, and its page."""
    lines = [concise(problem, paint)]
    if 0 < problem.line <= len(texts) and texts[problem.line - 1].strip() not in _FENCES:
        (ended,) = with_ends([problem], texts)
        lines += _quoted(ended, texts[problem.line - 1], paint)
    if problem.way_out:
        lines.append(f"    {shown(problem.way_out)}")
    if docs:
        lines.append(f"    {docs}problems.html#{problem.code.lower()}")
    return "\n".join(lines)


def _quoted(problem: Problem, text: str, paint: Paint) -> list[str]:
    number = str(problem.line)
    start = min(max(problem.column, 1) - 1, len(text))
    stop = problem.end_column - 1
    # Shown piece by piece, so that the mark stands under its place whatever was left out.
    whole = shown(text[start:stop])
    before, marked = _last(shown(text[:start])), _first(whole, 2 * AROUND)
    after = _first(shown(text[stop:]), AROUND) if marked == whole else ""
    bar = paint.on(paint.dim, "|")
    mark = paint.on(paint.red if problem.severity is Severity.ERROR else paint.yellow, "^")
    return [
        f"    {number} {bar} {before}{marked}{after}",
        f"    {' ' * len(number)} {bar} {' ' * len(before)}{mark * max(len(marked), 1)}",
    ]


def _last(text: str) -> str:
    """The end of a long text: a paragraph of a letter is one line."""
    return text if len(text) <= AROUND else f"…{text[1 - AROUND :]}"


def _first(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def github(problem: Problem) -> str:
    """A workflow command of GitHub Actions."""
    place = f"file={_property(problem.path)}"
    if problem.line:
        place += f",line={problem.line},col={max(problem.column, 1)}"
    ends = problem.sentence.endswith((".", "!", "?")) or not problem.way_out
    words = shown(f"{problem.sentence}{' ' if ends else '; '}{problem.way_out}".strip())
    title = _property(problem.code)
    return f"::{GITHUB[problem.severity]} {place},title={title}::{_message(words)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(shown_path(text)).replace(":", "%3A").replace(",", "%2C")


def as_json(problem: Problem) -> Mapping[str, object]:
    """One problem as in `plan --json`; it has its end (`views.ends`)."""
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "line": problem.line,
        "column": problem.column,
        "end_line": problem.end_line,
        "end_column": problem.end_column,
        "message": problem.sentence,
        "hint": problem.way_out,
        "fix": [_edit(fix) for fix in problem.fix] or None,
    }


def _edit(fix: Fix) -> Mapping[str, object]:
    return {
        "line": fix.line,
        "column": fix.column,
        "end_line": fix.line,
        "end_column": fix.end_column,
        "new": fix.new,
    }
