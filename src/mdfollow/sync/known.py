"""What a home remembers, fitted to what its note says today: tags, renames, history."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from mdfollow.etiquette.model import Entry, Mark, Past, Window
from mdfollow.interview.model import Interview
from mdfollow.interview.names import renamed
from mdfollow.record import cached_property, dataclass, replace
from mdfollow.sync.claims import Claim, Standing
from mdfollow.sync.merge import most_advanced, same
from mdfollow.sync.standing import Actual, Away, Home
from mdfollow.sync.trace import Base, Trace, step_id, union

NOWHERE: Mapping[str, Sequence[Away]] = {}
THANK = "thank:"
ATTEMPT = "attempt:"
ASKED = "asked"
"""`over=` of an ask that a letter asked (ASK-2)."""
NOBODY = "whoever"
MOST_ATTEMPTS = 8
"""Attempts looked for when a cut comment is rebuilt: the cap of four, twice re-anchored."""


@dataclass(frozen=True)
class Known:
    """A home with its trace as it applies today.

    `trace` is the note's own (empty when never planned), its bases keyed and dated for today's
    names and ticks; `stored` is it as it stands, None without one. `interviews` has one entry a
    tag, `actual` one task an id, the most advanced of twins.
    """

    home: Home
    claim: Claim
    trace: Trace
    stored: Trace | None
    interviews: Mapping[str, Interview]
    actual: Mapping[str, Actual]
    rebuilt: bool = False
    """The comment was cut while its work still stands (merge-cases 21)."""
    again: bool = False
    """What is missing was not deleted for good: it is written anew."""

    @property
    def name(self) -> str:
        """Unique over the vault, sorted like the paths."""
        return self.home.name

    def base(self, key: str) -> Base | None:
        """What is remembered of a step."""
        return self._by_key.get(key)

    @cached_property
    def _by_key(self) -> dict[str, Base]:
        return {base.key: base for base in reversed([*self.trace.bases.values()])}

    def entries(self) -> tuple[Entry, ...]:
        """The home's interviews with their history, as the plan takes them."""
        return tuple(
            Entry(self.name, tag, interview, self._history(tag))
            for tag, interview in self.interviews.items()
        )

    def _history(self, tag: str) -> dict[str, Past]:
        return {
            base.name: _past(base, self.actual.get(base.id))
            for base in self.trace.bases.values()
            if base.tag == tag
        }


def known(
    home: Home,
    claim: Claim,
    today: date,
    *,
    again: bool,
    away: Mapping[str, Sequence[Away]] = NOWHERE,
) -> Known:
    """Fit what `home` remembers to today's names, dates and ticks.

    `again` forgets deletions, so that what she cleared is written anew. `away` are tasks that
    stand in other files.
    """

    def stands(base: Base) -> bool:
        return any(same(actual, base) for actual in home.actual.get(base.id, ()))

    stored = union(claim.traces, stands) if claim.traces else None
    trace = stored or Trace(claim.note, "")
    rebuilt = is_rebuilt(home, claim)
    if rebuilt:
        trace = replace(trace, bases=_found(home, claim))
    tags = _tags(trace, home.interviews)
    interviews = {tag: interview for tag, interview in tags if interview is not None}
    bases = [base for base in trace.bases.values() if not again or _present(base, home)]
    bases = _renamed(bases, interviews)
    by_id = {base.id: base for base in bases}
    actual = {name: most_advanced(twins, by_id.get(name)) for name, twins in home.actual.items()}
    moved = {} if again else _moved(bases, actual, away)
    actual |= moved
    bases = [_seen(base, actual.get(base.id)) for base in bases]
    counted = {base.id: _counted(base, actual.get(base.id), today) for base in bases}
    days = {tag: interview.day if interview else trace.tags[tag] for tag, interview in tags}
    if days != trace.tags or counted != trace.bases:
        trace = replace(trace, tags=days, bases=counted)
    return Known(home, claim, trace, stored, interviews, actual, rebuilt, again)


def _moved(
    bases: Sequence[Base], actual: Mapping[str, Actual], away: Mapping[str, Sequence[Away]]
) -> dict[str, Actual]:
    """Tasks she moved to files that are not their own plan's: where last seen, else the first."""
    found = {}
    for base in bases if away else ():
        others = [each.actual for each in away.get(base.id, ()) if not each.known]
        if base.id not in actual and others:
            found[base.id] = min(others, key=lambda each: (each.at != base.at, each.at))
    return found


def _seen(base: Base, actual: Actual | None) -> Base:
    """With the place where a task was seen last; none once it is back."""
    at = base.at if actual is None else actual.at
    return base if at == base.at else replace(base, at=at)


