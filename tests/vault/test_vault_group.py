"""A note whose group its owner is not in, access lists, attributes: kept as far as they can be."""

import errno
import os
import shutil
import stat as modes
import struct
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdfollow.vault.outcome import Outcome, Snapshot, Verdict
from mdfollow.vault.rights import GROUP_DROPPED, list_without_group, without_group
from mdfollow.vault.store import DiskStore
from mdfollow.vault.system import System

OURS = b"- [ ] Thank Dana Kim\n"
AsNobody = Callable[[Callable[[], None]], None]

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can provoke this")
needs_lists = pytest.mark.skipif(not shutil.which("setfacl"), reason="setfacl is not installed")


def sync(root: str) -> Outcome:
    found = _read(root)
    return DiskStore(root).replace(found, found.data + OURS)


def same(file: Path, data: bytes) -> bool:
    return file.read_bytes() == data and not list(file.parent.glob(".mdfollow-*"))


FOREIGN = 12345
"""A group that nobody is in."""


@pytest.fixture
def foreign_note(shared: str) -> Path:
    """A note of hers whose group she is not in: from another machine, or of a group she left."""
    note = Path(shared, "acme.md")
    note.write_bytes(b"words\n")
    os.chown(note, 65534, FOREIGN)
    return note


@needs_root
@pytest.mark.parametrize(
    ("mode", "kept"),
    [(0o644, 0o644), (0o664, 0o644), (0o640, 0o600), (0o660, 0o600), (0o604, 0o600)],
    ids=oct,
)
def test_w13_a_note_whose_group_is_not_hers_is_written_and_nobody_gains(
    foreign_note: Path, as_nobody: AsNobody, mode: int, kept: int
) -> None:
    foreign_note.chmod(mode)

    def act() -> None:
        outcome = sync(str(foreign_note.parent))
        assert (outcome.verdict, outcome.reason) == (Verdict.WRITTEN, GROUP_DROPPED)
        again = sync(str(foreign_note.parent))
        assert (again.verdict, again.reason) == (Verdict.WRITTEN, "")

    as_nobody(act)
    assert same(foreign_note, b"words\n" + 2 * OURS)
    after = foreign_note.stat()
    assert (after.st_uid, after.st_gid, modes.S_IMODE(after.st_mode)) == (65534, 65534, kept)


@needs_root
def test_w13_a_group_she_is_in_is_kept(foreign_note: Path, as_nobody: AsNobody) -> None:
    foreign_note.chmod(0o2660)

    def act() -> None:
        os.seteuid(0)
        os.setgroups([FOREIGN])
        os.seteuid(65534)
        outcome = sync(str(foreign_note.parent))
        assert (outcome.verdict, outcome.reason) == (Verdict.WRITTEN, "")

    as_nobody(act)
    after = foreign_note.stat()
    assert (after.st_gid, modes.S_IMODE(after.st_mode)) == (FOREIGN, 0o2660)


@needs_root
@needs_lists
def test_w13_w15_an_access_list_outlives_the_group(foreign_note: Path, as_nobody: AsNobody) -> None:
    foreign_note.chmod(0o644)
    words = "u:4321:rw,g::rw,g:4322:-,o::r"
    subprocess.run(["setfacl", "-m", words, foreign_note], check=True)
    os.setxattr(foreign_note, "user.tags", b"work")
    as_nobody(lambda: _written(str(foreign_note.parent)))
    listed = subprocess.run(
        ["getfacl", "-cn", foreign_note.name],
        cwd=foreign_note.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert listed.stdout.split() == [
        *("user::rw-", "user:4321:rw-", "group::---", "group:4322:---", "mask::rw-", "other::r--")
    ]
    assert os.getxattr(foreign_note, "user.tags") == b"work"


def _written(root: str) -> None:
    assert sync(root).verdict is Verdict.WRITTEN


@given(mode=st.integers(0, 0o7777))
def test_w13_no_mode_gives_anybody_more_without_its_group(mode: int) -> None:
    """Whoever was in the old group, or is in the new one, or both, or neither."""
    fresh = without_group(mode)
    assert fresh & 0o5700 == mode & 0o5700
    assert not fresh & 0o2000
    for was, now in [(3, 0), (0, 3), (3, 3), (0, 0)]:
        assert not fresh >> now & ~(mode >> was) & 0o7


_RIGHTS = st.integers(0, 7)


@given(
    owning=_RIGHTS,
    named=st.dictionaries(st.integers(100, 103), _RIGHTS, max_size=3),
    mask=_RIGHTS,
    other=_RIGHTS,
    groups=st.sets(st.integers(100, 105)),
)
def test_w15_no_access_list_gives_anybody_more_without_its_group(
    owning: int, named: dict[int, int], mask: int, other: int, groups: set[int]
) -> None:
    """104 is the old group, 105 the new one; `groups` are those of some person."""

    def packed() -> bytes:
        entries = [(1, 7, 0), (4, owning, 0), *((8, each, who) for who, each in named.items())]
        entries += [(16, mask, 0), (32, other, 0)]
        return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *each) for each in entries)

    def allowed(acl: bytes, group: int, want: int) -> bool:
        """As the kernel decides: any group of theirs that grants it, else others if none fits."""
        entries: list[tuple[int, int, int]] = list(struct.iter_unpack("<HHI", acl[4:]))
        fits = [
            rights
            for tag, rights, who in entries
            if (tag == 4 and group in groups) or (tag == 8 and who in groups)
        ]
        limit = next(rights for tag, rights, _ in entries if tag == 16)
        if fits:
            return any(rights & limit & want == want for rights in fits)
        others: int = next(rights for tag, rights, _ in entries if tag == 32)
        return others & want == want

    before, after = packed(), list_without_group(packed())
    assert len(after) == len(before)
    for want in range(1, 8):
        assert allowed(before, 104, want) or not allowed(after, 105, want)


@pytest.mark.parametrize("key", ["user.tags", "security.label"])
def test_w15_an_attribute_of_hers_that_cannot_be_kept_keeps_the_note(
    root: str, note: Path, key: str
) -> None:
    """The system's own come and go as it likes; hers are her words."""
    data, system = note.read_bytes(), System()
    system.attributes = lambda fd: {key: b"work"} if os.fstat(fd).st_size == len(data) else {}

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    system.set_attribute = full  # type: ignore[assignment]
    outcome = DiskStore(root, system).replace(_read(root), data + OURS)
    is_hers = key.startswith("user.")
    assert outcome.verdict is (Verdict.SKIPPED if is_hers else Verdict.WRITTEN)
    assert same(note, data if is_hers else data + OURS)


def _read(root: str) -> Snapshot:
    found = DiskStore(root).read("acme.md")
    assert isinstance(found, Snapshot)
    return found
