"""What is wrong in the notes and the settings, each thing told when it is new and not again."""

from collections.abc import Callable, Sequence

from mdfollow.problem import Problem, Severity
from mdfollow.record import dataclass, field
from mdfollow.sync.result import NoteReport
from mdfollow.views.findings import findings
from mdfollow.watch.lines import Level, Line, Say, problem_words

_SETTINGS = ""
"""The path that problems of the settings are remembered under."""


@dataclass
class NewProblems:
    """Knows what it told last; what has gone is forgotten, and told anew should it come back."""

    say: Say
    _known: set[tuple[str, str]] = field(default_factory=set)
    _told: dict[str, NoteReport] = field(default_factory=dict)
    """The report of each note that was told of last: most stay the same (P7)."""

    def settings(self, sentence: str = "") -> None:
        """The settings do not fit; without a sentence they do."""
        if sentence and (_SETTINGS, sentence) not in self._known:
            self._known.add((_SETTINGS, sentence))
            what = f"{sentence} Until then the old ones count."
            self.say(Line(Level.NOTICE, "settings", what))
        if not sentence:
            self._known = {each for each in self._known if each[0] != _SETTINGS}

    def planned(self, reports: Sequence[NoteReport], waits: Callable[[str], bool]) -> None:
        """These notes were planned: tell what is new in those that do not wait."""
        fresh = [report for report in reports if self._told.get(report.path) is not report]
        fresh = [report for report in fresh if not waits(report.path)]
        self._told |= {report.path: report for report in fresh}
        self.tell([each for report in fresh for each in findings(report)], fresh)

    def tell(self, problems: Sequence[Problem], reports: Sequence[NoteReport] = ()) -> None:
        """Say the errors and warnings that were not there before; hints are for `check`.

        Of the notes of `reports`, `problems` are all there are.
        """
        planned = {report.path for report in reports}
        found = {(each.path, each.sentence): each for each in problems}
        stays = {each for each in self._known if each[0] not in planned or each in found}
        for key, problem in found.items():
            if problem.severity is not Severity.HINT and key not in stays:
                stays.add(key)
                self.say(Line(Level.NOTICE, "problem", problem_words(problem), problem.path))
        self._known = stays
