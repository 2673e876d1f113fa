"""The sentences a sync has for a note: problems, and what was done."""

from collections.abc import Sequence

from mdfollow.interview.model import Interview
from mdfollow.problem import Problem, Severity
from mdfollow.sync.claims import Claim
from mdfollow.sync.standing import Actual, Change, Home
from mdfollow.sync.trace import VERSION, Trace

CONFLICT = "MDF201"
UNCLOSED = "MDF202"
UNDECODABLE = "MDF203"
COPIED = "MDF204"
WITHOUT_COMMENT = "MDF205"
VERSION_AHEAD = "MDF206"
UNPROVEN = "MDF207"
KEPT = "MDF208"
RENAMED = "MDF209"
MOVED = "MDF211"


def conflict(path: str, line: int) -> Problem:
    """Both sides of a git merge stand in the note."""
    sentence = "a merge conflict is not solved yet, so this note is left alone"
    way_out = "keep the lines you want and delete the <<<<<<< and >>>>>>> lines"
    return Problem(path, line, 1, CONFLICT, sentence, way_out)


def unclosed(path: str, line: int, what: str) -> Problem:
    """The plan's place is inside something that never ends; `what` names it."""
    sentence = f"the note ends inside {what}, where tasks would not count"
    return Problem(path, line, 1, UNCLOSED, sentence, "close it, and the plan can follow")


def undecodable(path: str, line: int) -> Problem:
    """The note's bytes are no UTF-8."""
    sentence = "this line is not UTF-8 text, so the note is left alone"
    return Problem(path, line, 1, UNDECODABLE, sentence, "save the note as UTF-8")


def copied(home: Home, claim: Claim) -> Problem:
    """Merge-cases 18: a second file with the same interview and the same plan."""
    sentence = f"this looks like a copy of {claim.original}, so it is left alone"
    way_out = "delete the one you do not need, or change its date if it is another interview"
    return _of(home, COPIED, sentence, way_out, Severity.WARNING)


def without_comment(home: Home) -> Problem:
    """Merge-cases 16: our lines without the comment that knows them."""
    sentence = "the comment that belongs to the tasks of this plan is gone; nothing was written"
    way_out = f"to write a new plan, run: mdfollow sync --again {home.path}"
    return _of(home, WITHOUT_COMMENT, sentence, way_out)


def moved(home: Home, task: Actual) -> Problem:
    """Merge-cases 19: the plan that would be made here stands in another file."""
    sentence = f"the plan of this interview stands in {task.at}; nothing was written"
    way_out = f"to write a new plan here, run: mdfollow sync --again {home.path}"
    return _of(home, MOVED, sentence, way_out, Severity.WARNING)


def unknown_version(home: Home, trace: Trace) -> Problem:
    """A comment of a newer mdfollow."""
    sentence = (
        f"the plan in this note was written by a newer mdfollow (state {trace.version}, "
        f"this one reads {VERSION}); it is left alone"
    )
    return _of(home, VERSION_AHEAD, sentence, "update mdfollow on this machine")


def renamed_company(home: Home, first: Interview, before: str, other: str) -> Problem:
    """Merge-cases 35: the company got another name here than in the note at `other`."""
    sentence = f"the company is {first.company!r} here, but still {before!r} in {other}"
    way_out = "write the same name in both, and they count as one application again"
    return _of(home, RENAMED, sentence, way_out, Severity.HINT, first.line)


def kept(home: Home, actual: Actual) -> Problem:
    """Merge-cases 42: a task the plan no longer needs stays for what hangs on it."""
    sentence = "the plan no longer needs this task; it stays because of what you added to it"
    return _of(
        home, KEPT, sentence, "tick or delete it whenever you like", Severity.HINT, actual.line
    )


def _of(
    home: Home,
    code: str,
    sentence: str,
    way_out: str,
    severity: Severity = Severity.ERROR,
    line: int = 0,
) -> Problem:
    """A problem of one home: where a person finds it, unless a line is given."""
    return Problem(home.path, line or home.line, 1, code, sentence, way_out, severity)


def facts(changes: Sequence[Change], *, first: bool) -> tuple[str, ...]:
    """What happened to a note, a short phrase each."""
    added = sum(1 for each in changes if each.add)
    drafts = sum(1 for each in changes if each.draft and not each.remove)
    moved = sum(1 for each in changes if each.window)
    reworded = sum(1 for each in changes if each.words and not each.window)
    let_go = sum(1 for each in changes if each.over == "time")
    gone = sum(1 for each in changes if each.remove) - let_go
    phrases = [
        ("first plan", int(first)),
        (f"{added} {_tasks(added)} added", added),
        (f"{drafts} {'draft' if drafts == 1 else 'drafts'} written", drafts),
        (f"{moved} {_tasks(moved)} moved", moved),
        (f"{reworded} {_tasks(reworded)} reworded", reworded),
        (f"{gone} {_tasks(gone)} taken out", gone),
        (let_go_words(let_go), let_go),
    ]
    return tuple(phrase for phrase, number in phrases if number) or ("noted what you did",)


def let_go_words(number: int) -> str:
    """OVER-4: `3 steps whose time has passed were taken out`."""
    steps, were = ("step", "was") if number == 1 else ("steps", "were")
    return f"{number} {steps} whose time has passed {were} taken out"


def _tasks(number: int) -> str:
    return "task" if number == 1 else "tasks"
