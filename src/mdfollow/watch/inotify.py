"""The lookout of Linux: watchdog's inotify layer with a callback of our own (decision 0201).

It watches the folders that the walk walks and no others, holds no event back, and knows when
events were lost.
"""

import errno
import logging
import os
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING

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
    from watchdog.observers.inotify_c import InotifyEvent, InotifyFD, Mask, WatchDescriptor

OVERFLOW = "more happened at once than the system could tell"
GONE = "the vault's folder was moved or removed"
LIMITS = frozenset({errno.ENOSPC, errno.EMFILE, errno.ENFILE, errno.ENOMEM})


class InotifyLookout:
    """One watch per folder; new folders are watched as they come."""

    period = None

    def __init__(self, root: str, settings: Callable[[], Settings], tell: Tell) -> None:
        self.root, self._settings, self._careful = root, settings, Careful(tell)
        self._fd: InotifyFD | None = None
        self._folders: dict[WatchDescriptor, str] = {}
        self._watched: dict[str, WatchDescriptor] = {}
        self._left: tuple[int, str, str] = (0, "", "")
        """Cookie, folder and name of the latest file that was moved away."""

    def start(self) -> None:
        """Begin; raises OSError when the system has no watches left."""
        from watchdog.observers.inotify_c import InotifyFD

        # What it has to say beside events comes to us as a doubt.
        logging.getLogger("watchdog").setLevel(logging.CRITICAL)
        warnings.filterwarnings("ignore", category=RuntimeWarning, module="watchdog")
        self._fd = InotifyFD()
        self._fd.start()
        try:
            self._add_tree("")
        except OSError:
            self.stop()
            raise

    def stop(self) -> None:
        """End, and give back what it holds."""
        if self._fd is not None:
            self._fd.stop()
            self._fd.join(5)

    def is_well(self) -> bool:
        """Whether its thread lives and every hint got through."""
        return self._fd is not None and self._fd.is_alive() and not self._careful.doubted

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
    def _layer(self) -> "InotifyFD":
        if self._fd is None:
            raise OSError(errno.EBADF, "not started")
        return self._fd

    def _hints(self, event: "InotifyEvent") -> list[Hint]:
        folder = self._folders.get(event.wd)
        if folder is None:
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
        from watchdog.observers.inotify_c import CallbackId

        if folder in self._watched:
            return True
        file = os.fsencode(f"{self.root}/{folder}" if folder else self.root)
        try:
            wd = self._layer.add_callback(file, _mask(), self, CallbackId(id(self)))
        except OSError as error:
            if error.errno in LIMITS or not folder:
                raise
            return False
        if wd == -1:  # a folder she may not read
            return False
        self._folders[wd], self._watched[folder] = folder, wd
        return True

    def _forget_tree(self, path: str) -> None:
        from watchdog.observers.inotify_c import CallbackId

        inner = path + "/"
        gone = [each for each in self._watched if each == path or each.startswith(inner)]
        wds = [self._watched.pop(each) for each in gone]
        for wd in wds:
            self._folders.pop(wd, None)
        self._layer.remove_callbacks([(wd, CallbackId(id(self))) for wd in wds])


def _mask() -> "Mask":
    from watchdog.observers.inotify_c import InotifyConstants as Kernel
    from watchdog.observers.inotify_c import Mask

    return Mask(
        Kernel.IN_CREATE
        | Kernel.IN_MODIFY
        | Kernel.IN_CLOSE_WRITE
        | Kernel.IN_MOVED_FROM
        | Kernel.IN_MOVED_TO
        | Kernel.IN_DELETE
        | Kernel.IN_DELETE_SELF
        | Kernel.IN_MOVE_SELF
        | Kernel.IN_ONLYDIR
        | Kernel.IN_DONT_FOLLOW
        | Kernel.IN_EXCL_UNLINK
    )
