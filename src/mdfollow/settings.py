"""Everything a vault's owner may set, as one plain value. Reading the file is `vault.settings`."""

from datetime import date, time

from mdfollow.record import dataclass, field


@dataclass(frozen=True, slots=True)
class Me:
    """The owner: who signs, and who is left out of every list of people."""

    name: str = ""
    phone: str = ""
    email: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """The keys of `mdfollow.toml` with their defaults."""

    me: Me = field(default_factory=Me)
    method: str = ""
    """`phone` or `email`: the channel of attempts where neither person nor note says."""
    days_off: tuple[date, ...] = ()
    days_off_yearly: tuple[tuple[int, int], ...] = ()
    """(month, day) of holidays that return every year (`MM-DD` in the file)."""
    date_order: str = ""
    """`dmy` or `mdy`: how 03/11/2026 is read; empty refuses it."""
    max_attempts: int | None = None
    first_wait: int = 10
    """Days from the interview to the first check-in when no decision date is known (FU-2)."""
    stale_days: int = 60
    """A window that ended longer ago is not written for the first time (STALE)."""
    dialect: str = ""
    heading: str = "Follow-up plan"
    heading_level: int = 2
    interview_folders: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    templates: str = ""
    drafts: str = "all"
    """`thanks`, `all` or `none`."""
    language: str = "en"
    """What letters are written in where the note does not say: `en`, `de`."""
    quiet_time: float = 2.0
    dashboard: str = ""
    calendar: str = ""
    """Where `calendar` writes to: a folder, or a file in `.ics`; from the vault's root."""
    calendar_entries: tuple[str, ...] = ("tasks", "days", "interviews")
    calendar_alarm: time | None = None
    """A time on the day a step is due; none rings without it."""
    calendar_private: bool = False
    """Titles that name nobody, and no path."""
    notify: bool = False
