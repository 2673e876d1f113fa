"""The one part of a file that is ours: between two marks, and nothing else."""

from mdfollow.pattern import pattern
from mdfollow.record import dataclass

NAME = "mdfollow:dashboard"
OPENING, ENDING = NAME, f"{NAME} end"
_OPEN = pattern(rb"(?m)^[^\r\n]*(?:<!-- |# )mdfollow:dashboard(?! end)(?=[\s:;-])[^\r\n]*\r?\n?")
_END = pattern(rb"(?m)^[^\r\n]*(?:<!-- |# )mdfollow:dashboard end\b[^\r\n]*\r?\n?")
_BOM = b"\xef\xbb\xbf"

NO_PLACE = (
    "it is there already and is yours; put the two lines `{}` and `{}` where the dashboard may "
    "stand, or name another file in mdfollow.toml"
)
NOT_ONE_PART = "it must have each of its two marks once, in their order"


@dataclass(frozen=True, slots=True)
class Part:
    """Where our part stands, in bytes; `trouble` says why it cannot be told, in one sentence."""

    start: int = 0
    end: int = 0
    trouble: str = ""


def find(data: bytes, marks: tuple[str, str]) -> Part:
    """Our part of a file; the whole of one that is empty."""
    opened, ended = list(_OPEN.finditer(data)), list(_END.finditer(data))
    if not opened and not ended:
        blank = not data.removeprefix(_BOM).strip()
        start = len(_BOM) if data.startswith(_BOM) else 0
        return Part(start, len(data)) if blank else Part(trouble=NO_PLACE.format(*marks))
    if len(opened) != 1 or len(ended) != 1 or ended[0].start() < opened[0].end():
        return Part(trouble=NOT_ONE_PART)
    return Part(opened[0].start(), ended[0].end())


def with_part(data: bytes, part: Part, text: str) -> bytes:
    """The file with `text` in the place of our part, in the line endings of the file."""
    rest = data[: part.start] + data[part.end :]
    ending = "\r\n" if b"\r\n" in (rest or data) else "\n"
    new = text.replace("\n", ending).encode("utf-8", "surrogateescape")
    after = data[part.end :]
    cut = not after and data[: part.end] and not data.endswith(b"\n")
    return data[: part.start] + (new.rstrip(b"\r\n") if cut else new) + after


def without_part(data: bytes, part: Part) -> bytes:
    """The file without our part; empty where nothing of hers is left."""
    rest = data[: part.start] + data[part.end :]
    return rest if rest.removeprefix(_BOM).strip() else b""
