"""Say of fields that cannot be read whether the owner must hear of it."""

import re

from mdfollow.interview.evidence_words import (
    HANDS_OFF,
    INTERVIEW_KIND,
    KIND_KEYS,
    OTHER_SIDE,
    TEMPLATE_MARK,
)
from mdfollow.interview.fields import ALIASES, DATE_WITH_A_MARKER, EXPLICIT_DATE, fold
from mdfollow.interview.look import kind_words
from mdfollow.interview.paths import aside
from mdfollow.settings import Settings

_EXPLICIT = EXPLICIT_DATE | set(ALIASES["interviews"])
_MARKED = (*ALIASES["interview_date"], *DATE_WITH_A_MARKER)


def concerns(text: str, path: str = "", settings: Settings | None = None) -> bool:
    """Frontmatter that cannot be read looks like an interview's, so that it is reported.

    A company key and an interview key stand at line starts, and nothing speaks against it.
    """
    if settings and aside(path, settings):
        return False
    keys = dict(rows(text))
    if keys.get("mdfollow", "").strip() in HANDS_OFF or any(key in keys for key in OTHER_SIDE):
        return False
    company = [keys[key] for key in ALIASES["company"] if key in keys]
    dates = [value for key, value in keys.items() if key in _EXPLICIT]
    kinds = (kind_words(keys.get(key, "").strip().strip("\"'")) for key in KIND_KEYS)
    if any(map(INTERVIEW_KIND.fullmatch, kinds)):
        dates += [keys[key] for key in _MARKED if key in keys]
    marked = any(TEMPLATE_MARK.search(value) for value in company + dates)
    return bool(company and dates) and not marked


def rows(text: str) -> list[tuple[str, str]]:
    """Key and value of every line that begins like a field, the key folded."""
    found = []
    for row in re.split(r"\r\n|\n|\r", text):
        name, mark, value = row.partition("=" if "=" in row.partition(":")[0] else ":")
        if mark and row[:1] not in " \t#-":
            found.append((fold(name.strip().strip("\"'")), value))
    return found
