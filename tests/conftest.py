"""What every run of the tests has in common: how often properties are tried, what is measured."""

import os
import sys

import pytest
from hypothesis import HealthCheck, settings

# Commands that tests start find their modules compiled, as everybody's mdfollow does: where this
# is set, compiling took most of their time.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Neither says anything of time: a loaded machine must not fail a test that a quiet one passes.
for _name, _examples, _same in (("every-run", 40, True), ("long", 2000, False)):
    settings.register_profile(
        _name,
        max_examples=_examples,
        derandomize=_same,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile("every-run")

UNMEASURED = (
    *("tests/fuzz/", "tests/laws/", "tests/vault/", "tests/watch/", "tests/weeks/"),
    *("tests/letters/test_critic", "tests/letters/test_letters_variety"),
    *("tests/letters/test_own_drafts", "tests/merge/test_two_copies", "tests/pages/test_page_laws"),
    *("tests/etiquette/test_plan_properties", "tests/etiquette/test_plan_settles"),
)
"""Tests that go where others went already: the core is measured by the rest, at half the time."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    wanted = "stress" in config.getoption("markexpr")
    for item in items:
        if item.nodeid.startswith(UNMEASURED):
            item.add_marker("no_cover")
        if not wanted and item.get_closest_marker("stress"):
            item.add_marker(pytest.mark.skip(reason="takes minutes: -m stress"))
