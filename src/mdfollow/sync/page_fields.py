"""The fields at the top of a note, before anything below them is read."""

from mdfollow.document import frontmatter
from mdfollow.document.source import Source
from mdfollow.interview.detect import concerns
from mdfollow.interview.read import read
from mdfollow.problem import Problem
from mdfollow.record import dataclass
from mdfollow.settings import Settings
from mdfollow.sync.report import undecodable
from mdfollow.value import Mapping


@dataclass(frozen=True, slots=True)
class PageFields:
    """What they say, and the byte behind them."""

    mapping: Mapping
    end: int


def page_fields(path: str, data: bytes, settings: Settings) -> PageFields | tuple[Problem, ...]:
    """The fields, or why they cannot be read.

    No problem at all for a note that is no interview's.
    """
    block = frontmatter.find(data)
    if block is None:
        return ()
    fields = frontmatter.fields(block, path)
    if isinstance(fields, Problem):
        return (fields,) if concerns(block.text, path, settings) else ()
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = len(Source(data[: error.start]).lines) or 1
        found = read(fields, path=path, settings=settings)
        return (undecodable(path, line),) if found.interviews else ()
    return PageFields(fields, block.end)
