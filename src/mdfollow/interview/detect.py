"""Which notes are interviews: a quick look at bytes, and the three conditions on fields."""

import re

from mdfollow.interview.fields import ALIASES, EXPLICIT_DATE, Field, Fields, fold
from mdfollow.interview.tables.unknown import UNKNOWN
from mdfollow.interview.texts import items, single, unlinked
from mdfollow.interview.words import read_flag
from mdfollow.record import dataclass
from mdfollow.settings import Settings
from mdfollow.value import Mapping, Scalar, Sequence, Value

KINDS = frozenset({"interview", "job-interview", "interview-notes"})
TAGS = frozenset({"interview", "job-interview", "interviews"})
APPLICATIONS = frozenset({"job-application", "application", "application-log"})
OTHER_SIDE = (
    *("candidate", "candidateemail", "interviewee", "participant", "guest", "subject", "hosts"),
)
HANDS_OFF = frozenset({"false", "off", "no", "skip", "0", "never"})
ASIDE = frozenset({"templates", "_templates", ".obsidian", ".trash", ".git", ".stversions"})

_KIND_KEYS = ("type", "kind", "category", "class")
_TEMPLATE = re.compile(r"\{\{|<%|YYYY|yyyy-MM|%\^|%\\\d")
_BLANK = re.compile(r"\s*(?:<[^<>@]*>|\{[^{}]*\})\s*")
"""A name in angle brackets or braces: a place to fill in."""
_NO_COMPANY = frozenset({"company", "companyname", "nameofcompany", "nameofthecompany"})
_COPY = re.compile(r"\.sync-conflict-|\([^()]*conflicted copy|\.mdfollow-rescued-", re.IGNORECASE)
_OTHER_KIND = re.compile(r"interview-prep\Z|mock-interview|.*template")

_COMPANY = tuple(alias.encode() for alias in ALIASES["company"])
_DATES = (
    *(alias.encode() for alias in ALIASES["interview_date"]),
    *(alias.encode() for alias in ALIASES["interviews"]),
    b"date",
)
_MARKS = (b"interview", b"mdfollow", b"application")
_LOWER = bytes(range(65)) + bytes(range(97, 123)) + bytes(range(91, 256))
_LEFT_OUT = b" \t_-\"'"
_OPENINGS = (b"---", b"+++", b"\xef\xbb\xbf")


def could_be_interview(head: bytes, suffix: str = ".md", *, folder: bool = False) -> bool:
    """Say quickly whether a note with this beginning might be an interview.

    `head` must reach to the end of the frontmatter or page properties (for `.org`: the whole
    file); longer does not matter. `folder` is true when the note lies in a folder of the
    settings, which makes every note there a possible one. Never false for a note that `read`
    takes for an interview; rarely true for others.
    """
    if suffix != ".org" and not head.startswith(_OPENINGS) and b"::" not in head:
        return False
    plain = head.translate(_LOWER, _LEFT_OUT)
    if not folder and not any(mark in plain for mark in _MARKS) and b"\\" not in plain:
        return False
    if b"\\" in plain:
        # an escape in a quoted key can spell any key
        return True
    return any(word in plain for word in _COMPANY) and any(word in plain for word in _DATES)


def concerns(text: str, path: str = "", settings: Settings | None = None) -> bool:
    """Frontmatter that cannot be read looks like an interview's, so that it is reported.

    A company key and an interview key stand at line starts, and nothing speaks against it.
    """
    if settings and aside(path, settings):
        return False
    keys = {}
    for row in re.split(r"\r\n|\n|\r", text):
        name, mark, value = row.partition("=" if "=" in row.partition(":")[0] else ":")
        if mark and row[:1] not in " \t#-":
            keys[fold(name.strip().strip("\"'"))] = value
    if any(keys.get("mdfollow", "").strip() == word for word in HANDS_OFF):
        return False
    if any(key in keys for key in OTHER_SIDE):
        return False
    company = [value for key, value in keys.items() if key in ALIASES["company"]]
    explicit = EXPLICIT_DATE | set(ALIASES["interviews"])
    dates = [value for key, value in keys.items() if key in explicit]
    if any(fold(keys.get(key, "").strip()) in map(fold, KINDS) for key in _KIND_KEYS):
        dates += [keys[key] for key in (*ALIASES["interview_date"], "date") if key in keys]
    marked = any(_TEMPLATE.search(value) for value in company + dates)
    return bool(company and dates) and not marked


def aside(path: str, settings: Settings) -> str:
    """Why a note at `path` is never an interview, whatever it says; empty when it may be."""
    parts = path.split("/")
    lowered = [part.lower() for part in parts[:-1]]
    if any(part in ASIDE for part in lowered) or "logseq/bak/" in f"{path.lower()}":
        return "it lies in a folder that holds no notes of its own"
    templates = settings.templates.strip("/")
    if templates and f"{path}/".startswith(f"{templates}/"):
        return "it lies in the folder of templates"
    return "it is a conflict copy" if _COPY.search(parts[-1]) else ""


