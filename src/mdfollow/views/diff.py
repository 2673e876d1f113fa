"""What a run changes, as a unified diff that `git apply` takes, made from the edits themselves."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from mdfollow.document.edit import Edit, apply
from mdfollow.record import dataclass
from mdfollow.views.paint import PLAIN, Paint

CONTEXT = 3
"""Lines shown around a change."""
_MISSING = "\\ No newline at end of file\n"


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines `first..stop` of the old note (from 0), and what stands there now."""

    first: int
    stop: int
    new: tuple[bytes, ...]


def diff(path: str, data: bytes, edits: Iterable[Edit], paint: Paint = PLAIN) -> str:
    """The difference that `edits` make in one note; empty where there is none."""
    old = _lines(data)
    blocks = [each for block in _blocks(data, old, edits) for each in _smallest(old, block)]
    lines = "".join(_unified(path, old, blocks))
    return "".join(_painted(lines, paint)) if blocks else ""


def _lines(data: bytes) -> list[bytes]:
    """Lines as git counts them: they end at LF alone."""
    parts = data.split(b"\n")
    return [part + b"\n" for part in parts[:-1]] + [part for part in parts[-1:] if part]


def _blocks(data: bytes, old: Sequence[bytes], edits: Iterable[Edit]) -> Iterator[_Block]:
    """Whole lines that hold edits, edits that share a line together."""
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    group: list[Edit] = []
    first = stop = -1
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        begin = bisect_right(starts, edit.start) - 1
        ends_whole = starts[bisect_right(starts, edit.end) - 1] == edit.end
        whole = ends_whole and (edit.start == edit.end or data[edit.end - 1 : edit.end] == b"\n")
        whole = whole and starts[begin] == edit.start and (not edit.new or edit.new[-1:] == b"\n")
        end = bisect_right(starts, edit.end) - 1 + (not whole)
        if group and begin >= stop and begin > first:
            yield _block(data, starts, first, stop, group)
            group, first = [], -1
        first, stop = (begin, end) if first < 0 else (first, max(stop, end))
        stop = min(stop, len(old))
        group.append(edit)
    if group:
        yield _block(data, starts, first, stop, group)


def _block(
    data: bytes, starts: Sequence[int], first: int, stop: int, edits: Sequence[Edit]
) -> _Block:
    start, end = starts[first], starts[stop]
    inside = [Edit(edit.start - start, edit.end - start, edit.new) for edit in edits]
    return _Block(first, stop, tuple(_lines(apply(data[start:end], inside))))


def _smallest(old: Sequence[bytes], block: _Block) -> Iterator[_Block]:
    """What differs within one block: a comment written anew is mostly as it was."""
    from difflib import SequenceMatcher

    before = old[block.first : block.stop]
    for kind, a, b, c, d in SequenceMatcher(None, before, block.new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield _Block(block.first + a, block.first + b, block.new[c:d])


def _unified(path: str, old: Sequence[bytes], blocks: Sequence[_Block]) -> Iterator[str]:
    yield f"--- {_name(f'a/{path}')}\n"
    yield f"+++ {_name(f'b/{path}')}\n"
    moved = 0
    hunk: list[_Block] = []
    for number, block in enumerate(blocks, 1):
        hunk.append(block)
        if number < len(blocks) and blocks[number].first - block.stop <= 2 * CONTEXT:
            continue
        yield from _hunk(old, hunk, moved)
        moved += sum(len(each.new) - (each.stop - each.first) for each in hunk)
        hunk = []


def _hunk(old: Sequence[bytes], blocks: Sequence[_Block], moved: int) -> Iterator[str]:
    first = max(blocks[0].first - CONTEXT, 0)
    stop = min(blocks[-1].stop + CONTEXT, len(old))
    grown = sum(len(each.new) - (each.stop - each.first) for each in blocks)
    before, after = _range(first, stop), _range(first + moved, stop + moved + grown)
    yield f"@@ -{before} +{after} @@\n"
    at = first
    for block in blocks:
        yield from _marked(" ", old[at : block.first])
        yield from _marked("-", old[block.first : block.stop])
        yield from _marked("+", block.new)
        at = block.stop
    yield from _marked(" ", old[at:stop])


def _range(first: int, stop: int) -> str:
    length = stop - first
    if length == 1:
        return f"{first + 1}"
    return f"{first + 1 if length else first},{length}"


def _marked(mark: str, lines: Iterable[bytes]) -> Iterator[str]:
    for line in lines:
        text = mark + line.decode("utf-8", "surrogateescape")
        yield text if text.endswith("\n") else f"{text}\n{_MISSING}"


def _name(path: str) -> str:
    """As git writes names: in quotes where they hold what would end the line."""
    if path.isprintable() and '"' not in path and "\\" not in path:
        return path
    raw = path.encode("utf-8", "surrogateescape")
    odd = frozenset(b'"\\')
    spelled = [
        chr(byte) if 31 < byte < 127 and byte not in odd else f"\\{byte:03o}" for byte in raw
    ]
    return f'"{"".join(spelled)}"'


def _painted(text: str, paint: Paint) -> Iterator[str]:
    colours = {"+": paint.green, "-": paint.red, "@": paint.cyan}
    for number, line in enumerate(text.split("\n")[:-1]):
        colour = paint.bold if number < 2 else colours.get(line[:1], "")
        yield (line if line[:1] == "\\" else paint.on(colour, line)) + "\n"
