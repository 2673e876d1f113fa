"""Which reader a note gets, by how its name ends."""

from collections.abc import Callable

from mdfollow.problem import Problem
from mdfollow.settings import Settings
from mdfollow.surroundings import Surroundings
from mdfollow.sync.markdown_page import open_markdown
from mdfollow.sync.org_page import open_org
from mdfollow.sync.standing import Page

Opened = Page | tuple[Problem, ...]
"""A page, or the problems of a note that cannot be read; none for a note of another kind."""

READERS: dict[str, Callable[[str, bytes, Settings, Surroundings], Opened]] = {
    ".md": open_markdown,
    ".markdown": open_markdown,
    ".org": open_org,
}


def open_page(path: str, data: bytes, settings: Settings, surroundings: Surroundings) -> Opened:
    """Read one note."""
    suffix = "." + path.rpartition(".")[2].lower()
    reader = READERS.get(suffix)
    return reader(path, data, settings, surroundings) if reader else ()
