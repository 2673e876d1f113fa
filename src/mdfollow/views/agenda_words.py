"""What the lines of an agenda say."""

from collections.abc import Sequence
from datetime import date

from mdfollow.etiquette.model import Kind
from mdfollow.interview.model import Interview
from mdfollow.views import days
from mdfollow.views.agenda import Agenda, Appointment, Item, When

_NUMBERS = {2: "both", 3: "all three", 4: "all four", 5: "all five"}


def item_words(item: Item) -> str:
    """A step with what is said in the same line."""
    if item.together:
        return _together(item)
    if not item.others:
        return item.step.desired.words
    if item.plan.kind is Kind.THANK:
        return _thanks(item)
    return item.step.desired.words + _more(item, _others(item, {_person(item)}))


def _together(item: Item) -> str:
    """SAME: one message for several applications."""
    who = item.plan.person.name if item.plan.person else "them"
    companies = sorted({each.company for each in item.all})
    what = companies if len(companies) == len(item.all) else _roles(item)
    count = _NUMBERS.get(len(item.all), f"all {len(item.all)}")
    return f"One message to {who} can ask about {count}: {listed(what)}"


def _roles(item: Item) -> list[str]:
    told = (each.plan.interview for each in item.all)
    return sorted(f"{one.company}, {one.role}" if one.role else one.company for one in told)


def _thanks(item: Item) -> str:
    """Thank-yous of one application in one sentence; the question goes with its letter."""
    thanks = [each for each in item.all if each.plan.kind is Kind.THANK and each.when is item.when]
    names = [each.plan.person.name for each in thanks if each.plan.person]
    words = item.step.desired.words
    if len(names) > 1:
        words = f"Thank {listed(names)} ({item.company})"
    asks = [each for each in item.others if each.plan.kind is Kind.ASK]
    carried = [each for each in asks if any(thank.plan.asks for thank in thanks)]
    words += "; ask when they expect to decide" if carried else ""
    rest = [each for each in item.others if each not in thanks and each not in carried]
    return words + _more(item, len(rest))


def _others(item: Item, people: set[str]) -> int:
    """How many more people there is something for: one contact to one person is enough."""
    return len([each for each in item.others if _person(each) not in people])


def _person(item: Item) -> str:
    person = item.plan.person
    return person.slug if person else ""


def _more(item: Item, number: int) -> str:
    return f", and {number} more" if number else ""


def listed(names: Sequence[str]) -> str:
    """`Acme, Birch and Cedar`."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def item_day(item: Item, today: date) -> str:
    """When: for today until when, for what is past its day that day and no word of how long."""
    due = max(each.step.due for each in item.all) if item.together else item.step.due
    if item.when is When.TODAY:
        return "today" if due <= today else f"by {days.short(due, today)}"
    if item.when is When.STILL_GOOD:
        return days.short(item.day, today)
    return days.window(item.day, max(due, item.day), today)


def appointment_words(each: Appointment) -> str:
    """The interview itself."""
    return interview_words(each.interview)


def interview_words(interview: Interview) -> str:
    """`Interview at Acme, Platform Engineer (onsite)`."""
    role = f", {interview.role}" if interview.role else ""
    held = f" ({interview.format.value})" if interview.format else ""
    return f"Interview at {interview.company}{role}{held}"


def appointment_day(each: Appointment, today: date) -> str:
    """Its time where it is today, else its day, and the time where one is known."""
    clock = f"{each.interview.time:%H:%M}" if each.interview.time else ""
    if each.when is When.TODAY:
        return clock or "today"
    return f"{days.short(each.interview.day, today)} {clock}".rstrip()


def resting_words(agenda: Agenda) -> str:
    """All applications at rest in one line; empty where none is."""
    names = dict.fromkeys(rest.interview.company for rest in agenda.resting)
    return f"The next word is theirs: {listed(list(names))}." if names else ""


def let_go_words(agenda: Agenda) -> str:
    """What the clock took out, counted."""
    number = len(agenda.let_go)
    if not number:
        return ""
    one = number == 1
    went = "1 step went away because its" if one else f"{number} steps went away because their"
    return f"{went} time has passed; `mdfollow agenda --all` names {'it' if one else 'them'}."


def status_line(agenda: Agenda) -> str:
    """One line for a status bar: what comes first, and how much more there is today."""
    first = [appointment_words(each) for each in agenda.appointments if each.when is When.TODAY]
    first += [f"{rest.interview.company}: an offer to answer" for rest in agenda.offers]
    first += [item_words(item) for item in agenda.items if item.when is When.TODAY]
    if not first:
        good = sum(item.when is When.STILL_GOOD for item in agenda.items)
        near = next((each for each in agenda.appointments if each.notes), None)
        coming = f"tomorrow: {appointment_words(near)}" if near else ""
        rest = coming or (f"{good} still good to do" if good else "")
        return f"nothing today; {rest}" if rest else "nothing today"
    return first[0] + (f" (and {len(first) - 1} more)" if len(first) > 1 else "")
