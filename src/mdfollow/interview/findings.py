"""All problems of one note, gathered while its fields are read."""

from mdfollow.problem import Fix, Problem, Severity
from mdfollow.value import Place


class Findings:
    """Problems of the note at `path`; lives as long as one reading."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def error(self, code: str, place: Place, sentence: str, way_out: str = "") -> None:
        """A value that is there but cannot be read."""
        self._add(code, place, sentence, way_out, Severity.ERROR)

    def meant(
        self, code: str, place: Place, sentence: str, way_out: str, old: str, new: str
    ) -> None:
        """A hint with its mend: `old`, which stands at `place`, was meant to be `new`."""
        fix = Fix(place.line, place.column, old, new)
        self._add(code, place, sentence, way_out, Severity.HINT, (fix,) if old and new else ())

    def warning(self, code: str, place: Place, sentence: str, way_out: str = "") -> None:
        """Values that contradict each other."""
        self._add(code, place, sentence, way_out, Severity.WARNING)

    def hint(self, code: str, place: Place, sentence: str, way_out: str = "") -> None:
        """Something that could be better."""
        self._add(code, place, sentence, way_out, Severity.HINT)

    def sorted(self) -> tuple[Problem, ...]:
        """By place in the note, each once."""
        return tuple(sorted(set(self.problems)))

    def _add(
        self,
        code: str,
        place: Place,
        sentence: str,
        way_out: str,
        severity: Severity,
        fix: tuple[Fix, ...] = (),
    ) -> None:
        line, column = place.line, place.column
        self.problems.append(
            Problem(self.path, line, column, code, sentence, way_out, severity, fix=fix)
        )
