"""E07: real editors: what they have not saved is waited for, what they save stays."""

import itertools
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mdfollow.record import dataclass
from tests.watch.running import Running, until
from tests.watch.vigil import OPENING, note

pytestmark = pytest.mark.client
_NUMBERS = itertools.count()


@dataclass(frozen=True)
class Editor:
    """How to start it, and the keys that type at the top of the text, save, agree and leave."""

    command: str
    type: tuple[str, ...]
    save: tuple[str, ...]
    warning: str
    agree: tuple[str, ...]
    quit: tuple[str, ...]


WORDS = "typed by her"
EDITORS = {
    "vim": Editor(
        "vim --clean {}",
        ("G", "o", WORDS, "Escape"),
        (":w", "Enter"),
        "has been changed since reading it",
        ("y",),
        (":q!", "Enter"),
    ),
    "nvim": Editor(
        "nvim --clean {}",
        ("G", "o", WORDS, "Escape"),
        (":w", "Enter"),
        "has been changed since reading it",
        ("y",),
        (":q!", "Enter"),
    ),
    "nano": Editor(
        "nano --locking {}",
        ("M-/", WORDS),
        ("C-o", "Enter"),
        "File on disk has changed",
        ("y",),
        ("C-x", "n"),
    ),
    "emacs": Editor(
        "emacs -nw -Q {}",
        ("M->", WORDS),
        ("C-x", "C-s"),
        "changed on disk",
        ("y",),
        ("C-x", "C-c"),
    ),
}


class Terminal:
    """One editor in a tmux of its own."""

    def __init__(self, socket: str) -> None:
        self.socket = socket

    def tmux(self, *words: str) -> str:
        command = ["tmux", "-L", self.socket, *words]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def keys(self, *keys: str) -> None:
        for key in keys:
            self.tmux("send-keys", key)
            time.sleep(0.15)  # a person's fingers; editors read an escape code by its pace

    def screen(self) -> str:
        return self.tmux("capture-pane", "-p")

    def shows(self, text: str) -> None:
        until(lambda: text in " ".join(self.screen().split()), f"{text!r} on the screen")


@contextmanager
def opened(editor: Editor, file: Path) -> Iterator[Terminal]:
    terminal = Terminal(f"mdfollow-test-{os.getpid()}-{next(_NUMBERS)}")
    command = editor.command.format(file)
    terminal.tmux("-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "40", command)
    try:
        terminal.shows("company: Acme")
        yield terminal
    finally:
        subprocess.run(["tmux", "-L", terminal.socket, "kill-server"], check=False)


@pytest.fixture(params=list(EDITORS))
def editor(request: pytest.FixtureRequest) -> Editor:
    if shutil.which("tmux") is None or shutil.which(request.param) is None:
        pytest.skip(f"{request.param} or tmux is not installed")
    return EDITORS[request.param]


def test_e07_unsaved_changes_are_waited_for_and_saved_ones_stay(root: Path, editor: Editor) -> None:
    file = root / "acme.md"
    file.write_bytes(note())
    with opened(editor, file) as terminal:
        terminal.keys(*editor.type)
        terminal.shows(WORDS)
        with Running(root) as watch:
            until(lambda: watch.events("waiting"), "its word on the unsaved changes")
            assert "with unsaved changes" in watch.events("waiting")[0]["what"]
            assert file.read_bytes() == note()
            terminal.keys(*editor.save)
            until(lambda: OPENING in read(file), "the plan")
            assert WORDS.encode() in file.read_bytes()
            assert watch.stop() == 0


def test_e07_a_clean_buffer_is_not_waited_for_and_its_editor_asks_at_the_next_save(
    root: Path, editor: Editor
) -> None:
    file = root / "acme.md"
    file.write_bytes(note())
    with opened(editor, file) as terminal, Running(root) as watch:
        assert watch.written() == 1
        assert OPENING in file.read_bytes()
        # Emacs asks at the first key already, the others when the note is saved.
        terminal.keys(*editor.type)
        if editor.warning not in " ".join(terminal.screen().split()):
            terminal.keys(*editor.save)
        terminal.shows(editor.warning)
        terminal.keys(*editor.agree)
        if editor is EDITORS["emacs"]:
            terminal.keys(*editor.type, *editor.save)
            terminal.shows("(yes or no)")
            terminal.keys("yes", "Enter")
        until(lambda: WORDS.encode() in read(file), "her words in the note")
        assert watch.stop() == 0


def read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""
