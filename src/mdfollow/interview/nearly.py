"""The one line that a note lacks to be an interview: named, never written."""

from functools import lru_cache

from mdfollow.interview.fields import ALIASES, EXPLICIT_DATE, Field, near_miss
from mdfollow.interview.look import Look, is_unset, rounds_of
from mdfollow.interview.texts import single, unlinked
from mdfollow.pattern import pattern
from mdfollow.record import dataclass
from mdfollow.value import Mapping, Place, Scalar

_NOT_MEANT = frozenset(
    {
        *("interview", "interviews", "interviewid", "interviewend", "interviewno", "interviewing"),
        *(alias for aliases in ALIASES.values() for alias in aliases),
    }
)
"""Keys that are near to ours and mean what they say."""
_TARGETS = tuple(sorted(EXPLICIT_DATE | {"interviewers", "interviewer"}))
_A_DAY = pattern(r"\d{4}|\d{1,2}[./ -]\s?\w{2}|\w{3} \d")
_ISO = pattern(r"(?<!\d)(\d{4})[-_](\d\d)[-_](\d\d)(?!\d)")
_HOLDS_A_DAY = pattern(r"interview|schedul|\A(?:date|day|on|start|datetime|when)\Z")
_AROUND_A_NAME = pattern(
    r"(?i)\b(?:job|phone|video|panel|final|technical|first|second|third|\d(?:st|nd|rd|th))?\s*"
    r"(?:interviews?|screen(?:ing)?|round \d|notes?)\b(?:\s+(?:at|with|for))?"
)
_NO_NAME = frozenset(
    [
        "untitled",
        "new",
        "todo",
        "index",
        "readme",
        "job",
        "jobs",
        "log",
        "draft",
        "note",
        "file",
        "my",
        "the",
        "day",
        "type",
        "only",
        "interview",
        "interviews",
        "test",
        "temp",
        "copy",
        "page",
    ]
)


@dataclass(frozen=True, slots=True)
class Missing:
    """The line to write, why, and where in the note this shows; `value` may be empty."""

    key: str
    value: str
    reason: str
    place: Place
    instead: str = ""
    """The key as typed that the line stands for, if it is misspelt or empty."""
    spelling: str = "{}: {}"
    lines: tuple[str, ...] = ()
    """All lines to write, where it is more than the one."""
    on_top: bool = False
    """They need fields of their own at the note's top, for it has none."""

    @property
    def line(self) -> str:
        """The line, as far as the note shows it."""
        return self.with_value(self.value)

    def with_value(self, value: str) -> str:
        """The line with this value, as the note spells its fields; Org's keys are capitals."""
        key = self.key.upper() if self.spelling[0] in ":#" else self.key
        return self.spelling.format(key, value).rstrip()


def missing(look: Look, marker: str) -> Missing | None:
    """The one line to add, or to write otherwise; None when more than one sign is lacking.

    `marker` is what marks the note as an interview, its day key aside; empty when nothing does.
    """
    company, day = look.company(), look.explicit_day()
    people = look.interviewers()
    if day and not any(look.fields.every("company")):
        second = marker or people or _misspelt(look, day=False)
        return _company(look, day) if second and not is_unset(day) else None
    if company is None or day or _has_entries(look):
        return None
    slip = _misspelt(look, day=True)
    if slip:
        return _instead(look, "interview_date", slip)
    if marker or people or _misspelt(look, day=False) or look.interviewing():
        return _day(look, company)
    return None


def _has_entries(look: Look) -> bool:
    """A list of interviews, dated or not, says that days are kept there."""
    return bool(rounds_of(look.fields)) or look.fields.filled("interviews") is not None


def _day(look: Look, company: Field) -> Missing:
    keys, day, spelling = look.explicit_keys(), _shown_day(look), look.beside.spelling
    if keys:
        key = keys[0].key
        return Missing(key.text, day, f"`{key.text}` is still empty", key.place, key.text, spelling)
    reason = "the day of the interview is missing"
    return Missing("interview_date", day, reason, company.key.place, spelling=spelling)


def _instead(look: Look, key: str, slip: Field) -> Missing:
    """The line that a misspelt key stands for."""
    reason, spelling = f"`{slip.key.text}` is not read", look.beside.spelling
    return Missing(key, _text(slip), reason, slip.key.place, slip.key.text, spelling)


def _shown_day(look: Look) -> str:
    """A day that the note shows: under another key, in its name, in its title."""
    for key, field in look.fields.entries.items():
        text = _text(field)
        if _HOLDS_A_DAY.search(key) and (found := _ISO.search(text)):
            return "-".join(found.groups())
    found_in = (_ISO.search(title) for title in look.titles())
    return next(("-".join(found.groups()) for found in found_in if found), "")


def _company(look: Look, day: Field) -> Missing:
    near = ((one, near_miss(key, ALIASES["company"])) for key, one in look.fields.entries.items())
    slip = next((one for one, meant in near if meant and not one.empty), None)
    if slip:
        return _instead(look, "company", slip)
    name = next((name for title in look.titles() if (name := _name(title))), "")
    reason = "the company is missing"
    return Missing("company", name, reason, day.key.place, spelling=look.beside.spelling)


def _name(title: str) -> str:
    """What is left of a title that may be a company; empty when it is no name."""
    plain = _ISO.sub(" ", title)
    plain = " ".join(_AROUND_A_NAME.sub(" ", plain).replace("_", " ").split()).strip(" -–—:,.()")
    words = plain.split()
    small = not plain[:1].isupper()
    generic = any(word.lower() in _NO_NAME for word in (words if small else words[:1]))
    fits = 2 <= len(plain) <= 40 and len(words) <= (3 if small else 5) and plain[0].isalpha()
    return plain if fits and not generic and ": " not in plain else ""


def _misspelt(look: Look, *, day: bool) -> Field | None:
    """A key within two letters of an explicit day key (with a day in it) or of `interviewers`."""
    for key, field in look.fields.entries.items():
        if field.empty or isinstance(field.value, Mapping):
            continue
        meant = nearly_a_key(key)
        if meant and (meant in EXPLICIT_DATE) is day and (not day or _A_DAY.search(_text(field))):
            return field
    return None


@lru_cache(maxsize=1024)
def nearly_a_key(folded: str) -> str:
    """The key that was meant: at most two letters too many, too few, wrong or swapped."""
    if folded in _NOT_MEANT or not 6 <= len(folded) <= 20:
        return ""
    ranked = sorted((slips(folded, target), target) for target in _TARGETS)
    return ranked[0][1] if ranked[0][0] <= 2 else ""


def slips(one: str, two: str) -> int:
    """How many letters to put in, take out, change or swap, from one word to the other."""
    if abs(len(one) - len(two)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, left in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, right in enumerate(two, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == two[j - 2] and one[i - 2] == right:
                best = min(best, older[j - 2] + 1)
            row.append(best)
    return row[-1]


def _text(field: Field) -> str:
    one = single(field.value)
    return " ".join(unlinked(one.text).split()) if isinstance(one, Scalar) else ""
