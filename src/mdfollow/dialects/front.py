"""Notes whose fields stand at their top: YAML, TOML or page properties."""

from collections.abc import Callable, Sequence

from mdfollow.dialects.codec import InterviewPlace
from mdfollow.document import frontmatter
from mdfollow.problem import Problem


def places(
    data: bytes, path: str, body: Callable[[], Sequence[tuple[int, str]]]
) -> Sequence[InterviewPlace]:
    """The note itself, where it has fields; `body` are the numbered lines to read below."""
    block = frontmatter.find(data)
    if block is None:
        return ()
    fields = frontmatter.fields(block, path)
    rows = () if isinstance(fields, Problem) else body()
    return (InterviewPlace(fields, None, body=rows, text=block.text),)
