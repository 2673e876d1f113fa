"""Letters of her own: from the vault's folder into the note, and never over what stands there."""

import re

from tests.merge.desk import ACME, Desk
from tests.merge.running import words

DANA, SAM, A1 = "thank:dana-kim", "thank:sam-roe", "attempt:1"
OWN = """\
page = ["Dear {name},", "{text}", "Bye"]
[slots]
skill = "[a skill of yours]"
[[letter]]
text = [["This is mine, about {skill}."]]
"""
ENGLISH = re.compile(r"\b(?:the|thank|dear|you|regards|with|Subject)\b", re.IGNORECASE)


def german(desk: Desk) -> None:
    desk.setting('language = "de"\n[me]\nname = "Robin Vale"\nphone = "555 0100"\n')


def letter(desk: Desk, name: str, text: str) -> None:
    folder = desk.root / "Letters"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    desk.setting('templates = "Letters"\n')


def test_the_german_letters_go_through_a_whole_application(desk: Desk) -> None:
    german(desk)
    text = ACME.replace(
        "skills: [ran the pager hand-over]\n", "skills: [das Handbuch für Notfälle]\n"
    )
    desk.write(text.replace("Sam Roe <sam@acme.example>", "Sam Roe"))
    desk.sync()
    first, second = desk.draft(DANA), desk.draft(SAM)
    assert "das Handbuch für Notfälle" in first
    for draft in (first, second):
        assert "Guten Tag" in draft
        assert not ENGLISH.search(draft), draft
    assert first.splitlines()[6:] != second.splitlines()[6:]
    desk.tick(DANA, "2026-11-11")
    desk.tick(SAM, "2026-11-11")
    desk.sync()
    call = desk.draft(A1)
    assert "555 0100" in call
    assert not ENGLISH.search(call), call
    desk.tick(A1, "2026-12-04")
    desk.sync("2026-12-04")
    assert "Guten Tag" in desk.draft("attempt:2")
    assert not ENGLISH.search(desk.draft("attempt:2"))


def test_german_cards_and_feedback(plain: Desk) -> None:
    german(plain)
    plain.write(ACME.replace("format: onsite", "format: onsite\nculture: formal"))
    plain.sync()
    assert "Guten Tag" in plain.draft(DANA)
    other = ACME.replace("company: Acme", "company: Apex")
    closed = other.replace("format: onsite", "format: onsite\ninternal: true\nstatus: rejected")
    plain.write(closed.replace("---\n# Acme", "heard: 2026-11-12\n---\n# Acme"), "b.md")
    plain.sync()
    assert not ENGLISH.search(plain.draft("feedback", "b.md"))


def test_templates_apply_to_letters_not_yet_written(desk: Desk) -> None:
    """Facts, not wording, move text: what stands stays, a new person's letter is new."""
    desk.write()
    desk.sync()
    before = desk.read()
    letter(desk, "thank-email", OWN)
    desk.quiet()
    desk.replace("---\n# Acme", "---\n# Acme")
    assert desk.read() == before
    desk.replace(
        "  - Sam Roe <sam@acme.example> (recruiter)\n",
        "  - Sam Roe <sam@acme.example> (recruiter)\n  - Lee Ortiz <lee@acme.example>\n",
    )
    desk.sync()
    assert "This is mine" in desk.draft("thank:lee-ortiz")
    assert "This is mine" not in desk.draft(DANA)


def test_a_changed_template_rewrites_nothing(desk: Desk) -> None:
    letter(desk, "thank-email", OWN)
    desk.write()
    desk.sync()
    assert "This is mine, about I ran the pager" in desk.draft(DANA)
    letter(desk, "thank-email", OWN.replace("mine", "new"))
    desk.quiet()
    desk.replace("[ran the pager hand-over]", "[ran the pager hand-over, wrote the handbook]")
    desk.sync()
    assert "This is new, about I wrote the handbook" in desk.draft(SAM)
    assert "This is mine" in desk.draft(DANA)


def test_a_letter_waits_for_its_template_to_be_right(desk: Desk) -> None:
    letter(desk, "thank-email", OWN.replace("{name}", "{nmae}"))
    desk.write()
    ran = desk.sync()
    assert ran.code == 0
    assert "Letters/thank-email.toml:1:15" in ran.said
    assert "Did you mean name?" in ran.said
    assert desk.steps() == [DANA, SAM, A1]
    assert desk.draft(DANA) == ""
    desk.quiet()
    letter(desk, "thank-email", OWN)
    desk.sync()
    assert "This is mine" in desk.draft(DANA)
    assert "This is mine" in desk.draft(SAM)


def test_a_standing_letter_takes_its_facts_once_the_template_is_right(desk: Desk) -> None:
    letter(desk, "thank-email", OWN)
    desk.write()
    desk.sync()
    assert "[a skill of yours]" in desk.draft(SAM)
    letter(desk, "thank-email", OWN + "{")
    desk.replace("[ran the pager hand-over]", "[ran the pager hand-over, wrote the handbook]")
    desk.sync()
    assert "[a skill of yours]" in desk.draft(SAM)
    letter(desk, "thank-email", OWN)
    desk.sync()
    assert "I wrote the handbook" in desk.draft(SAM)


def test_check_names_the_mistake_and_shows_its_line(plain: Desk) -> None:
    letter(plain, "thank-email", OWN.replace("{name}", "{nmae}"))
    plain.write()
    code, out, _ = words(plain.root, plain.today, "check")
    assert code == 1
    assert "Letters/thank-email.toml:1:15: warning MDF420" in out
    assert '1 | page = ["Dear {nmae},' in out
