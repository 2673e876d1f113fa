"""The first lines behind a note's fields: tags there count like those of the fields."""

from mdfollow.document.frontmatter import lines as lines_of
from mdfollow.pattern import pattern

_TAG = pattern(r"(?<![^\s,(])#([^\W\d_][\w/-]*)")
_TITLE = pattern(r"#{1,2}[ \t]+(.*?)[ \t]*#*\s*")


def first_lines(data: bytes, end: int, most: int) -> list[str]:
    """The lines within `most` bytes behind byte `end`; the last one as far as it is whole."""
    text = data[end : end + most].decode("utf-8", "ignore")
    lines = lines_of(text)
    if len(data) > end + most:
        # what is cut off may have been the beginning of a longer word
        lines[-1] = lines[-1].rpartition(" ")[0]
    return lines


def inline_tags(lines: list[str]) -> tuple[str, ...]:
    """Obsidian's tags in these lines, without their `#`, fenced code left out."""
    found: list[str] = []
    if not any("#" in line for line in lines):
        return ()
    fenced = False
    for line in lines:
        fence = line.lstrip(" >").startswith(("```", "~~~"))
        fenced ^= fence
        found += [] if fenced or fence or "#" not in line else _TAG.findall(line)
    return tuple(found)


def first_title(lines: list[str]) -> str:
    """The words of the first heading of these lines, or nothing."""
    return next(
        (found[1] for line in lines if line[:1] == "#" and (found := _TITLE.fullmatch(line))), ""
    )
