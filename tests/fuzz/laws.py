"""What must hold of any bytes at all: each target reads them and asserts its laws."""

import tempfile
import time
from bisect import bisect
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from mdfollow.dialects import DIALECTS
from mdfollow.document.edit import apply
from mdfollow.document.frontmatter import Kind, fields, find
from mdfollow.document.plain_fields import read_plain
from mdfollow.document.source import Source
from mdfollow.document.yaml_fields import read_yaml
from mdfollow.endings import ORG
from mdfollow.interview.dates import read_days
from mdfollow.interview.findings import Findings
from mdfollow.interview.people import read_people
from mdfollow.interview.phrases import read_decision
from mdfollow.interview.words import read_status
from mdfollow.problem import MdfollowError, Problem
from mdfollow.settings import Settings
from mdfollow.surroundings import Surroundings
from mdfollow.sync.clearing import remove
from mdfollow.sync.engine import sync
from mdfollow.sync.result import Note, NoteReport, Vault
from mdfollow.sync.trace import OPENING, parse, render
from mdfollow.value import Scalar
from mdfollow.vault.settings import read_settings

Check = Callable[[bytes], None]
TODAY = date(2026, 11, 12)


def text_of(data: bytes) -> str:
    """Text as a reader gets it."""
    return data.decode("utf-8", "replace")


def frontmatter(data: bytes) -> None:
    """Fields stand within the note and are read, or one sentence says why not; YAML has its say."""
    block = find(data)
    if block is None:
        return
    assert 0 <= block.start <= block.end <= len(data)
    said = fields(block, "a.md")
    if isinstance(said, Problem):
        assert said.sentence
        assert said.way_out
        assert 1 <= said.line <= data.count(b"\n") + data.count(b"\r") + 1
    elif block.kind is Kind.YAML:
        text = block.text.replace(":\xa0", ": ")
        assert read_plain(text, block.line) in {None, read_yaml(text, block.line)}
    assert fields(block, "a.md") == said


def phrases(data: bytes) -> None:
    """A decision is within a year of the interview, or unknown with a reason (EXP-1)."""
    text = text_of(data)
    for day in (date(1990, 1, 1), date(2026, 11, 3), date(2100, 12, 31)):
        found = read_decision(text, day, "dmy")
        if found.decision.day:
            assert day <= found.decision.day <= day + timedelta(days=366)
            assert not found.fault
    read_days(text, "mdy")
    read_status(text)


def people(data: bytes) -> None:
    """Everyone has a name and a slug; whatever else it says is told."""
    findings = Findings("a.md")
    found = read_people(Scalar(text_of(data)), "interviewers", findings)
    for each in found:
        assert each.person.name.strip()
        assert len(each.person.slug) <= 40
    assert all(problem.sentence for problem in findings.sorted())


def memory(data: bytes) -> None:
    """A memory that was read is written so that it reads the same."""
    inside = text_of(data).partition("-->")[0]  # there its comment ends
    lines = Source(f"{OPENING}{inside}-->".encode()).texts
    trace = parse(lines)
    if trace is not None and not trace.twins:
        assert parse(render(trace)) == trace


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory()


def settings(data: bytes) -> None:
    """Settings are read, or every line that does not fit is named."""
    root = _folder().name
    Path(root, "mdfollow.toml").write_bytes(data)
    told = ""
    try:
        read_settings(root)
    except MdfollowError as error:
        told = str(error)
    assert all(line.startswith("mdfollow.toml:") for line in told.split("\n") if told)


def vault_of(dialect: str) -> tuple[Vault, str]:
    """A vault written in one dialect, and the path of a note in it."""
    around = Surroundings(logseq=True) if dialect == "logseq" else Surroundings()
    path = "Acme.org" if DIALECTS[dialect].format == ORG else "Acme.md"
    return Vault(Settings(dialect=dialect), around), path


