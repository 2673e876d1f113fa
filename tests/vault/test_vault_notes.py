"""The walk finds every note once, reads what may be an interview, and cannot be stopped."""

import os
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.stalls import A_STALL

from mdfollow.problem import Problem, Severity
from mdfollow.settings import Settings
from mdfollow.vault.notes import Leftover, signatures, walk
from mdfollow.vault.outcome import SIZE_LIMIT, Outcome, Snapshot, Verdict
from mdfollow.vault.reading import real_path
from mdfollow.vault.store import DiskStore

INTERVIEW = b"---\ncompany: Acme\ninterview_date: 2026-11-03\n---\nher words\n"
OTHER = b"# Shopping\n"


def accepts(path: str, head: bytes) -> bool:
    return b"interview_date" in head or b"INTERVIEW_DATE" in head


def put(root: str, path: str, data: bytes = INTERVIEW) -> Path:
    file = Path(root, path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def found(root: str, settings: Settings | None = None) -> list[str]:
    """Paths of all interview notes; nothing else may come."""
    items = list(walk(root, settings or Settings(), accepts))
    assert all(isinstance(item, Snapshot) for item in items), items
    return sorted(item.path for item in items)


def problems(root: str) -> list[Problem]:
    return [item for item in walk(root, Settings(), accepts) if isinstance(item, Problem)]


def test_every_interview_note_comes_whole(root: str) -> None:
    long = INTERVIEW + b"x" * 300_000
    put(root, "a.md")
    put(root, "jobs/2026/b.md", long)
    put(root, "jobs/c.org", b"* Acme\n" * 5000 + b":INTERVIEW_DATE: <2026-11-03 Tue>\n")
    put(root, "d.md", OTHER)
    put(root, "e.txt")
    put(root, "sites/example.org/f.md")
    items = {item.path: item for item in walk(root, Settings(), accepts)}
    assert sorted(items) == ["a.md", "jobs/2026/b.md", "jobs/c.org", "sites/example.org/f.md"]
    for path, item in items.items():
        assert item == DiskStore(root).read(path)
        assert isinstance(item, Snapshot)
        assert item.data == Path(root, path).read_bytes()


def test_a_note_may_end_in_capitals_or_in_markdown(root: str) -> None:
    for path in ("A.MD", "b.Markdown", "c.markdown", "d.mD", "x.markdownx", "x.mdx", "md"):
        put(root, path)
    put(root, "e.ORG", b"* Acme\n" * 500 + b":INTERVIEW_DATE: <2026-11-03 Tue>\n")
    names = ["A.MD", "b.Markdown", "c.markdown", "d.mD", "e.ORG"]
    assert found(root) == names
    assert sorted(signatures(root, Settings())) == names


@pytest.mark.parametrize(
    ("data", "whole"),
    [
        (b"---\n" + b"skill: x\n" * 500 + b"interview_date: 1\n---\n", True),
        (b"\xef\xbb\xbf---\n" + b"skill: x\n" * 500 + b"interview_date: 1\n---\n", True),
        (b"+++\n" + b"skill = 'x'\n" * 500 + b"interview_date = '1'\n+++\n", True),
        (b"---\r" + b"skill: x\r" * 500 + b"interview_date: 1\r---\r", True),
        (b"skills:: x\n" * 500 + b"interview_date:: 1\n", True),
        (b"---\na: b\n---\n" + b"words\n" * 500 + b"interview_date\n", False),
        (b"words\n" * 500 + b"interview_date\n", False),
    ],
)
def test_the_head_reaches_to_the_end_of_the_frontmatter(
    root: str, data: bytes, *, whole: bool
) -> None:
    put(root, "a.md", data)
    assert found(root) == (["a.md"] if whole else [])


@pytest.mark.parametrize(
    "path",
    [
        ".obsidian/a.md",
        ".trash/a.md",
        ".git/a.md",
        ".stversions/a.md",
        "logseq/bak/a.md",
        "logseq/.recycle/a.md",
        "node_modules/a.md",
        "templates/a.md",
        "jobs/_templates/a.md",
        "Templates/sub/a.md",
        ".a.md",
        ".#a.md",
        "#a.md#",
        "#a.md",
        "a.md~",
        "4913",
        ".a.md.swp",
        "a.tmp",
        "sedXXXX",
        "a.sync-conflict-20261105-101500-ABCDEFG.md",
        "a (conflicted copy 2026-11-05).md",
        "a (CONFLICTED COPY).md",
        "a.md.mdfollow-rescued-20261105-101500",
        "a.mdfollow-rescued-20261105-101500.md",
    ],
)
def test_e10_what_is_no_note(root: str, path: str) -> None:
    put(root, path)
    put(root, "b.md")
    assert found(root) == ["b.md"]
    assert list(signatures(root, Settings())) == ["b.md"]


def test_names_that_only_look_like_those(root: str) -> None:
    paths = ["Conflict management.md", "bak/a.md", "my templates/a.md", "a.tmp.md", "a#.md"]
    for path in paths:
        put(root, path)
    assert found(root) == sorted(paths)


@pytest.mark.parametrize(
    ("ignore", "templates", "left"),
    [
        (("archive",), "", ["jobs/a.md", "jobs/b.draft.md"]),
        (("jobs/archive/**",), "", ["archive/c.md", "jobs/a.md", "jobs/b.draft.md"]),
        (("*.draft.md",), "", ["archive/c.md", "jobs/a.md", "jobs/archive/d.md"]),
        (("jobs/*.md",), "", ["archive/c.md", "jobs/archive/d.md"]),
        (("**/archive/*.md",), "", ["jobs/a.md", "jobs/b.draft.md"]),
        (("jobs/?.md", "/archive/"), "", ["jobs/archive/d.md", "jobs/b.draft.md"]),
        (("[!b]*.md", "[z-a]", "["), "", ["jobs/b.draft.md"]),
        ((), "jobs/archive", ["archive/c.md", "jobs/a.md", "jobs/b.draft.md"]),
        ((), "archive/", ["jobs/a.md", "jobs/archive/d.md", "jobs/b.draft.md"]),
    ],
)
def test_what_the_settings_ignore(
    root: str, ignore: tuple[str, ...], templates: str, left: list[str]
) -> None:
    for path in ("archive/c.md", "jobs/a.md", "jobs/archive/d.md", "jobs/b.draft.md"):
        put(root, path)
    settings = Settings(ignore=ignore, templates=templates)
    assert found(root, settings) == sorted(left)
    assert sorted(signatures(root, settings)) == sorted(left)


def _socket(file: Path) -> None:
    here = os.open(".", os.O_RDONLY)
    os.chdir(file.parent)
    try:
        socket.socket(socket.AF_UNIX).bind(file.name)
    finally:
        os.fchdir(here)
        os.close(here)


def _folder(file: Path) -> None:
    file.mkdir()


def _linked_pipe(file: Path) -> None:
    os.mkfifo(file.with_name("p"))
    file.symlink_to("p")


ODD: dict[str, Callable[[Path], None]] = {
    "pipe": lambda file: os.mkfifo(file),
    "socket": _socket,
    "folder": _folder,
    "device": lambda file: file.symlink_to("/dev/zero"),
    "loop": lambda file: file.symlink_to(file.name),
    "dangling": lambda file: file.symlink_to("nowhere.md"),
    "pipe behind a link": _linked_pipe,
    "folder behind a link": lambda file: file.symlink_to("."),
}


@pytest.mark.parametrize("kind", list(ODD))
def test_f01_what_is_no_file_is_skipped_at_once(root: str, kind: str) -> None:
    ODD[kind](Path(root, "a.md"))
    put(root, "b.md")
    start = time.monotonic()
    assert found(root) == ["b.md"]
    assert list(signatures(root, Settings())) == ["b.md"]
    outcome = DiskStore(root).read("a.md")
    assert isinstance(outcome, Outcome)
    assert outcome.verdict is Verdict.SKIPPED
    assert outcome.reason
    assert time.monotonic() - start < A_STALL


def test_a_link_inside_the_vault_adds_nothing(root: str) -> None:
    put(root, "jobs/a.md")
    Path(root, "today.md").symlink_to("jobs/a.md")
    Path(root, "more").symlink_to("jobs")
    Path(root, "jobs", "again").symlink_to("..")
    assert found(root) == ["jobs/a.md"]


def test_a_link_out_of_the_vault_is_reported_when_it_is_an_interview(root: str) -> None:
    outside = Path(root).parent
    (outside / "interview.md").write_bytes(INTERVIEW)
    (outside / "other.md").write_bytes(OTHER)
    Path(root, "a.md").symlink_to("../interview.md")
    Path(root, "b.md").symlink_to("../other.md")
    [problem] = problems(root)
    assert (problem.path, problem.code, problem.severity) == ("a.md", "MDF903", Severity.WARNING)


NAMES = [
    "a\nb.md",
    "-rf.md",
    "שלום.md",
    "🎉.md",
    "ж" * 126 + ".md",
    os.fsdecode(b"caf\xe9.md"),
    "cafe\u0301.md",
    "caf\u00e9.md",
    "CASE.md",
    "case.md",
    " .md",
    "%s.md",
]


def test_f04_every_name_is_its_own_note(root: str) -> None:
    for name in NAMES:
        put(root, name)
    assert found(root) == sorted(NAMES)
    store = DiskStore(root)
    for name in NAMES:
        snapshot = store.read(name)
        assert isinstance(snapshot, Snapshot)
        assert snapshot.path == name
        assert store.replace(snapshot, snapshot.data + b"x\n").verdict is Verdict.WRITTEN
        assert Path(root, name).read_bytes() == INTERVIEW + b"x\n"
    assert sorted(os.listdir(root)) == sorted(NAMES)


@pytest.mark.parametrize("size", [3 * 1024 * 1024, 1 << 30])
def test_f05_a_note_that_is_too_long(root: str, size: int) -> None:
    for path in ("a.md", "b.md", "c.org"):
        with put(root, path, OTHER if path == "b.md" else INTERVIEW).open("ab") as file:
            file.truncate(size)
    start = time.monotonic()
    told = problems(root)
    assert time.monotonic() - start < A_STALL
    assert sorted((problem.path, problem.code) for problem in told) == [
        ("a.md", "MDF902"),
        ("c.org", "MDF902"),
    ]
    outcome = DiskStore(root).read("a.md")
    assert isinstance(outcome, Outcome)
    assert outcome.verdict is Verdict.SKIPPED
    assert "2 MiB" in outcome.reason


def test_f05_the_longest_note(root: str) -> None:
    put(root, "a.md", INTERVIEW.ljust(SIZE_LIMIT))
    assert found(root) == ["a.md"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can take rights from another user")
def test_f06_what_may_not_be_read_stops_nothing(
    shared: str, as_nobody: Callable[[Callable[[], None]], None]
) -> None:
    put(shared, "a.md").chmod(0o600)
    put(shared, "closed/b.md").parent.chmod(0o700)
    put(shared, "c.md").chmod(0o644)

    def act() -> None:
        items = list(walk(shared, Settings(), accepts))
        assert [item.path for item in items if isinstance(item, Snapshot)] == ["c.md"]
        told = [item for item in items if isinstance(item, Problem)]
        assert sorted((problem.path, problem.code) for problem in told) == [
            ("a.md", "MDF901"),
            ("closed", "MDF901"),
        ]
        outcome = DiskStore(shared).read("a.md")
        assert isinstance(outcome, Outcome)
        assert "Permission denied" in outcome.reason

    as_nobody(act)


def test_f07_a_placeholder_is_not_read(root: str) -> None:
    put(root, "a.md")
    put(root, "b.md")
    items = walk(root, Settings(), accepts, lambda entry: entry.name == "a.md")
    assert [item.path for item in items] == ["b.md"]


def test_leftovers_come_with_the_walk(root: str) -> None:
    put(root, "jobs/.mdfollow-x.tmp")
    put(root, "jobs/a.md")
    items = sorted(walk(root, Settings(), accepts), key=lambda item: item.path)
    assert items[0] == Leftover("jobs/.mdfollow-x.tmp")
    assert items[1].path == "jobs/a.md"


def test_a_note_that_goes_while_the_walk_is_on(root: str) -> None:
    for name in ("a.md", "b.md", "c.md"):
        put(root, name)
    paths = []
    for item in walk(root, Settings(), accepts):
        paths.append(item.path)
        for name in ("a.md", "b.md", "c.md"):
            Path(root, name).unlink(missing_ok=True)
    assert len(paths) == 1


def test_a13_a_signature_changes_even_when_size_and_time_do_not(root: str) -> None:
    file = put(root, "a.md")
    before, stat = signatures(root, Settings()), file.stat()
    file.write_bytes(INTERVIEW.replace(b"her words", b"new words"))
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    after = signatures(root, Settings())
    assert after["a.md"] != before["a.md"]
    assert after["a.md"].mtime_ns == before["a.md"].mtime_ns
    assert signatures(root, Settings()) == after


def test_reading_says_what_is_gone(root: str) -> None:
    outcome = DiskStore(root).read("nowhere/a.md")
    assert outcome == Outcome(Verdict.SKIPPED, "nowhere/a.md", "it is not there any more")
    outcome = DiskStore(root).read("../a.md")
    assert isinstance(outcome, Outcome)
    assert "out of the vault" in outcome.reason


def test_absolute_paths_inside_the_vault_are_taken(root: str) -> None:
    put(root, "jobs/a.md")
    assert real_path(root, os.path.join(root, "jobs", "..", "jobs", "a.md")) == "jobs/a.md"
