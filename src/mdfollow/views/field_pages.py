"""`docs/fields.md`, made from the tables that read the notes, so that it cannot be wrong."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from mdfollow.interview import words
from mdfollow.interview.dates import read_date
from mdfollow.interview.fields import ALIASES, EXPLICIT_DATE, PERSON_ALIASES
from mdfollow.interview.model import Part
from mdfollow.interview.naming import read_naming
from mdfollow.interview.phrases import read_decision
from mdfollow.views.field_words import (
    DATES,
    DECISIONS,
    FIELDS,
    NEVER,
    PEOPLE,
    PERSON,
    SPELT,
)

DAY = date(2026, 11, 3)
"""The interview of the page's examples, a Tuesday."""

_HEAD = """\
<!-- Made by scripts/pages.py from src/mdfollow/interview and src/mdfollow/views/field_words.py. -->

# Everything a note may say

Three lines at the very top of a note are enough:

```yaml
---
company: Acme
interview_date: 2026-11-03
interviewers: Dana Kim, Sam Roe
---
```

Everything else is optional. Case, blanks, `-` and `_` in a key make no difference: `Hiring Manager`
and `hiring-manager` are one. Where several spellings of a field say something, the one further left
in the table counts. Values are read as you typed them; one with `: ` or ` #` in it needs quotes, as
always in YAML. `mdfollow check` names what could not be read, `mdfollow plan` shows what was.

A note is an interview note when it names a company and a day, and something says so:

* a key of its own for the day ({explicit});
* a type that says so, under `type`, `kind`, `category`, `categories`, `class`, `fileClass` or
  `note_type`: `interview`, `job interview`, `phone screen`, `technical interview` …;
* a tag `interview` or `job-interview`, nested or not, in the first lines of the text, too;
* a list of `interviews`; a folder from `interview_folders`; or `mdfollow: true`.

Where a type, a tag, a folder or `mdfollow: true` says so, the day may also stand under `date`,
`start` or `datetime`, or begin or end the file's name (`2026-11-03 Acme.md`). An application note
(`type: application`) is one as soon as it has an interview date or a list of `interviews`.

A note that lacks one line is never written into: `mdfollow sync` counts such notes at its end,
`mdfollow check` names the line, and `mdfollow check NOTE` says of every note what it is and why.

## All keys
"""

_ORG = """\
## Page properties, TOML and Org

Without frontmatter, `company:: Acme` lines at the top of a page are read (Dataview, Logseq).
Frontmatter between `+++` lines is TOML.

In Org every key works as `#+company: Acme` at the top of the file, or in the property drawer of the
file or of a heading with the tag `:interview:`; many interviews fit in one file, and a heading
takes over what the file says. Several people: `:INTERVIEWERS: Dana Kim; Lee Ortiz`, or one
`:INTERVIEWERS+:` line each. Dates may be timestamps: `<2026-11-03 Tue 10:00>`, `[2026-11-03 Tue]`.
"""


def fields_page() -> str:
    """The whole page."""
    explicit = ", ".join(f"`{spelt(key)}`" for key in ALIASES["interview_date"]
                         if key in EXPLICIT_DATE)  # fmt: skip
    parts = (
        [_HEAD.replace("{explicit}", explicit)],
        _table(("key", "also"), _keys()),
        _each(),
        _section("Dates", "An interview date, as it is read:"),
        _table(("you write", "it is"), _dates()),
        _section("When they decide", "Counted from an interview on Tuesday, 3 November 2026:"),
        _table(("you write", "it is"), _decisions()),
        _section("How to name people", "One person, as it is read:"),
        _table(("you write", "name", "role", "address"), _people()),
        _section("", "An entry can also be a map with these keys:"),
        _table(("key", "also", "for"), _person_keys()),
        _words(),
        _section("What is never read", ""),
        [NEVER, _ORG.rstrip()],
    )
    return "\n".join(line for part in parts for line in part) + "\n"


