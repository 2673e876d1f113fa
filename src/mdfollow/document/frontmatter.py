"""Where a note's fields stand, and what they say: YAML, TOML or page properties.

Only what begins at the first byte (after a BOM) counts, so that a rule followed by prose is
never taken for fields. Values keep the words as typed. Nothing here writes.
"""

from enum import StrEnum
from functools import lru_cache
from itertools import takewhile
from typing import Any, cast

from mdfollow.document.fault import CHARACTER, TOO_MUCH, UNCLOSED, Fault, twice
from mdfollow.pattern import pattern
from mdfollow.problem import Problem
from mdfollow.record import dataclass, replace
from mdfollow.value import Mapping, Place, Scalar, Sequence, Value

MAX_BYTES = 64 * 1024
BOM = b"\xef\xbb\xbf"

_OPENING = pattern(rb"(?:\xef\xbb\xbf)?(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)")
_CLOSING = {
    b"---": pattern(rb"[\r\n](?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)"),
    b"+++": pattern(rb"[\r\n]\+\+\+[ \t]*(?=[\r\n]|\Z)"),
}
_LINE_END = pattern(r"\r\n|\n|\r")
_EOL = pattern(rb"\r\n|\n|\r|\Z")
_KEY_LINE = pattern(
    r"""(?:"[^"]*"|'[^']*'|[^\s\-?:,\[\]{}#&*!|>'"%@`].*?|-[^\s].*?)[ \t]*:(?=\s|$)"""
)
_FITS = pattern(r"$|[\s#\]}]|-(?:\s|$)")
_PAIR = rb"[^\s:#>*\-\[`|<!][^:\r\n]{0,60}?[ \t]*::(?=\s|\Z)[^\r\n]*(?>\r\n|\n|\r|\Z)"
_PROPERTY = pattern(_PAIR)
_BARE_TAG = pattern(r"(?<=\s)#[^\s#,\]]+")
_BLANK_LINES = pattern(rb"(?:[ \t]*(?:\r\n|\n|\r))*")
_FIRST_BLOCK = pattern(rb"-[ \t]%b(?:[ \t]+%b)+(?![ \t]+[^\s-])" % (_PAIR, _PAIR))
"""A first bullet that holds nothing but properties: what a Logseq template leaves behind."""
_REFUSED = pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"
)


class Kind(StrEnum):
    """How the fields are spelt."""

    YAML = "yaml"
    TOML = "toml"
    PAGE = "page"
    """`company:: Acme` lines at the top of the page (Dataview, Logseq)."""


@dataclass(frozen=True, slots=True)
class Frontmatter:
    """The block of fields at the top of a note.

    `start` and `end` are byte offsets: from the first byte after a BOM to behind the closing
    line's end. `text` is what stands between the delimiters (for page properties all of it);
    bytes that are no UTF-8 are kept as lone surrogates there and refused by `fields`.
    `line` is the number of its first line in the note, from 1. `closed` is false when the
    closing line is missing; `text` then ends before the first line that cannot be a field.
    """

    kind: Kind
    start: int
    end: int
    text: str
    line: int
    closed: bool = True


@lru_cache(maxsize=1)
def find(data: bytes) -> Frontmatter | None:
    """The fields' block of a note, or None when the note begins with anything else.

    The last answer is kept: a note is asked for its fields first, and for its lines then.
    """
    opening = _OPENING.match(data)
    start = len(BOM) if data.startswith(BOM) else 0
    if opening is None:
        return _page(data, start)
    closing = _CLOSING[opening[1]].search(data, opening.end() - 1)
    kind = Kind.YAML if opening[1] == b"---" else Kind.TOML
    if closing is None:
        return _unclosed(kind, data, start, opening.end())
    inner = data[opening.end() : closing.start() + 1]
    eol = _EOL.match(data, closing.end())
    end = eol.end() if eol else len(data)
    text = inner.decode("utf-8", "surrogateescape")
    return Frontmatter(kind, start, end, text, 2)


def below(data: bytes, block: Frontmatter) -> Frontmatter | None:
    """Dataview fields (`company:: Acme`) right below a frontmatter, blank lines between or not."""
    if b"::" not in data[block.end :]:
        return None
    start = block.end + len(_BLANK_LINES.match(data, block.end)[0])  # type: ignore[index]
    found = _page(data, start) if block.kind is not Kind.PAGE else None
    line = data.count(b"\n", 0, start) + 1
    return replace(found, line=line) if found else None


def fields(block: Frontmatter, path: str = "") -> Mapping | Problem:
    """What the block says, or the one reason why it cannot be read. `path` goes to the problem."""
    outcome = _refusal(block) or _read(block)
    return outcome.problem(path) if isinstance(outcome, Fault) else outcome


def lines(text: str) -> list[str]:
    """The lines of a note's text: only CRLF, LF and a lone CR end one."""
    return _LINE_END.split(text) if "\r" in text else text.split("\n")


def _page(data: bytes, start: int) -> Frontmatter | None:
    first = _FIRST_BLOCK.match(data, start)
    end = first.end() if first else start
    while not first and (found := _PROPERTY.match(data, end)):
        end = found.end()
        if end == len(data):
            break
    if end == start:
        return None
    return Frontmatter(Kind.PAGE, start, end, data[start:end].decode("utf-8", "surrogateescape"), 1)


