"""The dashboard as a page: sections of a `Dashboard` in some `Spelling`."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from mdfollow.pattern import pattern
from mdfollow.views import days
from mdfollow.views.dashboard import Bar, Dashboard, DayLine, Kind, Row
from mdfollow.views.dashboard_spelling import Bullet, Spelling
from mdfollow.views.responsiveness_words import HEAD as HEARD
from mdfollow.views.responsiveness_words import lines as heard_lines
from mdfollow.views.search import NO_DAY
from mdfollow.views.shown import shown
from mdfollow.views.text_table import width

FOOTER = "Written by mdfollow from your notes; what you write above or below stays as it is."
NOTHING = "No interviews yet. The first note with a company and a date will show up here."
CALM = "Nothing is planned. Enjoy the days."
HEAD = ("Company", "Role", "Stage", "Last contact", "Next step", "They decide by")
_UNSAFE = pattern(r"[^\w .'&()+/-]+")
"""What Mermaid could take for a part of its own language."""


def dashboard_page(page: Dashboard, spelling: Spelling) -> str:
    """The whole part, from the first mark to the last."""
    return spelling.whole(list(_sections(page, spelling)), FOOTER)


def _sections(page: Dashboard, spelling: Spelling) -> Iterator[str]:
    if not (page.rows or page.quiet or page.ended):
        yield from spelling.bullets([(NOTHING, ())])
        return
    yield from spelling.heading("By date")
    yield from spelling.bullets(_days(page.days, spelling) or [(CALM, ())])
    if page.rows:
        yield from spelling.heading("Applications")
        yield from spelling.table(HEAD, [_cells(row, spelling) for row in page.rows])
    if page.bars and (drawn := spelling.diagram(gantt(page.bars))):
        yield from spelling.heading("Timeline")
        yield from drawn
    if page.companies:
        yield from spelling.heading("What they said, and what you heard")
        rows = [row for each in page.companies for row in heard_lines(each)]
        yield from spelling.table(HEARD, [[spelling.text(cell) for cell in row] for row in rows])
    for title, named in (("Quiet for a long time", page.quiet), ("Ended", page.ended)):
        if named:
            yield from spelling.heading(title)
            yield from spelling.bullets([(_named(row, spelling), ()) for row in named])


def _days(lines: Sequence[DayLine], spelling: Spelling) -> list[Bullet]:
    return [
        (spelling.strong(days.short(day, NO_DAY)), [_line(line, spelling) for line in group])
        for day, group in groupby(lines, key=_day)
    ]


def _day(line: DayLine) -> date:
    return line.day


def _line(line: DayLine, spelling: Spelling) -> str:
    words = spelling.text(line.words)
    if not line.company:
        return f"{words} ({spelling.link(line.path, 'note')})"
    return f"{spelling.link(line.path, line.company)}: {words}"


def _cells(row: Row, spelling: Spelling) -> list[str]:
    return [
        spelling.link(row.path, row.company, cell=True),
        spelling.text(row.role),
        spelling.text(row.stage),
        row.contact.isoformat() if row.contact else "",
        spelling.text(row.step),
        spelling.text(row.decides),
    ]


def _named(row: Row, spelling: Spelling) -> str:
    role = f", {spelling.text(row.role)}" if row.role else ""
    return f"{spelling.link(row.path, row.company)}{role}: {spelling.text(row.stage)}"


def gantt(bars: Sequence[Bar]) -> list[str]:
    """The bars as a Mermaid Gantt chart, a section a company; a single day is a milestone."""
    room = min(max(width(_safe(bar.company)) for bar in bars) * 8 + 24, 240)
    lines = [
        "---",
        "displayMode: compact",
        "config:",
        "  gantt:",
        f"    leftPadding: {room}",
        "---",
    ]
    lines += ["gantt", "    dateFormat YYYY-MM-DD", "    axisFormat %e %b"]
    for company, mine in groupby(bars, key=_company):
        lines.append(f"    section {_safe(company)}")
        lines += [f"    {_bar(bar)}" for bar in mine]
    return lines


def _company(bar: Bar) -> str:
    return bar.company


def _bar(bar: Bar) -> str:
    if bar.end is None:
        return f"{_safe(bar.words)} :milestone, {bar.start.isoformat()}, 0d"
    kind = "active, " if bar.kind is Kind.WAIT else ""
    return f"{_safe(bar.words)} :{kind}{bar.start.isoformat()}, {bar.end.isoformat()}"


def _safe(text: str) -> str:
    """Her words as far as Mermaid leaves them words."""
    return " ".join(_UNSAFE.sub(" ", shown(text)).split()) or "…"
