"""Notes and folders that cannot be read for now: each reason is said once for all of them."""

from collections.abc import Iterable

from mdfollow.problem import Problem
from mdfollow.views.sync_lines import likewise
from mdfollow.watch.lines import Level, Line, Say, problem_words
from mdfollow.watch.refusals import Look, Refusals


class Unread:
    """By path; of a folder that is closed to her, the folder's."""

    def __init__(self, look: Look, say: Say) -> None:
        self._refusals, self._say = Refusals(look), say
        self._met: set[str] = set()

    def found(self, problems: Iterable[Problem], now: float) -> None:
        """These could not be read."""
        news: dict[str, list[Problem]] = {}
        for each in problems:
            if each.path not in self._met and self.covers(each.path):
                continue  # its folder was told
            if self._refusals.refuse(each.path, b"", each.sentence, now):
                news.setdefault(each.sentence, []).append(each)
        for first, *others in news.values():
            what = problem_words(first) + likewise(len(others))
            self._say(Line(Level.NOTICE, "problem", what, first.path))

    def scanned(self, problems: Iterable[Problem], now: float) -> None:
        """A whole look at the vault met these, and no other closed folder."""
        met = list(problems)
        for path in self._met - {each.path for each in met}:
            self.forget(path)
        self._met = {each.path for each in met}
        self.found(met, now)

    def covers(self, path: str) -> bool:
        """Whether this or a folder around it is among them."""
        if "." in self._met or path in self._refusals:
            return True
        return any(path.startswith(folder + "/") for folder in self._met)

    def forget(self, path: str) -> None:
        """It was read, or it is gone."""
        self._refusals.forget(path)

    def due(self, now: float) -> list[str]:
        """Those to be looked at again."""
        return self._refusals.due(now)

    def next(self) -> float | None:
        """When to ask `due` again."""
        return self._refusals.next()
