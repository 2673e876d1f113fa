"""Small mistakes that a program might hold: each changes one place of one function."""

import ast
import copy
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

FLIPPED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
SWAPPED = {"min": "max", "max": "min", "any": "all", "all": "any"}


class Mutant(NamedTuple):
    """One mistake: where it stands, what it says, and what makes the module with it."""

    file: str
    function: str
    line: int
    change: str
    tree: Callable[[], ast.Module]

    @property
    def place(self) -> str:
        """The function it is in."""
        return f"{self.file} {self.function}"

    @property
    def key(self) -> str:
        """Its name, which stays when lines move."""
        return f"{self.place}: {self.change}"


def mutants(file: str, source: str) -> Iterator[Mutant]:
    """Every mutant of the functions of a module, in the order of its lines."""
    whole = ast.parse(source)
    for path, function in _functions(whole):
        seen: Counter[str] = Counter()
        for number, node in enumerate(_inside(function)):
            for change, fresh in _changes(node):
                seen[change] += 1
                name = change if seen[change] == 1 else f"{change} ({seen[change]})"
                make = partial(_made, whole, path, number, fresh)
                yield Mutant(file, path, getattr(node, "lineno", 0), name, make)


def _made(whole: ast.Module, path: str, number: int, fresh: ast.AST) -> ast.Module:
    """The module with a fresh node in place of the one of that number in a function."""
    tree = copy.deepcopy(whole)
    function = dict(_functions(tree))[path]
    _put(function, list(_inside(function))[number], fresh)
    return ast.fix_missing_locations(tree)


def telling(file: str, source: str, called: str) -> ast.Module:
    """The module in which every function begins with a call of `called` that tells its place."""
    tree = ast.parse(source)
    for path, function in _functions(tree):
        name, place = ast.Name(called, ast.Load()), ast.Constant(f"{file} {path}")
        call = ast.copy_location(ast.Expr(ast.Call(name, [place], [])), function.body[0])
        function.body.insert(0, call)
    return ast.fix_missing_locations(tree)


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Functions and methods by name; what is inside of one belongs to it."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            for each in node.body:
                if isinstance(each, ast.FunctionDef):
                    yield f"{node.name}.{each.name}", each


def _inside(function: ast.FunctionDef) -> Iterator[ast.AST]:
    """What a function does, without its defaults, types and decorators."""
    for statement in function.body:
        yield from _walk(statement)


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "args", "decorator_list"} and not isinstance(
            node, ast.Call
        ):
            continue
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, ast.AST):
                yield from _walk(each)


def _changes(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """What may be wrong at a node, in words, and the node that has it wrong."""
    yield from (_said(node, other) for other in _others(node))
    match node:
        case ast.If(ast.Name() | ast.Attribute() | ast.Call() as test):
            negated = ast.UnaryOp(ast.Not(), test)
            yield f"if not {_short(test)}", ast.If(negated, node.body, node.orelse)
        case ast.Expr(ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.AugAssign():
            if "super()" in ast.unparse(node):
                return  # code without its class cannot be given to a function that has one
            yield f"without {_short(node)}", ast.Pass()


def _others(node: ast.AST) -> tuple[ast.AST, ...]:
    """What may stand in place of a node by mistake."""
    match node:
        case ast.Compare(ops=[op]) if type(op) in FLIPPED:
            return (ast.Compare(node.left, [FLIPPED[type(op)]()], node.comparators),)
        case ast.BoolOp(op, values):
            return (ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values),)
        case ast.BinOp(left, ast.Add() | ast.Sub() as sign, right):
            return (ast.BinOp(left, ast.Sub() if isinstance(sign, ast.Add) else ast.Add(), right),)
        case ast.UnaryOp(ast.Not(), operand):
            return (operand,)
        case ast.Constant(bool() as value):
            return (ast.Constant(not value),)
        case ast.Constant(int() as value):
            return ast.Constant(value + 1), ast.Constant(value - 1)
        case ast.Call(ast.Name(name), args, keywords) if name in SWAPPED:
            return (ast.Call(ast.Name(SWAPPED[name], ast.Load()), args, keywords),)
        case ast.Return(value) if value is not None and not _is_none(value):
            return (ast.Return(ast.Constant(None)),)
    return ()


def _said(old: ast.AST, new: ast.AST) -> tuple[str, ast.AST]:
    return f"{_short(old)} -> {_short(new)}", new


def _short(node: ast.AST) -> str:
    text = " ".join(ast.unparse(node).replace("|", "or").split())
    return text if len(text) <= 70 else text[:67] + "..."


def _is_none(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _put(function: ast.FunctionDef, old: ast.AST, new: ast.AST) -> None:
    """Put `new` where `old` stands; lines stay those of the old one."""
    ast.copy_location(new, old)
    for parent in ast.walk(function):
        for name, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, name, new)
                return
            if isinstance(value, list) and any(each is old for each in value):
                setattr(parent, name, [new if each is old else each for each in value])
                return
