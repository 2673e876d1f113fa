"""Responsiveness as a table and as JSON, described by docs/schema/responsiveness.json."""

from collections.abc import Iterator, Sequence
from datetime import date

from mdfollow.views.agenda_words import listed
from mdfollow.views.paint import Paint
from mdfollow.views.responsiveness import CheckIn, Company, Promise
from mdfollow.views.shown import shown
from mdfollow.views.text_table import text_table

VERSION = 1
HEAD = ("Company", "They said", "You heard", "Check-ins")
NOTHING = (
    "No company has named a day yet; write `decision:` and `heard:` into a note to see them here."
)
KINDLY = "Hiring often takes longer than planned; an answer before the day counts like one on it."


def responsiveness_text(companies: Sequence[Company], paint: Paint) -> str:
    """A table for a terminal, and the good news beneath it."""
    if not companies:
        return NOTHING + "\n"
    rows = [[shown(cell) for cell in row] for each in companies for row in lines(each)]
    first, *table = text_table([HEAD, *rows])
    foot = filter(None, (good_words(companies), KINDLY))
    return "\n".join([paint.on(paint.bold, first), *table, "", *map(shown, foot)]) + "\n"


def lines(company: Company) -> Iterator[tuple[str, str, str, str]]:
    """The rows of one company: one a named day, the check-ins in the first."""
    asked = check_in_words(company.check_ins)
    name = company.name
    for each in company.promises or (None,):
        promised = _day(each.promised) if each else ""
        yield name, promised, heard_words(each) if each else "", asked
        name = asked = ""


def heard_words(promise: Promise) -> str:
    """`2026-11-20, in time`; her own word where she has one; nothing while nothing is noted."""
    if promise.heard is False:
        return promise.word
    if not isinstance(promise.heard, bool):
        heard = _day(promise.heard)
    else:
        heard = f"invited for {_day(promise.invited)}" if promise.invited else "yes"
    return heard + (", in time" if promise.kept else "")


def check_in_words(check_ins: Sequence[CheckIn]) -> str:
    """`2 made, 1 answered`."""
    if not check_ins:
        return ""
    answered = sum(each.answered for each in check_ins)
    return f"{len(check_ins)} made, {f'{answered} answered' if answered else 'no answer yet'}"


def good_words(companies: Sequence[Company]) -> str:
    """The good ones: `Answered in time 3 times: Acme and Birch; 2 check-ins answered`."""
    kept = sum(each.kept for each in companies)
    answered = sum(each.answered for each in companies)
    names = listed([each.name for each in companies if each.kept]) if kept else ""
    times = "once" if kept == 1 else f"{kept} times"
    word = f"Answered in time {times}: {names}" if kept else ""
    asked = f"{answered} {'check-in' if answered == 1 else 'check-ins'} answered"
    found = "; ".join(filter(None, (word, asked if answered else "")))
    return f"{found}." if found else ""


def responsiveness_json(vault: str, companies: Sequence[Company]) -> dict[str, object]:
    """Every company with its promises and check-ins."""
    return {
        "version": VERSION,
        "vault": vault,
        "companies": [
            {
                "company": each.name,
                "kept": each.kept,
                "answered": each.answered,
                "promises": [_promise(one) for one in each.promises],
                "check_ins": [
                    {"path": one.path, "day": one.day.isoformat(), "answered": one.answered}
                    for one in each.check_ins
                ],
            }
            for each in companies
        ],
    }


def _promise(each: Promise) -> dict[str, object]:
    heard = each.heard
    return {
        "path": each.path,
        "role": each.role or None,
        "interview": each.day.isoformat(),
        "promised": _day(each.promised) or None,
        "heard": bool(heard),
        "heard_on": None if isinstance(heard, bool) else heard.isoformat(),
        "kept": each.kept,
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
