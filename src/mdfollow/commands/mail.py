"""`mdfollow mail`: the draft for one person, ready for a mail program, a card, the clipboard."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from mdfollow import flow
from mdfollow.commands import chosen
from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.parser import Parser
from mdfollow.etiquette.message import Message, message
from mdfollow.interview.model import Channel, Interview, Person
from mdfollow.problem import MdfollowError
from mdfollow.sync.result import NoteReport, StepReport
from mdfollow.vault.outcome import Verdict
from mdfollow.views.draft_findings import OPEN
from mdfollow.views.letter_page import card, mail_file, mailto, valid
from mdfollow.views.shown import shown, shown_path
from mdfollow.views.standing import standing


def arguments(parser: Parser) -> None:
    """Add what `mail` takes."""
    parser.add_argument("note", metavar="NOTE", help="the interview note")
    parser.add_argument("person", metavar="PERSON", nargs="?", default="", help="who it goes to")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--eml", metavar="FILE", help="write a mail file instead (`-`: show it)")
    shape.add_argument("--card", action="store_true", help="show it in lines to write by hand")
    shape.add_argument("--copy", action="store_true", help="put its text on the clipboard")
    parser.add_argument(
        "--anyway", action="store_true", help="even while something in it waits for your words"
    )


def run(args: Namespace, console: Console) -> Exit:
    """Do it."""
    place = chosen.ground(args, console)
    report = _report(args, place, console)
    if report is None:
        return Exit.FINDINGS
    found = _letter(report, args.person, by_hand=args.card)
    if found is None:
        console.say(*_nothing(report, args.person))
        return Exit.FINDINGS
    interview, step = found
    heading = step.desired.draft.heading if step.desired.draft else "This letter"
    letter = message(report.letters[step.desired.id].text)
    if step.desired.step.channel is Channel.PHONE and not args.card:
        console.say(f"“{shown(heading)}” is spoken, not sent; --card shows its words.")
        return Exit.FINDINGS
    if not args.anyway and letter.slots:
        console.say(
            f"“{shown(heading)}” still waits for your words: {shown(', '.join(letter.slots))}",
            "Put them into the note first; --anyway takes the letter as it is.",
        )
        return Exit.FINDINGS
    return _sent(args, place, letter, _recipient(interview, step), console)


def _nothing(report: NoteReport, whom: str) -> list[str]:
    """What to say where nothing fits, with the names that would."""
    people = [step.desired.step.person for _, step in _open(report, "")]
    names = dict.fromkeys(person.name for person in people if person and person.name)
    what = f"for {shown(whom)} " if whom else "to send " if names else ""
    lines = [f"{shown_path(report.path)}: no letter {what}stands open here."]
    if names:
        return [*lines, f"There are letters for {shown(', '.join(names))}."]
    return [*lines, "`mdfollow sync` writes the drafts, `mdfollow plan` shows what comes next."]


def _report(args: Namespace, place: flow.Ground, console: Console) -> NoteReport | None:
    choice = chosen.choice([args.note], place, console)
    if choice.folders:
        raise MdfollowError(f"{shown_path(args.note)} is a folder; mail takes one note.")
    scan = flow.look(place)
    reports = flow.worked(scan, flow.planner(place, chosen.today(args)))
    report = next((each for each in reports if choice(each.path)), None)
    if report is None:
        chosen.say_strangers(choice, [], console)
    return report


def _letter(report: NoteReport, whom: str, *, by_hand: bool) -> tuple[Interview, StepReport] | None:
    """The first open step with a letter for that person, one that goes this way before others."""
    found = list(_open(report, whom))
    way = Channel.CARD if by_hand else Channel.EMAIL
    fitting = [
        each for each in found if way in (each[1].desired.step.channel, each[1].desired.step.also)
    ]
    if by_hand or whom:
        return next(iter([*fitting, *found]), None)
    return next(iter(fitting), None)


def _open(report: NoteReport, whom: str) -> Iterator[tuple[Interview, StepReport]]:
    from mdfollow.interview.cast import find_person

    for each in standing(report):
        person = find_person(each.interview.people, whom) if whom else None
        for step in each.steps:
            to = step.desired.step.person
            mine = not whom or (person is not None and to is not None and to.slug == person.slug)
            letter = report.letters.get(step.desired.id)
            if mine and step.state in OPEN and letter is not None and letter.text:
                yield each.interview, step


def _recipient(interview: Interview, step: StepReport) -> Person | None:
    """Who gets it: the person, or the recruiter who hands it on (ADDR)."""
    via = step.desired.given.via
    handed = next((each for each in interview.people if via and each.name == via), None)
    return handed or step.desired.step.person


def _sent(
    args: Namespace, place: flow.Ground, letter: Message, to: Person | None, console: Console
) -> Exit:
    name, address = (to.name, valid(to.email)) if to else ("", "")
    me = place.settings.me
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
