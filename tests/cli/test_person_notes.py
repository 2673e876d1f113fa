"""Linked people whose own notes stand in the vault: shown with what those say, never rewritten."""

import json
from pathlib import Path

import pytest

from mdfollow.problem import Problem
from mdfollow.settings import Settings
from mdfollow.vault import notes
from mdfollow.vault.outcome import Snapshot
from tests.cli.conftest import Start
from tests.cli.notes import contents, make

Found = Snapshot | Problem | None

NOTE = """\
---
company: Birch
interview_date: 2026-11-10
decision: 3 weeks
interviewers: "[[Mara Lind]]"
recruiter: "[[People/Tom Okoro]]"
---
"""
MARA = "---\ntype: person\nrole: hiring manager\nemail: mara@birch.example\nphone: 555 0100\n---\n"
TOM = "---\nemail: tom@birch.example\nknown: sails at weekends\nrole: agent\n---\n"


def vault(tmp_path: Path, **more: str) -> Path:
    files = {"a.md": NOTE, "People/Mara Lind.md": MARA, "People/Tom Okoro.md": TOM} | more
    return make(tmp_path / "v", {path: text.encode() for path, text in files.items()})


def test_plan_and_mail_know_what_the_person_note_says(start: Start, tmp_path: Path) -> None:
    """Role, address and what is known are filled; her words in the interview note win."""
    mdfollow = start(vault(tmp_path))
    assert mdfollow("sync").code == 0
    steps = json.loads(mdfollow("plan", "--json").out)["notes"][0]["interviews"][0]["steps"]
    roles = {step["person"]: step["person_role"] for step in steps}
    assert roles == {"Mara Lind": "hiring manager", "Tom Okoro": "recruiter"}
    assert "You noted: sails at weekends." in mdfollow("plan").out
    assert "mara%40birch.example" in mdfollow("mail", "a.md", "Mara", "--anyway").out.replace(
        "@", "%40"
    )


def test_a_person_note_that_changes_rewrites_no_line(start: Start, tmp_path: Path) -> None:
    """What stands would be written back by a machine without that folder."""
    folder = vault(tmp_path)
    mdfollow = start(folder)
    assert mdfollow("sync").code == 0
    before = contents(folder)
    (folder / "People/Mara Lind.md").write_text(MARA.replace("hiring manager", "recruiter"))
    assert '"person_role": "recruiter"' in mdfollow("plan", "--json").out
    (folder / "People/Tom Okoro.md").unlink()
    assert mdfollow("sync").code == 0
    assert (folder / "a.md").read_bytes() == before["a.md"]


@pytest.mark.parametrize(
    "more",
    [
        {"Other/Mara Lind.md": MARA},
        {"People/Mara Lind.md": "---\ntype: company\nrole: hiring manager\n---\n"},
        {"People/Mara Lind.md": "---\ncompany: B\nstatus: applied\nrole: hiring manager\n---\n"},
        {"People/Mara Lind.md": "no fields here\n"},
        {"People/Mara Lind.md": "---\nrole: [\n---\n"},
    ],
    ids=["two of one name", "a company", "an application", "no fields", "unreadable"],
)
def test_what_is_nobodys_person_note_says_nothing(
    start: Start, tmp_path: Path, more: dict[str, str]
) -> None:
    assert "hiring manager" not in start(vault(tmp_path, **more))("plan", "--json").out


def test_only_a_note_that_is_linked_is_read(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """People nobody links to cost no more than any other note."""
    read: list[str] = []
    real = notes.look

    def look(root: str, path: str, settings: Settings, accepts: notes.Accepts) -> Found:
        read.append(path)
        return real(root, path, settings, accepts)

    monkeypatch.setattr(notes, "look", look)
    folder = vault(tmp_path, **{f"People/Person {n}.md": MARA for n in range(20)})
    start(folder)("plan", "--json")
    assert read == ["People/Mara Lind.md", "People/Tom Okoro.md"]
