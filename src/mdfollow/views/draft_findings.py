"""What a kind reader would say about the drafts of a note, each at its place in the note."""

from collections.abc import Iterator, Mapping, Sequence

from mdfollow.interview.model import AsTyped, Interview
from mdfollow.letters.critic import PRIVATE, Around, kept_private, private_words, review
from mdfollow.letters.facts import FACT_LIMIT
from mdfollow.letters.left_over import SLOT, Finding, open_slots
from mdfollow.letters.stock import every_fact
from mdfollow.letters.unused import TOO_LONG, UNUSED, brief, too_long, unused
from mdfollow.problem import Problem, Severity
from mdfollow.sync.result import InterviewReport, NoteReport, State, StepReport
from mdfollow.sync.standing import Letter
from mdfollow.views.neighbours import Neighbours
from mdfollow.views.standing import standing

OPEN = frozenset({State.OPEN, State.EDITED})


def draft_findings(report: NoteReport, neighbours: Neighbours) -> Iterator[Problem]:
    """Hints on every draft of `report` whose task stands open; nothing on one that was sent."""
    for interview in standing(report):
        yield from _too_long(report.path, interview)
        if report.letters:
            yield from _of_interview(report, interview, neighbours)


def _of_interview(
    report: NoteReport, interview: InterviewReport, neighbours: Neighbours
) -> Iterator[Problem]:
    written = [step for step in interview.steps if step.desired.id in report.letters]
    for step in written:
        letter = _letter(report, step)
        if step.state in OPEN and not _is_passing(report, letter):
            found = review_step(report, interview.interview, step, neighbours)
            for each in _slots_as_one(found, letter.text):
                yield _problem(report.path, letter, each)
    yield from _unused(report, interview, written)


def review_step(
    report: NoteReport, interview: Interview, step: StepReport, neighbours: Neighbours
) -> tuple[Finding, ...]:
    """What the critic says of one draft; ours as we wrote it is read for slots and private words.

    What she asked to be said word for word is hers to say.
    """
    text = _letter(report, step).text
    circle = neighbours.circle(interview, step.desired.given)
    kept = kept_private(text, every_fact(interview))
    if step.state is State.OPEN:
        spoken = " ".join(_as_typed(interview))
        private = (
            each
            for each in private_words(text, circle)
            if text[each.start : each.end] not in spoken
        )
        return _apart([*kept, *open_slots(text), *private])
    near, far = neighbours.letters(report, step)
    around = Around(circle, near, far, interview.discussed)
    said = review(step.desired.step.kind, text, facts=step.desired.given, around=around)
    return _apart([*kept, *said])


def _apart(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Findings in order; of two about the same words as private the first alone is kept."""
    left: list[Finding] = []
    for each in found:
        over = (e for e in left if e.code == each.code == PRIVATE)
        if not any(e.start < each.end and each.start < e.end for e in over):
            left.append(each)
    return tuple(sorted(left))


def _as_typed(interview: Interview) -> Iterator[str]:
    yield from (fact for fact in every_fact(interview) if isinstance(fact, AsTyped))


def _is_passing(report: NoteReport, letter: Letter) -> bool:
    """Whether the next sync writes the draft anew anyway."""
    new = report.new.decode() if report.changed else ""
    return report.changed and not all(line in new for line in letter.text.split("\n"))


def _letter(report: NoteReport, step: StepReport) -> Letter:
    return report.letters[step.desired.id]


def _slots_as_one(found: Sequence[Finding], text: str) -> Iterator[Finding]:
    """One finding for all slots of a draft, at the first of them."""
    slots = [each for each in found if each.code == SLOT]
    if len(slots) < 2:
        yield from found
        return
    names = [text[each.start : each.end].replace("\\", "") for each in slots]
    listed = f"{', '.join(names[:-1])} and {names[-1]}"
    sentence = f"{listed} still wait for your words."
    way_out = "Put your own words in their places, or take the sentences out."
    first = Finding(slots[0].start, slots[0].end, SLOT, sentence, way_out)
    yield from sorted([first, *(each for each in found if each.code != SLOT)])


def _problem(path: str, letter: Letter, found: Finding) -> Problem:
    line, column = letter.place(found.start)
    stop = letter.text.find("\n", found.start)
    end = min(found.end, stop if stop >= 0 else len(letter.text))
    return Problem(
        path,
        line,
        column,
        found.code,
        found.sentence,
        found.way_out,
        Severity.HINT,
        line,
        column + end - found.start,
    )


def _unused(
    report: NoteReport, interview: InterviewReport, written: Sequence[StepReport]
) -> Iterator[Problem]:
    by_key: Mapping[str, StepReport] = {each.desired.step.key: each for each in written}
    hers = {
        key: _letter(report, each).text
        for key, each in by_key.items()
        if each.state is State.EDITED
    }
    if not hers:  # who got which fact is told only where a letter has no place for one
        return
    given = {each.desired.step.key: each.desired.given for each in interview.steps}
    for late in unused([each.desired.step for each in interview.steps], given, hers):
        letter = _letter(report, by_key[late.key])
        sentence = f"“{brief(late.item)}” is not in this letter: it is yours, so it stays as it is."
        way_out = "Add it in your own words, if you like."
        line, column = letter.place(0)
        yield Problem(report.path, line, column, UNUSED, sentence, way_out, Severity.HINT)


def _too_long(path: str, interview: InterviewReport) -> Iterator[Problem]:
    for key, start in dict.fromkeys(too_long(interview.interview)):
        yield Problem(
            path,
            interview.interview.line,
            1,
            TOO_LONG,
            f"“{start}” under `{key}` is longer than {FACT_LIMIT} characters; no letter takes it",
            "Put what the letter should say into one sentence.",
            Severity.HINT,
        )
