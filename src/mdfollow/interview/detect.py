"""Which notes are interviews: one ordered table of evidence, four verdicts, a reason for each."""

from collections.abc import Callable
from enum import Enum, StrEnum
from typing import TYPE_CHECKING

from mdfollow.interview import evidence_words as table
from mdfollow.interview.fields import Field, fold
from mdfollow.interview.look import FILE_NAME, Look, is_unset, rounds_of
from mdfollow.interview.paths import aside, in_folder
from mdfollow.interview.texts import single
from mdfollow.record import dataclass
from mdfollow.value import Mapping, Scalar

if TYPE_CHECKING:
    import re

    from mdfollow.interview.nearly import Missing


class Kind(StrEnum):
    """What a note is to us."""

    INTERVIEW = "interview"
    NEARLY = "nearly"
    ANOTHER = "another kind"
    NONE = "no business of ours"


class Weight(Enum):
    """What a piece of evidence does."""

    FINAL = "against, whatever else speaks for it"
    STRONG = "against, but for a note that holds a plan or says `mdfollow: true`"
    WEAK = "against, but not beside company, day and one more sign of a job"
    MARKS = "for"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One row: `find` gives the words of the note that show it, or nothing; `says` explains."""

    weight: Weight
    find: Callable[[Look], str]
    says: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a note is and why, in a sentence without its full stop.

    `missing` is the one line that a note lacks that is nearly one. For an interview: `day` is
    the field that holds its day (None with a list of interviews), `kind` tells that a type or
    tag says interview, `job` that the type says job, so that a title is the job's.
    """

    what: Kind
    reason: str
    missing: "Missing | None" = None
    day: Field | None = None
    kind: bool = False
    job: bool = False

    @property
    def against(self) -> str:
        """Why there is nothing to plan; empty for an interview."""
        return "" if self.what is Kind.INTERVIEW else self.reason


NOT_JUDGED = Judgement(Kind.NONE, "it was not looked at")


def _hands_off(look: Look) -> str:
    field = look.fields.get("mdfollow")
    if field and isinstance(field.value, Scalar):
        said = field.value.text.strip()
        return f"`{field.key.text}: {said}`" if said.lower() in table.HANDS_OFF else ""
    return ""


def _template_marks(look: Look) -> str:
    company = look.company()
    name = single(company.value) if company else None
    if company and name:
        blank = table.TO_FILL_IN.fullmatch(name.text) or fold(name.text) in table.NO_COMPANY
        if blank:
            return f"`{company.key.text}`"
    day = look.day(marked=True)
    for one in (*look.fields.every("company"), *([day] if day else [])):
        text = single(one.value)
        if text is not None and table.TEMPLATE_MARK.search(text.text):
            return f"`{one.key.text}`"
        if isinstance(one.value, Mapping) and _braces(one.value):
            return f"`{one.key.text}`"
    return ""


def _braces(value: Mapping) -> bool:
    """`{{date}}` without quotes would not have been read; `{date}` comes as a map of one."""
    return len(value.entries) == 1 and value.entries[0][1] == Scalar("", value.entries[0][1].place)


def _keys(keys: frozenset[str]) -> Callable[[Look], str]:
    def find(look: Look) -> str:
        given = [*look.given(keys)]
        if not given:
            return ""
        me = {fold(look.settings.me.name), "me", "myself"} - {""}
        named = ((one, single(one.value)) for one in given)
        others = (one for one, text in named if text is None or fold(text.text) not in me)
        return next((f"`{one.key.text}`" for one in others), "")

    return find


def _kinds(known: "re.Pattern[str]") -> Callable[[Look], str]:
    def find(look: Look) -> str:
        said = {**look.tags, **look.kinds}
        return next((said[kind] for kind in said if known.fullmatch(kind)), "")

    return find


