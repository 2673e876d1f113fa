"""`mdfollow mail`: one letter on its way out, complete, to one address, and nothing opened."""

import email
import email.policy
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from mdfollow.letters.message import Message, message
from mdfollow.views.letter_page import CARD, card, mail_file, mailto, valid
from tests.cli.conftest import Ran, Start
from tests.cli.notes import TODAY, contents, make

NOTE = """\
---
company: Acme & Söhne
role: Platform Engineer
interview_date: 2026-11-10
format: onsite
decision: 3 weeks
interviewers:
  - {name: Dana Kim, email: dana+jobs@acme.example, role: hiring manager, learned: on-call moves}
  - {name: Lee Ortiz, learned: the desk is shared}
recruiter: {name: "Sam \\"Ace\\" Røe, Jr.", email: sam@acme.example, phone: 555 0142}
skills: [ran the pager hand-over, wrote the handbook, 100% = more & better?]
---
"""
SETTINGS = '[me]\nname = "Robin Vale"\nemail = ["robin@vale.example"]\n'


@pytest.fixture
def vault(start: Start, tmp_path: Path) -> Path:
    folder = make(tmp_path / "v", {"acme.md": NOTE.encode()})
    (folder / "mdfollow.toml").write_text(SETTINGS)
    assert start(folder)("sync").code == 0
    return folder


def mail(start: Start, vault: Path, *argv: str, today: str = TODAY, **how: object) -> Ran:
    before = contents(vault)
    ran = start(vault, **how)("mail", "acme.md", *argv, today=today)
    assert contents(vault) == before
    return ran


def parts(link: str) -> tuple[str, dict[str, str]]:
    address, _, query = link.removeprefix("mailto:").partition("?")
    pairs = (pair.split("=") for pair in query.split("&"))
    return unquote(address), {key: unquote(value) for key, value in pairs}


def test_without_a_name_it_is_the_first_open_letter(start: Start, vault: Path) -> None:
    ran = mail(start, vault)
    assert ran.code == 0
    assert re.fullmatch(r"Once it is sent: mdfollow done mf-\w+\n", ran.err)
    (link,) = ran.lines
    assert link.startswith("mailto:dana%2Bjobs@acme.example?subject=")
    address, fields = parts(link)
    assert address == "dana+jobs@acme.example"
    assert "Platform Engineer" in fields["subject"]
    assert fields["body"].startswith("Dear Dana,\r\n\r\n")
    assert fields["body"].endswith("\r\nRobin Vale")
    assert "\n" not in fields["body"].replace("\r\n", "")
    assert not set(link) & set(' +\n"<>')


@pytest.mark.parametrize("name", ["Dana", "kim", "Dana Kim", "dana-kim"])
def test_a_person_may_be_named_in_many_ways(start: Start, vault: Path, name: str) -> None:
    assert parts(mail(start, vault, name).lines[0])[0] == "dana+jobs@acme.example"


def test_a_letter_without_an_address_goes_through_the_recruiter(start: Start, vault: Path) -> None:
    address, fields = parts(mail(start, vault, "Lee").lines[0])
    assert address == "sam@acme.example"
    assert "Dear Lee," in fields["body"]


def test_without_any_address_the_link_has_none_and_says_so(start: Start, tmp_path: Path) -> None:
    note = NOTE.replace(", email: sam@acme.example", "").encode()
    folder = make(tmp_path / "v", {"acme.md": note})
    start(folder)("sync")
    ran = mail(start, folder, "Lee")
    assert ran.code == 0
    assert ran.out.startswith("mailto:?subject=")
    assert "No address is known for Lee Ortiz" in ran.err


@pytest.mark.parametrize(("argv", "code"), [((), 1), (("--anyway",), 0)])
def test_open_slots_are_named_before_anything_goes_out(
    start: Start, tmp_path: Path, argv: tuple[str, ...], code: int
) -> None:
    note = NOTE.replace("the desk is shared", "''").encode()
    folder = make(tmp_path / "v", {"acme.md": note})
    start(folder)("sync")
    ran = mail(start, folder, "Lee", *argv)
    assert ran.code == code
    assert bool(ran.out) is bool(argv)
    if not argv:
        assert "still waits for your words: [" in ran.err
        assert "--anyway" in ran.err


