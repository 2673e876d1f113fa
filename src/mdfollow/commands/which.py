"""Which step, note and interview a verb is about, as people name them."""

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from datetime import date

from mdfollow.commands import chosen
from mdfollow.commands.console import Console
from mdfollow.endings import ends_like_a_note
from mdfollow.etiquette.model import Kind
from mdfollow.interview.cast import find_person
from mdfollow.interview.dates import read_date
from mdfollow.interview.model import Interview
from mdfollow.pattern import pattern
from mdfollow.problem import MdfollowError, Severity
from mdfollow.record import dataclass
from mdfollow.session import Session
from mdfollow.sync.result import InterviewReport, NoteReport, State, StepReport
from mdfollow.verbs.doing import OPEN
from mdfollow.views import days
from mdfollow.views.agenda import agenda
from mdfollow.views.paint import PLAIN
from mdfollow.views.problem_lines import concise
from mdfollow.views.shown import shown, shown_path
from mdfollow.views.standing import standing

_ID = pattern(r"mf-[0-9a-z]{6,8}\Z")
_AT = pattern(r"(?P<path>.+):(?P<line>[1-9][0-9]*)\Z")


@dataclass(frozen=True, slots=True)
class Where:
    """A note by its path in the vault, and a line of it (0: the whole note)."""

    path: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Asked:
    """What a few words on the command line point to: an id, or a note and a person."""

    id: str = ""
    where: Where | None = None
    person: str = ""


class UnclearError(Exception):
    """Several things are meant by one name, or none: the lines say which there are."""

    def __init__(self, *lines: str) -> None:
        super().__init__(lines[0])
        self.lines = lines


Found = tuple[NoteReport, InterviewReport, StepReport]


def with_round(parser: ArgumentParser) -> None:
    """Add `--round N`, for a note that tells of several interviews."""
    parser.add_argument(
        "--round", metavar="N", type=int, default=0, help="which interview of the note you mean"
    )


def is_id(text: str) -> bool:
    """Whether `text` is the id of a step."""
    return bool(_ID.match(text))


def note(text: str, session: Session, console: Console) -> Where:
    """The note that `text` names, `acme.md` or `acme.md:12`; MdfollowError where there is none."""
    found = _note(text, session, console)
    if found is None:
        chosen.choice([text], session, console)  # says what is not there
        raise MdfollowError(f"{shown_path(text)} is a folder; name one note.")
    return found


def _note(text: str, session: Session, console: Console) -> Where | None:
    at = _AT.match(text)
    for path, line in ((text, 0), *([(at["path"], int(at["line"]))] if at else [])):
        try:
            choice = chosen.choice([path], session, console)
        except MdfollowError:
            continue
        if choice.files:
            return Where(choice.files[0], line)
    return None


def asked(words: Sequence[str], session: Session, console: Console) -> list[Asked]:
    """`mf-7k2m9q`, `acme.md`, `acme.md Dana Kim`, `Dana Kim`, in any number and order."""
    found: list[Asked] = []
    for word in words:
        where = None if _ID.match(word) else _note(word, session, console)
        last = found[-1] if found else Asked(id="none yet")
        if _ID.match(word):
            found.append(Asked(id=word))
        elif where or ends_like_a_note(word):
            found.append(Asked(where=where or note(word, session, console)))
        elif last.id:
            found.append(Asked(person=word))
        else:
            found[-1] = Asked("", last.where, f"{last.person} {word}".strip())
    return found


def report_of(path: str, reports: Sequence[NoteReport], session: Session) -> NoteReport:
    """The plan of the note at `path`; UnclearError says why it has none."""
    found = next((each for each in reports if each.path == path), None)
    if found is None:
        raise UnclearError(chosen.stranger(path, session))
    if not found.interviews:
        errors = [each for each in found.problems if each.severity is Severity.ERROR]
        reasons = [concise(each, PLAIN) for each in errors or found.problems]
        raise UnclearError(f"{shown_path(path)} has no plan; nothing was written.", *reasons)
    return found


def all_steps(
    wanted: Sequence[Asked], reports: Sequence[NoteReport], session: Session, today: date
) -> list[Found]:
    """Everything that is meant, each once."""
    for one in wanted:
        if one.where:
            report_of(one.where.path, reports, session)
    found = [each for one in wanted for each in steps(one, reports, today)]
    return list(
        {
            (report.path, step.desired.id): (report, each, step) for report, each, step in found
        }.values()
    )


