"""Value types of our own: as `dataclasses` makes them, but for what is said."""

import copy
import dataclasses
import pickle
from functools import cached_property
from typing import Any

import pytest

from mdfollow import record


def make(kind: Any) -> Any:
    """The same classes by either module."""

    @kind.dataclass(frozen=True, slots=True, order=True)
    class Pair:
        one: int
        two: tuple[str, ...] = ()
        three: list[int] = kind.field(default_factory=list)

    @kind.dataclass(frozen=True)
    class Wide:
        one: str

        @cached_property
        def long(self) -> int:
            return len(self.one)

    @kind.dataclass(frozen=True, slots=True)
    class Empty:
        pass

    @kind.dataclass
    class Loose:
        one: int = 1

        def __post_init__(self) -> None:
            self.two = self.one + 1

    return Pair, Wide, Empty, Loose


OURS, THEIRS = make(record), make(dataclasses)


@pytest.mark.parametrize("number", range(4))
def test_values_are_made_shown_and_compared_as_dataclasses_are(number: int) -> None:
    ours, theirs = OURS[number], THEIRS[number]
    first: tuple[Any, ...] = ((7,), ("word",), (), (7,))[number]
    one, other, same = ours(*first), theirs(*first), ours(*first)
    assert one == same
    assert repr(one).replace("make.<locals>.", "") == repr(other).replace("make.<locals>.", "")
    assert one != other  # other classes, whatever they hold
    assert [each.name for each in record.fields(ours)] == [
        f.name for f in dataclasses.fields(theirs)
    ]
    assert ours.__match_args__ == theirs.__match_args__
    if number in {1, 2}:
        assert hash(one) == hash(same)


def test_defaults_are_made_for_each_value_and_order_is_that_of_the_fields() -> None:
    pair = OURS[0]
    assert pair(1).three is not pair(1).three
    assert (pair(2), pair(1, ("b",)), pair(1)) == (
        pair(2, (), []),
        pair(1, two=("b",)),
        pair(one=1),
    )
    assert sorted([pair(2), pair(1, ("b",)), pair(1)]) == [pair(1), pair(1, ("b",)), pair(2)]
    assert pair(1) <= pair(1) >= pair(1)
    assert pair(2) > pair(1) < pair(2)
    with pytest.raises(TypeError):
        _ = pair(1) < 1


def test_the_first_values_are_as_those_of_the_compiled_init() -> None:
    """Few are made without it: most classes have no more in a run."""
    for kind, given in zip(make(record), ((7,), ("word",), (), (7,)), strict=True):
        values = [kind(*given) for _ in range(9)]
        assert all(each == values[0] and repr(each) == repr(values[0]) for each in values)
    pair, _, _, loose = make(record)
    pairs = [pair(two=("b",), one=1) for _ in range(9)]
    assert {each.two for each in pairs} == {("b",)}
    assert len({id(each.three) for each in pairs}) == 9
    assert [loose(number).two for number in range(9)] == [*range(1, 10)]


@pytest.mark.parametrize(
    ("args", "kwargs"),
    [((), {}), ((1,), {"four": 4}), ((1,), {"one": 1}), ((1, (), [], 4), {}), ((), {"two": ()})],
)
def test_a_wrong_first_value_is_refused_like_any_other(
    args: tuple[Any, ...], kwargs: dict[str, Any]
) -> None:
    pair = make(record)[0]
    for _ in range(6):
        with pytest.raises(TypeError):
            pair(*args, **kwargs)
    fresh = make(record)[0]
    assert [fresh(1) for _ in range(6)] == [fresh(one=1)] * 6
    with pytest.raises(TypeError):
        fresh(*args, **kwargs)


def test_what_is_left_out_or_not_known_is_an_error() -> None:
    with pytest.raises(TypeError, match="one"):
        OURS[0]()
    with pytest.raises(TypeError, match="four"):
        OURS[0](1, four=4)
    with pytest.raises(TypeError, match="four"):
        record.replace(OURS[0](1), four=4)
    with pytest.raises(TypeError):
        hash(OURS[3]())


def test_a_slotted_value_takes_no_other_attribute_and_a_copy_is_equal() -> None:
    value = OURS[0](1, ("a",), [2])
    with pytest.raises(AttributeError):
        value.four = 4
    assert copy.copy(value) == copy.deepcopy(value) == value
    assert record.replace(value, one=3) == OURS[0](3, ("a",), [2])
    assert pickle.loads(pickle.dumps(record.replace(mdfollow_problem(), line=3))).line == 3


def mdfollow_problem() -> Any:
    from mdfollow.problem import Problem

    return Problem("a.md", 1, 1, "MDF101", "words")


def test_what_was_worked_out_is_not_copied_to_another_value() -> None:
    wide = OURS[1]("word")
    assert wide.long == 4
    assert record.replace(wide, one="longer").long == 6
    assert OURS[3](4).two == record.replace(OURS[3](1), one=4).two == 5


def test_the_standard_library_knows_our_values_too() -> None:
    value = OURS[0](1, ("a",))
    assert dataclasses.replace(value, one=2) == record.replace(value, one=2)
    assert [each.name for each in dataclasses.fields(value)] == ["one", "two", "three"]