def test_a_name_from_elsewhere_or_a_private_word_stops_the_letter(
    start: Start, vault: Path
) -> None:
    other = NOTE.replace("Acme & Söhne", "Halden Foods").replace("acme.example", "halden.example")
    other = other.replace("Dana Kim", "Petra Novak").replace("Lee Ortiz", "Max Brandt")
    other = other.replace("Røe", "Wills").replace("sam@", "sandra@")
    (vault / "halden.md").write_text(other)
    note = (vault / "acme.md").read_text()
    for hers, said in (
        ("I would love to join Halden Foods.", "Halden Foods is another company in your notes."),
        ("Off the record, that made me smile.", "“Off the record” may be private"),
    ):
        (vault / "acme.md").write_text(note.replace("Dear Dana,\n", f"Dear Dana,\n\n{hers}\n"))
        ran = mail(start, vault)
        assert (ran.code, ran.out) == (1, "")
        assert said in ran.err
        assert ran.err.endswith("--anyway hands the letter over as it is.\n")
        assert mail(start, vault, "--anyway").code == 0


def test_a_wording_is_told_and_the_letter_goes(start: Start, vault: Path) -> None:
    note = (vault / "acme.md").read_text()
    (vault / "acme.md").write_text(note.replace("Dear Dana,\n", "Dear Dana,\n\nThanks!!\n"))
    ran = mail(start, vault)
    assert ran.code == 0
    assert "is loud on paper. Kinder:" in ran.err


def test_the_letter_is_the_one_in_the_note_with_her_words(start: Start, vault: Path) -> None:
    note = vault / "acme.md"
    text = note.read_text(encoding="utf-8")
    note.write_text(text.replace("Dear Dana,", "Dear Dana,\n\nBees & 50% more\\_so?", 1))
    _, fields = parts(mail(start, vault, "Dana").lines[0])
    assert "\r\n\r\nBees & 50% more_so?\r\n\r\n" in fields["body"]


def test_a_letter_that_was_sent_makes_way_for_the_next(start: Start, vault: Path) -> None:
    note = vault / "acme.md"
    text = note.read_text(encoding="utf-8")
    note.write_text(text.replace("- [ ] Thank Dana", "- [x] Thank Dana", 1))
    assert parts(mail(start, vault).lines[0])[0] == "sam@acme.example"
    ran = mail(start, vault, "Dana")
    assert ran.code == 1
    assert "no letter for Dana is open here" in ran.err
    assert "There are letters for Lee Ortiz" in ran.err


def test_a_call_is_spoken(start: Start, vault: Path) -> None:
    note = vault / "acme.md"
    note.write_text(note.read_text(encoding="utf-8").replace("- [ ] Thank", "- [x] Thank"))
    start(vault)("sync")
    ran = mail(start, vault, "Sam", today="2026-12-04")
    assert (ran.code, ran.out) == (1, "")
    assert "--card shows its words" in ran.err
    ran = mail(start, vault, "Sam", "--card", "--anyway")
    assert "Voice mail:" in ran.out


def test_a_mail_file_has_correct_headers(start: Start, vault: Path) -> None:
    ran = mail(start, vault, "Lee", "--eml", "lee.eml")
    assert (ran.code, ran.out) == (0, "")
    data = (vault / "lee.eml").read_bytes()
    read = email.message_from_bytes(data, policy=email.policy.default)
    assert read["From"].addresses[0].addr_spec == "robin@vale.example"
    (to,) = read["To"].addresses
    assert (to.display_name, to.addr_spec) == ('Sam "Ace" Røe, Jr.', "sam@acme.example")
    assert read["X-Unsent"] == "1"
    assert read.get_content().startswith("Dear Ace")
    assert read.get_content_charset() == "utf-8"
    assert "Acme & Söhne" in read.get_content()
    assert not read.defects
    assert b"\n" not in data.replace(b"\r\n", b"")


