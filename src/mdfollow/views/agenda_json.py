"""The agenda as JSON, described by docs/schema/agenda.json."""

from collections.abc import Mapping
from datetime import date

from mdfollow.views.agenda import Agenda, Appointment, Item, Rest
from mdfollow.views.agenda_words import item_words

VERSION = 1


def agenda_json(vault: str, agenda: Agenda, today: date) -> dict[str, object]:
    """Every line, and with it every step that is said in it."""
    return {
        "version": VERSION,
        "vault": vault,
        "today": today.isoformat(),
        "interviews": [_appointment(each) for each in agenda.appointments],
        "offers": [_rest(rest) for rest in agenda.offers],
        "items": [_line(item) for item in agenda.items],
        "resting": [_rest(rest) for rest in agenda.resting],
        "let_go": [_item(item) for item in agenda.let_go],
    }


def _line(item: Item) -> Mapping[str, object]:
    return {
        "when": item.when.value,
        "day": item.day.isoformat(),
        "line_text": item_words(item),
        **_item(item),
        "questions": list(item.asks),
        "others": [_item(each) for each in item.others],
    }


def _item(item: Item) -> Mapping[str, object]:
    step, person = item.plan, item.plan.person
    return {
        "path": item.path,
        "line": item.step.line,
        "key": step.key,
        "id": item.step.desired.id,
        "kind": step.kind.value,
        "title": item.step.desired.words,
        "company": step.interview.company,
        "role": step.interview.role or None,
        "person": person.name or None if person else None,
        "channel": step.channel.value,
        "not_before": item.step.start.isoformat(),
        "due": item.step.due.isoformat(),
        "state": item.step.state.value,
    }


def _appointment(each: Appointment) -> Mapping[str, object]:
    interview = each.interview
    return {
        "when": each.when.value,
        "path": each.path,
        "line": interview.line,
        "company": interview.company,
        "role": interview.role or None,
        "date": interview.day.isoformat(),
        "time": f"{interview.time:%H:%M}" if interview.time else None,
        "format": interview.format.value if interview.format else None,
        "notes": list(each.notes),
    }


def _rest(rest: Rest) -> Mapping[str, object]:
    return {
        "path": rest.path,
        "company": rest.interview.company,
        "role": rest.interview.role or None,
        "sentence": rest.sentence,
    }
