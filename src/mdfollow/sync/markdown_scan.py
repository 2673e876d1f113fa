"""What of ours stands in a Markdown note: tasks, drafts, state comments, with their places."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from mdfollow.dialects.base import Symbols, TaskLine
from mdfollow.dialects.checkbox import ID, scan
from mdfollow.dialects.quote import unescaped
from mdfollow.digest import fingerprint
from mdfollow.document.markdown import Layout, LineKind, heading, layout, quote_marks
from mdfollow.document.source import Source
from mdfollow.record import dataclass
from mdfollow.sync.letter import letter_of
from mdfollow.sync.standing import Letter
from mdfollow.sync.trace import OPENING, Trace, parse

_DRAFT = re.compile(rf"<!-- *({ID}) draft *-->\s*$")
_SWALLOWED = frozenset({LineKind.COMMENT, LineKind.MATH})
"""Where a state comment may stand: a plan that she hides behind `%%` or a stray `$$` is known."""
_STARTS_BLOCK = re.compile(r"[ \t]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}(?:[ \t]|$)|>|```|~~~|<)")
_HASHES = re.compile(r"[ \t]+#+[ \t]*$")
_LEAD = re.compile(r"[ \t>]*")
_QUOTES = re.compile(r"^[ \t]{0,3}(?:>[ \t]?)+")


@dataclass(frozen=True, slots=True)
class Heading:
    """An ATX heading; `line` counts from 0."""

    line: int
    marks: str
    level: int
    words: str


@dataclass(frozen=True, slots=True)
class StandingTask:
    """A task line of ours; lines `line..stop` are it and what hangs beneath."""

    line: int
    stop: int
    task: TaskLine

    @property
    def children(self) -> bool:
        """Whether anything hangs beneath."""
        return self.stop > self.line + 1


@dataclass(frozen=True, slots=True)
class StandingDraft:
    """Lines `first..stop`: the nearest heading above the id comment to the draft's end."""

    id: str
    first: int
    comment: int
    stop: int
    level: int
    text: str
    """Fingerprint as it stands."""


@dataclass(frozen=True, slots=True)
class StandingComment:
    """Lines `first..stop` hold a state comment, each behind the quote marks `marks`."""

    first: int
    stop: int
    marks: str
    trace: Trace


@dataclass(frozen=True)
class Scanned:
    """One Markdown note, read. `first` is the first line after its frontmatter."""

    source: Source
    first: int
    symbols: Symbols

    @cached_property
    def layout(self) -> Layout:
        """What each line is."""
        return layout(self.source, self.first)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """All ATX headings outside code and comments."""
        return tuple(
            Heading(number, *found)
            for number, text in self._text_lines()
            if "#" in text and (found := heading(text))
        )

    @cached_property
    def tasks(self) -> tuple[StandingTask, ...]:
        """All tasks that carry an id of our shape."""
        return tuple(
            StandingTask(number, self._beneath(number, task.indent), task)
            for number, text in self._text_lines()
            if "mf-" in text and (task := scan(text, self.symbols))
        )

    @cached_property
    def comments(self) -> tuple[StandingComment, ...]:
        """All state comments, of this note and foreign ones."""
        found: list[StandingComment] = []
        texts, kinds = self.source.texts, self.layout.kinds
        number = self.first
        while number < len(texts):
            bare = unquoted(texts[number])
            if kinds[number] in _SWALLOWED and bare.startswith(OPENING):
                stop = next(
                    (n for n in range(number, len(texts)) if "-->" in texts[n]), len(texts) - 1
                )
                lines = [unquoted(text) for text in texts[number : stop + 1]]
                if (trace := parse(lines)) is not None:
                    marks = quote_marks(texts[number])
                    found.append(StandingComment(number, stop + 1, marks, trace))
                number = stop
            number += 1
        return tuple(found)

    @cached_property
    def drafts(self) -> tuple[StandingDraft, ...]:
        """All drafts that carry an id comment on a line of its own, below a heading."""
        found = []
        for number, text in enumerate(self.source.texts):
            if self.layout.kinds[number] is LineKind.COMMENT and "mf-" in text:
                match = _DRAFT.match(unquoted(text))
                above = [each for each in self.headings if each.line < number]
                if match and above:
                    found.append(self._draft(match[1], number, above[-1]))
        return tuple(found)

    @cached_property
    def conflict(self) -> int:
        """Number (from 1) of a line that begins an unsolved merge conflict; 0 without one."""
        opened = 0
        if b"<<<<<<< " not in self.source.data:
            return 0
        for number, text in enumerate(self.source.texts):
            if self.layout.kinds[number] is LineKind.CODE:
                continue
            if text.startswith("<<<<<<< ") and not opened:
                opened = number + 1
            elif text.startswith(">>>>>>> ") and opened:
                return opened
        return 0

    def letter(self, draft: StandingDraft) -> Letter:
        """The text of a draft as it stands, quote marks left off."""
        return letter_of(self.source.texts, range(draft.comment + 1, draft.stop), unquoted)

    def body(self) -> Sequence[tuple[int, str]]:
        """Numbered (from 1) body lines outside code, comments and our own drafts."""
        ours = {n for draft in self.drafts for n in range(draft.first, draft.stop)}
        return [(n + 1, text) for n, text in self._text_lines() if n not in ours]

    def _text_lines(self) -> Iterator[tuple[int, str]]:
        kinds = self.layout.kinds
        for number in range(self.first, len(kinds)):
            if kinds[number] is LineKind.TEXT:
                yield number, self.source.texts[number]

    def _beneath(self, line: int, indent: int) -> int:
        """The line after the last one that belongs to the task in `line`."""
        texts, stop = self.source.texts, line + 1
        for number in range(line + 1, len(texts)):
            bare = unquoted(texts[number]).strip()
            if not bare:
                continue
            lead = len((_LEAD.match(texts[number]) or [""])[0].expandtabs(4))
            lazy = number == line + 1 and not _STARTS_BLOCK.match(texts[number])
            if lead <= indent and not lazy:
                break
            stop = number + 1
        return stop

    def _draft(self, task_id: str, comment: int, above: Heading) -> StandingDraft:
        ends = [each.line for each in self.headings if each.level <= above.level]
        ends += [each.first for each in self.comments]
        stop = min([end for end in ends if end > comment], default=len(self.source.texts))
        stop = min(stop, self._tail_stop(comment, stop))
        lines = self.source.texts[above.line : stop]
        return StandingDraft(
            task_id, above.line, comment, stop, above.level, draft_print("\n".join(lines))
        )

    def _tail_stop(self, comment: int, stop: int) -> int:
        """A quoted draft ends with its quotation."""
        if not quote_marks(self.source.texts[comment]):
            return stop
        inside = range(comment, stop)
        return next((n for n in inside if not quote_marks(self.source.texts[n])), stop)


def unquoted(text: str) -> str:
    """A line without its block-quote marks."""
    return _QUOTES.sub("", text, count=1) if ">" in text else text


def text_print(words: str) -> str:
    """Fingerprint of a task's words, escapes and white space left out."""
    return fingerprint(unescaped(words))


def draft_print(text: str) -> str:
    """Fingerprint of a draft from its heading to its end; quotes and the level do not count."""
    first, *lines = (unquoted(line) for line in text.split("\n"))
    words = _HASHES.sub("", first.lstrip("# \t"))
    return fingerprint(unescaped("\n".join((words, *lines))))