def _plugin(look: Look) -> str:
    for key, field in look.fields.entries.items():
        one = single(field.value) if key.endswith("plugin") else None
        if one and one.text.strip().lower() in table.PLUGIN_FILES:
            return f"`{field.key.text}: {one.text}`"
    return ""


def _no_company_yet(look: Look) -> str:
    keys = list(look.fields.every("company"))
    if not keys or look.company() or (look.explicit_day() and look.interviewers()):
        return ""  # with a day and people only the name is missing: nearly an interview
    return f"`{keys[0].key.text}`"


def _told_by_others(look: Look) -> str:
    """A clipping or a transcript about a company; without one the note is nobody's interview."""
    if look.company() is None:
        return ""
    found = _kinds(table.TOLD_BY_OTHERS)(look)
    key = next((key for key in table.PUBLISHED_BY_OTHERS if look.fields.entries.get(key)), "")
    return found or (f"`{look.fields.entries[key].key.text}`" if key else "")


def _published(look: Look) -> str:
    key = next((key for key in table.PUBLISHING if key in look.fields.entries), "")
    if key:
        return f"`{look.fields.entries[key].key.text}`"
    folders = look.path.split("/")[:-1]
    if "_posts" in folders:
        return "its folder `_posts`"
    if "draft" in look.fields.entries and (look.beside.toml or "content" in folders):
        return "`draft`"
    return ""


def _forced(look: Look) -> str:
    return "`mdfollow`" if look.forced() else ""


def _planned(look: Look) -> str:
    return "the plan in it" if look.beside.planned else ""


def _kind(look: Look) -> str:
    is_one = table.INTERVIEW_KIND.fullmatch  # dear, and most say "interview"
    return next((w for k, w in look.kinds.items() if k == "interview" or is_one(k)), "")


def _tag(look: Look) -> str:
    return next((w for tag, w in look.tags.items() if table.INTERVIEW_TAG.fullmatch(tag)), "")


def _explicit_day(look: Look) -> str:
    day = look.explicit_day()
    return f"`{day.key.text}`" if day else ""


def _list(look: Look) -> str:
    field = look.fields.entries.get("interviews")
    return f"`{field.key.text}`" if field and rounds_of(look.fields) else ""


def _application(look: Look) -> str:
    kinds = look.kinds
    said = next((kinds[kind] for kind in kinds if table.APPLICATION_KIND.fullmatch(kind)), "")
    day = look.day(marked=False)
    return said if said and (rounds_of(look.fields) or (day and not day.empty)) else ""


def _folder(look: Look) -> str:
    return "its folder" if in_folder(look.path, look.settings) else ""


EVIDENCE: tuple[Evidence, ...] = (
    Evidence(Weight.FINAL, lambda look: aside(look.path, look.settings), "{0}"),
    Evidence(Weight.FINAL, _hands_off, "{0} asks to leave the note alone"),
    Evidence(Weight.FINAL, _template_marks, "{0} still has a template's mark in it"),
    Evidence(Weight.STRONG, _keys(table.OTHER_SIDE), "{0} belongs to another kind of interview"),
    Evidence(Weight.STRONG, _kinds(table.NEVER_KINDS), "{0} is another kind of note"),
    Evidence(Weight.STRONG, _plugin, "{0} makes it another program's file"),
    Evidence(Weight.STRONG, _no_company_yet, "{0} is not filled in yet"),
    Evidence(
        Weight.WEAK, _keys(table.OTHER_INTERVIEWS), "{0} belongs to another kind of interview"
    ),
    Evidence(Weight.WEAK, _kinds(table.OTHER_KINDS), "{0} is another kind of note"),
    Evidence(Weight.WEAK, _told_by_others, "{0} marks what others wrote"),
    Evidence(Weight.WEAK, _published, "{0} is a published page's"),
    Evidence(Weight.MARKS, _forced, "{0}"),
    Evidence(Weight.MARKS, _kind, "{0}"),
    Evidence(Weight.MARKS, _tag, "{0}"),
    Evidence(Weight.MARKS, _explicit_day, "{0}"),
    Evidence(Weight.MARKS, _list, "{0}"),
    Evidence(Weight.MARKS, _application, "{0}"),
    Evidence(Weight.MARKS, _folder, "{0}"),
    Evidence(Weight.MARKS, _planned, "{0}"),
)
"""All evidence, in the order that explains best: the first that holds is the reason."""
_MARKS = tuple(row for row in EVIDENCE if row.weight is Weight.MARKS)
_AGAINST = tuple(row for row in EVIDENCE if row.weight is not Weight.MARKS)

