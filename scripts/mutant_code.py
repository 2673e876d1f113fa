"""Mistakes put into the code that runs."""

import ast
import gc
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

from mdfollow.etiquette.outcome import REASONS

SOURCE = Path("src/mdfollow").resolve()


def put_in(file: str, tree: ast.Module) -> None:
    """Give every function of a module the code it has in a changed one."""
    name = str(SOURCE / file)
    fresh = {(c.co_qualname, c.co_firstlineno): c for c in codes(compile(tree, name, "exec"))}
    gc.unfreeze()  # what the tests have set aside is not among the objects
    for each in gc.get_objects():
        if isinstance(each, FunctionType) and each.__code__.co_filename == name:
            code = fresh.get((each.__code__.co_qualname, each.__code__.co_firstlineno))
            if code and code.co_freevars == each.__code__.co_freevars:
                each.__code__ = code


def codes(code: CodeType) -> Iterable[CodeType]:
    """A code object and all within it."""
    yield code
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield from codes(each)


def spoil(words: str) -> None:
    """Put words into the reasons that plans give."""
    (table,) = gc.get_referents(REASONS)
    table[next(iter(table))] += f" {words}"


def forget(module: ModuleType) -> None:
    """Empty the caches of a module of tests."""
    for each in vars(module).values():
        with suppress(AttributeError, TypeError):
            each.cache_clear()
