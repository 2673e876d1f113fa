"""Org headings, and the words a file uses for the state of a task."""

import unicodedata
from collections.abc import Iterable

from mdfollow.document.source import Source
from mdfollow.document.span import Part, part, trimmed
from mdfollow.pattern import pattern
from mdfollow.record import dataclass

HEADING = pattern(r"\*+ ")
_PRIORITY = pattern(r"\[#.\][ \t]*")
_COMMENT = pattern(r"COMMENT(?=[ \t]|\Z)")
_FAST_KEY = pattern(r"\(.*\)\Z")
_BLANKS = " \t"
ARCHIVE = "ARCHIVE"
TODO_KEYS = ("TYP_TODO", "TODO", "SEQ_TODO")
"""The keywords that name the states, in the order in which Org reads them."""


@dataclass(frozen=True, slots=True)
class TodoWords:
    """The words for open and for done tasks, in the file's order. Case matters."""

    open: tuple[str, ...] = ("TODO",)
    done: tuple[str, ...] = ("DONE",)
    last: frozenset[str] = frozenset()
    """The last of several done words on one line: there people put what they called off."""

    @property
    def all(self) -> frozenset[str]:
        """Every word that may stand before a title."""
        return frozenset(self.open + self.done)

    @property
    def written(self) -> str:
        """The word for a new task: TODO where the file has it, else its first open word."""
        return "TODO" if "TODO" in self.open or not self.open else self.open[0]


@dataclass(frozen=True, slots=True)
class Headline:
    """What one heading line says.

    `level` counts the stars. `tags_part` is the whole `:a:b:` group. `commented` means that
    `COMMENT` stands before the title.
    """

    level: int
    title: Part
    keyword: Part | None = None
    done: bool = False
    priority: Part | None = None
    commented: bool = False
    tags_part: Part | None = None

    @property
    def tags(self) -> tuple[str, ...]:
        """The heading's own tags."""
        return tuple(filter(None, self.tags_part.text.split(":"))) if self.tags_part else ()

    @property
    def archived(self) -> bool:
        """Whether the heading itself carries Org's tag for archived trees."""
        return ARCHIVE in self.tags


def todo_words(lines: Iterable[tuple[str, str]]) -> TodoWords:
    """The words from `(keyword, value)` pairs; Org's defaults where none names any.

    Without a `|` the last word of a line is the done one.
    """
    pairs = [(key.upper(), value.split()) for key, value in lines]
    rows = [words for name in TODO_KEYS for key, words in pairs if key == name]
    opened: list[str] = []
    done: list[str] = []
    last: set[str] = set()
    for words in filter(None, rows):
        cut = words.index("|") if "|" in words else len(words) - 1
        opened += [_bare(word) for word in words[:cut]]
        own = [_bare(word) for word in words[cut:] if word != "|"]
        last |= set(own[1:][-1:])
        done += own
    if not opened and not done:
        return TodoWords()
    if not done:
        done.append(opened.pop())
    return TodoWords(_once(opened), _once(done), frozenset(last))


def headline(source: Source, line: int, words: TodoWords) -> Headline:
    """Read a line that begins with stars and a blank, as Org does.

    A tag group directly behind the keyword counts: so says the agenda, not the parser.
    """
    text = source.texts[line]
    level = len(text) - len(text.lstrip("*"))
    at = _skip(text, level)
    keyword = priority = None
    first, blank, _ = text[at:].partition(" ")
    if blank and first in words.all:
        keyword = part(source, line, at, at + len(first))
        at = _skip(text, at + len(first))
    if found := _PRIORITY.match(text, at):
        priority = part(source, line, at, at + 4)
        at = found.end()
    comment = _COMMENT.match(text, at)
    if comment:
        at = comment.end()
    tags = _tags(text, level)
    end = tags[0] if tags else len(text)
    return Headline(
        level=level,
        title=trimmed(source, line, min(at, end), end),
        keyword=keyword,
        done=keyword is not None and keyword.text in words.done,
        priority=priority,
        commented=comment is not None,
        tags_part=part(source, line, *tags) if tags else None,
    )


def _skip(text: str, at: int) -> int:
    return len(text) - len(text[at:].lstrip(_BLANKS))


def _tags(text: str, at: int) -> tuple[int, int] | None:
    """Where the last word after `at` stands, if a blank comes before it and it is all tags."""
    end = len(text.rstrip(_BLANKS))
    begin = max(text.rfind(blank, at, end) for blank in _BLANKS) + 1
    word = text[begin:end]
    if not begin or len(word) < 3 or word[0] != ":" or word[-1] != ":":
        return None
    return (begin, end) if all(map(_in_tag, word)) else None


def _in_tag(char: str) -> bool:
    return char.isalnum() or char in "_@#%:" or unicodedata.category(char).startswith("M")


def _bare(word: str) -> str:
    return _FAST_KEY.sub("", word)


def _once(words: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, words)))
