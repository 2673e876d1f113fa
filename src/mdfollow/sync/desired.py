"""The plan's steps as they would stand in a note: ids, words, drafts, fingerprints."""

from collections.abc import Sequence
from datetime import date

from mdfollow.digest import digest
from mdfollow.etiquette.model import Kind, Mark, Step, Want
from mdfollow.etiquette.outcome import Reason
from mdfollow.etiquette.why import spoken
from mdfollow.record import replace
from mdfollow.sync.known import Known
from mdfollow.sync.merge import GONE
from mdfollow.sync.new_draft import NewDraft
from mdfollow.sync.result import Vault
from mdfollow.sync.shares import Letters, Share, shares
from mdfollow.sync.standing import Desired, Page
from mdfollow.sync.titles import Title, Titles
from mdfollow.sync.trace import step_id

MAIL = 4
"""Characters of an address's fingerprint, kept to know a renamed person by."""


def desired(
    home: Known, steps: Sequence[Step], page: Page, vault: Vault, letters: Letters
) -> tuple[Desired, ...]:
    """All steps of one home as they would stand; drafts only where it is their time.

    Facts decide the words: the variant a person got stays, a new one differs from those in the
    note, and a draft she touched keeps the items it took.
    """
    drafts = home.home.wishes.drafts or vault.settings.drafts
    occasions = {tag: _occasion(home, tag) for tag in home.interviews}
    titles = Titles(steps, occasions, page.text_print)
    ids = _ids(home, steps)
    planned = [_as_made(home, step, ids[step.key], titles, page) for step in steps]
    wanted = {
        step.key: _draft_wanted(home, step, planned, drafts) and not _waits(step, vault)
        for step in planned
    }
    given = shares(home, steps, planned, letters, occasions, wanted)
    found = []
    for step in planned:
        key = step.key
        new = _new_draft(step, ids[key], given[key], page, vault) if wanted[key] else None
        found.append(Desired(step, ids[key], Title(titles, key), given[key], new, _mail(step)))
    return tuple(found)


def _as_made(home: Known, step: Step, task_id: str, titles: Titles, page: Page) -> Step:
    """The step, dropped where she made it before a plan stood (`_made_before`)."""
    made = _made_before(home, step, task_id, titles, page)
    return replace(step, want=Want.DROP, reason=Reason.MADE.value, made=made) if made else step


def _made_before(home: Known, step: Step, task_id: str, titles: Titles, page: Page) -> date | None:
    """Merge-cases 54: the day a ticked line of hers says that this thank-you was sent.

    After `remove` our words are hers: a thank-you that stands there ticked is not asked again.
    """
    known = home.base(step.key) is not None or task_id in home.actual
    if step.kind is not Kind.THANK or step.want is not Want.WRITE or known:
        return None
    days = page.ticked(titles.words[step.key])
    dated = [day for day in days if day is not None and day >= step.interview.day]
    sure = None in days and len(home.interviews) == 1 and not step.again
    return min(dated) if dated else step.window.due if sure else None


def _ids(home: Known, steps: Sequence[Step]) -> dict[str, str]:
    """Ids by step key: the remembered one, else minted, never one that is taken."""
    ids = {base.key: name for name, base in home.trace.bases.items()}
    taken = set(ids.values())
    for step in steps:
        if step.key in ids:
            continue
        minted, number = step_id(home.trace.note, step.key), 1
        while minted in taken:
            number += 1
            minted = step_id(home.trace.note, f"{step.key}-{number}")
        ids[step.key] = minted
        taken.add(minted)
    return ids


def _mail(step: Step) -> str:
    if step.kind is not Kind.THANK or step.person is None or not step.person.email:
        return ""
    return digest(step.person.email.casefold(), MAIL)


def _occasion(home: Known, tag: str) -> str:
    """What tells this interview's tasks from those of the note's others."""
    if len(home.interviews) < 2:
        return ""
    rounds = [each.round for each in home.interviews.values()]
    own = home.interviews[tag]
    if None not in rounds and len(set(rounds)) == len(rounds):
        return f"round {own.round}"
    return spoken(own.day)


def _draft_wanted(home: Known, step: Step, steps: Sequence[Step], drafts: str) -> bool:
    if drafts == "none" or step.kind is Kind.ASK or step.want in GONE:
        return False
    base = home.base(step.key)
    if step.ahead and not (base and base.draft):
        return False  # AHEAD: nothing to thank for yet; one that stands follows a moved date
    if step.kind is Kind.THANK:
        return True
    if drafts == "thanks":
        return False
    if step.kind is not Kind.ATTEMPT:
        return True
    mine = [each for each in steps if each.tag == step.tag]
    made = any(each.kind is Kind.ATTEMPT and each.number < step.number for each in mine)
    return made or not any(_stands_open(home, each) for each in mine if each.kind is Kind.THANK)


def _stands_open(home: Known, thank: Step) -> bool:
    """Whether a thank-you stands open in the note, or will after this sync."""
    if thank.want in GONE:
        return False
    base = home.base(thank.key)
    if base is None:
        return thank.want is Want.WRITE
    actual = home.actual.get(base.id)
    return actual is not None and actual.mark is Mark.OPEN


def _waits(step: Step, vault: Vault) -> bool:
    """Whether its template has a mistake: the letter is written once that is corrected."""
    if not vault.unready:
        return False
    from mdfollow.letters import file_of

    return file_of(step.kind, step.channel.value) in vault.unready


def _new_draft(step: Step, task_id: str, share: Share, page: Page, vault: Vault) -> NewDraft:
    return NewDraft(step, share, vault, lambda draft: page.draft_print(task_id, draft))
