"""`mdfollow mail`: the draft for one person, ready for a mail program, a card, the clipboard."""

from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from mdfollow.commands import chosen, which
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.parser import Parser
from mdfollow.interview.model import Channel, Interview, Person
from mdfollow.letters.critic import GRAVE
from mdfollow.letters.left_over import SLOT, Finding
from mdfollow.letters.message import Message, message
from mdfollow.record import replace
from mdfollow.session import Session
from mdfollow.sync.result import NoteReport, State, StepReport
from mdfollow.vault.outcome import Verdict
from mdfollow.verbs.moment import untimely
from mdfollow.views.draft_findings import OPEN, review_step
from mdfollow.views.letter_page import card, mail_file, mailto, valid
from mdfollow.views.neighbours import Neighbours
from mdfollow.views.shown import shown, shown_path
from mdfollow.views.standing import standing


def arguments(parser: Parser) -> None:
    """Add what `mail` takes."""
    parser.add_argument(
        "note", metavar="NOTE", help="the interview note, a line of it (acme.md:24), or a step's id"
    )
    parser.add_argument("person", metavar="PERSON", nargs="?", default="", help="who it goes to")
    which.with_round(parser)
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--eml", metavar="FILE", help="write a mail file instead (`-`: show it)")
    shape.add_argument("--card", action="store_true", help="show it in short lines to copy by hand")
    shape.add_argument("--copy", action="store_true", help="put its text on the clipboard")
    parser.add_argument(
        "--anyway",
        action="store_true",
        help="even if today is not its day, places are open, or a name or a private word does "
        "not belong in it",
    )


def run(args: Namespace, console: Console) -> Exit:
    """Do it."""
    session, today = chosen.session(args, console), chosen.today(args)
    try:
        report, found = _found(args, session, today, console)
    except which.UnclearError as unclear:
        console.say(*unclear.lines)
        return Exit.FINDINGS
    if report is None:
        return Exit.FINDINGS
    if found is None:
        console.say(*_nothing(report, args.person, today))
        return Exit.FINDINGS
    interview, step = found
    letter = message(report.letters[step.desired.id].text)
    if reasons := _reasons(args, interview, step, letter, today):
        console.say(*reasons)
        return Exit.FINDINGS
    remarks = review_step(report, interview, step, Neighbours.of(session.reports(today)))
    console.say(*_remarks(each for each in remarks if each.code != SLOT))
    if not args.anyway and any(each.code in GRAVE for each in remarks):
        console.say("Change it in the note first; --anyway hands the letter over as it is.")
        return Exit.FINDINGS
    code = _sent(args, session, letter, _recipient(interview, step), console)
    if code is Exit.DONE:
        console.say(f"Once it is sent: mdfollow done {step.desired.id}")
    return code


def _reasons(
    args: Namespace, interview: Interview, step: StepReport, letter: Message, today: date
) -> list[str]:
    """Why this letter is not handed over, and the way to have it all the same."""
    heading = shown(step.desired.draft.heading if step.desired.draft else "This letter")
    if not args.anyway and (why := untimely(interview, step, today)):
        return [f"“{heading}” is not for today. {shown(why)}", "--anyway hands it over."]
    if step.desired.step.channel is Channel.PHONE and not args.card:
        return [f"“{heading}” is spoken, not sent; --card shows its words."]
    if not args.anyway and letter.slots:
        return [
            f"“{heading}” still waits for your words: {shown(', '.join(letter.slots))}",
            "Put them into the note first; --anyway takes the letter as it is.",
        ]
    return []


def _remarks(found: Iterable[Finding]) -> Iterator[str]:
    """What the critic says of a letter before it goes, a line each."""
    for each in found:
        yield shown(f"{each.sentence} {each.way_out}")


def _nothing(report: NoteReport, whom: str, today: date) -> list[str]:
    """What to say where nothing fits: why, and the names that would."""
    people = [step.desired.step.person for _, step in _open(report, "")]
    names = dict.fromkeys(person.name for person in people if person and person.name)
    what = f"for {shown(whom)} " if whom else "to send " if names else ""
    lines = [f"{shown_path(report.path)}: no letter {what}is open here."]
    if why := _why_none(report, whom, today):
        lines = [f"{lines[0]} {shown(why)}"]
    if names:
        return [*lines, f"There are letters for {shown(', '.join(names))}."]
    if why:
        return lines
    return [*lines, "`mdfollow sync` writes the drafts, `mdfollow plan` shows what comes next."]


def _why_none(report: NoteReport, whom: str, today: date) -> str:
    """Why no letter stands there for that person: its time has not come, or has passed."""
    reasons = [
        untimely(each.interview, step, today)
        for each in standing(report)
        for step in each.steps
        if _is_for(each.interview, step, whom) and step.state is not State.DONE
    ]
    return next(iter(reasons), "") if all(reasons) else ""


def _is_for(interview: Interview, step: StepReport, whom: str) -> bool:
    from mdfollow.interview.cast import find_person

    person = find_person(interview.people, whom) if whom else None
    to = step.desired.step.person
    return not whom or (person is not None and to is not None and to.slug == person.slug)


Found = tuple[Interview, StepReport]


