"""The lookout of Linux: watchdog's inotify layer with a callback of our own (decision 0201).

It watches the folders that the walk walks and no others, holds no event back, and knows when
events were lost.
"""

import errno
import logging
import os
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mdfollow.settings import Settings
from mdfollow.vault import notes
from mdfollow.vault.names import names_of
from mdfollow.watch.hints import (
    Doubt,
    Exhausted,
    FolderTouched,
    Hint,
    Moved,
    Tell,
    file_hint,
    is_note_name,
    joined,
)
from mdfollow.watch.lookout import Careful

if TYPE_CHECKING:
    from watchdog.observers.inotify_c import InotifyEvent, InotifyFD, WatchDescriptor

_OPEN_FILES = Path("/proc/self/fd")
OVERFLOW = "more changed at once than the system could report"
GONE = "the vault's folder was moved or removed"
LIMITS = frozenset({errno.ENOSPC, errno.EMFILE, errno.ENFILE, errno.ENOMEM})

_EVENTS = (
    *("IN_CREATE", "IN_MODIFY", "IN_CLOSE_WRITE", "IN_MOVED_FROM", "IN_MOVED_TO", "IN_DELETE"),
    *("IN_DELETE_SELF", "IN_MOVE_SELF", "IN_ATTRIB"),
    *("IN_ONLYDIR", "IN_DONT_FOLLOW", "IN_EXCL_UNLINK"),
)


class Layer(NamedTuple):
    """What is used of watchdog's inotify layer: its class, the mask of events, a watch's owner."""

    fd: "type[InotifyFD]"
    mask: Any
    owner: "Callable[[int], Any]"


def layer() -> Layer | None:
    """The layer, or None where this system or this watchdog lacks any one of its names.

    None of the names is described in watchdog's manual, so each may go in any release: whoever
    gets None takes the public observer.
    """
    try:
        from watchdog.observers.inotify_c import CallbackId, InotifyConstants, InotifyFD, Mask

        mask = 0
        for name in _EVENTS:
            mask |= getattr(InotifyConstants, name)
        for name in ("add_callback", "remove_callbacks", "start", "stop", "join", "is_alive"):
            getattr(InotifyFD, name)
        return Layer(InotifyFD, Mask(mask), CallbackId)
    except Exception:  # another system fails in its own way on import
        return None


def _is_open(fd: "InotifyFD") -> bool:
    """Whether the file it reads still is what it was: a closed one is read for ever, to no end."""
    number = getattr(fd, "_inotify_fd", None)
    if number is None:
        return True
    try:
        return "inotify" in str((_OPEN_FILES / str(number)).readlink())
    except OSError:
        return not _OPEN_FILES.is_dir()


class InotifyLookout:
    """One watch per folder; new folders are watched as they come."""

    period = None

    def __init__(
        self, root: str, settings: Callable[[], Settings], tell: Tell, using: Layer | None = None
    ) -> None:
        self.root, self._settings, self._careful = root, settings, Careful(tell)
        self._using = using or layer()
        self._owner: Any = self._using.owner(id(self)) if self._using else None
        self._fd: InotifyFD | None = None
        self._folders: dict[WatchDescriptor, str] = {}
        self._watched: dict[str, WatchDescriptor] = {}
        self._left: tuple[int, str, str] = (0, "", "")
        """Cookie, folder and name of the latest file that was moved away."""

    def start(self) -> None:
        """Begin; raises OSError when the system has no watches left."""
        if self._using is None:
            raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
        # What it has to say beside events comes to us as a doubt.
        logging.getLogger("watchdog").setLevel(logging.CRITICAL)
        warnings.filterwarnings("ignore", category=RuntimeWarning, module="watchdog")
        self._fd = self._using.fd()
        self._fd.start()
        try:
            self._add_tree("")
        except OSError:
            self.stop()
            raise

    def stop(self) -> None:
        """End, and give back what it holds."""
        if self._fd is not None:
            with suppress(OSError):  # its file may be closed already
                self._fd.stop()
            self._fd.join(5)

    def is_well(self) -> bool:
        """Whether its thread lives, its file is open and every hint got through."""
        fd = self._fd
        return fd is not None and fd.is_alive() and _is_open(fd) and not self._careful.doubted

    def refresh(self) -> None:
        """Watch folders that came without a word; raises OSError at the system's limit."""
        self._add_tree("")

    def poll(self) -> None:
        """Nothing: it speaks up by itself."""

    def __len__(self) -> int:
        """How many folders are watched."""
        return len(self._folders)

    def on_event(self, event: "InotifyEvent") -> None:
        """Take one event, in watchdog's thread."""
        self._careful.run(lambda: self._hints(event))

    def on_watch_deleted(self, wd: "WatchDescriptor") -> None:
        """Forget a folder that is not there any more."""
        path = self._folders.pop(wd, None)
        if path is not None and self._watched.get(path) == wd:
            del self._watched[path]

    def on_queue_overflow(self) -> None:
        """Events were lost."""
        self._careful.run(lambda: [Doubt(OVERFLOW, lost=True)])

    @property
    def _open(self) -> "tuple[InotifyFD, Layer]":
        if self._fd is None or self._using is None:
            raise OSError(errno.EBADF, "not started")
        return self._fd, self._using

    def _hints(self, event: "InotifyEvent") -> list[Hint]:
        folder = self._folders.get(event.wd)
        if folder is None:
            return []
        # Rights of a folder may let us in; those of a note are looked at while it is refused.
        if event.is_attrib and not (event.is_directory and event.name):
            return []
        if not event.name:
            return [] if folder else [Doubt(GONE)]
        name = os.fsdecode(event.name)
        if event.is_directory:
            return self._folder_hints(joined(folder, name), event)
        source = ""
        if event.is_moved_from:
            self._left = event.cookie, folder, name
        elif event.is_moved_to and event.cookie == self._left[0]:
            _, old_folder, source = self._left
            if is_note_name(name) and is_note_name(source):
                return [Moved(joined(old_folder, source), joined(folder, name))]
        gone = event.is_delete or event.is_moved_from
        hint = file_hint(folder, name, gone=gone, source=source)
        return [hint] if hint else []

    def _folder_hints(self, path: str, event: "InotifyEvent") -> list[Hint]:
        if names_of(self._settings()).skips_folder(path):
            return []
        if event.is_moved_from or event.is_delete:
            self._forget_tree(path)
        else:
            try:
                self._add_tree(path)
            except OSError as error:
                return [FolderTouched(path), Exhausted(error.strerror or str(error))]
        return [FolderTouched(path)]

    def _add_tree(self, path: str) -> None:
        """Watch a folder and those in it, each before it is listed: nothing falls between."""
        folders = [path]
        while folders:
            folder = folders.pop()
            if self._add(folder):
                folders += notes.subfolders(self.root, self._settings(), folder)

    def _add(self, folder: str) -> bool:
        if folder in self._watched:
            return True
        file = os.fsencode(f"{self.root}/{folder}" if folder else self.root)
        fd, using = self._open
        try:
            wd = fd.add_callback(file, using.mask, self, self._owner)
        except OSError as error:
            if error.errno in LIMITS or not folder:
                raise
            return False
        if wd == -1:  # a folder she may not read
            return False
        self._folders[wd], self._watched[folder] = folder, wd
        return True

    def _forget_tree(self, path: str) -> None:
        inner = path + "/"
        gone = [each for each in self._watched if each == path or each.startswith(inner)]
        wds = [self._watched.pop(each) for each in gone]
        for wd in wds:
            self._folders.pop(wd, None)
        fd, _ = self._open
        fd.remove_callbacks([(wd, self._owner) for wd in wds])
