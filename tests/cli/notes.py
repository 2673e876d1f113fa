"""Interview notes and whole vaults to run commands on."""

from pathlib import Path

TODAY = "2026-11-12"

ACME = b"""\
---
company: Acme
role: Platform Engineer
interview_date: 2026-11-10 10:00
format: onsite
decision: 3 weeks
interviewers:
  - Dana Kim <dana@acme.example> (hiring manager)
  - Sam Roe (recruiter)
skills: [ran the pager hand-over]
---
# Acme, on site
My own notes
"""

PHONE = b"""\
---
company: Initech
interview_date: 2026-11-09
---
A call with someone from the team.
"""

WITH_CRLF = b"""\
---\r
company: Umbrella\r
role: Analyst\r
interview_date: 2026-11-11\r
format: video\r
interviewers: Lee Ortiz, Ann Wu\r
decision: unknown\r
---\r
No final newline"""

TWO_ROUNDS = b"""\
---
type: interview
company: Globex
role: Designer
recruiter: Kim Day
interviews:
  - date: 2026-10-30
    format: phone
    interviewers: Kim Day
  - date: 2026-11-11
    format: panel
    interviewers: Max Mora, Eve Sol
    decision: 2026-11-20
---
Both rounds here.
"""

BROKEN = b"""\
---
company: Hooli
interview_date: 03/11/2026
---
Which month?
"""

BAD_ADDRESS = b"""\
---
company: Pied Piper
interview_date: 2026-11-10
interviewers:
  - name: Bob Ray
    email: bob(at)pied
---
Nice people.
"""

OTHER = b"---\ntitle: Bread\n---\nFlour, water, salt.\n"

VAULTS: dict[str, dict[str, bytes]] = {
    "one note": {"interviews/acme.md": ACME},
    "several notes": {
        "interviews/acme.md": ACME,
        "interviews/initech.md": PHONE,
        "umbrella.md": WITH_CRLF,
        "globex.md": TWO_ROUNDS,
        "bread.md": OTHER,
    },
    "with trouble": {
        "interviews/acme.md": ACME,
        "hooli.md": BROKEN,
        "pied.md": BAD_ADDRESS,
        "latin.md": ACME + b"caf\xe9\n",
        "fence.md": PHONE.replace(b"Initech", b"Stark") + b"```\nnever closed\n",
    },
    "no interviews": {"bread.md": OTHER},
    "nothing": {},
    "many": {
        f"interviews/{name}.md": PHONE.replace(b"Initech", name.encode())
        for name in ("alpha", "beta", "gamma", "delta", "epsilon", "zeta")
    },
    "odd names": {
        "a b/ümläut 📅.md": ACME,
        "-dash.md": PHONE,
        'quote"back\\slash.md': PHONE.replace(b"Initech", b"Wayne"),
    },
}


def make(folder: Path, notes: dict[str, bytes]) -> Path:
    """Write the notes into `folder`, which becomes a vault."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ".obsidian").mkdir(exist_ok=True)
    for path, data in notes.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Every note of the vault by its path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*.md"))
    }
