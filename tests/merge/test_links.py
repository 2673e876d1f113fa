"""One application over links: by the target, whatever the alias shows (frontmatter.md)."""

import pytest

from tests.merge.desk import Desk

NOTE = """---
company: {company}
role: Engineer
interview_date: {day}
format: onsite
interviewers: Dana Kim
---
"""


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('"[[Companies/Acme|the firm]]"', "Acme"),
        ('"[[Companies/Acme|the firm]]"', '"[[Acme]]"'),
        ('"[[acme-corp|Acme]]"', "Acme, Inc."),
    ],
)
def test_a_later_round_is_known_by_the_links_target(desk: Desk, first: str, second: str) -> None:
    desk.write(NOTE.format(company=first, day="2026-11-03"), "one.md")
    desk.write(NOTE.format(company=second, day="2026-11-12"), "two.md")
    notes = desk.sync("2026-11-13").notes
    assert [notes[name]["interviews"][0]["round"] for name in ("one.md", "two.md")] == [1, 2]


def test_two_firms_under_one_alias_stay_two(desk: Desk) -> None:
    desk.write(NOTE.format(company='"[[Acme|the firm]]"', day="2026-11-03"), "one.md")
    desk.write(NOTE.format(company='"[[Birch|the firm]]"', day="2026-11-12"), "two.md")
    notes = desk.sync("2026-11-13").notes
    assert [notes[name]["interviews"][0]["round"] for name in ("one.md", "two.md")] == [1, 1]
