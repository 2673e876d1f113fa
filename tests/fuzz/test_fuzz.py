"""A slice of `make fuzz` for every run: all seeds, and the same few inputs made of them."""

import random

import pytest

from tests.fuzz.mutating import mutated
from tests.fuzz.targets import TARGETS

SLICE = 25
EACH = pytest.mark.parametrize("name", TARGETS)


@EACH
def test_every_seed_keeps_the_laws(name: str) -> None:
    seeds = TARGETS[name].seeds()
    assert seeds
    for data in seeds:
        TARGETS[name].check(data)


@EACH
def test_what_is_made_of_seeds_keeps_the_laws(name: str) -> None:
    for number in range(SLICE):
        data = mutated(TARGETS[name], random.Random(number))
        try:
            TARGETS[name].check(data)
        except Exception as error:
            error.add_note(repr(data))
            raise
