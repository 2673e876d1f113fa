"""Which key means what, and how to reach a field by its meaning."""

from collections.abc import Sequence as Sequence_
from functools import lru_cache

from mdfollow.interview.texts import brief
from mdfollow.record import cached_property, dataclass
from mdfollow.value import Mapping, Scalar, Sequence, Value

ALIASES: dict[str, tuple[str, ...]] = {
    "company": (
        "company",
        "employer",
        "organization",
        "organisation",
        "org",
        "firm",
        "companyname",
    ),
    "role": ("role", "position", "jobtitle", "jobposition", "job"),
    "title": ("title",),
    "interview_date": (
        *("interviewdate", "dateinterview", "dateofinterview", "interviewday"),
        *("interviewdatetime", "interviewed", "interviewedon", "interviewat", "scheduled"),
        *("scheduledat", "starttime", "when"),
    ),
    "date": ("date",),
    "time": ("time", "interviewtime"),
    "timezone": ("timezone",),
    "decision": (
        *("decision", "expected", "expecteddecision", "decisiondate", "decisionby", "expectedby"),
        *("hearback", "hearbackby", "timeline", "answerby", "decisionexpected"),
        *("expectedresponse",),
    ),
    "deadline": ("deadline",),
    "asked": ("asked", "askeddecision"),
    "interviewers": (
        *("interviewers", "interviewer", *(f"interviewer{n}" for n in range(1, 10))),
        *("interviewername", "interviewernames", "interviewedby", "panel", "with"),
    ),
    "attendees": ("people", "attendees", "stakeholders"),
    "contacts": ("contacts",),
    "recruiter": ("recruiter", "talent", "hr"),
    "hiring_manager": ("hiringmanager", "hm", "manager"),
    "format": ("format", "interviewformat", "mode", "medium", "interviewtype"),
    "round": ("round", "roundnumber", "interviewround", "roundname"),
    "status": ("status", "stage", "outcome", "appstage", "jobstatus", "state", "result"),
    "heard": ("heard", "heardback", "answered", "answerdate", "responsedate", "replied"),
    "thanked": ("thanked", "thankyousent"),
    "contacted": ("contacted", "lastcontact", "lastcontacted", "lastfollowup", "followups"),
    "method": ("method", "prefers", "channel"),
    "culture": ("culture", "formality"),
    "language": ("language", "lang"),
    "learned": ("learned", "learnt", "takeaway"),
    "skills": ("skills", "skill", "achievement"),
    "discussed": ("discussed", "covered"),
    "news": ("news", "companynews"),
    "known": ("known", "aboutthem"),
    "internal": ("internal", "internalcandidate"),
    "mdfollow": ("mdfollow",),
    "interviews": ("interviews", "rounds"),
}
"""Folded spellings of every field, the plainest first: the first one that says something wins."""

_MEANINGS = {alias: name for name, aliases in ALIASES.items() for alias in aliases}
_PLACES = {alias: place for place, alias in enumerate(_MEANINGS)}

PERSON_ALIASES: dict[str, tuple[str, ...]] = {
    "name": ("name", "person", "who", "fullname"),
    "role": ("role", "title", "position", "jobtitle"),
    "email": ("email", "mail", "emailaddress"),
    "phone": ("phone", "tel", "telephone", "mobile", "phonenumber"),
    "prefers": ("prefers", "method", "channel"),
    "learned": ("learned", "learnt", "takeaway"),
    "skills": ("skill", "skills", "achievement"),
    "known": ("known", "notes", "aboutthem", "about"),
    "thank": ("thank",),
}
"""Folded spellings of the keys of one person's map."""

EXPLICIT_DATE = frozenset(
    {
        *("interviewdate", "dateinterview", "dateofinterview", "interviewday"),
        *("interviewdatetime", "interviewed", "interviewedon"),
    }
)
"""Date keys that alone mark a note as an interview (no other alias does)."""
DATE_WITH_A_MARKER = ("date", "start", "datetime")
"""Date keys that count only where something else marks the note."""

