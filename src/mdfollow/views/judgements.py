"""What is said of judged notes: of one that was asked about, and of all that are nearly ours."""

from collections.abc import Mapping, Sequence

from mdfollow.interview import codes
from mdfollow.interview.detect import Judgement, Kind
from mdfollow.interview.nearly import Missing
from mdfollow.problem import Fix, Problem, Severity
from mdfollow.views.shown import shown, shown_path

NAMED = 3
"""How many notes that are nearly interviews a first hour is told by name."""

_CALLED = {Kind.INTERVIEW: "an interview", Kind.NEARLY: "nearly an interview"}
_ADD = "add the line `{}` to its fields"
_NOTHING = "so there is nothing to do"
_IF_IT_IS = "If it is one, give it the lines `company:` and `interview_date:`"


def explained(path: str, verdict: Judgement) -> str:
    """One line on a note that was asked about: what it is to mdfollow, and why."""
    called = _CALLED.get(verdict.what, "no interview note")
    said = f"{shown_path(path)}: {called}: {shown(verdict.reason)}"
    if verdict.missing:
        return f"{said}; {way_out(verdict.missing)}."
    if verdict.what is Kind.NONE:
        return f"{said}. {_IF_IT_IS}."  # she asked about it, so perhaps she expected a plan
    return f"{said}." if verdict.what is Kind.INTERVIEW else f"{said}, {_NOTHING}."


def way_out(missing: Missing) -> str:
    """What to write: the line itself where the note shows its value."""
    if missing.lines:
        lines = " and ".join(f"`{line}`" for line in missing.lines)
        top = f"put {lines} between two lines `---` at its very top"
        return top if missing.on_top else f"add the lines {lines} to its fields"
    if not missing.value:
        example = f"`{missing.with_value('Acme' if missing.key == 'company' else '2026-11-03')}`"
        there = f"fill it in, as in {example}" if missing.instead else ""
        return there or f"add a line like {example} to its fields"
    return f"write `{missing.line}` there" if missing.instead else _ADD.format(missing.line)


def nearly(path: str, missing: Missing) -> Problem:
    """A note that looks like an interview and lacks one line, as a finding."""
    sentence = f"this looks like an interview, but {missing.reason}"
    line, column = missing.place.line, missing.place.column
    slip = missing.instead and missing.instead != missing.key
    fix = (Fix(line, column, missing.instead, missing.key),) if slip else ()
    out = way_out(missing)
    return Problem(path, line, column, codes.NEARLY, sentence, out, Severity.HINT, fix=fix)


def summary(found: Mapping[str, Missing]) -> list[str]:
    """The one line that ends a sync, or none."""
    if not found:
        return []
    many = len(found) > 1
    notes = f"{len(found)} notes look like interviews" if many else "1 note looks like an interview"
    have = "have" if many else "has"
    return [f"{notes} but {have} no plan; `mdfollow check` says what is missing."]


def beside(vaults: Sequence[str]) -> list[str]:
    """A line for every vault inside the vault that has interviews of its own."""
    return [
        f"{shown_path(vault)} is a vault of its own; `mdfollow sync --vault {shown_path(vault)}` "
        "plans its interviews."
        for vault in vaults
    ]


def first_hour(found: Mapping[str, Missing]) -> list[str]:
    """Up to three notes that are nearly interviews, each with its line, the others counted."""
    if not found:
        return []
    named = sorted(found)[:NAMED]
    lines = [f"  {shown_path(path)}: {shown(_short(found[path]))}" for path in named]
    rest = len(found) - len(named)
    more = [f"  and {rest} more; `mdfollow check` names them all"] if rest else []
    lead = "These look like interviews and lack one line each:"
    return [lead if len(found) > 1 else "This one looks like an interview and lacks one line:",
            *lines, *more, ""]  # fmt: skip


def _short(missing: Missing) -> str:
    return f"{missing.reason}; {way_out(missing)}"
