"""A row of the table of dialects; its codec is loaded with the first note that needs it."""

from importlib import import_module
from typing import TYPE_CHECKING, cast

from mdfollow.record import Protocol, dataclass

if TYPE_CHECKING:
    from mdfollow.dialects.base import Symbols, TaskLine, Written
    from mdfollow.dialects.codec import Codec
    from mdfollow.document.source import Source
    from mdfollow.settings import Settings
    from mdfollow.surroundings import Surroundings


class Module(Protocol):
    """What the file of a codec holds."""

    def open_codec(self, source: "Source", around: "Surroundings", settings: "Settings") -> "Codec":
        """Read a note."""

    def lines(self, task: "Written", symbols: "Symbols", fields: str) -> list[str]:
        """A task as written."""

    def scan(self, text: str, symbols: "Symbols") -> "TaskLine | None":
        """The task in a text that begins with it, if it carries an id of ours."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """One spelling of tasks: its name as in settings, its notes' format, its codec's file.

    `fields` says how id and dates follow the words where a task is one line: `{id}`, `{start}`
    and `{due}` are filled in.
    """

    name: str
    format: str
    codec: str
    fields: str = ""

    @property
    def _module(self) -> Module:
        return cast("Module", import_module(f"mdfollow.dialects.{self.codec}"))

    def open(self, source: "Source", around: "Surroundings", settings: "Settings") -> "Codec":
        """Read a note."""
        return self._module.open_codec(source, around, settings)

    def lines(self, task: "Written", symbols: "Symbols") -> list[str]:
        """A task's lines."""
        return self._module.lines(task, symbols, self.fields)

    def render(self, task: "Written", symbols: "Symbols") -> str:
        """A task's lines as one text."""
        return "\n".join(self.lines(task, symbols))

    def scan(self, text: str, symbols: "Symbols") -> "TaskLine | None":
        """The task in a text that begins with it, if it carries an id of ours."""
        return self._module.scan(text, symbols)