_FOLD = {ord(upper): upper.lower() for upper in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"} | dict.fromkeys(
    map(ord, " \t_-"), ""
)


@lru_cache(maxsize=4096)
def fold(key: str) -> str:
    """A key without case, spaces, `-` and `_`. Only ASCII letters change their case."""
    return key.translate(_FOLD)


@dataclass(frozen=True, slots=True)
class Field:
    """One key of the note that spells a field, with its value."""

    key: Scalar
    value: Value

    @property
    def empty(self) -> bool:
        """Nothing was filled in."""
        return is_empty(self.value)


@dataclass(frozen=True)
class Fields:
    """A map of the note, reached by meaning. `twice` are keys that repeat one already there."""

    entries: dict[str, Field]
    twice: tuple[Field, ...] = ()

    @cached_property
    def _given(self) -> dict[str, list[Field]]:
        found: dict[str, list[Field]] = {}
        for alias in sorted(self.entries.keys() & _PLACES.keys(), key=_PLACES.__getitem__):
            found.setdefault(_MEANINGS[alias], []).append(self.entries[alias])
        return found

    @cached_property
    def _filled(self) -> dict[str, Field]:
        filled = ((name, one) for name, given in self._given.items() for one in reversed(given))
        return {name: one for name, one in filled if not is_empty(one.value)}

    def every(self, name: str) -> Sequence_[Field]:
        """All keys given for a field, in the order of the table."""
        return self._given.get(name, ())

    def get(self, name: str) -> Field | None:
        """The first key of the field that says something, else an empty one, else None."""
        given = self.every(name)
        return self.filled(name) or (given[0] if given else None)

    def filled(self, name: str) -> Field | None:
        """The first key of the field that says something."""
        return self._filled.get(name)


def fields_of(mapping: Mapping) -> Fields:
    """The map with its keys folded."""
    entries: dict[str, Field] = {}
    twice: list[Field] = []
    for key, value in mapping.entries:
        folded = fold(key.text)
        if folded in entries:
            twice.append(Field(key, value))
        else:
            entries[folded] = Field(key, value)
    return Fields(entries, tuple(twice))


def is_empty(value: Value) -> bool:
    """Nothing was filled in: no text, no item, no key, or only such inside."""
    if isinstance(value, Scalar):
        return not value.text.strip() or (not value.quoted and value.text in ("~", "null", "Null"))
    if isinstance(value, Sequence):
        return all(is_empty(item) for item in value.items)
    return not value.entries


def spellings(table: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """Every folded alias with the spelling to show for it: the field's own where they are one."""
    own = {fold(name): name for name in table}
    return {alias: own.get(alias, alias) for aliases in table.values() for alias in aliases}


@lru_cache(maxsize=512)
def near_miss(folded: str, known: tuple[str, ...]) -> str:
    """The known folded key that `folded` was probably meant to be, or the empty text.

    One letter too many, too few or wrong, or two neighbours swapped; words of five letters on.
    """
    if folded in known or len(folded) < 5:
        return ""
    return next((key for key in known if len(key) > 4 and _one_slip(folded, key)), "")


def _one_slip(one: str, two: str) -> bool:
    if abs(len(one) - len(two)) > 1:
        return False
    same = 0
    while same < min(len(one), len(two)) and one[same] == two[same]:
        same += 1
    rest_one, rest_two = one[same:], two[same:]
    if rest_one[2:] == rest_two[2:] and rest_one[:2] == rest_two[1::-1]:
        return True
    return rest_one[len(one) >= len(two) :] == rest_two[len(two) >= len(one) :]


def shown(value: Value) -> str:
    """The value in a message: the words typed, or what it is."""
    if isinstance(value, Scalar):
        return brief(value.text)
    return "a list" if isinstance(value, Sequence) else "a map"
