"""The old file in the last moment: looked at before it is displaced, and watched afterwards."""

from collections.abc import Callable
from pathlib import Path

from mdfollow.vault.outcome import Snapshot, Verdict
from mdfollow.vault.store import DiskStore
from mdfollow.vault.system import Lease, System

OURS = b"- [ ] Thank Dana Kim\n"
HERS = b"a line she saved\n"
Meddle = Callable[..., System]


def snapshot(root: str) -> Snapshot:
    found = DiskStore(root).read("acme.md")
    assert isinstance(found, Snapshot)
    return found


def test_w01_a_save_seen_in_time_is_never_displaced(root: str, note: Path, meddle: Meddle) -> None:
    """Not even for a moment: what her editor looks at stays her file."""

    def save() -> None:
        note.write_bytes(old.data + HERS)

    def displaced() -> None:
        raise AssertionError("the names were exchanged")

    old = snapshot(root)
    system = meddle("take_lease", save, system=meddle("exchange", displaced, system=System()))
    assert DiskStore(root, system).replace(old, old.data + OURS).verdict is Verdict.CHANGED
    assert note.read_bytes() == old.data + HERS


def test_w23_what_comes_a_moment_after_the_lease_was_broken_is_kept(
    root: str, note: Path, lacking: Callable[[str], System], meddle: Meddle
) -> None:
    """Where names cannot be exchanged: who breaks the lease has not written yet."""
    old, begun = snapshot(root), note.open("ab")

    def write_on() -> None:
        with begun:
            begun.write(HERS)

    system = meddle("sleep", write_on, system=lacking("no exchange"))
    system.take_lease = lambda fd: Lease.HELD
    system.has_lease = lambda fd: False
    outcome = DiskStore(root, system).replace(old, old.data + OURS)
    assert outcome.verdict is Verdict.CHANGED
    assert note.with_name(outcome.rescued).read_bytes() == old.data + HERS
    assert note.read_bytes() == old.data + OURS
