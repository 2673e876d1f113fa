"""From the plan to the entries of a calendar: what stands open in the notes, and the interviews."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from urllib.parse import quote
from zoneinfo import ZoneInfo

from mdfollow.calendar.entry import Condition, Entry, Kind
from mdfollow.etiquette.same import together
from mdfollow.interview.model import Channel, Interview, Status
from mdfollow.interview.names import company_key, role_key
from mdfollow.record import dataclass, replace
from mdfollow.sync.result import InterviewReport, NoteReport, State, StepReport
from mdfollow.views.agenda import Item, When, is_next
from mdfollow.views.agenda_words import interview_words, item_words
from mdfollow.views.shown import shown, shown_path
from mdfollow.views.standing import standing

PRIVATE = {
    Channel.EMAIL: "Write a note",
    Channel.PHONE: "Make a call",
    Channel.CARD: "Write a card",
}
"""Titles that name nobody."""
PRIVATE_INTERVIEW = "Appointment"
_CLOSED = {State.DONE: Condition.DONE, State.CANCELLED: Condition.CANCELLED}


@dataclass(frozen=True, slots=True)
class Options:
    """What goes into a calendar, and how.

    `alarm` is a time on the due day. `private`: no name and no path. `everything`: what is done
    and cancelled, too. `app` is the program that links lead to (`obsidian`, or none), `vault` the
    vault's name there.
    """

    kinds: frozenset[Kind] = frozenset(Kind)
    alarm: time | None = None
    private: bool = False
    everything: bool = False
    app: str = ""
    vault: str = ""


def entries(reports: Sequence[NoteReport], options: Options) -> tuple[Entry, ...]:
    """Every entry the calendar should have, sorted by uid."""
    found = {}
    told = set()
    noted = [(report, each) for report in reports for each in standing(report)]
    shared = _shared(noted)
    for report, each in noted:
        for entry in _steps(report, each, shared, options):
            found[entry.uid] = entry
        name = _name(each.interview)
        if Kind.INTERVIEW in options.kinds and name not in told and _is_held(each.interview):
            told.add(name)
            found[each.id] = _interview(report, each, options)
    return tuple(found[uid] for uid in sorted(found))


def _name(interview: Interview) -> tuple[str, str, date]:
    """Two notes may tell of one interview; it is in the calendar once."""
    return company_key(interview.company), role_key(interview.role), interview.day


def _is_held(interview: Interview) -> bool:
    return interview.status is not Status.CANCELLED


def _shared(noted: Sequence[tuple[NoteReport, InterviewReport]]) -> dict[str, str]:
    """SAME: the sentence for each check-in that one message makes together with others, by id."""
    items = {
        (step.desired.step.path, step.desired.step.key): Item(
            When.LATER, report.path, step, step.start
        )
        for report, each in noted
        for step in each.steps
        if _condition(report, step) is Condition.OPEN
    }
    found: dict[str, str] = {}
    for group in together([item.plan for item in items.values()]):
        first, *others = (items[step.path, step.key] for step in group)
        if len({_name(step.interview)[:2] for step in group}) > 1:
            words = item_words(replace(first, others=tuple(others), together=True))
            found |= {item.step.desired.id: f"{words}." for item in (first, *others)}
    return found


def _steps(
    report: NoteReport, each: InterviewReport, shared: Mapping[str, str], options: Options
) -> Iterator[Entry]:
    for step in each.steps:
        condition = _condition(report, step)
        if condition is None or not (options.everything or condition is Condition.OPEN):
            continue
        if Kind.TASK in options.kinds:
            yield _step(Kind.TASK, report, step, condition, shared, options)
        if Kind.DAY in options.kinds and condition is Condition.OPEN:
            yield _step(Kind.DAY, report, step, condition, shared, options)


def _condition(report: NoteReport, step: StepReport) -> Condition | None:
    """How a step stands; None where it is nothing for a calendar.

    What a sync would write next counts where a plan stands already: a note that has none yet may
    be one she does not want planned.
    """
    if step.state is State.PLANNED and report.first:
        return None
    return Condition.OPEN if is_next(step) else _CLOSED.get(step.state)


def _step(
    kind: Kind,
    report: NoteReport,
    step: StepReport,
    condition: Condition,
    shared: Mapping[str, str],
    options: Options,
) -> Entry:
    plan = step.desired.step
    is_task = kind is Kind.TASK
    rings = is_task or Kind.TASK not in options.kinds
    title = PRIVATE[plan.channel] if options.private else shown(step.desired.words)
    # The reason is the plan's; where the dates are hers, it would explain another day.
    why = plan.why if (step.start, step.due) == (plan.window.start, plan.window.due) else ""
    return Entry(
        kind,
        step.desired.id,
        title,
        step.due,
        plan.interview.day,
        _text(report, (why, shared.get(step.desired.id, "")), options),
        _link(report, options),
        start=step.start if is_task and step.start < step.due else None,
        condition=condition,
        made=step.done if condition is Condition.DONE else None,
        alarm=options.alarm if rings and condition is Condition.OPEN else None,
    )


def _interview(report: NoteReport, each: InterviewReport, options: Options) -> Entry:
    interview = each.interview
    title = PRIVATE_INTERVIEW if options.private else shown(interview_words(interview))
    zone = _zone(interview.timezone)
    words = interview.timezone if interview.time and interview.timezone and zone is None else ""
    clock = f"The note says {interview.time:%H:%M} {words}." if words else ""
    return Entry(
        Kind.INTERVIEW,
        each.id,
        title,
        _moment(interview, zone),
        interview.day,
        _text(report, (clock,), options),
        _link(report, options),
    )


def _moment(interview: Interview, zone: ZoneInfo | None) -> date | datetime:
    """When it begins: floating, as her own clock says, where no zone is known."""
    if interview.time is None:
        return interview.day
    floating = datetime.combine(interview.day, interview.time)
    return floating.replace(tzinfo=zone).astimezone(UTC) if zone else floating


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if "/" in name else None
    except (ValueError, OSError):
        return None


def _text(report: NoteReport, reasons: Sequence[str], options: Options) -> str:
    """Why, and in which note."""
    if options.private:
        return ""
    return "\n".join(filter(None, (*map(shown, reasons), shown_path(report.path))))


def _link(report: NoteReport, options: Options) -> str:
    if options.private or options.app != "obsidian":
        return ""
    vault, path = (quote(text, safe="", errors="ignore") for text in (options.vault, report.path))
    return f"obsidian://open?vault={vault}&file={path}"
