"""What every run of the tests has in common: how often properties are tried, what is measured."""

import gc
import os
import sys
from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings

# Commands that tests start find their modules compiled, as everybody's mdfollow does: where this
# is set, compiling took most of their time.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Neither says anything of time: a loaded machine must not fail a test that a quiet one passes.
for _name, _examples, _same in (("every-run", 25, True), ("long", 2000, False)):
    settings.register_profile(
        _name,
        max_examples=_examples,
        derandomize=_same,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
settings.load_profile("every-run")

MEASURED = (
    *("tests/dialects/", "tests/document/", "tests/interview/", "tests/views/"),
    *("tests/letters/test_frames.", "tests/letters/test_gate", "tests/letters/test_letters_limits"),
    *("tests/letters/test_letters_names", "tests/letters/test_unseen_letters"),
    *("tests/logseq/test_logseq_pages", "tests/etiquette/test_applications"),
    *("tests/etiquette/test_edges", "tests/etiquette/test_rules"),
    *("tests/merge/test_changes", "tests/merge/test_golden", "tests/merge/test_letters_checked"),
    *("tests/merge/test_table", "tests/org/test_org_interviews"),
    *("tests/pages/test_page_moved", "tests/pages/test_page_proof"),
    *("tests/calendars/test_calendar.", "tests/cli/test_agenda", "tests/cli/test_check"),
    *("tests/cli/test_dashboard.", "tests/cli/test_fixes", "tests/cli/test_init."),
    *("tests/cli/test_judgements", "tests/cli/test_json", "tests/cli/test_person_notes"),
    *("tests/docs/test_dashboard_page", "tests/docs/test_fi"),
)
"""Tests that reach nearly all of the core. Measuring doubles their time, so the rest go without:
where only one of those goes, it is named here."""


LONG = ("tests/weeks/", "tests/merge/test_two_copies", "tests/letters/test_own_drafts")
"""Single tests of many seconds: they come first, else one of two workers waits for the last."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Measure a test and its fixtures, or neither: `no_cover` would measure the fixtures."""
    measuring = getattr(item.config.pluginmanager.getplugin("_cov"), "cov_controller", None)
    if measuring is None or item.nodeid.startswith(MEASURED):
        return (yield)
    measuring.pause()
    try:
        return (yield)
    finally:
        measuring.resume()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    wanted = "stress" in config.getoption("markexpr")
    for item in items:
        if not wanted and item.get_closest_marker("stress"):
            item.add_marker(pytest.mark.skip(reason="takes minutes: -m stress"))
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))


def pytest_collection_finish() -> None:
    """Set thousands of tests aside: every collection of garbage looked through them, to no end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: a fifth of the time a test waits for another program."""
    return (os.cpu_count() or 1) + 1
