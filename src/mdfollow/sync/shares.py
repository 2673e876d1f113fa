"""What each step's words are made of, found out when somebody asks.

What stands as it was left is known by its remembered fingerprint, so that a run with nothing to
write judges no fact and hands none out. All else comes from `allotting`, over the whole family.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from mdfollow.digest import fingerprint
from mdfollow.etiquette.model import Mark, Step, Want
from mdfollow.letters.facts import Facts
from mdfollow.letters.kept import NOTHING, Held, Kept, kept
from mdfollow.record import cached_property, dataclass
from mdfollow.sync.known import Known
from mdfollow.sync.merge import GONE, TICKED, untouched
from mdfollow.sync.trace import Base

if TYPE_CHECKING:
    from mdfollow.sync.allotting import Allotted
    from mdfollow.sync.result import Vault


@dataclass(frozen=True)
class Letters:
    """The letters of one family of notes: all that facts are handed out by."""

    homes: Sequence[Known]
    steps: Mapping[str, Sequence[Step]]
    vault: "Vault"

    @cached_property
    def allotted(self) -> Mapping[str, "Allotted"]:
        """What every letter is made of, by the name of its home."""
        from mdfollow.sync.allotting import allotted

        return allotted(self.homes, self.steps, self.vault)


@dataclass(frozen=True)
class Share:
    """What one step gets; equal to another that comes to the same.

    `kept` and `noted` are its facts and their fingerprint, where they are known to stand;
    `written` is the wording of the letter it had.
    """

    letters: Letters
    home: str
    key: str
    occasion: str
    kept: Facts | None = None
    noted: str | None = None
    written: int | None = None

    @property
    def facts(self) -> Facts:
        """The facts its words are made of."""
        return self.letters.allotted[self.home].facts[self.key] if self.kept is None else self.kept

    @property
    def variant(self) -> int:
        """The wording of its letter."""
        if self.written is not None:
            return self.written
        return self.letters.allotted[self.home].variants[self.key]

    @cached_property
    def text(self) -> str:
        """The fingerprint of its facts."""
        return printed(self.facts, self.occasion) if self.noted is None else self.noted

    def __eq__(self, other: object) -> bool:
        """Compare what it comes to, which hands the facts out."""
        if not isinstance(other, Share):
            return NotImplemented
        return (self.key, self.text, self.facts, self.variant) == (
            *(other.key, other.text, other.facts, other.variant),
        )

    def __hash__(self) -> int:
        return hash((self.home, self.key))


def printed(facts: Facts, occasion: str) -> str:
    """The fingerprint of a step's facts; `occasion` tells its interview from the note's others."""
    named = (f"occasion={occasion}",) if occasion else ()
    return fingerprint("\n".join((*facts.lines(), *named)))


def shares(
    home: Known,
    steps: Sequence[Step],
    planned: Sequence[Step],
    letters: Letters,
    occasions: Mapping[str, str],
    drafted: Mapping[str, bool],
) -> dict[str, Share]:
    """By step key what each step of a home gets.

    `planned` are the `steps` with what she made before a plan stood; `occasions` by tag;
    `drafted`: whether a step is to have a letter now.
    """
    found: dict[str, Share] = {}
    new = {step.tag for step in planned if _is_new(home, step, drafted=drafted[step.key])}
    for tag in dict.fromkeys(step.tag for step in steps):
        group = [step for step in steps if step.tag == tag]
        writing = home.rebuilt or tag in new
        known = None if writing else _kept(home, group, occasions[tag])
        known = known or Kept()
        for step in group:
            base = home.base(step.key)
            found[step.key] = Share(
                letters,
                home.name,
                step.key,
                occasions[tag],
                known.facts.get(step.key),
                base.facts if base and step.key in known.standing else None,
                base.variant if base else None,
            )
    return found


def _kept(home: Known, group: Sequence[Step], occasion: str) -> Kept | None:
    """What stands of one interview of which nothing new is to be written."""
    following = {
        step.key: base
        for step in group
        if (base := home.base(step.key)) and _follows(home, base, step)
    }
    noted = {key: base.facts for key, base in following.items()}
    written = {key for key, base in following.items() if base.draft}
    holding = {step.key: held(home, step) for step in group}
    if not following and all(each is NOTHING for each in holding.values()):
        return Kept()  # nothing of it was ever written
    everything = holding | left(home, group[0].tag, holding)
    return kept(group, everything, noted, written, lambda facts: printed(facts, occasion))


def _is_new(home: Known, step: Step, *, drafted: bool) -> bool:
    """Whether the step, or its letter, is to be written."""
    base = home.base(step.key)
    if base is None or (base.over and base.id not in home.actual):
        return step.want is Want.WRITE
    unwritten = not base.draft or base.variant is None
    return drafted and unwritten and _follows(home, base, step)


def _follows(home: Known, base: Base, step: Step) -> bool:
    """Whether the task stands so that new facts would change it."""
    actual = home.actual.get(base.id)
    if actual is None or base.over or step.want is not Want.WRITE:
        return False
    return actual.mark not in TICKED and not actual.touched


def held(home: Known, step: Step) -> Held:
    """What the note holds for one step."""
    base = home.base(step.key)
    actual = home.actual.get(base.id) if base else None
    if base is None or (base.over and actual is None):
        return NOTHING  # what was let go told nobody anything
    standing = home.home.drafts.get(base.id)
    if step.want in GONE and untouched(base, actual, standing):
        return NOTHING  # it goes now, and its items with it
    frozen = actual is None or actual.mark is not Mark.OPEN or actual.touched
    return Held(base.use, not frozen and (not base.draft or standing == base.draft))


def left(home: Known, tag: str, planned: Mapping[str, Held]) -> dict[str, Held]:
    """Drafts that stay though nobody plans them any more: what they say is said (row 14)."""
    return {
        base.key: Held(base.use, open=False)
        for base in home.trace.bases.values()
        if base.tag == tag
        and base.key not in planned
        and not untouched(base, home.actual.get(base.id), home.home.drafts.get(base.id))
    }