def _unclosed(kind: Kind, data: bytes, start: int, begin: int) -> Frontmatter | None:
    text = data[begin : begin + MAX_BYTES].decode("utf-8", "surrogateescape")
    kept: list[str] = []
    for line in lines(text):
        if not line.strip() or not (_FITS.match(line) or _KEY_LINE.match(line)):
            break
        kept.append(line)
    if kind is Kind.TOML or not kept or not _KEY_LINE.match(kept[0]):
        return None
    return Frontmatter(kind, start, begin, "\n".join(kept) + "\n", 2, closed=False)


def _refusal(block: Frontmatter) -> Fault | None:
    """Everything that can be refused before a parser sees the text."""
    if not block.closed:
        return Fault(
            1, 1, "the frontmatter is not closed", "end it with a line --- of its own", UNCLOSED
        )
    if len(block.text) > MAX_BYTES or block.end - block.start > MAX_BYTES:
        return Fault(1, 1, "the frontmatter is longer than 64 KiB", "move text below it", TOO_MUCH)
    sound = block.text.replace("\n", "").isprintable()  # said without the dear expression
    if not sound and (bad := _REFUSED.search(block.text)):
        return _character(block, bad.start())
    return None


def _character(block: Frontmatter, at: int) -> Fault:
    before = lines(block.text[:at])
    code = ord(block.text[at])
    where = (block.line + len(before) - 1, len(before[-1]) + 1)
    if 0xDC80 <= code <= 0xDCFF:
        sentence = "the frontmatter is not UTF-8 here"
        return Fault(*where, sentence, "save the note as UTF-8", CHARACTER)
    sentence = f"an invisible character (U+{code:04X}) stands in the frontmatter"
    return Fault(*where, sentence, "delete it", CHARACTER)


def _read(block: Frontmatter) -> Mapping | Fault:
    if block.kind is Kind.PAGE:
        return _properties(block)
    if block.kind is Kind.TOML:
        from mdfollow.document.toml_fields import read_toml

        return read_toml(block.text, block.line)
    return _read_yaml(block)


def _read_yaml(block: Frontmatter) -> Mapping | Fault:
    from mdfollow.document.plain_fields import read_plain

    # A non-breaking space after a colon looks like the blank it stands for.
    text = block.text.replace(":\xa0", ": ")
    outcome: Mapping | Fault | None = read_plain(text, block.line) or _strange_line(block)
    outcome = outcome or _through_library(text, block.line)
    return outcome if isinstance(outcome, Fault) else _with_bare_tags(outcome, block)


def _strange_line(block: Frontmatter) -> Fault | None:
    """The first line that is no field and cannot belong to one."""
    for number, line in enumerate(lines(block.text), block.line):
        if not (_FITS.match(line) or _KEY_LINE.match(line)):
            sentence = "this line of the frontmatter is not `key: value`"
            return Fault(number, 1, sentence, "indent it if it belongs to the line above")
    return None


class _AsTyped:
    """python-frontmatter's handler that keeps the words as typed, behind the guard."""

    def __init__(self, text: str, line: int) -> None:
        self.text, self.line = text, line
        self.outcome: Mapping | Fault = Mapping(())

    def split(self, text: str) -> tuple[str, str]:
        """The block was found in bytes already: `text` is all of it."""
        return text, ""

    def load(self, text: str) -> dict[str, object]:
        """Keep the outcome with its places; the library needs a plain dict of the same."""
        from mdfollow.document.yaml_fields import read_yaml

        self.outcome = read_yaml(self.text, self.line)
        if isinstance(self.outcome, Fault):
            return {}
        return {key.text: value for key, value in self.outcome.entries}


def _through_library(text: str, line: int) -> Mapping | Fault:
    import frontmatter

    handler = _AsTyped(text, line)
    frontmatter.parse(text, handler=cast("Any", handler))
    return handler.outcome


def _with_bare_tags(fields: Mapping, block: Frontmatter) -> Mapping:
    """`tags: #interview` is a comment to YAML, and a tag to everybody who types it."""
    if "#" not in block.text:
        return fields
    entries = [(key, _bare_tags(key, value, block)) for key, value in fields.entries]
    return Mapping(tuple(entries), fields.place)


def _bare_tags(key: Scalar, value: Value, block: Frontmatter) -> Value:
    empty = value.text == "" if isinstance(value, Scalar) else False
    if isinstance(value, Sequence):
        empty = all(isinstance(item, Scalar) and not item.text for item in value.items)
    if not empty or key.text.strip().lower() not in ("tags", "tag"):
        return value
    first, *rest = lines(block.text)[key.place.line - block.line :]
    inside = [first, *takewhile(lambda line: line[:1] in (" ", "\t", "-"), rest)]
    return Scalar(" ".join(tag for line in inside for tag in _BARE_TAG.findall(line)), value.place)


def _properties(block: Frontmatter) -> Mapping | Fault:
    entries: dict[str, tuple[Scalar, Scalar]] = {}
    for number, line in enumerate(lines(block.text), block.line):
        name, mark, rest = line.partition("::")
        if not mark:
            continue
        plain = name.strip().removeprefix("-").lstrip() if number == block.line else name.strip()
        key = Scalar(plain, Place(number, name.index(plain) + 1))
        if key.text in entries:
            return twice(key.text, key.place, entries[key.text][0].place)
        column = len(line) - len(rest.lstrip()) + 1
        entries[key.text] = (key, Scalar(rest.strip(), Place(number, column)))
    return Mapping(tuple(entries.values()), Place(block.line, 1))
