"""Nobody is told the same twice: over rounds, applications and the clients of one agency."""

import re
from itertools import combinations

from tests.merge.desk import ACME, Desk
from tests.merge.running import words

ANA = "Ana Ruiz <ana@agency.example>"
CLIENT = """\
---
type: interview
company: {company}
role: Nurse
interview_date: {day}
interviewers: {ana} (recruiter)
skills: [ran the night rota, taught evening classes in first aid]
---
"""
CLIENTS = {"Birch": "2026-11-09", "Fir": "2026-11-10", "Elm": "2026-11-11", "Oak": "2026-11-11"}


def variant(note: str, step: str) -> int:
    found = re.search(rf"i\d+/{step} .*?\bv=(\d+)", note)
    assert found
    return int(found[1])


def used(note: str, step: str) -> set[str]:
    found = re.search(rf"i\d+/{step} .*?\buse=(\S+)", note)
    return set(found[1].split(",")) if found else set()


def test_four_clients_of_one_agency_bring_their_recruiter_four_letters(desk: Desk) -> None:
    """SAME, TY-8: wording and skills differ, the third letter asks for something new."""
    for company, day in CLIENTS.items():
        note = CLIENT.format(company=company, day=day, ana=ANA)
        desk.write(note, f"{company}.md")
    desk.sync("2026-11-11")
    notes = [desk.read(f"{company}.md") for company in CLIENTS]
    thanks = [variant(note, "thank:ana-ruiz") for note in notes]
    assert len(set(thanks)) == 4
    skills = [used(note, "thank:ana-ruiz") for note in notes]
    assert not any(one & other for one, other in combinations(skills, 2))
    assert [len(each) for each in skills] == [1, 1, 0, 0]
    assert "I ran the night rota" in notes[0]
    assert "[a skill" in notes[2]
    before = desk.read("Birch.md")
    desk.quiet()
    assert desk.read("Birch.md") == before


def test_a_letter_not_sent_told_nobody_anything(desk: Desk) -> None:
    """Deleted and tidied away unticked, it leaves its skill to the next."""
    for company, day in list(CLIENTS.items())[:2]:
        note = CLIENT.format(company=company, day=day, ana=ANA)
        if company == "Birch":
            desk.write(note, "Birch.md")
            desk.sync("2026-11-09")
            assert "I ran the night rota" in desk.read("Birch.md")
            whole = desk.read("Birch.md")
            lines = [
                each for each in whole.split("\n") if not each.startswith("- [ ] Thank Ana Ruiz")
            ]
            (desk.root / "Birch.md").write_text("\n".join(lines), encoding="utf-8")
        else:
            desk.write(note, "Fir.md")
    desk.sync("2026-11-10")
    assert "I ran the night rota" in desk.read("Fir.md")


def test_check_ins_to_one_person_go_on_where_the_last_application_ended(desk: Desk) -> None:
    for company, day in list(CLIENTS.items())[:2]:
        note = CLIENT.format(company=company, day=day, ana=ANA)
        closed = note.replace("role: Nurse\n", "role: Nurse\nthanked: true\ndecision: 1 week\n")
        desk.write(closed, f"{company}.md")
    desk.sync("2026-11-12")
    found = [variant(desk.read(f"{company}.md"), "attempt:1") for company in ("Birch", "Fir")]
    assert found == [0, 1]


def test_plan_says_what_was_kept_out_while_the_step_is_open(desk: Desk) -> None:
    text = ACME.replace("skills: [ran the pager hand-over]", 'skills: ["earned 46k before"]')
    desk.write(text)
    desk.sync()
    assert "46k" not in desk.read().split("## Follow-up plan")[1]
    _, out, _ = words(desk.root, desk.today, "plan")
    assert "Kept out of the letter: “earned 46k before”" in out
    assert '{say: "…"}' in out
    desk.replace('["earned 46k before"]', '[{say: "earned 46k before"}]')
    desk.sync()
    assert "earned 46k before" in desk.read().split("## Follow-up plan")[1]
    _, out, _ = words(desk.root, desk.today, "plan")
    assert "Kept out" not in out


def test_a_new_gate_rewrites_no_standing_letter(desk: Desk, monkeypatch: object) -> None:
    """`in=` is over the facts as typed."""
    desk.write(ACME.replace("ran the pager hand-over", "excel"))
    desk.sync()
    assert "[in your words: excel]" in desk.read()
    before = desk.read()
    from mdfollow.letters import gate, render

    ready = gate.Judged(gate.Verdict.READY, gate.Form.TOPIC, "excel")
    monkeypatch.setattr(render, "judge", lambda *_: ready)  # type: ignore[attr-defined]
    desk.quiet()
    assert desk.read() == before
