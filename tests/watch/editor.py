"""An editor simulator: buffers that grow stale, saves in six styles, and what she must find again.

Every sentence of hers carries a token of its own. What must be in a note at the end is what was in
the last buffer she saved, and what she appended since.
"""

import random
import re
from pathlib import Path

from mdfollow.record import dataclass, field
from tests.watch.saves import STYLES

TOKEN = re.compile(rb"token-\d+-\d+")
BOM = b"\xef\xbb\xbf"
_DECISION = re.compile(rb"decision: \d{4}-\d\d-\d\d")


@dataclass
class Buffer:
    """One note open in an editor. `expected` are the tokens of the last save, in order."""

    file: Path
    number: int
    chance: random.Random
    newline: bytes = b"\n"
    bom: bytes = b""
    mode: int = 0o644
    expected: list[bytes] = field(default_factory=list)
    text: bytes = b""
    saves: int = 0
    _tokens: int = 0

    def create(self) -> None:
        """Write the note for the first time."""
        lines = [
            "---",
            f"company: Company {self.number}",
            "role: Engineer",
            "interview_date: 2026-11-10",
            "format: onsite",
            "decision: 2026-11-20",
            f"interviewers: Person {self.number}, Sam Roe",
            "---",
            f"# Company {self.number}",
            "",
            "body:",
            "",
        ]
        self.text = self.bom + self.newline.join(line.encode() for line in lines)
        self.file.write_bytes(self.text)
        self.file.chmod(self.mode)

    def reload(self) -> None:
        """Look at the file anew; half a save of another cannot be seen, for nobody else saves."""
        try:
            self.text = self.file.read_bytes()
        except FileNotFoundError as error:
            raise AssertionError(f"{self.file} is away though nobody saves it") from error

    def token(self) -> bytes:
        """A sentence nobody has written before."""
        self._tokens += 1
        return b"token-%d-%d" % (self.number, self._tokens)

    def edit(self) -> None:
        """Type something: a sentence, another decision date, a tick."""
        what = self.chance.random()
        if what < 0.5:
            line = self.token() + self.newline
            before, mark, after = self.text.partition(b"body:" + self.newline)
            self.text = before + mark + line + after
        if what > 0.3:
            day = b"decision: 2026-11-%02d" % self.chance.randint(16, 28)
            self.text = _DECISION.sub(day, self.text, count=1)
        if what > 0.97:
            self.text = self.text.replace(b"- [ ]", b"- [x]", 1)
        elif what > 0.9:
            self.text = self.text.replace(b"- [x]", b"- [ ]", 1)

    def save(self, style: str) -> None:
        """Save the buffer."""
        STYLES[style](self.file, self.text)
        if self.file.stat().st_mode & 0o777 != self.mode:
            self.file.chmod(self.mode)  # editors that write a new file give it the old rights
        self.expected = TOKEN.findall(self.text)
        self.saves += 1

    def append(self) -> None:
        """`echo … >> note`: no buffer at all."""
        token = self.token()
        with self.file.open("ab") as out:
            out.write(self.newline + token + self.newline)
        self.expected.append(token)
        self.saves += 1


def work(buffer: Buffer) -> None:
    """One thing she does: mostly on what she has just seen, sometimes in an old buffer."""
    chance = buffer.chance
    if chance.random() < 0.1:
        buffer.append()
        return
    if chance.random() < 0.9:
        buffer.reload()
    for _ in range(chance.randint(1, 3)):
        buffer.edit()
        buffer.save(chance.choice(list(STYLES)))