def planned_elsewhere(home: Home, claim: Claim, away: Mapping[str, Sequence[Away]]) -> Away | None:
    """A task of the plan that would be made here, in a file of no interview (19)."""
    if not away or claim.traces:
        return None
    ids = (step_id(claim.note, key) for key in _keys(home))
    found = (each for name in ids for each in away.get(name, ()) if not each.planned)
    return next((each for each in found if each.actual.at != home.path), None)


def is_rebuilt(home: Home, claim: Claim) -> bool:
    """Whether ids the plan would mint here still stand, though the comment was cut (21)."""
    return claim.standing is Standing.STRANGE and bool(_found(home, claim))


def _found(home: Home, claim: Claim) -> dict[str, Base]:
    """Steps whose minted ids stand in the note, as far as their lines tell."""
    bases = {}
    for key in _keys(home):
        task_id = step_id(claim.note, key)
        twins = home.actual.get(task_id)
        if twins:
            standing = most_advanced(twins, None)
            bases[task_id] = Base(task_id, key, standing.start, standing.due)
        elif task_id in home.drafts:
            bases[task_id] = Base(task_id, key)
    return bases


def _keys(home: Home) -> Iterator[str]:
    """The keys of all steps a first plan of this home could have."""
    days = sorted(home.interviews, key=lambda interview: interview.day)
    for number, interview in enumerate(days, 1):
        people = [THANK + person.slug for person in interview.people]
        attempts = [f"{ATTEMPT}{attempt}" for attempt in range(1, MOST_ATTEMPTS + 1)]
        for name in ("ask", *people, THANK + NOBODY, *attempts, "feedback"):
            yield f"i{number}/{name}"


def _present(base: Base, home: Home) -> bool:
    return base.id in home.actual or (base.done is not None and not base.over)


def _tags(trace: Trace, interviews: Sequence[Interview]) -> list[tuple[str, Interview | None]]:
    """Tags matched to interviews by date; one gone and one new are a corrected date."""
    left = sorted(interviews, key=lambda interview: interview.day)
    matched: dict[str, Interview | None] = {}
    for tag, day in trace.tags.items():
        fitting = next((each for each in left if each.day == day), None)
        matched[tag] = fitting
        if fitting is not None:
            left.remove(fitting)
    gone = [tag for tag, interview in matched.items() if interview is None]
    if len(gone) == 1 and len(left) == 1:
        matched[gone[0]] = left.pop()
    used = {base.tag for base in trace.bases.values()}
    matched = {tag: each for tag, each in matched.items() if each or tag in used}
    highest = max((int(tag[1:]) for tag in matched), default=0)
    for number, interview in enumerate(left, highest + 1):
        matched[f"i{number}"] = interview
    return list(matched.items())


def _renamed(bases: Sequence[Base], interviews: Mapping[str, Interview]) -> list[Base]:
    """Give a renamed person's step its new slug; the id stays (TY-7)."""
    result = list(bases)
    if not bases:
        return result
    for tag, interview in interviews.items():
        mine = [base for base in bases if base.tag == tag and base.name.startswith(THANK)]
        slugs = [base.name.removeprefix(THANK) for base in mine]
        current = {person.slug for person in interview.people}
        gone = [slug for slug in slugs if slug not in current]
        new = [person for person in interview.people if person.slug not in slugs]
        mails = {base.name.removeprefix(THANK): base.mail for base in mine if base.mail}
        names = renamed(gone, new, mails) if gone and new else {}
        for old, slug in names.items():
            key = f"{tag}/{THANK}{old}"
            result = [
                replace(base, key=f"{tag}/{THANK}{slug}") if base.key == key else base
                for base in result
            ]
    return result


def _counted(base: Base, actual: Actual | None, today: date) -> Base:
    """Record the day of a ticked attempt: its own date, else the day first seen (LOOP-2)."""
    if not base.name.startswith(ATTEMPT) or actual is None:
        return base
    if actual.mark is not Mark.DONE:
        return replace(base, done=None) if base.done else base
    return replace(base, done=actual.made or base.done or today)


def _past(base: Base, actual: Actual | None) -> Past:
    if actual is None:
        if base.over:
            mark = Mark.ASKED if base.over == ASKED else Mark.LET_GO
            return Past(mark, base.done, due=base.due, asks=base.asks)
        gone = Mark.OPEN if base.at else Mark.DELETED
        mark = Mark.DONE if base.done else gone
        return Past(mark, base.done, asks=base.asks)
    done = (base.done or actual.made) if actual.mark is Mark.DONE else None
    return Past(actual.mark, done, _own_window(base, actual), asks=base.asks)


def _own_window(base: Base, actual: Actual) -> Window | None:
    """The dates she gave the line; None where they are ours or there are none."""
    if (actual.start, actual.due) == (base.start, base.due):
        return None
    days = [day for day in (actual.start, actual.due) if day]
    return Window(min(days), max(days)) if days else None
