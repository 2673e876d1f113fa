"""Reading `mdfollow.toml`: every key a row of a table, every complaint with its line."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import Any

from mdfollow.dialects import DIALECTS
from mdfollow.endings import ends_like_a_note
from mdfollow.pattern import pattern
from mdfollow.problem import MdfollowError
from mdfollow.record import dataclass
from mdfollow.settings import Me, Settings
from mdfollow.vault.bounded import read_bounded, unread
from mdfollow.vault.reading import Refused
from mdfollow.vault.root import SETTINGS_FILE

_TABLE = pattern(r"\s*\[([^\[\]]+)\]")
_QUOTES = dict.fromkeys(map(ord, "\"' \t"))
LIMIT = 64 * 1024
"""Bytes of the file: a thousand days off and as many folders."""
SHORT = 100
"""Characters of a heading, a name, a telephone number."""
LONGEST = 60
"""Characters of a key that are shown."""
_YEARLY = pattern(r"(\d\d)-(\d\d)")
_TOML_PLACE = pattern(r" \(at line (\d+), column \d+\)$| \(at end of document\)$")


MOST = 20
"""Complaints at once: each costs a look through the file, and nobody mends more in one go."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a key takes: in words for the owner, and as a function that raises ValueError."""

    words: str
    read: Callable[[Any], Any]


def _typed(
    kind: type, low: float = float("-inf"), high: float = float("inf")
) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        fits = isinstance(value, int | float if kind is float else kind)
        # To Python a truth value is a number; to the owner it is not.
        if not fits or (kind is not bool and isinstance(value, bool)):
            raise ValueError
        if isinstance(value, int | float) and not low <= value <= high:
            raise ValueError
        return kind(value)

    return read


def _one_of(*words: str) -> Kind:
    def read(value: Any) -> str:
        if value not in words:
            raise ValueError
        return str(value)

    return Kind(" or ".join(f'"{word}"' for word in words), read)


def _line(value: Any) -> str:
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise ValueError
    return value.strip()


def _short(read: Callable[[Any], str]) -> Callable[[Any], str]:
    """What stands in every plan or under every letter: longer than this it is a slip."""

    def bounded(value: Any) -> str:
        text = read(value)
        if len(text) > SHORT:
            raise ValueError
        return text

    return bounded


def _note_path(value: Any) -> str:
    """A note of the vault: a way down from its root, to a name that ends like a note's."""
    path = _line(value).removeprefix("./")
    if not ends_like_a_note(path) or {"", ".", ".."} & {*path.split("/")}:
        raise ValueError
    return path


def _texts(value: Any) -> tuple[str, ...]:
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise ValueError
    return tuple(item for item in items if item.strip())


def _words(value: Any) -> tuple[str, ...]:
    words = _texts(value)
    if not words or not {*words} <= {*Settings().calendar_entries}:
        raise ValueError
    return words


def _clock(value: Any) -> time:
    # TOML has times of its own: 09:00:00 without quotes.
    found = value if isinstance(value, time) else time.fromisoformat(str(value).strip().zfill(5))
    return time(found.hour, found.minute)


def _day(value: Any) -> date | tuple[int, int]:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str) and (yearly := _YEARLY.fullmatch(value)):
        month, day = int(yearly[1]), int(yearly[2])
        date(2000, month, day)  # a leap year: 02-29 is a day of the year, too
        return month, day
    if isinstance(value, str):
        return date.fromisoformat(value)
    raise ValueError


def _days(value: Any) -> tuple[date | tuple[int, int], ...]:
    if not isinstance(value, list):
        raise ValueError  # noqa: TRY004  # one exception for every value that does not fit
    return tuple(_day(item) for item in value)


_TEXT = Kind("a text", _typed(str))
_SHORT_TEXT = Kind(f"a text of at most {SHORT} characters", _short(_typed(str)))
_TEXTS = Kind("a text or a list of texts", _texts)

ME: dict[str, Kind] = {"name": _SHORT_TEXT, "phone": _SHORT_TEXT, "email": _TEXTS}
"""The keys of the table `[me]`."""

