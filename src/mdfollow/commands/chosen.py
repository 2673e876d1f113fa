"""Which vault and which of its notes a command is about."""

import os
from argparse import Namespace
from collections.abc import Callable, Collection, Sequence
from datetime import date

from mdfollow.commands.console import Console
from mdfollow.commands.judging import judgement, lacking
from mdfollow.commands.progress import PLANNING, READING, Progress
from mdfollow.problem import MdfollowError
from mdfollow.record import dataclass
from mdfollow.session import Session
from mdfollow.vault import root
from mdfollow.views import sync_lines
from mdfollow.views.shown import shown_path


def session(args: Namespace, console: Console) -> Session:
    """The vault named by `--vault`, else the one around the current folder."""
    folder = root.find(console.cwd) if args.vault is None else _real(console.cwd, args.vault)
    if not os.path.isdir(folder):
        raise MdfollowError(f"there is no folder {args.vault}; --vault takes the one of your notes")
    found = Session(folder)
    if console.progress is not None:
        found.between = _ticking(found, console.progress)
    return found


def _ticking(session: Session, progress: Progress) -> Callable[[], None]:
    """What is called between two notes: they are read first, then planned."""

    def tick() -> None:
        if session.notes and progress.words == READING:
            progress.begin(PLANNING, len(session.notes))
        progress.tick()

    return tick


def _real(base: str, typed: str) -> str:
    return os.path.realpath(os.path.join(base, os.path.expanduser(typed)))


def vault_name(session: Session) -> str:
    """The last part of the vault's path."""
    return os.path.basename(session.root) or session.root


def today(args: Namespace) -> date:
    """The day to plan on."""
    return args.today or date.today()


@dataclass(frozen=True, slots=True)
class Choice:
    """Notes and folders by vault-relative path; empty means the whole vault."""

    files: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()

    def __call__(self, path: str) -> bool:
        """Whether the note at `path` is among them."""
        if not self.files and not self.folders:
            return True
        return path in self.files or any(
            not folder or path.startswith(f"{folder}/") for folder in self.folders
        )


def choice(paths: Sequence[str], session: Session, console: Console) -> Choice:
    """Read PATH arguments: from the current folder, else from the vault's root.

    Raises MdfollowError for one that is not there or is outside the vault.
    """
    files: list[str] = []
    folders: list[str] = []
    for path in paths:
        found = _found(path, session, console)
        relative = found[len(session.root.rstrip("/")) + 1 :]
        (folders if os.path.isdir(found) else files).append(relative)
    return Choice(tuple(files), tuple(folders))


def _found(path: str, session: Session, console: Console) -> str:
    tried = [_real(base, path) for base in (console.cwd, session.root)]
    there = [file for file in tried if os.path.exists(file)]
    if not there:
        raise MdfollowError(
            f"there is no note or folder {shown_path(path)}, neither here nor in the vault "
            f"{shown_path(session.root)}."
        )
    for file in there:
        if f"{file}/".startswith(f"{session.root.rstrip('/')}/"):
            return file
    raise MdfollowError(
        f"{shown_path(path)} is outside the vault {shown_path(session.root)}; "
        "name its vault with --vault DIR."
    )


def from_here(path: str, session: Session, console: Console) -> str:
    """A note's path as an editor opens it: from the current folder, or whole where that is far."""
    here, file = os.path.realpath(console.cwd), os.path.join(session.root, path)
    is_near = os.path.commonpath((here, session.root)) in (here, session.root)
    return os.path.relpath(file, here) if is_near else file


def say_strangers(
    choice: Choice, known: Collection[str], session: Session, console: Console
) -> None:
    """Say of the files asked for that are not among `known` what they are, and why."""
    for path in choice.files:
        if path not in known:
            console.say(stranger(path, session))


def stranger(path: str, session: Session) -> str:
    """What a note without a plan is, and why."""
    from mdfollow.views.judgements import explained

    return explained(path, judgement(session, path))


def no_interviews(session: Session, day: date) -> list[str]:
    """What is nearly an interview, and how to make a first note of one in this kind of vault."""
    from mdfollow.views.judgements import first_hour

    found = first_hour(lacking(session))
    logseq = session.surroundings.logseq
    return [*found, *sync_lines.no_interviews(session.root, day.isoformat(), logseq=logseq)]