def test_a_mail_file_is_never_written_over(start: Start, vault: Path) -> None:
    (vault / "mine.eml").write_text("mine")
    ran = mail(start, vault, "Dana", "--eml", "mine.eml")
    assert ran.code == 1
    assert "it is there already" in ran.err
    assert (vault / "mine.eml").read_text() == "mine"


def test_a_mail_file_on_stdout(start: Start, vault: Path) -> None:
    ran = mail(start, vault, "Dana", "--eml", "-")
    assert ran.lines[0] == "From: Robin Vale <robin@vale.example>"
    assert not (vault / "-").exists()


def test_a_card_fits_the_hand(start: Start, vault: Path) -> None:
    ran = mail(start, vault, "Dana", "--card")
    assert ran.lines[0] == "Dear Dana,"
    assert all(len(line) <= CARD for line in ran.lines)
    assert "Subject" not in ran.out


def test_copy_gives_the_text_to_the_clipboard(start: Start, vault: Path, tmp_path: Path) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    tool = programs / "wl-copy"
    tool.write_text(f"#!/bin/sh\n/bin/cat > {tmp_path}/clip\n")
    tool.chmod(0o755)
    env = {"PATH": str(programs), "WAYLAND_DISPLAY": "wayland-0"}
    ran = mail(start, vault, "Dana", "--copy", env=env)
    assert (ran.code, ran.out) == (0, "")
    assert "To: dana+jobs@acme.example" in ran.err
    assert "Subject: " in ran.err
    text = (tmp_path / "clip").read_text(encoding="utf-8")
    assert text.startswith("Dear Dana,\n")
    assert "Subject" not in text


@pytest.mark.parametrize("broken", [False, True])
def test_without_a_clipboard_the_text_is_shown(
    start: Start, vault: Path, tmp_path: Path, broken: bool
) -> None:
    tool = tmp_path / "xclip"
    tool.write_text("#!/bin/sh\nexit 1\n")
    tool.chmod(0o755 if broken else 0o644)
    ran = mail(start, vault, "Dana", "--copy", env={"PATH": str(tmp_path), "DISPLAY": ":0"})
    assert ran.code == 1
    assert ran.out.startswith("Dear Dana,\n")
    assert "no clipboard" in ran.err


def test_a_note_without_letters_says_what_to_do(start: Start, tmp_path: Path) -> None:
    folder = make(tmp_path / "v", {"acme.md": NOTE.encode(), "bread.md": b"flour\n"})
    ran = mail(start, folder)
    assert ran.code == 1
    assert "`mdfollow sync` writes the drafts" in ran.err
    ran = start(folder)("mail", "bread.md")
    assert ran.code == 1
    assert "no interview note" in ran.err
    assert start(folder)("mail", "nowhere.md").code == 2
    assert start(folder)("mail", ".").code == 2


ORG = b"""\
* Acme
:PROPERTIES:
:COMPANY: Acme
:INTERVIEW_DATE: [2026-11-10 Tue]
:INTERVIEWERS: Dana Kim <dana@acme.example> (recruiter)
:LEARNED: on-call moves
:SKILLS: ran the desk
:DECISION: 3 weeks
:END:
"""
LOGSEQ = b"""\
type:: interview
company:: Acme
interview-date:: 2026-11-10
interviewers:: Dana Kim <dana@acme.example> (recruiter)
learned:: on-call moves
skills:: ran the desk
decision:: 3 weeks

- a word of hers
"""


