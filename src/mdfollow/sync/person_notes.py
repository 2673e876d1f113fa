"""Linked people as their own notes know them: in what is shown, never in what is written.

A line that stands would be written back by a machine without those notes (decision 0402).
"""

from collections.abc import Iterable, Mapping, Sequence

from mdfollow.document import frontmatter
from mdfollow.etiquette.model import Remark
from mdfollow.etiquette.remarks import Code
from mdfollow.interview.model import Person
from mdfollow.interview.person_notes import filled, read_person_note
from mdfollow.problem import Problem
from mdfollow.record import replace
from mdfollow.sync.result import InterviewReport, NoteReport, StepReport


def found(link: str, paths: Sequence[str]) -> str:
    """The one note a link means: that very path, else the only one of that name, else none."""
    target = link.casefold()
    ends = [path for path in paths if _stem(path) == target or _stem(path).endswith(f"/{target}")]
    exact = [path for path in ends if _stem(path) == target]
    chosen = exact or ends
    return chosen[0] if len(chosen) == 1 else ""


def _stem(path: str) -> str:
    return path.rpartition(".")[0].casefold()


def person_of(link: str, path: str, data: bytes) -> Person | None:
    """Whom a note tells of; None for a note that is nobody's or cannot be read."""
    block = frontmatter.find(data)
    mapping = frontmatter.fields(block, path) if block else None
    if mapping is None or isinstance(mapping, Problem):
        return None
    return read_person_note(mapping, link.rpartition("/")[2].lstrip("@"))


def with_people(
    reports: tuple[NoteReport, ...], people: Mapping[str, Person]
) -> tuple[NoteReport, ...]:
    """The reports with every linked person known as well as her own note knows her."""
    return tuple(
        replace(report, interviews=tuple(_interview(each, people) for each in report.interviews))
        for report in reports
    )


def _interview(report: InterviewReport, people: Mapping[str, Person]) -> InterviewReport:
    if not any(person.linked in people for person in report.interview.people):
        return report
    known = tuple(filled(person, people) for person in report.interview.people)
    return replace(
        report,
        interview=replace(report.interview, people=known),
        steps=tuple(_step(step, people) for step in report.steps),
        remarks=tuple(_remark(remark, known) for remark in report.remarks),
    )


def _step(report: StepReport, people: Mapping[str, Person]) -> StepReport:
    step = report.desired.step
    if step.person is None or step.person.linked not in people:
        return report
    step = replace(step, person=filled(step.person, people))
    return replace(report, desired=replace(report.desired, step=step))


def _remark(remark: Remark, people: Iterable[Person]) -> Remark:
    """PPL-2: what is known of the two she writes to."""
    if remark.code != Code.WHO_THEY_ARE or "You noted: " in remark.sentence:
        return remark
    person = next((p for p in people if p.known and f" of {p.name}?" in remark.sentence), None)
    if person is None:
        return remark
    return replace(remark, sentence=f"{remark.sentence} You noted: {'; '.join(person.known)}.")
