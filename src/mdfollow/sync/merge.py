"""The merge of three authors: what we last wrote, what stands there, what the plan says now.

Part by part (words, window, draft), by one table:

    base         actual       desired      outcome
    any          as desired   -            CONVERGE (base := desired)
    never ours   missing      any          ADD
    never ours   different    any          KEEP
    ours         missing      any          KEEP     (she deleted it; its draft as base goes along)
    ours         as base      different    MOVE     (in place)
    ours         as base      gone         REMOVE   (the whole task as base, nothing beneath)
    ours         edited       any          KEEP
    ours         ticked       any          KEEP     (and its date feeds the plan)
    over by us   missing      wanted again ADD      (`over=` in the state line)
    over by us   standing     any          KEEP     (she brought it back)
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from mdfollow.etiquette.model import Mark, Want
from mdfollow.etiquette.outcome import REMEMBERED, Reason
from mdfollow.record import dataclass, replace
from mdfollow.sync.standing import Actual, Change, Desired
from mdfollow.sync.trace import Base

TICKED = frozenset({Mark.DONE, Mark.CANCELLED})
GONE = frozenset({Want.DROP, Want.LATER})


class Fate(StrEnum):
    """What becomes of one part."""

    CONVERGE = "converge"
    ADD = "add"
    KEEP = "keep"
    MOVE = "move"
    REMOVE = "remove"


def part(base: object | None, actual: object | None, desired: object | None) -> Fate:
    """The table above for one part; None: never ours, missing, gone."""
    if actual is not None and actual == desired:
        return Fate.CONVERGE
    if base is None:
        return Fate.ADD if actual is None else Fate.KEEP
    if actual is None or actual != base:
        return Fate.KEEP
    if desired is None:
        return Fate.REMOVE
    return Fate.KEEP if desired == base else Fate.MOVE


@dataclass(frozen=True, slots=True)
class Merged:
    """What one step comes to: a change of the note, if any, and what to remember.

    `kept` says that a step the plan no longer wants stays for what she hung on it.
    """

    change: Change | None
    base: Base | None
    kept: bool = False


NOTHING = Merged(None, None)


def merge(
    base: Base | None, actual: Actual | None, draft: str | None, desired: Desired | None
) -> Merged:
    """Merge one step. `draft` is the fingerprint of the draft that stands, None without one.

    `desired` None: no such step is planned any more; a step of Want.DROP or LATER counts as gone.
    """
    want = desired.step.want if desired else Want.DROP
    if base is None:
        return _new(actual, draft, desired, want)
    if actual is None:
        if base.over and want is Want.WRITE:
            return _new(None, draft, desired, want)
        return _without(base, draft)
    if base.done and actual.mark is not Mark.DONE:
        base = replace(base, done=None)  # it goes when the box is open again
    if base.over:
        return Merged(None, base)
    if actual.mark in TICKED or actual.touched:
        return Merged(None, base, actual.touched and _is_gone(desired))
    if desired is None or want in GONE:
        return _gone(base, actual, draft, desired)
    return Merged(None, base) if want is Want.HOLD else _follow(base, actual, draft, desired)


def _without(base: Base, draft: str | None) -> Merged:
    """A task that stands nowhere any more takes its draft along, as far as we wrote it (53)."""
    if draft is None or draft != base.draft:
        return Merged(None, base)
    return Merged(Change(None, base.id, draft=True, remove=True), replace(base, draft=""))


def _new(actual: Actual | None, draft: str | None, desired: Desired | None, want: Want) -> Merged:
    if desired is None or want in GONE:
        return NOTHING
    if actual is None and want is not Want.WRITE:
        return NOTHING
    if actual and (actual.text, actual.start, actual.due) != (desired.text, *_days(desired)):
        return NOTHING
    stands = draft is not None and draft == desired.draft_text
    if actual is not None:
        return Merged(None, remembered(desired, stands))
    written = desired.new_draft is not None and draft is None
    change = Change(desired, desired.id, add=True, draft=written)
    return Merged(change, remembered(desired, written or stands))


def _days(desired: Desired) -> tuple[date, date]:
    return desired.step.window.start, desired.step.window.due


def _gone(base: Base, actual: Actual, draft: str | None, desired: Desired | None) -> Merged:
    if not untouched(base, actual, draft):
        return Merged(None, base, kept=_is_gone(desired))
    over = _remembered(desired)
    change = Change(None, base.id, line=actual.line, draft=True, remove=True, over=over)
    if desired is None or not over:
        return Merged(change, None)
    made = desired.step.made if over == "asked" else None
    return Merged(change, replace(base, over=over, due=desired.step.window.due, done=made))


def _remembered(desired: Desired | None) -> str:
    reason = desired.step.reason if desired else ""
    return REMEMBERED[Reason(reason)] if reason in REMEMBERED else ""


def _is_gone(desired: Desired | None) -> bool:
    """Whether a step is planned no more for a reason worth a word: time passes in silence."""
    return desired is None or (desired.step.want in GONE and not _remembered(desired))


def untouched(base: Base, actual: Actual | None, draft: str | None) -> bool:
    """Whether task and draft stand wholly as we wrote them: not wanted any more, they go."""
    if actual is None or actual.mark in TICKED or actual.touched or not actual.plain:
        return False
    whole = (base.text, base.start, base.due, base.draft)
    stands = (actual.text, actual.start, actual.due, base.draft if draft is None else draft)
    return part(whole, stands, None) is Fate.REMOVE


def _follow(base: Base, actual: Actual, draft: str | None, desired: Desired) -> Merged:
    new_facts = base.facts != desired.facts
    words = part(base.text, actual.text, desired.text if new_facts else base.text)
    window = part((base.start, base.due), (actual.start, actual.due), _days(desired))
    written, after = _draft(base, draft, desired, new_facts=new_facts)
    days = _days(desired) if window in {Fate.MOVE, Fate.CONVERGE} else (base.start, base.due)
    # the plan's words are looked at only where hers are others than ours were
    converged = actual.text != base.text and actual.text == desired.text
    text = desired.text if words is Fate.MOVE or converged else base.text
    # a draft that cannot be written now is to follow them later
    facts = base.facts if base.draft and desired.new_draft is None else desired.facts
    known = after.text, after.start, after.due, after.facts, after.mail
    if known != (text, *days, facts, desired.mail):
        start, due = days
        after = replace(after, text=text, start=start, due=due, facts=facts, mail=desired.mail)
    change = Change(
        desired,
        base.id,
        line=actual.line,
        words=words is Fate.MOVE,
        window=desired.step.window if window is Fate.MOVE else None,
        draft=written,
    )
    quiet = not (change.words or change.window or change.draft)
    return Merged(None if quiet else change, after)


def _draft(
    base: Base, draft: str | None, desired: Desired, *, new_facts: bool
) -> tuple[bool, Base]:
    """Whether the draft is written now, and the base with what is then known of it."""
    if desired.new_draft is None:
        return False, base
    as_noted = base.use == desired.use and base.variant is not None
    if base.draft and not new_facts and as_noted:
        return False, base  # nothing new to say: what stands there is not even rendered anew
    target = desired.draft_text if new_facts or not base.draft else base.draft
    fate = part(base.draft or None, draft, target)
    known = replace(
        base,
        draft=desired.draft_text,
        use=desired.use,
        variant=desired.variant,
        asks=desired.asks,
    )
    if fate in {Fate.ADD, Fate.MOVE}:
        return True, known
    if draft is not None and draft == desired.draft_text:
        # A letter that was written before `asks` was known says nothing of it, and stays so.
        return False, replace(known, asks=base.asks) if base.draft == draft else known
    return False, base


def remembered(desired: Desired, draft: bool) -> Base:
    """The base of a step that stands as desired; `draft`: its draft does, too."""
    start, due = _days(desired)
    return Base(
        id=desired.id,
        key=desired.step.key,
        start=start,
        due=due,
        text=desired.text,
        facts=desired.facts,
        draft=desired.draft_text if draft else "",
        variant=desired.variant if draft else None,
        use=desired.use if draft else (),
        mail=desired.mail,
        done=None,
        asks=draft and desired.asks,
    )


def most_advanced(twins: tuple[Actual, ...], base: Base | None) -> Actual:
    """Of several tasks with one id the one the plan goes by: done, cancelled, then as base."""
    order = {Mark.DONE: 0, Mark.CANCELLED: 1, Mark.OPEN: 2, Mark.DELETED: 3}
    return min(twins, key=lambda each: (order[each.mark], not same(each, base), each.line))


def same(actual: Actual, base: Base | None) -> bool:
    """Whether a task's words and dates stand as we wrote them."""
    if base is None:
        return False
    return (actual.text, actual.start, actual.due) == (base.text, base.start, base.due)


