"""Three weeks, day by day: is each line of each morning worth doing?"""

from pathlib import Path

import pytest

from tests.weeks.player import Player
from tests.weeks.spelling import SPELLINGS

MOST = 0.1
"""At most one line in ten may be one that is not worth doing."""


EVERY_DAY = ("gfm",)
"""Spellings lived in every run of the tests; the others with those that take long."""


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=() if name in EVERY_DAY else pytest.mark.stress)
        for name in SPELLINGS
    ],
)
def test_each_morning_is_worth_reading(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("XDG_RUNTIME_DIR", "XDG_STATE_HOME", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "home"))
    folder = tmp_path / "vault"
    folder.mkdir()
    (tmp_path / "home").mkdir()
    player = Player(folder, SPELLINGS[name], seed=len(name))
    player.live()
    said = "\n".join(player.told)
    mails = {why: number for why, number in player.wrong.items() if why.startswith("mail ")}
    wrong = sum(player.wrong.values()) - sum(mails.values())
    assert player.lines > 40
    assert player.mails > 10
    assert player.kept()
    assert not mails, said
    assert wrong <= MOST * player.lines, f"{wrong} of {player.lines}: {player.wrong}\n{said}"