def _found(
    args: Namespace, session: Session, today: date, console: Console
) -> tuple[NoteReport | None, Found | None]:
    """The note, and the letter of it that is meant."""
    session.look()
    reports = session.reports(today)
    if which.is_id(args.note):
        ((report, each, step),) = which.steps(which.Asked(id=args.note), reports, today)
        ready = step.state in OPEN and step.desired.id in report.letters
        return report, (each.interview, step) if ready else None
    where = which.note(args.note, session, console)
    mine = [one for one in reports if one.path == where.path]
    if not mine:
        chosen.say_strangers(chosen.Choice((where.path,)), [], session, console)
        return None, None
    report = mine[0]
    if args.round:
        where = replace(
            where, line=which.interview(report, where, args.round, console).interview.line
        )
    return report, _letter(report, args.person, where.line, today, by_hand=args.card)


def _letter(
    report: NoteReport, whom: str, line: int, today: date, *, by_hand: bool
) -> Found | None:
    """The letter that is due, of the interview or task in `line` where one is named.

    One whose time it is comes before others, the latest interview's before earlier ones, and one
    that goes this way before one that goes another. Letters for several companies are told apart
    by her.
    """
    way = Channel.CARD if by_hand else Channel.EMAIL
    found = [each for each in _open(report, whom) if _is_in(report, each, line)]

    def rank(each: Found) -> tuple[object, ...]:
        interview, step = each
        fits = way in (step.desired.step.channel, step.desired.step.also)
        timely = not untimely(interview, step, today)
        due = step.start <= today <= step.due
        return not (timely and fits), not timely, not due, not fits, -interview.day.toordinal()

    if not (by_hand or whom or line):
        found = [each for each in found if way in _ways(each[1])]
    found.sort(key=rank)
    rivals = [each for each in found if rank(each)[:4] == rank(found[0])[:4]]
    if len({each[0].company for each in rivals}) > 1:
        raise which.UnclearError(
            f"{shown_path(report.path)} has letters for several companies. Name the one:",
            *(f"  {step.desired.id}  {shown(step.desired.words)}" for _, step in rivals),
        )
    return next(iter(found), None)


def _ways(step: StepReport) -> tuple[Channel | None, ...]:
    return step.desired.step.channel, step.desired.step.also


def _is_in(report: NoteReport, each: Found, line: int) -> bool:
    """Whether a letter belongs to the task or the interview in `line`; any does to none."""
    interview, step = each
    if not line or step.line == line:
        return True
    if any(step.line == line for one in report.interviews for step in one.steps):
        return False
    above = [one.interview.line for one in report.interviews if one.interview.line <= line]
    return interview.line == max(above, default=interview.line)


def _open(report: NoteReport, whom: str) -> Iterator[Found]:
    for each in standing(report):
        for step in each.steps:
            letter = report.letters.get(step.desired.id)
            # One that the next sync takes out (over, ended) still stands: its moment is judged.
            stands = step.state in {*OPEN, State.SKIPPED}
            written = letter is not None and letter.text
            if stands and written and _is_for(each.interview, step, whom):
                yield each.interview, step


def _recipient(interview: Interview, step: StepReport) -> Person | None:
    """Who gets it: the person, or the recruiter who hands it on (ADDR)."""
    via = step.desired.given.via
    handed = next((each for each in interview.people if via and each.name == via), None)
    return handed or step.desired.step.person


def _sent(
    args: Namespace, session: Session, letter: Message, to: Person | None, console: Console
) -> Exit:
    name, address = (to.name, valid(to.email)) if to else ("", "")
    me = session.settings.me
    if args.card:
        console.data(card(letter))
        return Exit.DONE
    if args.copy:
        return _copied(letter, address, console)
    if not address:
        console.say(
            f"No address is known for {shown(name) or 'them'}: add it in your mail program."
        )
    if args.eml is None:
        console.data(mailto(letter, address) + "\n")
        return Exit.DONE
    sender = (me.name, next(iter(me.email), ""))
    return _filed(args.eml, mail_file(letter, (name, address), sender), console)


def _filed(file: str, data: bytes, console: Console) -> Exit:
    if file == "-":
        console.data(data.decode("utf-8").replace("\r\n", "\n"))
        return Exit.DONE
    from mdfollow.vault.create import create

    path = Path(console.cwd, file)
    outcome = create(str(path.parent.resolve()), path.name, data)
    if outcome.verdict is Verdict.WRITTEN:
        console.say(f"{shown_path(file)}: open it with your mail program to send it.")
        return Exit.DONE
    console.say(f"{shown_path(file)}: {outcome.reason}.")
    return Exit.FINDINGS


def _copied(letter: Message, address: str, console: Console) -> Exit:
    from mdfollow.commands.clipboard import copied

    heads: Sequence[str] = [
        f"{name}: {shown(words)}"
        for name, words in (("To", address), ("Subject", letter.subject))
        if words
    ]
    if copied(letter.text, console.env):
        console.say(*heads, "The text is on the clipboard.")
        return Exit.DONE
    console.data(letter.text + "\n")
    console.say(*heads, "There is no clipboard here that takes it, so this is the text.")
    return Exit.FINDINGS
