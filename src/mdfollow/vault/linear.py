"""Regular expressions that somebody else wrote, matched in one pass.

Python's own matcher goes back and tries again: a few stars in a settings file that came by sync,
and one file name keeps it busy for ever. Here an expression becomes a net of places which are
walked side by side, one step a character (Thompson's construction); steps that were made are
remembered. What an expression may hold is what can be walked so: no look-around, no reference back.
"""

from collections.abc import Callable, Iterable, Iterator

MOST_PLACES = 20_000
MOST_SETS = 2_000
"""Sets of places that are remembered at a time."""

START, END = "", "/end"
"""What is read before and after a text, so that `^` and `$` are characters like others."""

Test = Callable[[str], bool]
Part = Callable[["_Net", int], int]
"""Builds itself into a net before a place that comes after it; the place where it begins."""


class UnreadableError(ValueError):
    """Something stands in the expression that cannot be walked in one pass, or is none at all."""


class Expression:
    """An expression; raises UnreadableError. `whole`: it must match a text from end to end."""

    def __init__(self, text: str, *, whole: bool) -> None:
        try:
            part = _Reader(text).everything()
        except RecursionError as error:
            raise UnreadableError(text) from error
        around = (_often(_one(_is(START)), 0, 1), _often(_one(_is(END)), 0, 1))
        anything = _often(_one(lambda _: True), 0, None)
        first, last = around if whole else (anything, anything)
        self._net = _Net()
        self._end = self._net.place(None)
        begin = _row(first, part, last)(self._net, self._end)
        self._begin = self._net.reached([begin])
        self._forget()

    def _forget(self) -> None:
        self._sets = [self._begin]
        self._numbers = {self._begin: 0}
        self._steps: list[dict[str, int]] = [{}]

    def matches(self, text: str) -> bool:
        """Whether it does; takes time by the length of the text and of the expression."""
        number = 0
        for char in (START, *text, END):
            following = self._steps[number].get(char)
            number = self._step(number, char) if following is None else following
        return self._end in self._sets[number]

    def _step(self, number: int, char: str) -> int:
        found = self._net.after(self._sets[number], char)
        if len(self._sets) >= MOST_SETS:
            self._forget()
            number = -1
        following = self._numbers.setdefault(found, len(self._sets))
        if following == len(self._sets):
            self._sets.append(found)
            self._steps.append({})
        if number >= 0:
            self._steps[number][char] = following
        return following


class _Net:
    """Places: each takes a character and goes on, or goes on at once."""

    def __init__(self) -> None:
        self.tests: list[Test | None] = []
        self.ways: list[tuple[int, ...]] = []

    def place(self, test: Test | None, *ways: int) -> int:
        if len(self.tests) >= MOST_PLACES:
            raise UnreadableError("too long")
        self.tests.append(test)
        self.ways.append(ways)
        return len(self.tests) - 1

    def reached(self, places: Iterable[int]) -> frozenset[int]:
        """These places and all that can be gone on to at once."""
        found, waiting = set[int](), list(places)
        while waiting:
            at = waiting.pop()
            if at not in found:
                found.add(at)
                waiting += self.ways[at] if self.tests[at] is None else ()
        return frozenset(found)

    def after(self, places: frozenset[int], char: str) -> frozenset[int]:
        """The places after one more character."""
        ahead = (self.ways[at] for at in places if (test := self.tests[at]) and test(char))
        return self.reached(way for ways in ahead for way in ways)


def _one(test: Test) -> Part:
    return lambda net, after: net.place(test, after)


def _row(*parts: Part) -> Part:
    def build(net: _Net, after: int) -> int:
        for part in reversed(parts):
            after = part(net, after)
        return after

    return build


def _either(*parts: Part) -> Part:
    return lambda net, after: net.place(None, *[part(net, after) for part in parts])


def _often(part: Part, least: int, most: int | None) -> Part:
    def build(net: _Net, after: int) -> int:
        if most is None:
            loop = net.place(None)
            net.ways[loop] = (part(net, loop), after)
            after = loop
        for _ in range(least, most or least):
            after = net.place(None, part(net, after), after)
        for _ in range(least):
            after = part(net, after)
        return after

    return build