_A_JOB = ("role", "decision", "recruiter")
"""Beside company and an explicit day, one of these outweighs weak evidence."""
_PLAIN_DAY = frozenset({_forced, _kind, _tag, _folder, _planned})
"""Markers beside which a bare `date` is the interview's day."""


def judge(look: Look) -> Judgement:
    """Weigh everything a note shows."""
    against = _against(look)
    marks = _marks(look)
    if against:
        business = marks or any(look.fields.every("company"))
        return Judgement(Kind.ANOTHER if business else Kind.NONE, against)
    plain = any(find in _PLAIN_DAY for find, _ in marks)
    day = look.day(marked=plain and not rounds_of(look.fields))
    if marks and (found := _interview(look, day, marks[0][1])):
        return found
    marker = next((words for find, words in marks if find is not _explicit_day), "")
    said = day is not None and not day.empty and is_unset(day)
    from mdfollow.interview.nearly import missing

    lacking = None if said else missing(look, marker)
    if lacking:
        return Judgement(Kind.NEARLY, lacking.reason, lacking)
    return Judgement(Kind.NONE, _nothing(look, day, marked=bool(marks)))


def _marks(look: Look) -> list[tuple[Callable[[Look], str], str]]:
    """What marks an interview, up to the first by which a bare `date` is its day."""
    found = []
    for row in _MARKS:
        if words := row.find(look):
            found.append((row.find, words))
            if row.find in _PLAIN_DAY:
                break  # no other would change the verdict, nor its words
    return found


def _against(look: Look) -> str:
    """The first evidence that is not outweighed."""
    spared: tuple[Weight, ...] = ()
    if look.forced() or look.beside.planned:
        spared = Weight.STRONG, Weight.WEAK
    elif look.company() and look.explicit_day() and any(map(look.fields.filled, _A_JOB)):
        spared = (Weight.WEAK,)
    for row in _AGAINST:
        if row.weight not in spared and (words := row.find(look)):
            return row.says.format(words)
    return ""


def _interview(look: Look, day: Field | None, marker: str) -> Judgement | None:
    """The verdict where company and day are there, readable or not."""
    rounds = rounds_of(look.fields)
    keys = list(look.fields.every("company"))
    if not keys or not (rounds or (day and not day.empty and not is_unset(day))):
        return None
    shown = f"`{day.key.text}`" if day and day.key.text != FILE_NAME else "the day in its name"
    shown = "the list of interviews" if rounds and (day is None or day.empty) else shown
    reason = f"`{keys[0].key.text}` and {shown} are there"
    reason += "" if marker in (shown, "the plan in it") else f", and {marker} marks it"
    kinds = look.kinds
    job = any(table.JOB_KIND.fullmatch(k) or table.APPLICATION_KIND.fullmatch(k) for k in kinds)
    kind = bool(_kind(look) or _tag(look))
    return Judgement(Kind.INTERVIEW, reason, day=day, kind=kind, job=job)


def _nothing(look: Look, day: Field | None, *, marked: bool) -> str:
    if not any(look.fields.every("company")):
        return "there is no company key"
    if day is None:
        return "there is no interview date key"
    if day.empty or is_unset(day):
        return "the interview has no date yet"
    return "nothing marks it as an interview" if not marked else "the interview has no date yet"
