"""How editors put a buffer on the disk, as far as a watch can tell them apart."""

import os
from collections.abc import Callable
from pathlib import Path

Save = Callable[[Path, bytes], None]


def in_place(file: Path, text: bytes) -> None:
    """The same file, written over."""
    file.write_bytes(text)


def synced(file: Path, text: bytes) -> None:
    """The same, and on the disk before anything else happens."""
    with file.open("wb") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())


def in_steps(file: Path, text: bytes) -> None:
    """The same in several writes: for a moment it is half a note."""
    with file.open("wb", buffering=0) as out:
        for start in range(0, len(text), 300):
            out.write(text[start : start + 300])


def replaced(file: Path, text: bytes) -> None:
    """A new file under the old name, as `sed -i`, VS Code and sync programs do it."""
    fresh = file.with_name(f".{file.name}.tmp~")
    fresh.write_bytes(text)
    fresh.chmod(file.stat().st_mode)
    fresh.replace(file)


def like_vim(file: Path, text: bytes) -> None:
    """The old file is moved away first: for a moment there is no note."""
    mode, backup = file.stat().st_mode, file.with_name(file.name + "~")
    file.rename(backup)
    fd = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with open(fd, "wb") as out:
        out.write(text)
    backup.unlink()


def like_emacs(file: Path, text: bytes) -> None:
    """The same under a lock, which is a link to nowhere."""
    lock = file.with_name(".#" + file.name)
    lock.symlink_to(f"me@{os.uname().nodename}.{os.getpid()}")
    like_vim(file, text)
    lock.unlink()


STYLES: dict[str, Save] = {
    "in place": in_place,
    "in steps": in_steps,
    "replace": replaced,
    "like vim": like_vim,
    "like emacs": like_emacs,
}
