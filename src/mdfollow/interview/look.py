"""What a judgement looks at: a note's fields, its path, and what stands right beside the fields."""

import re
from collections.abc import Iterator
from itertools import pairwise

from mdfollow.interview.evidence_words import KIND_KEYS, TAG_KEYS
from mdfollow.interview.fields import (
    ALIASES,
    DATE_WITH_A_MARKER,
    EXPLICIT_DATE,
    Field,
    Fields,
    fields_of,
    fold,
)
from mdfollow.interview.model import Status
from mdfollow.interview.paths import named_day, stem
from mdfollow.interview.tables.unknown import UNKNOWN
from mdfollow.interview.texts import items, single, unlinked
from mdfollow.interview.words import read_flag, read_status
from mdfollow.pattern import pattern
from mdfollow.record import cached_property, dataclass
from mdfollow.settings import Settings
from mdfollow.value import Mapping, Place, Scalar, Sequence, Value

FILE_NAME = "the file's name"
"""Where a day was found that no key holds."""
_DAY_SHAPE = pattern(r"[<\[]{0,2}\d{4}-\d\d-\d\d\b")
_INTERVIEWERS = tuple(
    alias
    for alias in ALIASES["interviewers"]
    if alias.startswith("interview") and alias != "interviewer"
)
_STATUS_TOO = ("lastround", "currentround", "currentstage", "phase")
_TALKED = pattern(
    r"\binterview(?:ing|ed|s)?\b|\b(?:phone|recruiter)[ _-](?:screen|call)"
    r"|\bon-?site\b|\bfinal round"
)
_EMOJI = pattern(r"^[^\w#]+|[^\w)]+$")


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a note's fields.

    `tags` are inline tags of the first lines, `heading` the words of a title there; `planned`
    tells that the note holds a plan of ours; `toml` that its fields are TOML.
    """

    tags: tuple[str, ...] = ()
    heading: str = ""
    planned: bool = False
    toml: bool = False
    spelling: str = "{}: {}"
    """How the note spells a field: `company: Acme`, `company:: Acme`, `:COMPANY: Acme`."""


NOTHING_BESIDE = Beside()


@dataclass(frozen=True)
class Look:
    """One note as the table of evidence sees it."""

    fields: Fields
    path: str
    settings: Settings
    beside: Beside = NOTHING_BESIDE

    def given(self, keys: frozenset[str]) -> Iterator[Field]:
        """The fields of these folded keys, in the note and in its list of interviews."""
        for fields in (self.fields, *self._entries()):
            yield from (field for key, field in fields.entries.items() if key in keys)

    def _entries(self) -> Iterator[Fields]:
        for value in rounds_of(self.fields):
            if isinstance(value, Mapping):
                yield fields_of(value)

    @cached_property
    def kinds(self) -> dict[str, str]:
        """What the note says it is: words folded, with the field as typed."""
        return dict(self._said(KIND_KEYS, split=False))

    @cached_property
    def tags(self) -> dict[str, str]:
        """The tags of the fields, and of the first lines, folded; a nested one by its parts too."""
        found = dict(self._said(TAG_KEYS, split=True))
        for tag in self.beside.tags:
            found |= dict.fromkeys(_nested(tag), f"the tag `#{tag}`")
        return found

    def _said(self, keys: tuple[str, ...], *, split: bool) -> Iterator[tuple[str, str]]:
        for field in (self.fields.entries[key] for key in keys if key in self.fields.entries):
            for text in items(field.value, short=not split):
                if split:
                    for tag in re.split(r"[\s,:]+", text):
                        yield from ((part, f"the tag `{tag}`") for part in _nested(tag))
                else:
                    yield kind_words(text), f"`{field.key.text}: {text}`"

    def company(self) -> Field | None:
        """The company as filled in."""
        return self.fields.filled("company")

    def interviewers(self) -> Field | None:
        """Who asked, under a key that says so; one `interviewer` alone only beside a role."""
        keys = (*_INTERVIEWERS, *(["interviewer"] if self.fields.filled("role") else []))
        given = self.given(frozenset(keys))
        return next((one for one in given if not one.empty), None)

    def interviewing(self) -> bool:
        """She says of a job in words that she has been, or will be, talked to."""
        fields = self.fields
        if fields.filled("role") is None:
            return False
        given = [*fields.every("status"), *fields.every("round")]
        given += [fields.entries[key] for key in _STATUS_TOO if key in fields.entries]
        texts = [unlinked(one.text) for field in given if (one := single(field.value))]
        ended = any(status is not Status.WAITING for status in map(_status, texts))
        return not ended and any(_TALKED.search(text.lower()) for text in texts)

    def explicit_day(self) -> Field | None:
        """A filled day key that alone tells of an interview."""
        return next((one for one in self.explicit_keys() if not one.empty), None)

    def explicit_keys(self) -> list[Field]:
        """The day keys that alone tell of an interview, the plainest first, filled or not."""
        entries = self.fields.entries
        keys = [entries[key] for key in sorted(EXPLICIT_DATE) if key in entries]
        return [one for one in keys if not no_day(one)]

    def day(self, *, marked: bool) -> Field | None:
        """Where the interview's day stands; the weaker keys and the name only when `marked`."""
        given = day_field(self.fields, marked=marked)
        if given is None and marked and (day := named_day(self.path)):
            return Field(Scalar(FILE_NAME, Place(1, 1)), Scalar(day, Place(1, 1)))
        return given

    def forced(self) -> bool:
        """`mdfollow: true`, or wishes under that key."""
        field = self.fields.get("mdfollow")
        if field is None or not isinstance(field.value, Scalar):
            return field is not None
        return read_flag(field.value.text) is True

    def titles(self) -> Iterator[str]:
        """What the note is called: its file, its title, its first heading."""
        yield stem(self.path)
        title = self.fields.filled("title")
        one = single(title.value) if title else None
        yield from (text for text in (one and unlinked(one.text), self.beside.heading) if text)


