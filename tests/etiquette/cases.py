"""What a worked example of a rule is, and the facts several of them share."""

from collections.abc import Mapping

from mdfollow.etiquette.model import Entry
from mdfollow.record import dataclass, field, replace
from mdfollow.settings import Settings
from tests.etiquette.notes import DANA, LEE


@dataclass(frozen=True)
class Case:
    rule: str
    entries: tuple[Entry, ...]
    steps: Mapping[str, str | None]
    settings: Settings = field(default_factory=Settings)
    today: str = "2026-11-05"
    codes: tuple[str, ...] = ()
    by: str = ""
    """The step whose `rules` must name the rule."""


def one(
    rule: str,
    entry: Entry,
    steps: Mapping[str, str | None],
    *,
    by: str = "",
    codes: tuple[str, ...] = (),
    today: str = "2026-11-05",
    settings: Settings | None = None,
) -> Case:
    return Case(rule, (entry,), steps, settings or Settings(), today, codes, by)


DANA_PHONE = replace(DANA, phone="+1 555 0100")
LEE_MAIL = replace(LEE, email="lee@a.example")
E = "2026-11-24"
A1 = "2026-11-27"
