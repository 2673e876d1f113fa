"""A vault with a plan, its calendar, and a hand that changes entries as programs do."""

import re
from pathlib import Path

from mdfollow.record import dataclass
from tests.calendars import strict
from tests.cli.conftest import Mdfollow, Ran
from tests.cli.notes import ACME, TODAY, make

TASKS = {
    ".obsidian/plugins/obsidian-tasks-plugin/manifest.json": b"{}",
    ".obsidian/plugins/obsidian-tasks-plugin/data.json": b'{"taskFormat": "tasksPluginEmoji"}',
}
NOTE = "interviews/acme.md"


@dataclass
class Desk:
    """One vault and one calendar beside it."""

    run: Mdfollow
    vault: Path
    calendar: Path

    def __call__(self, *argv: str, today: str = TODAY) -> Ran:
        return self.run("calendar", *argv, today=today)

    def sync(self, today: str = TODAY) -> None:
        assert self.run("sync", "--yes", today=today).code == 0

    @property
    def note(self) -> str:
        return (self.vault / NOTE).read_text(encoding="utf-8")

    def write(self, text: str) -> None:
        (self.vault / NOTE).write_text(text, encoding="utf-8")

    @property
    def files(self) -> dict[str, bytes]:
        """Every file of the calendar, each read by the letter."""
        found = {file.name: file.read_bytes() for file in self.calendar.glob("*.ics")}
        for data in found.values():
            strict.read(data)
        return found

    def parts(self) -> dict[str, strict.Part]:
        """Every entry by its uid."""
        parts = [part for data in self.files.values() for part in strict.read(data).parts]
        return {part.fields["UID"].value: part for part in parts}

    def titled(self, words: str, kind: str = "VTODO") -> str:
        """The uid of the entry with these words in its title."""
        (uid,) = [
            uid
            for uid, part in self.parts().items()
            if part.name == kind and words in part.fields["SUMMARY"].value
        ]
        return uid

    def change(self, uid: str, pattern: str, new: str) -> None:
        """What a program does to one entry."""
        file = self.calendar / f"{uid}.ics"
        text = file.read_bytes().decode()
        changed = re.sub(pattern, new, text, count=1)
        assert changed != text
        file.write_bytes(changed.encode())

    def tick(self, uid: str, day: str = "20261112") -> None:
        self.change(
            uid, "STATUS:NEEDS-ACTION", f"STATUS:COMPLETED\r\nCOMPLETED:{day}T120000Z\r\nSEQUENCE:1"
        )

    def move(self, uid: str, day: str) -> None:
        if not uid.endswith("-day"):
            return self.change(uid, r"DUE;VALUE=DATE:\d+", f"DUE;VALUE=DATE:{day}")
        self.change(uid, r"DTSTART;VALUE=DATE:\d+", f"DTSTART;VALUE=DATE:{day}")
        return self.change(uid, r"DTEND;VALUE=DATE:\d+", f"DTEND;VALUE=DATE:{int(day) + 1}")

    def delete(self, uid: str) -> None:
        """A task and the event of its day."""
        for end in ("", "-day"):
            (self.calendar / f"{uid}{end}.ics").unlink()


def desk(run: Mdfollow, settings: str = "", note: bytes = ACME) -> Desk:
    """A synced vault in the folder of `run`, with its calendar written."""
    toml = f'calendar = "../calendar"\n{settings}'
    make(run.cwd, {NOTE: note, "mdfollow.toml": toml.encode(), **TASKS})
    found = Desk(run, run.cwd, run.cwd.parent / "calendar")
    found.sync()
    assert found().code == 0
    return found
