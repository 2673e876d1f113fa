"""Notes whose fields stand at their top: YAML, TOML or page properties."""

from collections.abc import Callable, Sequence

from mdfollow.dialects.codec import InterviewPlace
from mdfollow.document import frontmatter
from mdfollow.document.first_lines import first_lines, first_title, inline_tags
from mdfollow.document.frontmatter import Frontmatter, Kind
from mdfollow.interview.fields import fold
from mdfollow.interview.first_look import FIRST_LINES, holds_plan
from mdfollow.interview.look import Beside
from mdfollow.problem import Problem
from mdfollow.value import Mapping


def places(
    data: bytes, path: str, body: Callable[[], Sequence[tuple[int, str]]]
) -> Sequence[InterviewPlace]:
    """The note itself, where it has fields; `body` gives the numbered lines to read below."""
    block = frontmatter.find(data)
    if block is None:
        return ()
    fields = frontmatter.fields(block, path)
    if isinstance(fields, Problem):
        return (InterviewPlace(fields, None, text=block.text),)
    mapping = _with_those_below(fields, data, block)
    return (InterviewPlace(mapping, None, body=body, beside=_beside(data, block)),)


_SPELLINGS = {Kind.YAML: "{}: {}", Kind.PAGE: "{}:: {}", Kind.TOML: '{} = "{}"'}


def _beside(data: bytes, block: Frontmatter) -> Beside:
    lines = first_lines(data, block.end, FIRST_LINES)
    toml = block.kind is Kind.TOML
    title, planned = first_title(lines), holds_plan(data)
    return Beside(inline_tags(lines), title, planned, toml, _SPELLINGS[block.kind])


def _with_those_below(fields: Mapping, data: bytes, block: Frontmatter) -> Mapping:
    """The fields with Dataview's right below them; what the frontmatter says comes first."""
    lower = frontmatter.below(data, block)
    more = frontmatter.fields(lower) if lower else None
    if not isinstance(more, Mapping):
        return fields
    known = {fold(key.text) for key, _ in fields.entries}
    rest = [(key, value) for key, value in more.entries if fold(key.text) not in known]
    return Mapping((*fields.entries, *rest), fields.place)
