"""Whose state comment is it? Decided over the whole vault before anything is planned."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum

from mdfollow.interview.names import company_key
from mdfollow.record import dataclass
from mdfollow.sync.copies import originals
from mdfollow.sync.standing import Home
from mdfollow.sync.trace import Trace, note_key


class Standing(Enum):
    """How a home stands to the comments in it."""

    OWNER = "owner"
    """It has a trace of its own."""
    NEVER = "never"
    """It was never planned (or cleared of all of ours)."""
    DUPLICATE = "duplicate"
    """A copy made for another interview (17): it gets a key and a plan of its own."""
    COPY = "copy"
    """A copy of the same interview (18): reported, left alone."""
    STRANGE = "strange"
    """Ids of ours without a comment: cut, or from elsewhere (16, 21)."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a home owns: its key, its traces, and the ones that are foreign to it."""

    standing: Standing
    note: str
    traces: tuple[Trace, ...] = ()
    foreign: tuple[Trace, ...] = ()
    original: str = ""
    """For copies: the path of the note it was copied from."""


Place = tuple[str, int]
"""Path and place of a home."""


def claims(
    homes: Sequence[Home], held: Callable[[str], bool] = lambda _: False
) -> dict[Place, Claim]:
    """One claim per home, keyed by path and place.

    `held` tells of keys that stand in other notes than those of `homes`.
    """
    mints = {_place(home): mint(home) for home in homes}
    keys = _given(homes, mints, held)
    owners = _owners(homes, mints)
    companies = {_place(home): _companies(home) for home in homes}
    copied = originals(homes)
    return {
        place: Claim(Standing.COPY, keys[place], (), home.traces, copied[place])
        if place in copied
        else _claim(home, keys[place], owners, companies)
        for place, home in ((_place(home), home) for home in homes)
    }


def mint(home: Home, salt: str = "") -> str:
    """The key a home would be given: from the first facts of what it tells."""
    first = min(home.interviews, key=lambda interview: interview.day)
    return note_key(home.stem, first.company, first.day, salt)


def _companies(home: Home) -> frozenset[str]:
    return frozenset(company_key(interview.company) for interview in home.interviews)


def _given(
    homes: Sequence[Home], mints: Mapping[Place, str], held: Callable[[str], bool]
) -> dict[Place, str]:
    """The key each home would get: minted from its first facts, never one of another's."""
    here = {t.note for home in homes for t in home.traces}
    keys: dict[Place, str] = {}
    taken: set[str] = set()
    for home in sorted(homes, key=lambda home: (not home.traces, home.path, home.place)):
        key = mints[_place(home)]
        if not any(t.note == key for t in home.traces):
            salt = 1
            while key in taken or (not home.loose and (key in here or held(key))):
                salt += 1
                key = mint(home, str(salt))
        taken.add(key)
        keys[_place(home)] = key
    return keys


def _owners(homes: Sequence[Home], mints: Mapping[Place, str]) -> dict[str, Place]:
    """Which home owns each note key: the only holder, else by date, else by hash, else by path."""
    holders: dict[str, list[Home]] = {}
    bare: dict[str, frozenset[str]] = {}
    for home in homes:
        for note in dict.fromkeys(t.note for t in home.traces):
            holders.setdefault(note, []).append(home)
        if not home.traces:
            mint_ = mints[_place(home)]
            bare[mint_] = bare.get(mint_, frozenset()) | _companies(home)
    owners = {}
    for note, group in holders.items():
        group.sort(key=_place)
        dated = [home for home in group if _dated(home, note)]
        minted = [home for home in group if mints[_place(home)] == note]
        alike = any(bare.get(note, frozenset()) & _companies(home) for home in dated)
        if len(group) == 1 and note in bare and not minted and not alike:
            continue  # it was minted for a note that has lost it: this one only carries it
        fitting = [h for h in minted if h in dated] or (dated if dated else minted) or group
        owners[note] = _place(fitting[0])
    return owners


def _place(home: Home) -> Place:
    return home.path, home.place


def _dated(home: Home, note: str) -> bool:
    """Whether an interview's day stands among the tags of the comment."""
    days = {interview.day for interview in home.interviews}
    return any(day in days for t in home.traces if t.note == note for day in t.tags.values())


def _claim(
    home: Home,
    key: str,
    owners: Mapping[str, Place],
    companies: Mapping[Place, frozenset[str]],
) -> Claim:
    mine = [t for t in home.traces if owners.get(t.note) == _place(home)]
    if mine:
        own = _best(home, mine, key)
        traces = tuple(t for t in mine if t.note == own)
        return Claim(Standing.OWNER, own, traces, tuple(t for t in home.traces if t.note != own))
    foreign = home.traces
    for trace in foreign:
        owner = owners.get(trace.note)
        if owner and _dated(home, trace.note) and companies[owner] & _companies(home):
            return Claim(Standing.COPY, key, (), foreign, owners[trace.note][0])
    copied = [t for t in foreign if t.note in owners and _holds(home, t)]
    if copied:
        return Claim(Standing.DUPLICATE, key, (), foreign, owners[copied[0].note][0])
    return _without(home, key, foreign)


def _without(home: Home, key: str, foreign: tuple[Trace, ...]) -> Claim:
    """A home without a comment of its own: never planned, or cut."""
    theirs = {name for trace in foreign for name in trace.bases}
    ours = home.loose - theirs
    if not ours:
        return Claim(Standing.NEVER, key, (), foreign)
    return Claim(Standing.STRANGE, key, (), foreign)


def _holds(home: Home, trace: Trace) -> bool:
    """Whether the comment came with its work: a copy of a note, not a comment alone."""
    return not home.loose or bool(home.loose & set(trace.bases))


def _best(home: Home, mine: Iterable[Trace], key: str) -> str:
    """The comment to go by where a home owns several: its date, then its hash, then the first."""
    return min(
        (trace.note for trace in mine),
        key=lambda note: (not _dated(home, note), note != key),
    )
