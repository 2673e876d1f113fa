"""The agenda for a terminal, as Markdown and as JSON."""

from collections.abc import Iterator, Mapping
from datetime import date

from mdfollow.views.agenda import Agenda, Item, When, due_words
from mdfollow.views.paint import Paint
from mdfollow.views.shown import shown, shown_path

VERSION = 1
TITLES: Mapping[When, str] = {
    When.OVERDUE: "Ready when you are",
    When.TODAY: "Today",
    When.THIS_WEEK: "This week",
    When.LATER: "Later",
}
RESTING = "Resting"
NOTHING = "Nothing is due. Enjoy the day."


def agenda_text(agenda: Agenda, today: date, paint: Paint) -> str:
    """For a terminal: parts with their steps, each with its note and line."""
    return "\n".join(_text(agenda, today, paint)) + "\n"


def _text(agenda: Agenda, today: date, paint: Paint) -> Iterator[str]:
    if not agenda.items:
        yield NOTHING
    wide = max((len(due_words(item, today)) for item in agenda.items), default=0)
    first = True
    for when, title in TITLES.items():
        mine = [item for item in agenda.items if item.when is when]
        if mine:
            yield from _title(title, paint, first=first)
            first = False
        for item in mine:
            words = shown(item.step.desired.words)
            place = paint.on(paint.dim, _place(item))
            yield f"  {due_words(item, today).ljust(wide)}  {words}  {place}"
            yield from (f"  {' ' * wide}  {shown(question)}" for question in item.asks)
    if agenda.resting:
        yield from _title(RESTING, paint, first=False)
    for rest in agenda.resting:
        yield f"  {shown(rest.interview.company)}: {shown(rest.sentence)}"


def _title(title: str, paint: Paint, *, first: bool) -> Iterator[str]:
    if not first:
        yield ""
    yield paint.on(paint.bold, title)


def _place(item: Item) -> str:
    line = f":{item.step.line}" if item.step.line else ""
    return f"{shown_path(item.path)}{line}"


def agenda_markdown(agenda: Agenda, today: date) -> str:
    """For a note: headings and plain list items with links, no tasks of their own."""
    return "\n".join(_markdown(agenda, today)) + "\n"


def _markdown(agenda: Agenda, today: date) -> Iterator[str]:
    yield f"# Agenda for {today.isoformat()}"
    if not agenda.items:
        yield from ("", NOTHING)
    for when, title in TITLES.items():
        mine = [item for item in agenda.items if item.when is when]
        if mine:
            yield from ("", f"## {title}", "")
        for item in mine:
            words = _escaped(shown(item.step.desired.words))
            yield f"- {due_words(item, today)}: {words} ({_link(item.path)})"
            yield from (f"    - {_escaped(shown(question))}" for question in item.asks)
    if agenda.resting:
        yield from ("", f"## {RESTING}", "")
    for rest in agenda.resting:
        company = _escaped(shown(rest.interview.company))
        yield f"- {company}: {_escaped(shown(rest.sentence))} ({_link(rest.path)})"


def _link(path: str) -> str:
    from urllib.parse import quote

    name = path.rpartition("/")[2].rpartition(".")[0]
    return f"[{_escaped(shown_path(name))}]({quote(path, errors='surrogateescape')})"


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|~$" else char for char in text)


def agenda_json(vault: str, agenda: Agenda, today: date) -> dict[str, object]:
    """Described by docs/schema/agenda.json."""
    return {
        "version": VERSION,
        "vault": vault,
        "today": today.isoformat(),
        "items": [_item(item) for item in agenda.items],
        "resting": [
            {
                "path": rest.path,
                "company": rest.interview.company,
                "role": rest.interview.role or None,
                "sentence": rest.sentence,
            }
            for rest in agenda.resting
        ],
    }


def _item(item: Item) -> dict[str, object]:
    step, person = item.plan, item.plan.person
    return {
        "when": item.when.value,
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
        "questions": list(item.asks),
    }
