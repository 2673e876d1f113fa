"""Diffs that git takes, byte for byte."""

import subprocess
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from mdfollow.document.edit import Edit, apply
from mdfollow.views.diff import diff
from mdfollow.views.paint import ANSI

LINES = st.lists(
    st.sampled_from(["a", "b", "", "c\r", "x\u2028y", "\x0cz", " t ", "- [ ] do", "+p", "-m"]),
    max_size=8,
)
BYTES = st.tuples(LINES, st.booleans()).map(
    lambda drawn: ("\n".join(drawn[0]) + "\n" * drawn[1]).encode()
)
NAMES = st.sampled_from(["a.md", "b c.md", "ü.md", 'q"\\.md', "n\new.md", "-d.md"])


@st.composite
def edits(draw: st.DrawFn, data: bytes) -> list[Edit]:
    """Edits of `data` in order, within and between its lines."""
    places = sorted(draw(st.lists(st.integers(0, len(data)), max_size=6)))
    new = st.sampled_from([b"", b"x", b"a\n", b"- [ ] do\n", b"\nb", b"\n", b"c\r\n\n"])
    pairs = zip(places[::2], places[1::2], strict=False)
    return [Edit(start, end, draw(new)) for start, end in pairs]


@given(BYTES, NAMES, st.data())
def test_git_applies_every_diff_to_the_same_bytes(
    old: bytes, name: str, data: st.DataObject
) -> None:
    made = data.draw(edits(old))
    new = apply(old, made)
    text = diff(name, old, made)
    assert (text == "") is (old == new)
    if not text or not old or not new:  # git reads an empty side as a new or deleted file
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, name)
        file.write_bytes(old)
        command = ["git", "apply", "--whitespace=nowarn", "-"]
        subprocess.run(command, cwd=folder, input=text.encode(errors="surrogateescape"), check=True)
        assert file.read_bytes() == new


def test_colour_ends_on_every_line() -> None:
    lines = diff("a.md", b"a\nb\n", [Edit(2, 4, b"c")], ANSI).splitlines()
    assert all(line.count("\x1b[") % 2 == 0 for line in lines)
    assert lines[-1] == "\\ No newline at end of file"
