"""Three weeks with the calendar in the pocket: each entry of each morning, and her ticks there."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.calendars import strict
from tests.weeks.player import Line, Player
from tests.weeks.spelling import SPELLINGS
from tests.weeks.story import day


class Phone(Player):
    """She ticks half of it on the telephone, and the rest by command."""

    entries = 0
    ticks = 0

    @property
    def calendar(self) -> Path:
        return self.folder.parent / "calendar"

    def morning(self, number: int) -> Iterator[Line]:
        """What the telephone did comes into the notes, then what is new onto the telephone."""
        self.pull(number)
        self.run(number, "sync", "--yes")
        self.pull(number)
        self.expect_the_agenda(number)
        return super().morning(number)

    def pull(self, number: int) -> None:
        code, _, err = self.run(number, "calendar", "../calendar", "--pull")
        assert code == 0, err

    def do(self, number: int, line: Line, *, by_hand: bool) -> None:
        """A tick on the telephone, where another player takes a pen."""
        file = self.calendar / f"{line['id']}.ics"
        if not by_hand:
            return super().do(number, line, by_hand=False)
        open_, done = b"STATUS:NEEDS-ACTION", b"STATUS:COMPLETED\r\nCOMPLETED:%b"
        stamp = f"{day(number):%Y%m%d}T120000Z".encode()
        data = file.read_bytes()
        assert open_ in data
        self.ticks += 1
        file.write_bytes(data.replace(open_, done % stamp))
        return None

    def expect_the_agenda(self, number: int) -> None:
        """Every open step stands there once with its day, and nothing that is done or over."""
        parts = {}
        for file in self.calendar.glob("*.ics"):
            (part,) = strict.read(file.read_bytes()).parts
            parts[part.fields["UID"].value] = part
        page = json.loads(self.run(number, "agenda", "--json", "--all")[1])
        steps = [each for line in page["items"] for each in (line, *line["others"])]
        days = {each["id"]: each["due"].replace("-", "") for each in steps}
        tasks = {uid: part for uid, part in parts.items() if part.name == "VTODO"}
        ahead = {step["id"] for step in self.steps(number) if step["state"] in {"open", "edited"}}
        assert days.items() <= {u: p.fields["DUE"].value for u, p in tasks.items()}.items()
        assert tasks.keys() - days.keys() <= ahead
        assert {uid[:-4] for uid in parts if uid.endswith("-day")} == tasks.keys()
        assert {part.fields["STATUS"].value for part in tasks.values()} <= {"NEEDS-ACTION"}
        self.entries += len(tasks)
        self.expect_a_fresh_one_equal(number)

    def expect_a_fresh_one_equal(self, number: int) -> None:
        fresh = self.calendar.with_name("fresh")
        shutil.rmtree(fresh, ignore_errors=True)
        self.run(number, "calendar", "../fresh")
        files = (
            {f.name: f.read_bytes() for f in at.glob("*.ics")} for at in (fresh, self.calendar)
        )
        first, second = files
        assert first == second


@pytest.mark.stress
@pytest.mark.parametrize("name", SPELLINGS)
def test_each_morning_s_calendar_is_the_agenda(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("XDG_RUNTIME_DIR", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "home"))
    (tmp_path / "vault").mkdir()
    (tmp_path / "home").mkdir()
    player = Phone(tmp_path / "vault", SPELLINGS[name], seed=len(name))
    player.live()
    assert player.entries > 200
    assert player.ticks > 5
    assert player.kept()