def spelt(folded: str) -> str:
    """A folded key as somebody would write it."""
    return SPELT.get(folded, folded)


def _section(title: str, text: str) -> list[str]:
    heading = ["", f"## {title}"] if title else []
    return [*heading, "", *([text, ""] if text else [])]


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"| {' | '.join('---' for _ in head)} |"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def _code(text: str) -> str:
    return f"`{text.replace('|', chr(92) + '|')}`" if text else ""


def _others(name: str, aliases: Iterable[str]) -> str:
    numbered = [f"interviewer{number}" for number in range(2, 9)]
    spellings = [spelt(each) for each in aliases if each not in numbered]
    found = ", ".join(_code(each) for each in spellings if each != name)
    return found.replace("`interviewer1`, `interviewer9`", "`interviewer1` to `interviewer9`")


def _keys() -> Iterator[tuple[str, ...]]:
    for name, aliases in ALIASES.items():
        first = spelt(aliases[0])
        shown = first if name == "attendees" else name
        yield f"[{_code(shown)}](#{shown})", _others(shown, aliases)


def _each() -> Iterator[str]:
    for name, said in FIELDS.items():
        shown = spelt(ALIASES[name][0]) if name == "attendees" else name
        yield from ("", f"### {shown}", "", said.text)
        if said.examples:
            yield from ("", "```yaml", "\n# or\n".join(said.examples), "```")


def _dates() -> Iterator[tuple[str, str]]:
    for text in DATES:
        moment = read_date(text)
        clock = f" at {moment.clock:%H:%M}" if moment.clock else ""
        yield _code(text), f"{moment.day}{clock}" if moment.day else f"refused: {moment.fault}"


def _decisions() -> Iterator[tuple[str, str]]:
    for text in DECISIONS:
        found = read_decision(text, DAY).decision
        reading = found.reading.partition(": ")[2]
        known = f"{found.day} ({reading})" if reading else f"{found.day}"
        yield _code(text), known if found.day else "not known"


def _people() -> Iterator[tuple[str, ...]]:
    for text in PEOPLE:
        naming = read_naming(text)
        yield _code(text), naming.name or "nobody", naming.role, naming.email


def _person_keys() -> Iterator[tuple[str, ...]]:
    for name, aliases in PERSON_ALIASES.items():
        others = ", ".join(_code(spelt(each)) for each in aliases if each != name)
        yield _code(name), others, PERSON[name]


def _words() -> Iterator[str]:
    statuses: dict[str, list[str]] = {}
    for status, _, row in words.STATUSES:
        statuses.setdefault(status.value, []).extend(row.split("|"))
    yield from _section(
        "Statuses",
        "A word that ends the search counts as the whole value, or at its beginning, before a "
        "date, a round or a remark: `no offer yet` waits. Unknown words wait.",
    )
    yield from _table(("means", "words"), _rows(statuses))
    formats: dict[str, list[str]] = {}
    for form, row in words.FORMATS:
        formats.setdefault(form.value, []).extend(row.split("|"))
    yield from _section("Formats", "Without one, an interview counts as one by phone.")
    yield from _table(("means", "words"), _rows(formats))
    channels = {channel.value: row.split("|") for channel, row in words.CHANNELS.items()}
    yield from _section("Channels", "For `method` and `prefers`:")
    yield from _table(("means", "words"), _rows(channels))
    parts: dict[str, list[str]] = {}
    for part, pattern in words.PARTS:
        if part in (Part.RECRUITER, Part.HIRING_MANAGER):
            parts.setdefault(part.value.replace("_", " "), []).extend(pattern.split("|"))
    parts["hiring manager"].append("manager (alone)")
    yield from _section("Parts", "A role's words that make somebody the one to check in with:")
    plain = {key: [each.replace("\\w*", "…") for each in row] for key, row in parts.items()}
    yield from _table(("part", "words"), _rows(plain))


def _rows(groups: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    for name, row in groups.items():
        yield name, ", ".join(dict.fromkeys(each.replace("an? ", "an ") for each in row))
