"""A finding names its page in the docs, once the docs have an address."""

from mdfollow import DOCS
from mdfollow.problem import Problem
from mdfollow.views.paint import PLAIN
from mdfollow.views.problem_lines import full

PROBLEM = Problem("a.md", 3, 1, "MDF102", "two readings", "write 2026-11-03")


def test_a_finding_ends_with_its_page() -> None:
    lines = full(PROBLEM, (), PLAIN, docs="https://docs.example/").splitlines()
    assert lines[-2:] == ["    write 2026-11-03", "    https://docs.example/problems.html#mdf102"]


def test_without_an_address_nothing_is_named() -> None:
    assert DOCS == "" or DOCS.endswith("/")
    assert full(PROBLEM, (), PLAIN, docs="").splitlines()[-1] == "    write 2026-11-03"