@pytest.mark.parametrize(
    ("name", "note", "extra"),
    [("acme.org", ORG, ""), ("pages/acme.md", LOGSEQ, "logseq/config.edn")],
)
def test_org_and_logseq_letters_are_read_sent_and_checked_as_well(
    start: Start, tmp_path: Path, name: str, note: bytes, extra: str
) -> None:
    folder = make(tmp_path / "v", {name: note, **({extra: b"{}"} if extra else {})})
    run = start(folder)
    assert run("sync").code == 0
    address, fields = parts(run("mail", name).lines[0])
    assert address == "dana@acme.example"
    assert fields["body"].startswith("Dear Dana,\r\n\r\n")
    assert "  " not in fields["body"]
    assert run("check", "--output-format", "concise").out == ""
    file = folder / name
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("Dear Dana,", "Dear Dana, [soon]"))
    (found,) = run("check", "--output-format", "concise").lines
    line, column = map(int, re.findall(r":(\d+)", found)[:2])
    assert file.read_text(encoding="utf-8").splitlines()[line - 1][column - 1 :] == "[soon]"
    assert run("mail", name).code == 1


ADDRESSES = {
    "dana@acme.example": True,
    "dana+x@acme.co.example": True,
    "zoë@brücke.example": True,
    "a@b.c,d@e.f": False,
    "a@b.c;d@e.f": False,
    "a@b": False,
    "a b@c.d": False,
    "a@b.c?cc=x@y.z": False,
    "a@b.c&bcc=x@y.z": False,
    "a@b.c%0d%0aBcc:x@y.z": False,
    "a@b.c\r\nBcc: x@y.z": False,
    "<a@b.c>": False,
    '"a"@b.c': False,
    "a@b.c\u202e": False,
    "": False,
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_one_address_and_nothing_beside_it(address: str) -> None:
    assert valid(address) == (address if ADDRESSES[address] else "")
    link = mailto(Message("s", "b"), address)
    assert link.count("?") == 1
    assert link.count("&") == 1
    assert "bcc:" not in unquote(link).lower()


@pytest.mark.parametrize(
    "name", ["Dana\r\nBcc: x@y.z", "Dana\nBcc: x@y.z", '"<x@y.z>', "Zoë\u202e"]
)
def test_no_name_or_subject_adds_a_header(name: str) -> None:
    data = mail_file(
        Message(name, "Hello\r\nBcc: x@y.z"), (name, "a@b.example"), (name, "c@d.example")
    )
    read = email.message_from_bytes(data, policy=email.policy.default)
    known = {"From", "To", "Subject", "X-Unsent", "MIME-Version"}
    assert set(read.keys()) == known | {"Content-Type", "Content-Transfer-Encoding"}
    assert len(read.keys()) == len(set(read.keys()))
    assert [each.addr_spec for each in read["To"].addresses] == ["a@b.example"]


def test_an_address_in_another_script_is_kept() -> None:
    data = mail_file(Message("Grüße", "Hallo"), ("Zoë", "zoë@brücke.example"))
    assert "zoë@brücke.example" in data.decode()


def test_a_draft_is_taken_apart() -> None:
    found = message("\nSubject :  A  role\n\nDear *D*,\n\n\n\n1\\. point <!-- mine --> \\[x y\\]\n")
    assert found == Message("A role", "Dear *D*,\n\n1. point  [x y]")
    assert found.slots == ("[x y]",)
    assert message("Betreff: Grüße\n\nGuten Tag") == Message("Grüße", "Guten Tag")
    assert message("Dear Subject: none") == Message("", "Dear Subject: none")


def test_a_long_word_on_a_card_stays_whole() -> None:
    word = "x" * 80
    assert word in card(Message("", f"See {word}."))


# --- the moment


UNTIMELY = {
    "before the interview": ("2026-11-09", "", "Dana", "The interview is on 10 November"),
    "before a check-in's window": (
        "2026-11-20",
        "tick",
        "Sam",
        "Its day is 4 December: three days",
    ),
    "after a rejection": ("2026-11-12", "status: rejected", "Dana", "has ended"),
    "after an answer": ("2026-12-04", "heard: 2026-12-02", "Sam", "They have answered"),
}


@pytest.mark.parametrize("case", UNTIMELY)
def test_nothing_is_handed_over_at_a_wrong_moment(start: Start, vault: Path, case: str) -> None:
    today, change, person, words = UNTIMELY[case]
    note = vault / "acme.md"
    text = note.read_text(encoding="utf-8")
    if person == "Sam":
        note.write_text(text.replace("- [ ] Thank", "- [x] Thank"), encoding="utf-8")
        assert start(vault)("sync").code == 0  # writes the check-in's draft
        text = note.read_text(encoding="utf-8")
    if ":" in change:
        note.write_text(text.replace("format: onsite", f"format: onsite\n{change}"), "utf-8")
    ran = mail(start, vault, person, "--card", today=today)
    assert (ran.code, ran.out) == (1, "")
    assert "is not for today" in ran.err
    assert words in ran.err
    assert "--anyway hands it over" in ran.err
    ran = mail(start, vault, person, "--card", "--anyway", today=today)
    assert ran.code == 0
    assert ran.out
    assert "Once it is sent: mdfollow done mf-" in ran.err


ROUNDS = """\
---
type: interview
company: Acme
skills: [ran the desk, wrote the handbook]
interviews:
  - date: 2026-11-03
    interviewers: [{name: Dana Kim, email: dana@acme.example, learned: on-call moves}]
  - date: 2026-11-11
    interviewers: [{name: Dana Kim, email: dana@acme.example, learned: the desk is shared}]
---
"""


def test_the_second_letter_to_one_person_is_reached(start: Start, tmp_path: Path) -> None:
    folder = make(tmp_path / "v", {"acme.md": ROUNDS.encode()})
    start(folder)("sync", today="2026-11-04")
    start(folder)("sync", today="2026-11-11")
    body = parts(mail(start, folder, "Dana", "--anyway").lines[0])[1]["body"]
    assert "November 11" in body or "Wednesday" in body
    ran = mail(start, folder, "Dana", "--round", "2", "--anyway")
    assert parts(ran.lines[0])[1]["body"] == body
    name = ran.err.split()[-1]
    ran = start(folder)("mail", name, "--anyway")
    assert parts(ran.lines[0])[1]["body"] == body
    assert start(folder)("mail", "mf-000000").code == 2


def test_the_right_companys_letter_in_a_file_with_several(start: Start, tmp_path: Path) -> None:
    birch = ORG.decode().replace("Acme", "Birch").replace("Dana Kim", "Dana Roth")
    text = ORG.decode() + birch.replace("dana@acme", "dana@birch")
    folder = make(tmp_path / "v", {"search.org": text.encode()})
    run = start(folder)
    run("sync")
    ran = run("mail", "search.org")
    assert (ran.code, ran.out) == (1, "")
    assert "letters for several companies" in ran.err
    rows = (folder / "search.org").read_text(encoding="utf-8").split("\n")
    for company in ("Acme", "Birch"):
        line = rows.index(f"* {company}") + 1
        ran = run("mail", f"search.org:{line}")
        assert ran.code == 0, ran.err
        assert company in parts(ran.lines[0])[1]["body"]
        task = next(n for n, row in enumerate(rows, 1) if "TODO Thank" in row and company in row)
        assert run("mail", f"search.org:{task}").out == ran.out


@pytest.mark.parametrize(
    ("today", "change", "person", "words"),
    [
        ("2026-11-09", "", (), "The interview is on 10 November"),
        ("2026-11-12", "", ("Sam",), "Its day is 4 December"),
        ("2026-11-12", "status: rejected", ("Sam",), "has ended"),
    ],
)
def test_a_letter_that_is_not_written_yet_says_why(
    start: Start, tmp_path: Path, today: str, change: str, person: tuple[str, ...], words: str
) -> None:
    note = NOTE.replace("format: onsite", f"format: onsite\n{change}")
    folder = make(tmp_path / "v", {"acme.md": note.encode()})
    start(folder)("sync", today=today)
    ran = mail(start, folder, *person, today=today)
    assert (ran.code, ran.out) == (1, "")
    assert words in ran.err
