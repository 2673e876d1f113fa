"""Public holidays for `days_off`, copied once: two machines must not disagree about them later."""

from collections.abc import Mapping
from datetime import date
from importlib import import_module

from mdfollow.problem import MdfollowError

YEARS = 3
"""This year and the next ones."""
MISSING = (
    "--holidays needs one more package; add it with `pipx inject mdfollow holidays` "
    "(or pip install 'mdfollow[holidays]'), or list your `days_off` in mdfollow.toml yourself."
)


def public_holidays(place: str, today: date) -> list[tuple[date, str]]:
    """The working days from `today` on that are public holidays in `US`, or in `US-CA`.

    Raises MdfollowError where the package is missing or does not know the place.
    """
    try:
        package = import_module("holidays")
    except ImportError:
        raise MdfollowError(MISSING) from None
    country, _, part = place.upper().replace("_", "-").partition("-")
    years = range(today.year, today.year + YEARS)
    try:
        found: Mapping[date, str] = package.country_holidays(country, part or None, years)
    except (NotImplementedError, AttributeError, ValueError):
        raise MdfollowError(
            f"--holidays takes a country such as US, or one with its region such as US-CA; "
            f"{place!r} is not among those it knows."
        ) from None
    days = sorted((day, str(name)) for day, name in found.items())
    return [(day, name) for day, name in days if day >= today and day.weekday() < 5]
