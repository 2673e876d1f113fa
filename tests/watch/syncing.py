"""Two machines and the sync program between them, as a model: the newest time wins (S05).

What it does follows what was measured with Syncthing: a file is taken over whole, with its time;
where both sides changed since they last agreed, the newer time wins and the other version is kept
beside it as a conflict copy.
"""

import os
import shutil
from datetime import date
from pathlib import Path

from mdfollow.record import dataclass, field
from mdfollow.watch.hints import Touched
from mdfollow.watch.schedule import Waits
from tests.watch.vigil import Vigil


@dataclass
class Machine:
    """One copy of the vault with its own watch; `skew` is how far its clock is off, in seconds."""

    name: str
    vigil: Vigil
    skew: float = 0.0
    writes: int = 0

    @property
    def root(self) -> Path:
        return self.vigil.root

    def save(self, name: str, data: bytes) -> None:
        """She saves a note here, now, by this machine's clock."""
        self.vigil.save(name, data)
        moment = self.vigil.wall() + self.skew
        os.utime(self.root / name, (moment, moment))

    def notes(self) -> dict[str, bytes]:
        """Every note by name, conflict copies left out."""
        return {
            file.name: file.read_bytes()
            for file in sorted(self.root.glob("*.md"))
            if ".sync-conflict-" not in file.name
        }


@dataclass
class Pair:
    """Two machines that share a folder; `agreed` is what they last had in common."""

    left: Machine
    right: Machine
    agreed: dict[str, bytes] = field(default_factory=dict)
    conflicts: int = 0

    def rest(self, seconds: float) -> None:
        """Let time pass on both."""
        for machine in (self.left, self.right):
            machine.vigil.rest(seconds)

    def sync(self) -> bool:
        """Exchange what changed; whether anything did."""
        names = {file.name for side in (self.left, self.right) for file in side.root.glob("*.md")}
        return sum(self._sync(name) for name in sorted(names)) > 0

    def _sync(self, name: str) -> bool:
        here, there = self.left.root / name, self.right.root / name
        ours = here.read_bytes() if here.exists() else None
        theirs = there.read_bytes() if there.exists() else None
        if ours == theirs:
            self.agreed[name] = ours or b""
            return False
        base = self.agreed.get(name)
        if theirs is None or theirs == base:
            self._take(self.left, self.right, name)
        elif ours is None or ours == base:
            self._take(self.right, self.left, name)
        else:
            self._conflict(name)
        self.agreed[name] = here.read_bytes()
        return True

    def _conflict(self, name: str) -> None:
        """Both changed it: the newer time wins, the other version becomes a copy on both."""
        self.conflicts += 1
        left_time = (self.left.root / name).stat().st_mtime_ns
        right_time = (self.right.root / name).stat().st_mtime_ns
        winner, loser = (
            (self.left, self.right) if left_time >= right_time else (self.right, self.left)
        )
        copy = f"{name.removesuffix('.md')}.sync-conflict-{self.conflicts:08}.md"
        shutil.copy2(loser.root / name, loser.root / copy)
        shutil.copy2(loser.root / name, winner.root / copy)
        self._take(winner, loser, name)

    def _take(self, source: Machine, target: Machine, name: str) -> None:
        """Put a file there as Syncthing does: beside it first, then over it, with its time."""
        fresh = target.root / f".syncthing.{name}.tmp"
        shutil.copy2(source.root / name, fresh)
        fresh.replace(target.root / name)
        target.vigil.hint(Touched(name, arrived=True))


def machine(root: Path, name: str, *, share: float, skew: float = 0.0, today: date) -> Machine:
    """A machine with an empty vault."""
    folder = root / name
    folder.mkdir()
    vigil = Vigil(folder, waits=Waits())
    vigil.today = today
    vigil.watcher.share = lambda path: share
    vigil.start()
    return Machine(name, vigil, skew)