def _is(char: str) -> Test:
    return lambda found: found == char


def _any(found: str) -> bool:
    return len(found) == 1 and found != "\n"


def _among(ranges: list[tuple[str, str]], sets: list[Test], *, is_not: bool) -> Test:
    def test(found: str) -> bool:
        if len(found) != 1:
            return False
        hit = any(low <= found <= high for low, high in ranges) or any(one(found) for one in sets)
        return hit is not is_not

    return test


_SETS: dict[str, Test] = {
    "d": lambda found: found.isascii() and found.isdigit(),
    "w": lambda found: found == "_" or (found.isascii() and found.isalnum()),
    "s": lambda found: found.isspace(),
}
_SIGNS = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "v": "\v"}
_TIMES = {"*": (0, None), "+": (1, None), "?": (0, 1)}


class _Reader:
    """Reads an expression as JavaScript and Python both write it."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def everything(self) -> Part:
        part = self._choice()
        if self.at < len(self.text):
            raise UnreadableError(self.text)
        return part

    def _next(self, *expected: str) -> str:
        """Take the next character, or one of those expected; empty where there is none."""
        char = self.text[self.at : self.at + 1]
        if expected and char not in expected:
            return ""
        self.at += 1
        return char

    def _choice(self) -> Part:
        parts = [_row(*self._items())]
        while self._next("|"):
            parts.append(_row(*self._items()))
        return parts[0] if len(parts) == 1 else _either(*parts)

    def _items(self) -> Iterator[Part]:
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            part, times = self._atom(), self._times()
            yield _often(part, *times) if times else part

    def _times(self) -> tuple[int, int | None] | None:
        if char := self._next("*", "+", "?"):
            self._next("?")  # as few as possible matches where as many as possible does
            return _TIMES[char]
        return self._counted() if self.text.startswith("{", self.at) else None

    def _counted(self) -> tuple[int, int | None] | None:
        inside, brace, _ = self.text[self.at + 1 : self.at + 12].partition("}")
        least, comma, most = inside.partition(",")
        if not brace or not _number(least) or (most and not _number(most)):
            return None  # a brace that counts nothing is a brace
        self.at += len(inside) + 2
        self._next("?")
        if most and int(most) < int(least):
            raise UnreadableError(self.text)
        return int(least), (int(most) if most else None) if comma else int(least)

    def _atom(self) -> Part:
        char = self._next()
        if char in "*+?":
            raise UnreadableError(self.text)
        if char == "(":
            return self._group()
        if char == "[":
            return _one(self._class())
        signs = {".": _any, "^": _is(START), "$": _is(END)}
        return _one(self._escape() if char == "\\" else signs.get(char) or _is(char))

    def _group(self) -> Part:
        if self._next("?") and not self._next(":"):
            raise UnreadableError(self.text)
        part = self._choice()
        if not self._next(")"):
            raise UnreadableError(self.text)
        return part

    def _escape(self) -> Test:
        char = self._next()
        if char.lower() in _SETS:
            return _among([], [_SETS[char.lower()]], is_not=char.isupper())
        return _is(self._sign(char))

    def _sign(self, char: str) -> str:
        """What a character means behind a backslash."""
        if not char or (char.isalnum() and char not in _SIGNS):
            raise UnreadableError(self.text)
        return _SIGNS.get(char, char)

    def _class(self) -> Test:
        is_not = bool(self._next("^"))
        ranges: list[tuple[str, str]] = []
        sets: list[Test] = []
        first = True
        while first or not self._next("]"):
            first = False
            low = self._member()
            if not isinstance(low, str):
                sets.append(low)
                continue
            high: str | Test = low
            if self.text.startswith("-", self.at) and not self.text.startswith("-]", self.at):
                self.at += 1
                high = self._member()
            if not isinstance(high, str) or high < low:
                raise UnreadableError(self.text)
            ranges.append((low, high))
        return _among(ranges, sets, is_not=is_not)

    def _member(self) -> "str | Test":
        char = self._next()
        if not char:
            raise UnreadableError(self.text)
        if char != "\\":
            return char
        char = self._next()
        if char.lower() in _SETS:
            return _among([], [_SETS[char.lower()]], is_not=char.isupper())
        return self._sign(char)


def _number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 5
