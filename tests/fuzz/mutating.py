"""Bytes made of seeds: pieces of them cut, doubled, spliced, and words put in between."""

import random

from tests.fuzz.targets import BYTES, Target

MOST = 6000
"""Bytes of an input; what grows beyond is cut."""


def mutated(target: Target, chance: random.Random) -> bytes:
    """A fresh input for a target."""
    seeds = target.seeds()
    data = chance.choice(seeds)
    for _ in range(chance.choice((0, 1, 1, 2, 3, 5, 8))):
        data = _once(data, target, seeds, chance)
    return data[:MOST]


def _once(data: bytes, target: Target, seeds: list[bytes], chance: random.Random) -> bytes:
    start, stop = sorted(chance.randint(0, len(data)) for _ in range(2))
    if chance.random() < 0.5:  # whole lines, as she moves them
        start, stop = data.rfind(b"\n", 0, start) + 1, data.find(b"\n", stop) + 1 or len(data)
    piece = data[start:stop]
    match chance.randrange(6):
        case 0:
            return data[:start] + data[stop:]
        case 1:
            at = chance.randint(0, len(data))
            return data[:at] + piece + data[at:]
        case 2:
            other = chance.choice(seeds)
            return data[:start] + other[chance.randint(0, len(other)) :]
        case 3:
            return data[:start] + bytes([chance.randrange(256)]) + data[start + 1 :]
        case 4:
            return data[:start] + piece.replace(b"\n", chance.choice(BYTES)) + data[stop:]
        case _:
            return data[:start] + chance.choice(target.words + BYTES) + data[start:]