def kind_words(text: str) -> str:
    """A kind or tag as it is compared: small letters, `-` between words, no signs around."""
    plain = _EMOJI.sub("", unlinked(text)).lstrip("#").strip().lower()
    return re.sub(r"[\s_]+", "-", plain)


def _nested(tag: str) -> list[str]:
    parts = [kind_words(part) for part in tag.strip("#").split("/") if part.strip("#")]
    pairs = ["-".join(pair) for pair in pairwise(parts)]
    return [*parts, *pairs]


def day_field(fields: Fields, *, marked: bool) -> Field | None:
    """The key that holds the interview's day; `date` and its like count when `marked`."""
    given = [one for one in fields.every("interview_date") if not no_day(one)]
    if marked:
        given += [fields.entries[key] for key in DATE_WITH_A_MARKER if key in fields.entries]
    return next((one for one in given if not one.empty), given[0] if given else None)


def _status(text: str) -> Status:
    found = read_status(text)
    return found[0] if found else Status.WAITING


def rounds_of(fields: Fields) -> tuple[Value, ...]:
    """The entries under `interviews:` that tell of an interview: maps, and bare dates."""
    field = fields.filled("interviews")
    if field is None:
        return ()
    value = field.value
    entries = value.items if isinstance(value, Sequence) else (value,)
    return tuple(entry for entry in entries if isinstance(entry, Mapping) or _dated(entry))


def _dated(entry: Value) -> bool:
    return isinstance(entry, Scalar) and bool(_DAY_SHAPE.match(entry.text))


def unset(text: str) -> bool:
    """The words for a day that is not known yet."""
    return text.strip().lower() in UNKNOWN


def is_unset(field: Field) -> bool:
    """The field says in words that it is not known yet."""
    one = single(field.value)
    return one is not None and unset(one.text)


def no_day(field: Field) -> bool:
    """A plain yes or no, or a name under `interviewed`: the key means something else here."""
    if not isinstance(field.value, Scalar):
        return False
    text = field.value.text.strip().lower()
    named = fold(field.key.text) == "interviewed" and not re.search(r"\d", text)
    return text in ("true", "false", "yes", "no") or (bool(text) and named)
