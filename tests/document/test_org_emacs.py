"""The Org scanner against Emacs: recorded readings of random files, and fresh ones where it runs.

Record anew with `python tests/document/test_org_emacs.py` (needs Emacs).
"""

import json
import random
import re
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import pytest

from mdfollow.document import org
from mdfollow.document.org_lines import OrgKind
from mdfollow.document.org_stamp import Timestamp
from mdfollow.document.source import Source

CASES = Path(__file__).parent / "cases" / "org"
RECORDED = sorted(CASES.glob("emacs-*.json"))
FILES, BATCHES = 420, 4
FRESH = 140
"""Files of a run that nobody has recorded."""
AFFILIATED = {"NAME", "CAPTION", "HEADER", "RESULTS"}
"""Emacs counts these as part of what follows; mdfollow has no use for the difference."""
BLOCKS = ["src python", "example", "quote", "center", "verse", "comment", "export html", "aside"]
ENVIRONMENT = "latex-environment"

FRAGMENTS: dict[str, list[str]] = json.loads((CASES / "fragments.json").read_text(encoding="utf-8"))


def one(pick: random.Random, name: str) -> str:
    """One of the fragments of that name."""
    return pick.choice(FRAGMENTS[name])


def write(pick: random.Random) -> str:
    """A random Org file: mostly well-formed, with all the ways of being nearly so."""
    lines: list[str] = []
    if pick.random() < 0.3:
        lines += ["# top"] * pick.randrange(2) + drawer(pick)
    if pick.random() < 0.4:
        lines += pick.sample(FRAGMENTS["todo_lines"], pick.choice([1, 1, 2]))
    for _ in range(pick.randrange(7)):
        lines += body(pick, 2)
        lines.append("*" * pick.randint(1, 4) + pick.choice([" ", " ", "  ", " \t"]) + title(pick))
        if pick.random() < 0.5:
            lines.append(plan(pick))
        if pick.random() < 0.1:
            lines.append("")
        if pick.random() < 0.5:
            lines += drawer(pick)
    return "\n".join(lines + body(pick, 1)) + "\n" * pick.randrange(3)


def title(pick: random.Random) -> str:
    """The text behind the stars."""
    priority = pick.choice(["", "", "", "[#A] ", "[#1]", "[#AB] "])
    return one(pick, "words") + priority + one(pick, "titles") + one(pick, "tags")


def plan(pick: random.Random) -> str:
    """A planning line, or nearly one."""
    words = pick.sample(["SCHEDULED", "DEADLINE", "CLOSED"], pick.choice([1, 1, 2, 3]))
    entries = [f"{word}:{pick.choice([' ', ' ', '', '  '])}{one(pick, 'stamps')}" for word in words]
    return pick.choice(["", "", "  "]) + " ".join(entries) + pick.choice(["", "", " text"])


def drawer(pick: random.Random) -> list[str]:
    """A property drawer, sometimes with a line that spoils it."""
    lines = pick.sample(FRAGMENTS["properties"], pick.randrange(4))
    if pick.random() < 0.15:
        lines.insert(0, pick.choice(["free text", ":K:\tv", "", "# c"]))
    return [
        pick.choice([":PROPERTIES:", "  :properties: "]),
        *lines,
        pick.choice([":END:", " :end:"]),
    ]


def body(pick: random.Random, depth: int) -> list[str]:
    """Text, keywords, drawers and blocks, nested up to `depth`."""
    lines: list[str] = []
    for _ in range(pick.choice([0, 1, 2, 4])):
        chance = pick.random()
        if chance < 0.6 or not depth:
            lines.append(one(pick, "loose"))
        elif chance < 0.75:
            lines.append(f"#+{one(pick, 'keys')}:{pick.choice(['', ' '])}{one(pick, 'values')}")
        elif chance < 0.85:
            lines += [":LOGBOOK:", *body(pick, depth - 1), ":END:"]
        else:
            name = pick.choice(BLOCKS)
            lines += ["#+NAME: n"] * (pick.random() < 0.2)
            lines += [f"#+begin_{name}", *body(pick, depth - 1), f"#+end_{name.split()[0].upper()}"]
    return lines


def reading(text: str) -> dict[str, Any]:
    """What the scanner sees, in the shape of `reading.el`."""
    note = org.scan(Source(text.encode()))
    drawers = [d for d in (note.drawer, *(h.drawer for h in note.headings)) if d]
    names = {"src": "src-block", "example": "example-block", "": "dynamic-block"}
    names |= {name: f"{name}-block" for name in ("center", "comment", "export", "quote", "verse")}
    keywords = [(k.key, k.value) for k in note.keywords if k.key.text.upper() not in AFFILIATED]
    return {
        "open": sorted(note.words.open),
        "done": sorted(note.words.done),
        "headings": [heading(note, h) for h in note.headings],
        "planning": [h.planning.line + 1 for h in note.headings if h.planning],
        "keywords": [[k.line + 1, k.text.upper(), v.text] for k, v in keywords],
        "properties": [
            [p.key.line + 1, p.key.text + "+" * p.adds, p.value.text]
            for d in drawers
            for p in d.properties
        ],
        "property_drawers": [[d.first + 1, d.last + 1] for d in drawers],
        "drawers": [[d.first + 1, d.last + 1, d.name.text] for d in note.drawers],
        "blocks": [
            [
                b.first + 1,
                b.last + 1,
                ENVIRONMENT if b.name == "equation" else names.get(b.name, "special-block"),
            ]
            for b in note.blocks
        ],
        "comments": [at + 1 for at, kind in enumerate(note.kinds) if kind is OrgKind.COMMENT],
    }


