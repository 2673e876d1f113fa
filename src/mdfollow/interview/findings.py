"""All problems of one note, gathered while its fields are read."""

from mdfollow.problem import Problem, Severity
from mdfollow.value import Place


class Findings:
    """Problems of the note at `path`; lives as long as one reading."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def error(self, code: str, place: Place, sentence: str, way_out: str = "") -> None:
        """A value that is there but cannot be read."""
        self._add(code, place, sentence, way_out, Severity.ERROR)

    def warning(self, code: str, place: Place, sentence: str, way_out: str = "") -> None:
        """Values that contradict each other."""
        self._add(code, place, sentence, way_out, Severity.WARNING)

    def hint(self, code: str, place: Place, sentence: str, way_out: str = "") -> None:
        """Something that could be better."""
        self._add(code, place, sentence, way_out, Severity.HINT)

    def sorted(self) -> tuple[Problem, ...]:
        """By place in the note, each once."""
        return tuple(sorted(set(self.problems)))

    def _add(self, code: str, place: Place, sentence: str, way_out: str, how: Severity) -> None:
        problem = Problem(self.path, place.line, place.column, code, sentence, way_out, how)
        self.problems.append(problem)
