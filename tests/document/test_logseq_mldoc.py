"""The Logseq scanner against mldoc, Logseq's own parser: recorded pages, and fresh ones.

Record anew with `python tests/document/test_logseq_mldoc.py` (needs node and its package mldoc,
in this folder or the one named by MDFOLLOW_MLDOC).
"""

import functools
import json
import os
import random
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from mdfollow.document import logseq
from mdfollow.document.source import Source

CASES = Path(__file__).parent / "cases" / "logseq"
RECORD = CASES / "mldoc.json"
FOLDER = os.environ.get("MDFOLLOW_MLDOC", ".")
FILES = 400

MARKERS = [
    "",
    "",
    "TODO ",
    "DONE ",
    "LATER ",
    "CANCELED ",
    "TODO  [#A] ",
    "[#B] ",
    "todo ",
    "NOWx ",
]
TITLES = ["Acme", "Zoë 面接", "## Follow-up plan", "call <!-- mf-7k2m9q -->", "#tag x", "a:: b", ""]
INDENTS = ["", "", "\t", "  ", "\t\t", "    "]
BODIES = [
    "text",
    "more text: here",
    "key:: value",
    "empty::",
    "two words:: no",
    "id:: 6a7b",
    "SCHEDULED: <2026-11-10 Tue>",
    "DEADLINE: <2026-11-11 Wed 09:30>",
    "DEADLINE: <2026-11-12 Do .+1w>",
    "<!-- mf-7k2m9q draft -->",
    "text <!-- inline -->",
    "# Heading",
    "-no bullet",
    "-",
]
REGIONS = [
    ("```", "```"),
    ("~~~", "~~~"),
    ("#+BEGIN_QUOTE", "#+END_QUOTE"),
    (":LOGBOOK:", ":END:"),
    ("<!-- mdfollow:state v1", "-->"),
    ("```js", ""),
    ("<!-- open", ""),
    (":LOGBOOK:", ""),
]


def write(pick: random.Random) -> str:
    """A random page: mostly as Logseq would write it."""
    lines = pick.sample(["company:: Acme", "tags:: interview", ""], pick.randrange(3))
    for _ in range(pick.randrange(1, 8)):
        indent = pick.choice(INDENTS)
        lines.append(f"{indent}- {pick.choice(MARKERS)}{pick.choice(TITLES)}")
        for _ in range(pick.choice([0, 0, 1, 2])):
            body = pick.choice(BODIES)
            lines.append(f"{indent}  {body}" if pick.random() < 0.9 else body)
        if pick.random() < 0.2:
            first, last = pick.choice(REGIONS)
            inner = pick.choice(["- inside", "  text", "a:: b", ""])
            lines += [f"{indent}  {first}", f"{indent}  {inner}", f"{indent}  {last}"]
    return "\n".join(lines) + "\n" * pick.randrange(2)


def reading(text: str) -> dict[str, Any]:
    """What the scanner sees, in the shape of `reading.js`."""
    data = text.encode()
    note = logseq.scan(Source(data))
    entries = [e for block in note.blocks for plan in block.planning for e in plan.entries]
    properties = [*note.properties, *(p for block in note.blocks for p in block.properties)]
    stamps = [(e.word.text, e.stamp) for e in entries if e.stamp and e.stamp.name]
    return {
        "blocks": [
            {
                "line": block.line + 1,
                "level": block.level,
                "marker": block.bullet.marker.text if block.bullet.marker else None,
                "priority": block.bullet.priority.text[2] if block.bullet.priority else None,
                "size": block.bullet.size,
                "dash": block.bullet.dash,
            }
            for block in note.blocks
        ],
        "properties": [[p.key.text, p.value.text] for p in properties],
        "dates": [[w, s.day.year, s.day.month, s.day.day] for w, s in stamps if s.day],
        "comments": [c.span.of(data).decode() for block in note.blocks for c in block.comments],
    }


def mldoc(texts: list[str]) -> list[dict[str, Any]]:
    """Logseq's reading of every page."""
    command = ["node", str(CASES / "reading.js")]
    run = subprocess.run(
        command, input=json.dumps(texts).encode(), capture_output=True, check=True, cwd=FOLDER
    )
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


@functools.cache
def load() -> tuple[tuple[str, dict[str, Any]], ...]:
    """The recorded pages and readings."""
    rows = json.loads(RECORD.read_text(encoding="utf-8"))
    return tuple((row["text"], row["mldoc"]) for row in rows)


def test_readings_are_recorded() -> None:
    assert len(load()) >= FILES


def test_every_recorded_page_reads_as_in_logseq() -> None:
    for text, expected in load():
        assert reading(text) == expected, text


def test_line_endings_change_nothing() -> None:
    for text, expected in load():
        found = reading(text.replace("\n", "\r\n"))
        found["comments"] = [comment.replace("\r\n", "\n") for comment in found["comments"]]
        assert found == expected, text


@pytest.mark.client
@pytest.mark.skipif(not shutil.which("node"), reason="needs node")
def test_fresh_random_pages_read_as_in_logseq() -> None:
    seed = random.randrange(1 << 32)
    pick = random.Random(seed)
    texts = [write(pick) for _ in range(FILES)]
    try:
        readings = mldoc(texts)
    except subprocess.CalledProcessError as error:
        if b"Cannot find module" in error.stderr:
            pytest.skip("needs node's package mldoc")
        raise
    for text, expected in zip(texts, readings, strict=True):
        assert reading(text) == expected, f"seed {seed}\n{text}"


def record() -> None:
    """Write the recorded cases anew."""
    pick = random.Random(1)
    texts = [write(pick) for _ in range(FILES)]
    rows = [
        json.dumps({"text": text, "mldoc": raw}, ensure_ascii=False, separators=(",", ":"))
        for text, raw in zip(texts, mldoc(texts), strict=True)
    ]
    RECORD.write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    record()
