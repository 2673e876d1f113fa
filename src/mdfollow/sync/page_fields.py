"""The fields at the top of a note, before anything below them is read, and what they make it."""

from mdfollow.document import frontmatter
from mdfollow.document.first_lines import first_lines, first_title, inline_tags
from mdfollow.document.frontmatter import Frontmatter, Kind
from mdfollow.document.source import Source
from mdfollow.interview import detect
from mdfollow.interview.broken import concerns
from mdfollow.interview.detect import Judgement
from mdfollow.interview.fields import fields_of, fold
from mdfollow.interview.first_look import FIRST_LINES, holds_plan
from mdfollow.interview.look import Beside, Look
from mdfollow.interview.read import read
from mdfollow.problem import Problem
from mdfollow.record import dataclass
from mdfollow.settings import Settings
from mdfollow.sync.report import undecodable
from mdfollow.value import Mapping


@dataclass(frozen=True, slots=True)
class PageFields:
    """What they say, the byte behind them, and what else tells the kind of note."""

    mapping: Mapping
    end: int
    beside: Beside


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
    found = PageFields(_with_those_below(fields, data, block), block.end, _beside(data, block))
    if _judged(found, path, settings).against:
        return ()
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = len(Source(data[: error.start]).lines) or 1
        reading = read(found.mapping, path=path, settings=settings, beside=found.beside)
        return (undecodable(path, line),) if reading.interviews else ()
    return found


def judge_page(path: str, data: bytes, settings: Settings) -> Judgement:
    """What a Markdown note or Logseq page is to us, and why."""
    block = frontmatter.find(data)
    if block is None:
        return Judgement(detect.Kind.NONE, "it has no fields at its top")
    fields = frontmatter.fields(block, path)
    if isinstance(fields, Problem):
        reason = f"line {fields.line}: {fields.sentence}"
        return Judgement(detect.Kind.NONE, reason)
    mapping = _with_those_below(fields, data, block)
    return _judged(PageFields(mapping, block.end, _beside(data, block)), path, settings)


def _judged(found: PageFields, path: str, settings: Settings) -> Judgement:
    return detect.judge(Look(fields_of(found.mapping), path, settings, found.beside))


def _beside(data: bytes, block: Frontmatter) -> Beside:
    lines = first_lines(data, block.end, FIRST_LINES)
    toml = block.kind is Kind.TOML
    return Beside(inline_tags(lines), first_title(lines), holds_plan(data), toml)


def _with_those_below(fields: Mapping, data: bytes, block: Frontmatter) -> Mapping:
    """The fields with Dataview's right below them; what the frontmatter says comes first."""
    lower = frontmatter.below(data, block)
    more = frontmatter.fields(lower) if lower else None
    if not isinstance(more, Mapping):
        return fields
    known = {fold(key.text) for key, _ in fields.entries}
    rest = [(key, value) for key, value in more.entries if fold(key.text) not in known]
    return Mapping((*fields.entries, *rest), fields.place)
