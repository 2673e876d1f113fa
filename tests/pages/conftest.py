"""A note of every kind, before and after its first plan."""

import pytest

from tests.pages.kinds import KINDS
from tests.pages.sheet import Sheet


@pytest.fixture(params=sorted(KINDS))
def sheet(request: pytest.FixtureRequest) -> Sheet:
    """A note without a plan."""
    return Sheet(KINDS[request.param])


@pytest.fixture
def planned(sheet: Sheet) -> Sheet:
    """A note with its first plan."""
    sheet.sync()
    return sheet
