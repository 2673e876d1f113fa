"""Items over several lines: where one begins is looked for within reach only."""

from mdfollow.document.item import MOST_LINES, first_line
from mdfollow.pattern import pattern

BOX = pattern(r"- \[ \]")


class Counted(list[str]):
    """Lines that count how often one is looked at."""

    looks = 0

    def __getitem__(self, at):  # type: ignore[no-untyped-def]
        self.looks += 1
        return super().__getitem__(at)


def test_an_item_over_many_lines() -> None:
    lines = ["x", "- [ ] a", *["b"] * (MOST_LINES - 1)]
    assert first_line(lines, len(lines) - 1, 0, BOX) == 1
    assert first_line(lines, 0, 0, BOX) is None
    assert first_line(["- [ ] a", "", "b"], 2, 0, BOX) is None


def test_ids_without_an_item_take_no_time() -> None:
    """A note of nothing but ids looked up through all of them for each."""
    lines = Counted(["<!-- mf-abcdef -->"] * 20_000)
    assert first_line(lines, len(lines) - 1, 0, BOX) is None
    assert lines.looks < 4 * MOST_LINES