def fates(change: Change) -> dict[str, Fate]:
    """What becomes of each part of a step that is changed: `task`, `words`, `window`, `draft`."""
    if change.remove:
        return {"task": Fate.REMOVE} | ({"draft": Fate.REMOVE} if change.draft else {})
    had_draft = change.base is not None and bool(change.base.draft)
    moved = {
        "words": change.words,
        "window": change.window is not None,
        "draft": change.draft and had_draft,
    }
    found = {part: Fate.MOVE if moves else Fate.KEEP for part, moves in moved.items()}
    if change.add:
        found = {"task": Fate.ADD, "words": Fate.ADD, "window": Fate.ADD}
    if change.draft and not had_draft:
        found["draft"] = Fate.ADD
    return found


def joined(first: Sequence[Change], second: Sequence[Change]) -> tuple[Change, ...]:
    """The changes of two rounds, one for each step and line: it began as first, ends as second."""
    found = {(each.id, each.line if each.remove else 0): each for each in first}
    for each in second:
        place = each.id, each.line if each.remove else 0
        before = found.get(place)
        found[place] = (
            each
            if before is None or each.remove
            else replace(
                each,
                line=before.line,
                add=before.add,
                words=before.words or each.words,
                window=each.window or before.window,
                draft=before.draft or each.draft,
                base=before.base,
                actual=before.actual,
            )
        )
    return tuple(found.values())


def surplus(twins: tuple[Actual, ...], base: Base | None) -> tuple[Change, ...]:
    """Open twins as we wrote them, where another of the same id is ticked (merge-cases 27)."""
    if not any(each.mark in TICKED for each in twins):
        return ()
    return tuple(
        Change(None, each.id, line=each.line, remove=True)
        for each in twins
        if each.mark is Mark.OPEN and each.plain and not each.touched and same(each, base)
    )