def codec(dialect: str) -> Check:
    """What of ours a reader finds stands within the note."""
    vault, _ = vault_of(dialect)

    def check(data: bytes) -> None:
        source = Source(text_of(data).encode())
        found = DIALECTS[dialect].open(source, vault.surroundings, vault.settings)
        count, ours = len(source.lines), found.ours()
        for task in ours.tasks:
            assert 0 <= task.line < task.body <= count + 1
            assert all(0 <= span.start <= span.end <= len(source.data) for span in task.carrier())
        for text in ours.texts:
            assert 0 <= text.first <= text.stop <= count
        for each in ours.memories:
            assert 0 <= each.span().start <= each.span().end <= len(source.data)
        found.places(data, "Acme.md")

    return check


def whole(dialect: str) -> Check:
    """Laws 1, 2, 6 and 7 for one note among others, and removal, whatever its bytes."""
    vault, path = vault_of(dialect)

    def check(data: bytes) -> None:
        for report in sync((Note(path, data),), vault, TODAY):
            sound(report, vault)
            if b"mdfollow" not in data.lower() and b"mf-" not in data:
                only_adds(report, vault)

    return check


def sound(report: NoteReport, vault: Vault) -> None:
    """What is said is what is done, once, and never where something is amiss."""
    assert apply(report.data, report.edits) == report.new
    if report.failed and not report.interviews:
        assert report.new == report.data
    if report.changed:
        left = iter(Source(report.new).texts)
        assert all(line in left for line in hers(report, vault)), "a line of hers is lost"
        again = sync((Note(report.path, report.new),), vault, TODAY)
        assert not any(each.changed for each in again), "a second sync writes"
    cleared = removed(report.path, report.new, vault)
    assert removed(report.path, cleared, vault) == cleared


def hers(report: NoteReport, vault: Vault) -> list[str]:
    """The lines of a note, as it was, that are nobody's but hers."""
    source = Source(report.data)
    row = DIALECTS[report.dialect or vault.settings.dialect]
    found = row.open(source, vault.surroundings, vault.settings).ours()
    ours: set[int] = set()
    starts = [line.start for line in source.lines]
    for task in found.tasks:
        ours.update(range(task.line, task.body))
        # in a block of several lines its dates follow the words
        ours.update(bisect(starts, day.span.start) - 1 for day in task.days.values())
    for text in found.texts:
        ours.update(range(text.first, text.stop))
    for memory in found.memories:
        ours.update(memory.whole, memory.rest, [memory.node.line] if memory.node else [])
    texts = ((n, line) for n, line in enumerate(source.texts) if "mdfollow" not in line.lower())
    return [line for number, line in texts if number not in ours and line.strip()]


def only_adds(report: NoteReport, vault: Vault) -> None:
    """A first plan takes nothing out, and leaves no trace when it goes."""
    assert all(edit.start == edit.end for edit in report.edits), "a first plan takes bytes out"
    assert removed(report.path, report.new, vault) == report.data


def removed(path: str, data: bytes, vault: Vault) -> bytes:
    """The note without mdfollow in it."""
    reports = remove((Note(path, data),), vault)
    return reports[0].new if reports else data


PIECE, FEW, MANY = 200, 4_000, 16_000
"""Bytes of what is repeated, and of a short and a long input made of it."""
SLOW, MOST = 1.0, 10.0
"""Seconds from which on it matters, and times as long as four times the bytes may take."""


def linear(check: Check) -> Check:
    """Whether four times as much takes about four times as long (16 times: quadratic)."""

    def took(data: bytes) -> float:
        begin = time.process_time()
        check(data)
        return time.process_time() - begin

    def grown(data: bytes) -> None:
        piece = data[:PIECE] or b"x"
        few, many = (piece * (size // len(piece)) for size in (FEW, MANY))
        long = took(many)
        assert long < SLOW or long < MOST * min(took(few) for _ in range(3)), "not linear"

    return grown