def steps(wanted: Asked, reports: Sequence[NoteReport], today: date) -> list[Found]:
    """The steps that are meant, as they stand; UnclearError where that cannot be told."""
    if wanted.id:
        found = [each for each in _all(reports) if each[2].desired.id == wanted.id]
        if not found:
            raise MdfollowError(f"no step has the id {wanted.id}; `mdfollow plan` shows them all.")
        return found[:1]
    mine = list(_named(wanted, reports))
    at = wanted.where.line if wanted.where else 0
    if exact := [each for each in mine if at and each[2].line == at]:
        return _with_others(exact[0], reports, today)
    ready = [each for each in mine if each[2].state in OPEN]
    due = [each for each in ready if each[2].start <= today]
    due = _letter_first(due) if wanted.person else due
    if wanted.person and not ready:
        due = [
            each for each in mine if each[2].state is State.DONE and (each[2].line or each[2].at)
        ][-1:]
    one_message = not wanted.where and all(_kind(each) is Kind.ATTEMPT for each in due)
    if len(due) == 1 or (due and one_message):
        return due
    raise UnclearError(*_unclear(wanted, due or ready, today, is_due=bool(due)))


def _with_others(found: Found, reports: Sequence[NoteReport], today: date) -> list[Found]:
    """The step of a line as `agenda` prints it, with those that one message makes too (SAME)."""
    ids = {found[2].desired.id}
    for item in agenda(reports, today).items:
        if item.together and (item.path, item.step.line) == (found[0].path, found[2].line):
            ids |= {each.step.desired.id for each in item.others}
    return [each for each in _all(reports) if each[2].desired.id in ids]


def _letter_first(due: list[Found]) -> list[Found]:
    """Of a question and the letter that carries it, the letter."""
    if any(each[2].desired.step.asks for each in due):
        return [each for each in due if _kind(each) is not Kind.ASK]
    return due


def _kind(found: Found) -> Kind:
    return found[2].desired.step.kind


def _all(reports: Sequence[NoteReport]) -> Iterator[Found]:
    for report in reports:
        for each in standing(report):
            yield from ((report, each, step) for step in each.steps)


def _named(wanted: Asked, reports: Sequence[NoteReport]) -> Iterator[Found]:
    for report, each, step in _all(reports):
        if wanted.where and report.path != wanted.where.path:
            continue
        person = step.desired.step.person
        if not wanted.person or (person and find_person([person], wanted.person)):
            yield report, each, step


def _unclear(wanted: Asked, found: Sequence[Found], today: date, *, is_due: bool) -> Iterator[str]:
    path = shown_path(wanted.where.path) if wanted.where else ""
    name = " ".join(filter(None, (path, shown(wanted.person))))
    if not found:
        yield f"{name}: nothing is open here."
        yield "`mdfollow plan` shows what was done and what comes next."
        return
    yield f"{name}: {'several steps are due' if is_due else 'nothing is due yet'}. Name the one:"
    for _, _, step in found:
        when = days.window(step.start, step.due, today)
        yield f"  {step.desired.id}  {shown(step.desired.words)} ({when})"


def interview(report: NoteReport, where: Where, number: int, console: Console) -> InterviewReport:
    """The one interview of the note that is meant: by round, by line, else she is asked."""
    found = list(report.interviews)
    if number:
        found = [each for each in found if each.round == number]
    if len(found) > 1 and where.line:
        above = [each for each in found if each.interview.line <= where.line]
        found = [max(above, key=lambda each: each.interview.line)] if above else found
    if len(found) == 1:
        return found[0]
    rows = [_about(each) for each in report.interviews]
    path = shown_path(report.path)
    if not found:
        raise UnclearError(f"{path}: there is no round {number} here.", *rows)
    if console.can_ask:
        console.say(f"{path} tells of several interviews:")
        console.say(*(f"  {row}: {_about(each).strip()}" for row, each in enumerate(found, 1)))
        answer = console.answer(f"Which one? [1-{len(found)}] ")
        if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(found):
            return found[int(answer) - 1]
    way = f"Say which with --round N, or with its line: {path}:{found[-1].interview.line}"
    raise UnclearError(f"{path} tells of several interviews.", *rows, way)


def same_interview(
    each: InterviewReport, before: NoteReport, after: NoteReport
) -> Interview | None:
    """The interview that `each` of `before` is in the note as it is `after`."""
    if len(after.interviews) != len(before.interviews):
        return None
    return after.interviews[before.interviews.index(each)].interview


def _about(each: InterviewReport) -> str:
    inner = each.interview
    role = f", {shown(inner.role)}" if inner.role else ""
    return f"  round {each.round}: {shown(inner.company)}{role}, {inner.day} (line {inner.line})"


def day(text: str, today: date, order: str) -> date:
    """A day as people type it; one without a year is the first such day from the interview on."""
    names = {"today": 0, "yesterday": -1, "tomorrow": 1}
    if text.lower() in names:
        return date.fromordinal(today.toordinal() + names[text.lower()])
    read = read_date(text, order)
    if read.day is None:
        raise MdfollowError(f"{read.fault}; {read.way_out}.")
    return read.day