KEYS: dict[str, Kind] = {
    "method": _one_of("phone", "email"),
    "days_off": Kind('a list of dates, or "MM-DD" for a day of every year', _days),
    "date_order": _one_of("dmy", "mdy"),
    "max_attempts": Kind("a whole number from 0 to 10", _typed(int, 0, 10)),
    "first_wait": Kind("a number of days from 1 to 60", _typed(int, 1, 60)),
    "stale_days": Kind("a number of days from 0 to 3650", _typed(int, 0, 3650)),
    "dialect": _one_of(*DIALECTS),
    "heading": Kind(f"a text of one line, at most {SHORT} characters", _short(_line)),
    "heading_level": Kind("a whole number from 1 to 6", _typed(int, 1, 6)),
    "interview_folders": _TEXTS,
    "ignore": _TEXTS,
    "templates": _TEXT,
    "drafts": _one_of("thanks", "all", "none"),
    "language": _one_of("en", "de"),
    "quiet_time": Kind("a number of seconds from 0 to 30", _typed(float, 0, 30)),
    "dashboard": Kind("the path of a note in this vault, such as Follow-ups.md", _note_path),
    "calendar": _TEXT,
    "calendar_entries": Kind('a list of "tasks", "days" and "interviews"', _words),
    "calendar_alarm": Kind('a time of day in quotes, such as "09:00"', _clock),
    "calendar_private": Kind("true or false", _typed(bool)),
    "notify": Kind("true or false", _typed(bool)),
}
"""Every other key of the file."""


def read_settings(root: str) -> Settings:
    """Read the settings at the vault's root; without the file, the defaults.

    Raises MdfollowError with one sentence for every key that does not fit, each on its line.
    """
    text = _text_of(root)
    if not text:
        return Settings()
    data = _parsed(text)
    me = data.pop("me", {})
    complaints: list[str] = []
    if not isinstance(me, dict):
        complaints.append(
            _complaint(text, "me", "`me` is a table: write [me] on a line of its own")
        )
        me = {}
    values = dict(_checked(text, data, KEYS, "", complaints))
    values["me"] = Me(**dict(_checked(text, me, ME, "me.", complaints)))
    if complaints:
        raise MdfollowError("\n".join(complaints))
    days = values.pop("days_off", ())
    values["days_off"] = tuple(day for day in days if isinstance(day, date))
    values["days_off_yearly"] = tuple(day for day in days if not isinstance(day, date))
    return Settings(**values)


def _text_of(root: str) -> str:
    try:
        return (read_bounded(root, SETTINGS_FILE, LIMIT) or b"").decode("utf-8-sig")
    except Refused as refused:
        raise MdfollowError(unread(SETTINGS_FILE, refused)) from refused
    except UnicodeDecodeError as error:
        raise MdfollowError(f"{SETTINGS_FILE}: please save it as UTF-8 text.") from error


def _parsed(text: str) -> dict[str, Any]:
    import tomllib

    from mdfollow.document.toml_fields import too_deep

    if too_deep(text):
        raise MdfollowError(
            f"{SETTINGS_FILE}: its keys or lists are nested too deep; a setting is one line, "
            'as in heading = "Follow-up plan".'
        )
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
        place = _TOML_PLACE.search(str(error))
        line = (place[1] if place else None) or text.count("\n") + 1
        reason = str(error)[: place.start()] if place else str(error)
        raise MdfollowError(
            f"{SETTINGS_FILE}:{line}: this line is not TOML yet ({reason}); "
            'texts stand in quotes, as in heading = "Follow-up plan".'
        ) from error


def _checked(
    text: str, data: dict[str, Any], kinds: dict[str, Kind], table: str, complaints: list[str]
) -> Iterator[tuple[str, Any]]:
    for key, value in data.items():
        if len(complaints) == MOST:
            return
        kind = kinds.get(key)
        if kind is None:
            complaints.append(_complaint(text, table + key, _unknown(table + key)))
            continue
        try:
            yield key, kind.read(value)
        except (ValueError, OverflowError):
            complaints.append(_complaint(text, table + key, f"`{table}{key}` takes {kind.words}"))


def _unknown(name: str) -> str:
    import difflib

    known = [*KEYS, "me", *(f"me.{key}" for key in ME)]
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.6) or [
        key for key in known if key.rpartition(".")[2] == name
    ]
    advice = f"did you mean `{near[0]}`?" if near else f"it knows {', '.join(known)}"
    short = name if len(name) < LONGEST else f"{name[: LONGEST - 1]}…"
    return f"mdfollow does not know `{short}`; {advice}"


def _complaint(text: str, name: str, sentence: str) -> str:
    end = "" if sentence.endswith("?") else "."
    return f"{SETTINGS_FILE}:{_line_of(text, name)}: {sentence}{end}"


def _line_of(text: str, name: str) -> int:
    """Find the line, from 1, where the key `name` (`table.key`) gets its value."""
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        key, mark, _ = line.partition("=")
        if heading := _TABLE.match(line):
            table = heading[1].strip() + "."
            if heading[1].strip() == name:
                return number
        elif mark and table + key.translate(_QUOTES) == name:
            return number
    return 1
