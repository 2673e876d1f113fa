"""`mdfollow.toml` as `mdfollow init` writes it: every key, commented out, with what it means."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple


class Row(NamedTuple):
    """One key: its default, or an example where the default is nothing, in TOML; what it means."""

    key: str
    value: str
    words: str


ROWS = (
    Row("method", '"email"', 'How check-ins go, "phone" or "email", where no note or person says.'),
    Row(
        "days_off",
        '["12-25", 2026-11-26]',
        "Days on which nothing is planned, besides weekends. “12-25” is one of every year.",
    ),
    Row(
        "date_order",
        '"dmy"',
        'How 03/11/2026 is read: "dmy" or "mdy". Without it, such a date is not read.',
    ),
    Row("max_attempts", "3", "How many check-ins an interview gets at most."),
    Row("first_wait", "10", "Days until the first check-in when nobody said when they decide."),
    Row("stale_days", "60", "A step that was due more days ago than this is not written any more."),
    Row(
        "dialect",
        '"tasks"',
        'How tasks are written: "tasks", "dataview", "gfm", "logseq" or "org". '
        "Without it: as the vault's program does.",
    ),
    Row("heading", '"Follow-up plan"', "The heading of the plan in a note."),
    Row("heading_level", "2", "Its level, from 1 to 6."),
    Row(
        "interview_folders",
        '["Interviews"]',
        "Folders in which a note with a company and a date is an interview note.",
    ),
    Row("ignore", '["Archive"]', "Files and folders that are never looked at."),
    Row(
        "templates", '"Templates"', "The folder of your templates and letters, which are no notes."
    ),
    Row("drafts", '"all"', 'Which drafts are written: "thanks", "all" or "none".'),
    Row("language", '"en"', 'What the letters are written in: "en" or "de".'),
    Row("quiet_time", "2.0", "Seconds that `mdfollow watch` waits after you saved."),
    Row(
        "dashboard",
        '"Follow-ups.md"',
        "A note that is kept as one page over the whole search: by date, by application.",
    ),
    Row(
        "calendar",
        '"~/.calendars/follow-ups"',
        "Where `mdfollow calendar` writes to: a folder of its own, or a file that ends in .ics.",
    ),
    Row(
        "calendar_entries",
        '["tasks", "days", "interviews"]',
        "What it writes: steps as tasks, steps as events of their day, interviews.",
    ),
    Row(
        "calendar_alarm",
        '"09:00"',
        "When a step gives an alarm on its day. Without it, there is none.",
    ),
    Row("calendar_private", "false", "Whether titles leave out all names, for a shared calendar."),
    Row(
        "notify",
        "false",
        "Whether `mdfollow watch` shows a message on the desktop when a step is due.",
    ),
)
"""The keys outside `[me]`."""

ME = (
    Row("name", '"Robin Vale"', "Your name, under the drafts; you are left out of every note."),
    Row("phone", '"555 0100"', "Your number, for messages on an answering machine."),
    Row("email", '["robin@vale.example"]', "Your addresses, so that mdfollow knows you by them."),
)
"""The keys of the table `[me]`."""

_HEAD = """\
# Settings of mdfollow for this vault. Everything is optional.
# What stands behind a `#` is the default or an example: take the `#` away to set it.
"""

Holiday = tuple[date, str]


def settings_page(
    *, templates: str = "", holidays: Sequence[Holiday] = (), dashboard: str = "Follow-ups.md"
) -> str:
    """The whole file. `templates` sets that folder, `holidays` the days off with their names.

    `dashboard` is offered only: the name it would have in this kind of vault.
    """
    given = {"templates": json.dumps(templates, ensure_ascii=False)} if templates else {}
    if holidays:
        given["days_off"] = days_off(holidays)
    rows = [row._replace(value=f'"{dashboard}"') if row.key == "dashboard" else row for row in ROWS]
    return "\n".join([_HEAD, *_rows(rows, given), "[me]", *_rows(ME, {})])


def _rows(rows: Iterable[Row], given: dict[str, str]) -> list[str]:
    return [
        f"# {row.words}\n{'' if row.key in given else '# '}{row.key} = "
        f"{given.get(row.key, row.value)}\n"
        for row in rows
    ]


def days_off(holidays: Sequence[Holiday]) -> str:
    """The value of `days_off`, a day a line with its name."""
    lines = [f"  {day.isoformat()},  # {' '.join(name.split())}" for day, name in holidays]
    return "\n".join(["[", *lines, "]"])