def heading(note: org.OrgNote, found: org.Heading) -> dict[str, Any]:
    """One heading in the shape of `reading.el`."""
    line, plan = found.headline, found.planning
    return {
        "line": found.line + 1,
        "stop": -1 if found.stop == len(note.kinds) else found.stop + 1,
        "level": line.level,
        "keyword": line.keyword.text if line.keyword else None,
        "done": line.done,
        "priority": line.priority.text[2] if line.priority else None,
        "title": line.title.text,
        "tags": list(line.tags),
        "all_tags": sorted(note.tags(found)),
        "commented": line.commented,
        "archived": line.archived,
        **{
            word: stamp(plan.get(word.upper())) if plan else None
            for word in ("scheduled", "deadline", "closed")
        },
    }


def stamp(found: Timestamp | None) -> list[Any] | None:
    """A stamp in the shape of `reading.el`."""
    if found is None or found.day is None:
        return None
    last = found.last or found.day
    begin = [found.start.hour, found.start.minute] if found.start else [None, None]
    end = [found.end.hour, found.end.minute] if found.end else begin
    ranged = found.last or found.end
    return [
        found.whole.text,
        ("active" if found.active else "inactive") + ("-range" if ranged else ""),
        [found.day.year, found.day.month, found.day.day, *begin],
        [last.year, last.month, last.day, *end],
        spelt(
            found.repeater.partition("/")[0], {"+": "cumulate", "++": "catch-up", ".+": "restart"}
        ),
        spelt(found.warning, {"-": "all", "--": "first"}),
    ]


def spelt(text: str, names: dict[str, str]) -> str | None:
    """`+1w` in Emacs' words."""
    units = {"h": "hour", "d": "day", "w": "week", "m": "month", "y": "year"}
    mark = text.rstrip("0123456789hdwmy")
    return f"{names[mark]} {int(text[len(mark) : -1])} {units[text[-1]]}" if text else None


def expected(text: str, raw: dict[str, Any]) -> dict[str, Any]:
    """Emacs' reading with the differences of shape (not of meaning) taken out."""
    comments = {line for first, last in raw["comments"] for line in range(first, last + 1)}
    return raw | {
        "open": sorted(set(raw["open"])),
        "done": sorted(set(raw["done"])),
        "comments": sorted(comments),
        "keywords": [row for row in raw["keywords"] if row[1] not in AFFILIATED],
        "headings": [
            h | tagged(text, h) | {"stop": ended(text, h["stop"])} for h in raw["headings"]
        ],
    }


def ended(text: str, stop: int) -> int:
    """Emacs leaves blank lines at the end of a subtree outside it, at times."""
    lines = text.split("\n")
    while 0 < stop <= len(lines) and not lines[stop - 1].strip(" \t"):
        stop += 1
    return stop if stop <= len(lines) else -1


def tagged(text: str, raw: dict[str, Any]) -> dict[str, Any]:
    """A heading of tags only: Emacs' parser calls them its title, Emacs' agenda its tags."""
    tags = [tag for tag in raw["tags"] if tag]
    line = text.split("\n")[raw["line"] - 1]
    if re.fullmatch(r":[\w@#%:]+:", raw["title"]) and re.search(r"[ \t]:[^ \t]+[ \t]*$", line):
        tags = [tag for tag in raw["title"].split(":") if tag]
        return {"title": "", "tags": tags, "archived": "ARCHIVE" in tags}
    return {"tags": tags}


def emacs(texts: list[str]) -> list[dict[str, Any]]:
    """Emacs' reading of every text."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            Path(folder, f"{number:05}.org").write_bytes(text.encode())
        command = ["emacs", "--batch", "-Q", "-l", str(CASES / "reading.el"), folder]
        run = subprocess.run(command, capture_output=True, check=True, timeout=300)
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


def load() -> list[tuple[str, dict[str, Any]]]:
    """The recorded texts and readings."""
    return [
        (row["text"], row["emacs"])
        for path in RECORDED
        for row in json.loads(path.read_text(encoding="utf-8"))
    ]


def test_readings_are_recorded_for_400_files() -> None:
    assert len({text for text, _ in load()}) >= 400


def test_every_recorded_file_reads_as_in_emacs() -> None:
    for text, raw in load():
        assert reading(text) == expected(text, raw), text


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_endings_change_nothing(newline: str) -> None:
    for text, raw in load():
        assert reading("\ufeff" + text.replace("\n", newline)) == expected(text, raw), text


@pytest.mark.client
@pytest.mark.skipif(not shutil.which("emacs"), reason="needs Emacs")
def test_fresh_random_files_read_as_in_emacs() -> None:
    seed = random.randrange(1 << 32)
    pick = random.Random(seed)
    texts = [write(pick) for _ in range(FRESH)]
    for text, raw in zip(texts, emacs(texts), strict=True):
        assert reading(text) == expected(text, raw), f"seed {seed}\n{text}"


def record() -> None:
    """Write the recorded cases anew."""
    size = FILES // BATCHES
    for batch in range(BATCHES):
        pick = random.Random(batch)
        texts = [write(pick) for _ in range(size)]
        rows = [
            json.dumps({"text": text, "emacs": raw}, ensure_ascii=False, separators=(",", ":"))
            for text, raw in zip(texts, emacs(texts), strict=True)
        ]
        path = CASES / f"emacs-{batch}.json"
        path.write_text("[\n" + ",\n".join(rows) + "\n]\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    record()
