"""What a calendar remembers: whose it is, and what was put there.

Without it an entry that she deleted would come back at every run.
"""

from collections.abc import Iterable

from mdfollow.calendar.fates import Fate, Outcome
from mdfollow.digest import digest
from mdfollow.record import dataclass

_GONE = frozenset({Fate.REMOVED, Fate.TAKEN})


@dataclass(frozen=True, slots=True)
class Known:
    """`vault` is a digest of the vault's name, empty in a new calendar."""

    vault: str = ""
    uids: frozenset[str] = frozenset()


def vault_print(name: str) -> str:
    """What a vault is known by in its calendar."""
    return digest(name)


def read_known(text: str) -> Known:
    """What `known_lines` wrote; nothing known from anything else."""
    first, *uids = text.split() or [""]
    if not first.startswith("vault="):
        return Known()
    return Known(first.removeprefix("vault="), frozenset(uids))


def known_lines(known: Known) -> list[str]:
    """A line for the vault, one for each entry."""
    return [f"vault={known.vault}", *sorted(known.uids)]


def known_after(vault: str, outcomes: Iterable[Outcome]) -> Known:
    """What there is to remember once `outcomes` are carried out."""
    return Known(vault, frozenset(each.uid for each in outcomes if each.fate not in _GONE))
