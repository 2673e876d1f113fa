"""What the lines of a dashboard say; every day in them is spelled with its year or against one."""

from collections.abc import Iterable, Sequence

from mdfollow.etiquette.model import Kind, Remark
from mdfollow.etiquette.remarks import Code
from mdfollow.interview.model import Channel, Interview, Status
from mdfollow.sync.result import InterviewReport
from mdfollow.views import days
from mdfollow.views.agenda import Item
from mdfollow.views.agenda_words import listed

OFFER = "an offer to answer"
_ORDER = (Kind.ATTEMPT, Kind.FEEDBACK, Kind.THANK, Kind.ASK)
_WAYS = {
    (Kind.THANK, Channel.CARD): "write a card to {}",
    (Kind.ATTEMPT, Channel.PHONE): "call {}",
    (Kind.ATTEMPT, Channel.EMAIL): "write to {}",
}
_ASK = "ask {} when they expect to decide"
_WORDS = {
    Kind.THANK: "thank {}",
    Kind.ASK: _ASK,
    Kind.ATTEMPT: "write to {}",
    Kind.FEEDBACK: "ask {} for feedback",
}
_WHOEVER = {Kind.THANK: "whoever interviewed you"}


def step_words(items: Sequence[Item], *, met: Sequence[str] = ()) -> str:
    """What the steps of one application on one day ask for: `thank Dana Kim and Sam Roe`.

    With the day it may wait for. The people just `met` are "them".
    """
    groups = _groups(items)
    ways = [way.format(_people(names, met)) for way, names in groups.items()]
    everyone = [name for way, names in groups.items() if way != _ASK for name in names]
    if _ASK in groups and groups[_ASK][0] in everyone:
        ways[-1] = "ask when they expect to decide"
    due, start = max(item.step.due for item in items), items[0].day
    return "; ".join(ways) + (f" (until {days.short(due, start)})" if due > start else "")


def first_words(items: Sequence[Item], met: Sequence[str] = ()) -> str:
    """The same, cut to what presses most: `thank Dana Kim and 2 more`."""
    way, names = next(iter(_groups(items).items()))
    return way.format(_people(names, met, most=2))


def _groups(items: Sequence[Item]) -> dict[str, list[str]]:
    """The ways to reach people, what presses most first, each with whom."""
    groups: dict[str, list[str]] = {}
    for item in sorted(items, key=lambda each: _ORDER.index(each.plan.kind)):
        plan = item.plan
        way = _WAYS.get((plan.kind, plan.channel), _WORDS[plan.kind])
        who = plan.person.name if plan.person else ""
        groups.setdefault(way, []).append(who or _WHOEVER.get(plan.kind, "them"))
    return groups


def _people(names: Sequence[str], met: Sequence[str] = (), most: int = 3) -> str:
    names = list(dict.fromkeys(names))
    if len(names) > 1 and set(names) == set(met):
        return "them"
    return listed(names) if len(names) <= most else f"{names[0]} and {len(names) - 1} more"


def interview_words(interview: Interview) -> str:
    """`interview at 10:00 (onsite) with Dana Kim`."""
    clock = f" at {interview.time:%H:%M}" if interview.time else ""
    held = f" ({interview.format.value})" if interview.format else ""
    names = people_of(interview)
    return f"interview{clock}{held}" + (f" with {_people(names)}" if names else "")


def people_of(interview: Interview) -> list[str]:
    """The names of those who interview."""
    return [each.name for each in interview.people if each.interviewer and each.name]


def stage_words(each: InterviewReport, *, over: bool) -> str:
    """`round 2 (video)`; at the end her own word for it."""
    interview = each.interview
    if over or interview.status is Status.OFFER:
        default = "offer" if interview.status is Status.OFFER else "closed"
        return interview.status_word or default
    held = f" ({interview.format.value})" if interview.format else ""
    return f"{interview.stage or f'round {each.round}'}{held}"


def next_words(
    items: Sequence[Item],
    ahead: Sequence[tuple[str, InterviewReport]],
    interview: Interview,
    remarks: Iterable[Remark],
) -> str:
    """The next step of an application with its day, and the interview before it."""
    coming = ahead[0][1].interview.day if ahead else None
    met = people_of(ahead[0][1].interview) if ahead else ()
    step, day = (first_words(items, met), items[0].day) if items else ("", coming)
    if coming is not None and day is not None and coming <= day:
        then = f", then {step}" if step else ""
        return f"interview {coming.isoformat()}{then}" + (f" {day}" if day > coming else "")
    if items:
        return f"{step}, {day}"
    if interview.status is Status.OFFER:
        return OFFER
    enough = any(remark.code == Code.ENOUGH for remark in remarks)
    return "the next word is theirs" if enough or interview.status is Status.WAITING else ""
