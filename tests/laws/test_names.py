"""Names that say what they are: the words that none of ours may be made of."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import mdfollow

WORDS = frozenset(
    {
        *("util", "utils", "helper", "helpers", "misc", "common", "manager", "handler", "stuff"),
        *("reminder", "reminders", "todoitem", "hands", "ground", "told", "said", "hers", "eyes"),
    }
)
ROOT = Path(mdfollow.__file__).parent
SOURCES = sorted(ROOT.rglob("*.py"))


def names(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Public classes, functions, fields and parameters, with their lines."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.lineno, node.name
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            arguments = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
            yield from ((each.lineno, each.arg) for each in arguments)
        if isinstance(node, ast.ClassDef):
            for each in node.body:
                if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
                    yield each.lineno, each.target.id


def words(name: str) -> set[str]:
    return {part.lower() for part in re.split(r"_|(?<=[a-z])(?=[A-Z])", name)}


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: str(source.relative_to(ROOT)))
def test_no_public_name_is_a_riddle(source: Path) -> None:
    wrong = [(0, part) for part in source.relative_to(ROOT).with_suffix("").parts]
    wrong += names(ast.parse(source.read_text(encoding="utf-8")))
    assert [each for each in wrong if each[1][:1] != "_" and words(each[1]) & WORDS] == []


def test_the_test_sees_what_it_looks_for() -> None:
    tree = ast.parse("class ToldThing:\n    said: int = 0\n\ndef do(hers, *, ground=1): ...\n")
    assert [name for _, name in names(tree)] == ["ToldThing", "said", "do", "hers", "ground"]
    assert words("by_hand_said") & words("WhatSheSaid") == {"said"}
