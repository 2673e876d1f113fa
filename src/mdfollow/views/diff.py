"""What a run changes, as a unified diff that `git apply` takes."""

from collections.abc import Iterator

from mdfollow.views.paint import PLAIN, Paint

_MISSING = "\\ No newline at end of file\n"


def diff(path: str, old: bytes, new: bytes, paint: Paint = PLAIN) -> str:
    """The difference of one note; empty where there is none. Lines end at LF alone."""
    from difflib import unified_diff

    lines = unified_diff(_lines(old), _lines(new), _name(f"a/{path}"), _name(f"b/{path}"))
    return "".join(_painted(lines, paint))


def _lines(data: bytes) -> list[str]:
    text = data.decode("utf-8", "surrogateescape")
    return [line + "\n" for line in text.split("\n")[:-1]] + [
        last for last in text.split("\n")[-1:] if last
    ]


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


def _painted(lines: Iterator[str], paint: Paint) -> Iterator[str]:
    colours = {"+": paint.green, "-": paint.red, "@": paint.cyan}
    for number, line in enumerate(lines):
        text = line.rstrip("\n")
        colour = paint.bold if number < 2 else colours.get(line[:1], "")
        yield paint.on(colour, text) + "\n"
        if not line.endswith("\n"):
            yield _MISSING