def in_folder(path: str, settings: Settings) -> bool:
    """The note lies in a folder that the settings name for interviews."""
    folders = [folder.strip("/") for folder in settings.interview_folders]
    return any(folder in ("", ".") or path.startswith(f"{folder}/") for folder in folders)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the fields tell of an interview: `against` is empty when they do.

    `kind` is true when a type or tag says interview, `date` whether a bare `date` key counts,
    `job` whether the type says job, so that a title is the job's.
    """

    against: str = ""
    kind: bool = False
    date: bool = False
    job: bool = False


def judge(fields: Fields, path: str, settings: Settings) -> Verdict:
    """The three conditions of "Which notes are interviews", in the order that explains best."""
    against = aside(path, settings) or _other(fields)
    if against:
        return Verdict(against)
    kinds = _kinds(fields)
    tags = _tags(fields)
    kind = bool(kinds & KINDS or tags & TAGS)
    forced = _forced(fields)
    application = bool(kinds & APPLICATIONS)
    dated = kind or forced or in_folder(path, settings)
    marked = dated or _explicit(fields) is not None
    date = date_field(fields, plain=dated)
    rounds = rounds_of(fields)
    if application and (date or rounds):
        marked = True
    if not any(fields.every("company")):
        return Verdict("there is no company key")
    if fields.filled("company") is None and not forced and _explicit(fields) is None:
        return Verdict("the company is not named yet")
    if date is None and not rounds:
        return Verdict("there is no interview date key")
    if not marked:
        return Verdict("nothing marks it as an interview")
    job = application or "job-interview" in kinds
    return Verdict(_template(fields, date) or _unset(date, rounds), kind, dated, job)


def date_field(fields: Fields, *, plain: bool) -> Field | None:
    """The key that holds the interview's date; `date` counts when `plain` is true."""
    given = [one for one in fields.every("interview_date") if not _no_date(one)]
    if plain:
        given += list(fields.every("date"))
    return next((one for one in given if not one.empty), given[0] if given else None)


def rounds_of(fields: Fields) -> tuple[Value, ...]:
    """The entries under `interviews:` that tell of an interview: maps, and bare dates."""
    field = fields.filled("interviews")
    if field is None:
        return ()
    value = field.value
    entries = value.items if isinstance(value, Sequence) else (value,)
    return tuple(entry for entry in entries if isinstance(entry, Mapping) or _dated(entry))


def _dated(entry: Value) -> bool:
    return isinstance(entry, Scalar) and bool(re.match(r"[<\[]{0,2}\d{4}-\d\d-\d\d\b", entry.text))


def unset(text: str) -> bool:
    """The words for a date that is not known yet."""
    return text.strip().lower() in UNKNOWN


def _unset(date: Field | None, rounds: tuple[Value, ...]) -> str:
    if rounds or date is None:
        return ""
    one = single(date.value)
    if date.empty or (one is not None and unset(one.text)):
        return "the interview has no date yet"
    return ""


def _explicit(fields: Fields) -> Field | None:
    keys = [fields.entries[key] for key in sorted(EXPLICIT_DATE) if key in fields.entries]
    return next((one for one in keys if not _no_date(one)), None)


def _no_date(field: Field) -> bool:
    """A plain yes or no, or a name under `interviewed`: the key means something else here."""
    if not isinstance(field.value, Scalar):
        return False
    text = field.value.text.strip().lower()
    named = fold(field.key.text) == "interviewed" and not re.search(r"\d", text)
    return text in ("true", "false", "yes", "no") or (bool(text) and named)


def _forced(fields: Fields) -> bool:
    field = fields.get("mdfollow")
    if field is None:
        return False
    if isinstance(field.value, Scalar):
        return read_flag(field.value.text) is True
    return True


def _other(fields: Fields) -> str:
    """A sign that the note is none of our business, or hands off."""
    field = fields.get("mdfollow")
    if field and isinstance(field.value, Scalar) and field.value.text.lower().strip() in HANDS_OFF:
        return f"`mdfollow: {field.value.text}` says hands off"
    side = next((key for key in OTHER_SIDE if key in fields.entries), None)
    if side:
        return f"`{fields.entries[side].key.text}` belongs to another kind of interview"
    kinds = _kinds(fields) | _tags(fields)
    other = next((kind for kind in sorted(kinds) if _OTHER_KIND.match(kind)), None)
    return f"`{other}` is another kind of note" if other else ""


def _kinds(fields: Fields) -> set[str]:
    values = [fields.entries[key].value for key in _KIND_KEYS if key in fields.entries]
    return {_kind(text) for value in values for text in items(value, short=True)}


def _kind(text: str) -> str:
    return re.sub(r"[\s_]+", "-", unlinked(text).lstrip("#").strip().lower())


def _tags(fields: Fields) -> set[str]:
    values = [fields.entries[key].value for key in ("tags", "tag") if key in fields.entries]
    texts = [text for value in values for text in items(value)]
    tags = [tag for text in texts for tag in re.split(r"[\s,:]+", text)]
    return {_kind(part) for tag in tags for part in tag.split("/") if part.strip("#")}


def _template(fields: Fields, date: Field | None) -> str:
    """A template that has not been filled in yet."""
    company = fields.filled("company")
    name = single(company.value) if company else None
    if company and name and (_BLANK.fullmatch(name.text) or fold(name.text) in _NO_COMPANY):
        return f"`{company.key.text}` still holds a template's mark"
    given = [*fields.every("company"), *([date] if date else [])]
    for one in given:
        text = single(one.value)
        if text is not None and _TEMPLATE.search(text.text):
            return f"`{one.key.text}` still holds a template's mark"
        if isinstance(one.value, Mapping) and _braces(one.value):
            return f"`{one.key.text}` still holds a template's mark"
    return ""


def _braces(value: Mapping) -> bool:
    """`{{date}}` without quotes would not have been read; `{date}` comes as a map of one."""
    return len(value.entries) == 1 and value.entries[0][1] == Scalar("", value.entries[0][1].place)
