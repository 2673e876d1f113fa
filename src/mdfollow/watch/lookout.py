"""Where hints come from: what every lookout can do, and the one that asks the system's watcher."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from mdfollow.watch.hints import Doubt, FolderTouched, Hint, Moved, Tell, file_hint, is_note_name

if TYPE_CHECKING:
    from watchdog.events import FileSystemEvent
    from watchdog.observers.api import BaseObserver

LOST = "a hint could not be passed on"


class Lookout(Protocol):
    """Tells what happens in a vault, as far as it can see."""

    @property
    def period(self) -> float | None:
        """Seconds between two calls of `poll`; None when it speaks up by itself."""

    def start(self) -> None:
        """Begin; raises OSError when the system has no watches left."""

    def stop(self) -> None:
        """End, and give back what it holds."""

    def is_well(self) -> bool:
        """Whether it still sees."""

    def refresh(self) -> None:
        """Look after folders it may have missed."""

    def poll(self) -> None:
        """Look now."""


class Careful:
    """Passes hints on from a thread that must not end: trouble becomes a doubt (A06)."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self.doubted = False
        """Whether even the doubt could not be passed on."""

    def run(self, find: Callable[[], list[Hint]]) -> None:
        """Tell what `find` finds."""
        try:
            for hint in find():
                self._tell(hint)
        except BaseException:  # nothing may leave this thread
            self._doubt()

    def _doubt(self) -> None:
        try:
            self._tell(Doubt(LOST))
        except BaseException:
            self.doubted = True


class ObserverLookout:
    """watchdog's own observer: for systems where its events are the best there are."""

    period = None

    def __init__(self, root: str, tell: Tell) -> None:
        self.root, self._careful = root, Careful(tell)
        self._observer: BaseObserver | None = None

    def start(self) -> None:
        """Begin; raises OSError when the system has no watches left."""
        from watchdog import events
        from watchdog.observers import Observer

        kinds: list[type[FileSystemEvent]] = [
            events.FileCreatedEvent,
            events.FileModifiedEvent,
            events.FileMovedEvent,
            events.FileDeletedEvent,
            events.FileClosedEvent,
            events.DirCreatedEvent,
            events.DirMovedEvent,
            events.DirDeletedEvent,
        ]
        ear = events.FileSystemEventHandler()
        ear.on_any_event = self.hear  # type: ignore[method-assign]
        observer = Observer()
        observer.schedule(ear, self.root, recursive=True, event_filter=kinds)
        observer.start()
        self._observer = observer

    def stop(self) -> None:
        """End, and give back what it holds."""
        if self._observer is not None:
            self._observer.stop()
            self._observer.join(5)

    def is_well(self) -> bool:
        """Whether all its threads live."""
        observer = self._observer
        return (
            observer is not None
            and not self._careful.doubted
            and observer.is_alive()
            and all(emitter.is_alive() for emitter in observer.emitters)
        )

    def refresh(self) -> None:
        """Nothing: it looks after new folders itself."""

    def poll(self) -> None:
        """Nothing: it speaks up by itself."""

    def hear(self, event: "FileSystemEvent") -> None:
        """Turn one event into hints."""
        self._careful.run(lambda: self._hints(event))

    def _hints(self, event: "FileSystemEvent") -> list[Hint]:
        places = [self._place(path) for path in (event.src_path, event.dest_path) if path]
        if event.is_directory:
            return [FolderTouched("/".join(filter(None, place))) for place in places]
        names = [name for _, name in places]
        if len(places) == 2 and all(map(is_note_name, names)):
            return [Moved("/".join(filter(None, places[0])), "/".join(filter(None, places[1])))]
        gone = event.event_type in {"deleted", "moved"}
        source = names[0] if len(places) == 2 else ""
        return [
            hint
            for number, (folder, name) in enumerate(places)
            if (hint := file_hint(folder, name, gone=gone, source=source if number else ""))
        ]

    def _place(self, path: bytes | str) -> tuple[str, str]:
        folder, _, name = os.fsdecode(path).removeprefix(self.root).strip("/").rpartition("/")
        return folder, name
