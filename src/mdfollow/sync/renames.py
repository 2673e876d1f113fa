"""A company that got another name in one note than in those it belongs with (merge-cases 35)."""

from collections.abc import Iterable, Mapping

from mdfollow.interview.model import Interview
from mdfollow.problem import Problem
from mdfollow.record import dataclass
from mdfollow.sync.known import Known
from mdfollow.sync.report import renamed_company
from mdfollow.sync.standing import Home
from mdfollow.sync.trace import note_key


@dataclass(frozen=True, slots=True)
class Stray:
    """A home whose key was not made with the company it names today."""

    home: Home
    first: Interview
    note: str


def strays(held: Iterable[Known]) -> tuple[Stray, ...]:
    """Those among the homes of one family."""
    found = (Stray(each.home, _first(each.home), each.claim.note) for each in held if each.stored)
    return tuple(stray for stray in found if not _made_with(stray, stray.first.company))


def renamed(found: Iterable[Stray], homes: Iterable[Home]) -> list[Problem]:
    """A hint for each stray whose key was made with a company that other `homes` still write."""
    writers: dict[str, dict[str, None]] = {}
    for home in sorted(homes, key=lambda home: (home.path, home.place)):
        for interview in home.interviews:
            writers.setdefault(interview.company, {})[home.path] = None
    hints = (_hint(stray, writers) for stray in found)
    return [problem for problem in hints if problem is not None]


def _hint(stray: Stray, writers: Mapping[str, Iterable[str]]) -> Problem | None:
    here = stray.home.path
    for company, paths in writers.items():
        other = next((path for path in paths if path != here), "")
        if company != stray.first.company and other and _made_with(stray, company):
            return renamed_company(stray.home, stray.first, company, other)
    return None


def _first(home: Home) -> Interview:
    return min(home.interviews, key=lambda interview: interview.day)


def _made_with(stray: Stray, company: str) -> bool:
    return note_key(stray.home.stem, company, stray.first.day) == stray.note
