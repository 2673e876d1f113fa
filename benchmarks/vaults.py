"""Vaults to measure on, made from a fixed seed: the same notes on every machine."""

import random
import subprocess
from pathlib import Path

from measure import mdfollow

WORDS = ("meeting", "plan", "team", "notes", "draft", "coffee", "project", "idea", "list", "book")
INTERVIEW = """\
---
type: interview
company: Company {number}
role: Engineer
interview_date: 2026-11-{day:02}
format: onsite
decision: 2026-11-24
interviewers:
  - Dana Kim <dana@company{number}.example> (hiring manager)
  - Sam Roe (recruiter)
learned: the team moves to {word} {number}
skills:
{skills}---
# Company {number}

{body}"""


def prose(chance: random.Random, size: int) -> str:
    lines = []
    while size > 0:
        line = " ".join(chance.choices(WORDS, k=12)) + "."
        lines.append(line)
        size -= len(line) + 1
    return "\n".join(lines) + "\n"


def interview(chance: random.Random, number: int, body: int = 4000) -> str:
    """One interview note with about a kilobyte of frontmatter."""
    skills = "".join(f"  - {prose(chance, 60).strip()}\n" for _ in range(chance.randint(4, 12)))
    return INTERVIEW.format(
        number=number,
        day=chance.randint(2, 11),
        word=chance.choice(WORDS),
        skills=skills,
        body=prose(chance, chance.randint(body // 2, body)),
    )


def other(chance: random.Random, number: int) -> str:
    """Three in five with frontmatter of another kind, the rest plain; about 6.6 KB each."""
    body = f"# Note {number}\n\n" + prose(chance, chance.randint(200, 13_000))
    if chance.random() < 0.59:
        return f"---\ntags: [{chance.choice(WORDS)}]\ncreated: 2026-01-02\n---\n{body}"
    return body


def make(root: Path, size: int, interviews: int) -> Path:
    """A vault of `size` notes, `interviews` of them planned, with all else that lies in a vault."""
    if root.exists():
        return root
    chance = random.Random(size)
    folders = [root / f"area{n % 20}" / f"folder{n}" for n in range(max(1, size * 41 // 1000))]
    for folder in folders:
        folder.mkdir(parents=True)
    for number in range(size):
        is_interview = number * interviews // size != (number + 1) * interviews // size
        text = interview(chance, number) if is_interview else other(chance, number)
        ending = "org" if not is_interview and chance.random() < 0.02 else "md"
        (chance.choice(folders) / f"note {number}.{ending}").write_text(text, encoding="utf-8")
    for hidden in (".git/objects", ".obsidian/plugins/some", "attachments"):
        (root / hidden).mkdir(parents=True)
        for number in range(size // 20):
            (root / hidden / f"{number}.png").write_bytes(b"\x89PNG" * 100)
    if interviews:
        planned(root)
    return root


def search(root: Path, applications: int, rounds: int, size: int) -> Path:
    """A long search: so many applications of so many interviews each, among `size` notes."""
    if root.exists():
        return root
    chance = random.Random(7)
    root.mkdir(parents=True)
    for number in range(size - applications * rounds):
        (root / f"note {number}.md").write_text(other(chance, number), encoding="utf-8")
    for number in range(applications):
        for turn in range(rounds):
            text = interview(chance, number).replace("2026-11-", f"2026-{9 + turn:02}-", 1)
            (root / f"Company {number} {turn}.md").write_text(text, encoding="utf-8")
    planned(root)
    return root


def planned(root: Path) -> None:
    """Write the plans of all notes."""
    command = mdfollow(root, "sync", "--yes")
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
