"""The note that `mdfollow new` makes: where it goes, what it is called, what it says."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from mdfollow.endings import format_of
from mdfollow.interview.model import Interview, Status
from mdfollow.interview.names import company_key
from mdfollow.interview.naming import parted
from mdfollow.pattern import pattern
from mdfollow.record import dataclass
from mdfollow.views.shown import cleaned
from mdfollow.views.yaml_text import yaml_text

Noted = tuple[str, Interview]
"""A note's path and an interview it tells of."""

LONGEST = 180
"""Bytes of a file's name without its ending: some disks take 255, with room for a sync program."""

_FORBIDDEN = pattern(r'[\\/:*?"<>|#^\[\]{}%]+')
_WORD = pattern(r"[^\W\d_]+")
_HARMLESS = frozenset({"interview", "interviews", "with", "at", "notes", "note"})

_DAYS: tuple[str, ...] = ("%Y-%m-%d", "%Y_%m_%d", "%Y.%m.%d", "%Y%m%d")
DEFAULT = ("{date} {company}", "%Y-%m-%d", "as it is")


def _slug(name: str, joint: str) -> str:
    return joint.join(re.findall(r"[^\W_]+", name)).lower()


def _plain(name: str) -> str:
    return " ".join(_FORBIDDEN.sub(" ", name).split()).strip(" .")


_SPELLINGS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "as it is": _plain,
        "lower": lambda name: _plain(name).lower(),
        "dashes": lambda name: _slug(name, "-"),
        "underscores": lambda name: _slug(name, "_"),
        "joined": lambda name: "".join(re.findall(r"[^\W_]+", name)),
    }
)
"""How companies stand in file names."""
_JOINTS = MappingProxyType({"dashes": "-", "underscores": "_"})


@dataclass(frozen=True, slots=True)
class Fresh:
    """A new interview: what was said on the command line and what the vault adds."""

    company: str
    day: date
    role: str = ""
    people: tuple[str, ...] = ()


def fresh(
    company: str, day: date, role: str, people: Iterable[str], noted: Sequence[Noted]
) -> Fresh:
    """Fit a new interview to those the vault knows.

    A company known already keeps its spelling, and the role it is about if there is only one.
    """
    name = " ".join(cleaned(company).split())
    same = [one for _, one in noted if company_key(one.company) == company_key(name)]
    going = [one for one in same if one.status is Status.WAITING]
    roles = {one.role for one in going if one.role}
    spelt = max(same, key=lambda one: one.day).company if same else name
    only = roles.pop() if len(roles) == 1 else ""
    names = [part for each in people for part in parted(" ".join(cleaned(each).split()))]
    given = " ".join(cleaned(role).split())
    return Fresh(spelt, day, given or only, tuple(dict.fromkeys(names)))


def usual_folder(noted: Sequence[Noted]) -> str | None:
    """The folder that holds most interview notes, the one used last among equals."""
    paths = {path: one.day for path, one in sorted(noted, key=lambda each: each[1].day)}
    counts = Counter(path.rpartition("/")[0] for path in paths)
    last = {path.rpartition("/")[0]: day for path, day in paths.items()}
    return max(counts, key=lambda folder: (counts[folder], last[folder]), default=None)


def usual_ending(noted: Sequence[Noted], default: str) -> str:
    """`.md` or `.org`: what most interview notes are."""
    counts = Counter(format_of(path) for path in {path for path, _ in noted})
    return max(counts, key=lambda ending: (counts[ending], ending == default), default=default)


Pattern = tuple[str, str, str]
"""`{date} {company}`, how the date is spelt, how the company is."""


def usual_pattern(noted: Sequence[Noted]) -> Pattern:
    """How interview notes are called here; with a date before the company where nothing tells."""
    counts = Counter(pattern for path, one in noted if (pattern := _pattern(path, one)))
    fitting = {
        pattern: number
        for pattern, number in counts.items()
        if number > 1 or _explained(pattern[0])
    }
    return max(fitting, key=lambda each: (fitting[each], "{date}" in each[0]), default=DEFAULT)


def _pattern(path: str, one: Interview) -> Pattern | None:
    stem = path.rpartition("/")[2].rpartition(".")[0].replace("{", "").replace("}", "")
    spelling = next(
        (key for key, spell in _SPELLINGS.items() if (name := spell(one.company)) and name in stem),
        None,
    )
    if spelling is None:
        return None
    shape = stem.replace(_SPELLINGS[spelling](one.company), "{company}", 1)
    for form in _DAYS:
        if (day := one.day.strftime(form)) in shape:
            return shape.replace(day, "{date}", 1), form, spelling
    return (shape, _DAYS[0], spelling) if not re.search(r"\d", shape) else None


def _explained(shape: str) -> bool:
    rest = shape.replace("{company}", "").replace("{date}", "").lower()
    return set(_WORD.findall(rest)) <= _HARMLESS and not re.search(r"\d", rest)


def stems(new: Fresh, pattern: Pattern) -> tuple[str, ...]:
    """The names to try, best first; the second has the date for when the first is taken."""
    shape, form, spelling = pattern
    company = _SPELLINGS[spelling](new.company) or "interview"
    dated = f"{{date}}{_JOINTS.get(spelling, ' ')}{shape}"
    shapes = (shape,) if "{date}" in shape else (shape, dated)
    day = new.day.strftime(form)
    return tuple(
        _tidy(each.replace("{date}", day).replace("{company}", company)) for each in shapes
    )


def _tidy(name: str) -> str:
    line = " ".join(cleaned(name).split()).strip(" .#")
    return line.encode()[:LONGEST].decode("utf-8", "ignore").strip(" .") or "interview"


def markdown_text(new: Fresh) -> str:
    """The note as Markdown with frontmatter."""
    lines = [
        "---",
        "type: interview",
        f"company: {yaml_text(new.company)}",
        f"role: {yaml_text(new.role)}" if new.role else "role:",
        f"interview_date: {new.day.isoformat()}",
        "format:",
        "decision:",
        "interviewers:",
        *(f"  - {yaml_text(person)}" for person in new.people),
        "---",
        "",
        "## Notes",
        "",
        "",
    ]
    return "\n".join(lines)


def logseq_text(new: Fresh) -> str:
    """The note as a Logseq page."""
    lines = [
        "type:: interview",
        f"company:: {new.company}",
        f"role:: {new.role}",
        f"interview_date:: {new.day.isoformat()}",
        "format::",
        "decision::",
        f"interviewers:: {'; '.join(new.people)}",
    ]
    return "".join(f"{line.rstrip()}\n" for line in lines) + "\n- ## Notes\n\t-\n"


_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def org_text(new: Fresh) -> str:
    """The note as an Org file."""
    day = f"<{new.day.isoformat()} {_WEEKDAYS[new.day.weekday()]}>"
    lines = [
        f"#+title: {new.company}",
        "#+filetags: :interview:",
        f"#+company: {new.company}",
        f"#+role: {new.role}",
        f"#+interview_date: {day}",
        "#+format:",
        "#+decision:",
        f"#+interviewers: {'; '.join(new.people)}",
        "",
        "* Notes",
    ]
    return "".join(f"{line.rstrip()}\n" for line in lines)
