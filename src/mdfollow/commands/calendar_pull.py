"""`mdfollow calendar --pull`: what was done in the calendar goes into the notes, by the verbs."""

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence

from mdfollow.calendar import pull as pulling
from mdfollow.calendar.entries import Options, entries
from mdfollow.calendar.fates import Standing
from mdfollow.calendar.pull import Verb, Wish
from mdfollow.calendar.steps import Found, doubtful, interview_paths, steps
from mdfollow.commands import chosen
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.writing import Deed, carry_out
from mdfollow.document.edit import apply
from mdfollow.problem import MdfollowError
from mdfollow.record import dataclass, field, replace
from mdfollow.session import Session
from mdfollow.sync.result import NoteReport
from mdfollow.verbs.act import Act, Refusal
from mdfollow.views.shown import shown, shown_path

EMPTIED = (
    "every entry is gone from the calendar, so it was more likely emptied than its tasks deleted; "
    "nothing was taken out of the notes. `mdfollow calendar --again` fills it again."
)


@dataclass(frozen=True, slots=True)
class Pulled:
    """What came of a pull: the wishes that are in their notes now, by note; what the notes decide.

    `overlay` are the notes as they would be, where nothing was to be written.
    """

    wishes: Mapping[Wish, str] = field(default_factory=dict)
    settled: frozenset[str] = frozenset()
    overlay: Mapping[str, bytes] = field(default_factory=dict)
    code: Exit = Exit.DONE


def pull(
    session: Session, standing: Standing, options: Options, args: Namespace, console: Console
) -> Pulled:
    """Bring what was done in the calendar into the notes; deletions last, and only when asked."""
    today, dry = chosen.today(args), bool(args.check)
    if args.json:
        # What a verb shows as its data is not the data here.
        console = replace(console, stdout=console.stderr)
    reports = session.reports(today)
    if not reports:
        return Pulled()
    brought = _Brought(session, args, console, {})
    doubt = doubtful(standing.seen, reports, session.scan.failed)
    found = pulling.pulled(standing, steps(reports), doubt, today)
    wanted = {each.uid: each for each in entries(reports, options)}
    about = pulling.interviews(standing, wanted, interview_paths(reports))
    codes = [
        Exit.FINDINGS if about.sentences else Exit.DONE,
        brought.write(lambda found: pulling.pulled(standing, found, doubt, today).wishes, dry=dry),
    ]
    if args.deleted:
        codes.append(_without_deleted(brought, standing, args, dry=dry))
    console.say(*map(shown, (*found.sentences, *about.sentences)))
    if brought.tried:
        session.look()
    overlay = brought.overlay if dry else {}
    wishes = brought.wishes(steps(session.reports(today, overlay)))
    return Pulled(wishes, found.settled | about.settled, overlay, max(codes))


def _without_deleted(
    brought: "_Brought", standing: Standing, args: Namespace, *, dry: bool
) -> Exit:
    if len(standing.known) > 1 and not standing.seen:
        raise MdfollowError(EMPTIED)
    today = chosen.today(args)
    return brought.write(lambda found: pulling.deleted(standing, found, today), dry=dry)


Wanting = Callable[[Mapping[str, Found]], Sequence[Wish]]
"""From the steps as they stand to the wishes for them."""


@dataclass
class _Brought:
    """Carries wishes out; `overlay` are the notes they made, `tried` all the wishes."""

    session: Session
    args: Namespace
    console: Console
    overlay: dict[str, bytes]
    tried: dict[str, Wish] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)

    def write(self, wanting: Wanting, *, dry: bool) -> Exit:
        """Write what the verbs say; a sentence for each wish that none of them can do."""
        today = chosen.today(self.args)
        if not self._deeds(wanting, self.session.reports(today)):
            return self._refusals()
        code = carry_out(
            self.session,
            today,
            lambda reports: self._deeds(wanting, reports),
            self.console,
            dry=dry,
        )
        return max(code, self._refusals())

    def _deeds(self, wanting: Wanting, reports: Sequence[NoteReport]) -> list[Deed]:
        """One deed a note. A note is asked for its edits once more where it changed meanwhile."""
        found = steps(reports)
        acts: dict[str, list[tuple[Wish, Act]]] = {}
        for wish in wanting(found):
            self.tried[wish.id] = wish
            each = found[wish.id]
            answer = pulling.answer(each, wish, self.session.vault())
            if isinstance(answer, Refusal):
                what = "; ".join(filter(None, answer))
                self.refused[wish.id] = f"{shown_path(each.report.path)}: {shown(what)}."
            elif isinstance(answer, Act) and answer.edits:
                acts.setdefault(each.report.path, []).append((wish, answer))
        return [_deed(found, mine, self.overlay) for _, mine in sorted(acts.items())]

    def _refusals(self) -> Exit:
        said, self.refused = list(self.refused.values()), {}
        self.console.say(*said)
        return Exit.FINDINGS if said else Exit.DONE

    def wishes(self, found: Mapping[str, Found]) -> dict[Wish, str]:
        """The wishes that are in their notes, each with the note's path."""
        return {
            wish: found[name].report.path
            for name, wish in sorted(self.tried.items())
            if name in found and pulling.holds(found[name], wish)
        }


def _deed(
    found: Mapping[str, Found], mine: Sequence[tuple[Wish, Act]], overlay: dict[str, bytes]
) -> Deed:
    report = found[mine[0][0].id].report
    act = Act(report.path, tuple(dict.fromkeys(edit for _, each in mine for edit in each.edits)))
    overlay[report.path] = apply(report.data, act.edits)

    def holds(after: NoteReport) -> bool:
        stands = steps([after])
        return all(wish.id in stands and pulling.holds(stands[wish.id], wish) for wish, _ in mine)

    ticks = [wish for wish, _ in mine if wish.verb is Verb.TICK]
    company = found[ticks[0].id].interview.interview.company if len(ticks) == 1 else ""
    return Deed(report, act, company, holds)
