"""`mdfollow check`: everything at once, for people, editors and GitHub."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Ran, Start
from tests.cli.notes import ACME, BAD_ADDRESS, BROKEN, PHONE, TWO_ROUNDS, VAULTS, contents, make

CLEAN = ACME.replace(b"(recruiter)", b"<sam@acme.example> (recruiter)")


def test_a_clean_vault(start: Start, tmp_path: Path) -> None:
    ran = start(make(tmp_path, {"acme.md": CLEAN}))("check")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "1 interview note, nothing to improve.\n"


def test_check_writes_nothing(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path, VAULTS["with trouble"])
    before = contents(vault)
    assert start(vault)("check").code == 1
    assert contents(vault) == before


def test_the_concise_form_is_one_line_per_finding(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path, {"b.md": BROKEN, "a.md": BAD_ADDRESS})
    ran = start(vault)("check", "--output-format", "concise")
    assert ran.code == 1
    assert [line.split(" ")[0] for line in ran.lines] == sorted(
        line.split(" ")[0] for line in ran.lines
    )
    assert any(line.startswith("a.md:6:12: error MDF103: interviewers[1]") for line in ran.lines)
    assert any(line.startswith("b.md:3:17: error MDF102: ") for line in ran.lines)
    assert ran.err == f"{len(ran.lines)} findings in 2 notes.\n"


def test_the_full_form_shows_the_line_and_the_way_out(start: Start, tmp_path: Path) -> None:
    ran = start(make(tmp_path, {"b.md": BROKEN}))("check")
    first, quoted, mark, way_out, *_ = ran.lines
    assert first.startswith("b.md:3:17: error MDF102: ")
    assert quoted == "    3 | interview_date: 03/11/2026"
    assert mark.index("^") == quoted.index("03/11")
    assert way_out.startswith("    ")


def test_a_place_as_long_as_a_book_fills_no_screen(start: Start, tmp_path: Path) -> None:
    long = ACME + b"<!-- " * 20_000
    ran = start(make(tmp_path, {"a.md": long}))("check")
    (mark,) = (line for line in ran.lines if "^" in line)
    assert mark.count("^") == 120
    assert max(map(len, ran.lines)) < 400


@pytest.mark.parametrize("form", ["concise", "github"])
@pytest.mark.parametrize("folder", ["vault", "vault/Notes", "vault/Other", ".", "elsewhere"])
def test_an_editor_opens_the_path_from_where_it_is(
    start: Start, tmp_path: Path, folder: str, form: str
) -> None:
    vault = make(tmp_path / "vault", {"Notes/b.md": BROKEN, "Other/c.md": ACME})
    (tmp_path / "elsewhere").mkdir()
    run = start(tmp_path / folder)
    (line, *_) = run("--vault", str(vault), "check", "--output-format", form).lines
    path = line.partition("file=")[2] or line
    assert (tmp_path / folder / re.split("[:,]", path)[0]).samefile(vault / "Notes/b.md")
    assert line.count("..") == {"vault/Other": 1}.get(folder, 0)


def test_a_thank_you_ticked_on_the_day_of_the_interview_is_no_slip(
    start: Start, tmp_path: Path
) -> None:
    """Without a day of its own the tick counts on the due day; nobody wrote that day."""
    vault = make(tmp_path, {"a.md": PHONE})
    run, note = start(vault), vault / "a.md"
    day = re.search(rb"interview_date: (\S+)", PHONE)
    assert day
    today = day[1].decode()
    run("sync", today=today)
    note.write_text(note.read_text("utf-8").replace("- [ ] Thank", "- [x] Thank"), "utf-8")
    run("sync", today=today)
    assert "MDF210" not in run("check", today=today).out
    assert "Done." in run("plan", today=today).out
    late = note.read_text("utf-8").replace("- [x] Thank", "- [x] Thank", 1)
    note.write_text(re.sub(r"(- \[x\] .*)", r"\1 ✅ 2031-01-02", late), "utf-8")
    assert "MDF210" in run("check", today=today).out


def test_the_github_form(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path, {"a, b.md": BROKEN})
    (line, *_) = start(vault)("check", "--output-format", "github").lines
    assert line.startswith("::error file=a%2C b.md,line=3,col=17,title=MDF102::")


def test_the_json_form(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path / "vault", VAULTS["with trouble"])
    run = start(vault)
    value = json.loads(run("check", "--output-format", "json").out)
    concise = run("check", "--output-format", "concise").lines
    assert (value["version"], value["vault"]) == (1, "vault")
    assert [f"{each['path']}:{each['line']}:" for each in value["findings"]] == [
        ":".join(line.split(":")[:2]) + ":" for line in concise
    ]


def test_the_form_may_come_from_the_environment(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path, {"b.md": BROKEN})
    env = {"MDFOLLOW_OUTPUT_FORMAT": "github"}
    assert start(vault, env=env)("check").out.startswith("::error ")
    assert start(vault, env=env)("check", "--output-format", "json").out.startswith("{")


def test_an_unknown_form_in_the_environment_is_named(start: Start, tmp_path: Path) -> None:
    ran = start(make(tmp_path, {}), env={"MDFOLLOW_OUTPUT_FORMAT": "xml"})("check")
    assert ran.code == 2
    assert "MDFOLLOW_OUTPUT_FORMAT is 'xml'; it takes full, concise, json, github." in ran.err


def test_only_the_named_notes(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path, {"a.md": BAD_ADDRESS, "b.md": BROKEN, "c.md": CLEAN})
    run = start(vault)
    lines = [line for line in run("check", "b.md").lines if line.strip() == line != ""]
    assert lines
    assert all(line.startswith("b.md:") for line in lines)
    assert run("check", "c.md").code == 0


def test_what_the_plan_would_like_to_know_is_a_hint(start: Start, tmp_path: Path) -> None:
    """TY-1 without names; what only `plan` and `agenda` say is not for `check`."""
    ran = start(make(tmp_path, {"a.md": PHONE}))("check", "--output-format", "concise")
    assert any(" hint MDF" in line for line in ran.lines)
    assert not any(code in ran.out for code in ("MDF308", "MDF309", "MDF310"))


def test_a_note_that_is_too_long_is_reported(start: Start, tmp_path: Path) -> None:
    """F05: it has no line to point at, and it is an interview note that has no plan."""
    vault = make(tmp_path, {"long.md": ACME + b"x" * (2 * 1024 * 1024)})
    run = start(vault)
    ran = run("check", "--output-format", "concise")
    assert ran.code == 1
    assert ran.out.startswith("long.md: error MDF902: ")
    assert run("sync").code == 1


@pytest.mark.parametrize("form", ["full", "concise", "github"])
def test_nothing_in_a_note_can_steer_the_terminal(start: Start, tmp_path: Path, form: str) -> None:
    """Safety 5.3: control and bidi characters of hers are not printed."""
    evil = BAD_ADDRESS.replace(b"bob(at)pied", "bob\u202e(at)pied".encode())
    vault = make(tmp_path, {"e\x1b[31mvil\nname.md": evil})
    ran = start(vault)("check", "--output-format", form)
    assert ran.code == 1
    assert not set("\x1b\u202e\r") & set(ran.out + ran.err)
    if form != "full":
        assert all("MDF" in line for line in ran.lines)


def codes(ran: Ran) -> list[str]:
    return [line.split(": ")[1].split(" ")[1] for line in ran.lines]


def test_what_two_parts_of_the_house_know_is_said_once(start: Start, tmp_path: Path) -> None:
    """TY-1: the reading misses names, and so does the plan."""
    run = start(make(tmp_path, {"a.md": PHONE}))
    ran = run("check", "--output-format", "concise", today="2026-11-19")
    assert codes(ran) == ["MDF121", "MDF122"]


def test_nothing_is_hinted_before_it_can_be_acted_on(start: Start, tmp_path: Path) -> None:
    """AHEAD: people after the interview, the decision from the check-in on, its reader near it."""
    note = ACME.replace(b" (hiring manager)", b"").replace(b" (recruiter)", b"")
    run = start(make(tmp_path, {"a.md": PHONE, "b.md": note}))
    when = {
        "2026-11-08": [],
        "2026-11-09": ["MDF121"],
        "2026-11-18": ["MDF121"],
        "2026-11-19": ["MDF121", "MDF122"],
        "2026-11-27": ["MDF121", "MDF122", "MDF302"],
    }
    for today, expected in when.items():
        found = codes(run("check", "--output-format", "concise", today=today))
        assert found == expected, today


@pytest.mark.parametrize("drafts", ["all", "none"])
def test_check_is_silent_on_a_vault_in_good_order(
    start: Start, tmp_path: Path, drafts: str
) -> None:
    """Only a letter's open places are named, from the interview's day on."""
    vault = make(tmp_path, {"a.md": ACME, "b.md": TWO_ROUNDS})
    (vault / "mdfollow.toml").write_text(f'drafts = "{drafts}"\n')
    run = start(vault)
    run("sync", today="2026-11-09")
    later = ["2026-11-10", "2026-11-12", "2026-11-16"] if drafts == "none" else []
    for today in ("2026-10-29", "2026-11-09", *later):
        ran = run("check", today=today)
        assert (ran.code, ran.out) == (0, ""), today


def test_an_earlier_round_without_names_is_still_named(start: Start, tmp_path: Path) -> None:
    note = b"""\
---
company: Acme
interviews:
  - date: 2026-11-10
  - date: 2026-11-11
    decision: 2026-11-24
mdfollow: true
---
"""
    vault = make(tmp_path, {"a.md": note})
    assert sorted(codes(start(vault)("check", "--output-format", "concise"))) == [
        "MDF121",
        "MDF301",
    ]


def test_a_tick_in_the_future_is_named(start: Start, tmp_path: Path) -> None:
    """Merge-cases 6: the day counts as written, and `check` names it."""
    vault = make(tmp_path, {"a.md": ACME})
    run = start(vault)
    run("sync")
    note = vault / "a.md"
    lines = note.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(i for i, line in enumerate(lines) if line.startswith("- [ ] "))
    lines[at] = lines[at].replace("[ ]", "[x]").rstrip("\n") + " ✅ 2026-11-30\n"
    note.write_text("".join(lines), encoding="utf-8")
    before = note.read_bytes()
    ran = run("check", "--output-format", "concise")
    assert f"a.md:{at + 1}:1: hint MDF210: " in ran.out
    assert "2026-11-30" in ran.out
    assert "MDF210" not in run("check", "--output-format", "concise", today="2026-11-30").out
    assert note.read_bytes() == before


UNDERLINED = [
    (b"interview_date: 03/11/2026", "MDF102", "03/11/2026"),
    (
        b"interview_date: 2026-11-10\ndecision: next Blursday   # they said",
        "MDF104",
        "next Blursday",
    ),
    (b"interview_date: 2026-11-10\ninterveiwers: Dana Kim", "MDF120", "interveiwers"),
    (b"interview_date: 2026-11-10\nstatus: [open, whatnot]", "MDF125", "[open, whatnot]"),
    (b"interview_date: 2026-11-10\ncompany:", "MDF111", "company"),
]


@pytest.mark.parametrize(("text", "code", "marked"), UNDERLINED)
def test_the_words_in_question_are_underlined(
    start: Start, tmp_path: Path, text: bytes, code: str, marked: str
) -> None:
    vault = make(tmp_path, {"a.md": b"---\ncompany: Acme\n" + text + b"\n---\n"})
    lines = start(vault)("check").lines
    at = next(i for i, line in enumerate(lines) if code in line)
    quoted, mark = lines[at + 1], lines[at + 2]
    assert quoted[mark.index("^") : mark.rindex("^") + 1] == marked


def test_a_finding_about_the_whole_note_quotes_no_rule(start: Start, tmp_path: Path) -> None:
    note = ACME.replace(b" (hiring manager)", b"").replace(b" (recruiter)", b"")
    ran = start(make(tmp_path, {"a.md": note}))("check", today="2026-12-04")
    assert "MDF302" in ran.out
    assert "| ---" not in ran.out


def test_editors_jump_to_the_concise_lines(start: Start, tmp_path: Path) -> None:
    """The quickfix list of vim and the compile buffer of Emacs read `file:line:column: `."""
    vault = make(tmp_path, {"notes/a b.md": BAD_ADDRESS})
    ran = start(vault)("check", "--output-format", "concise")
    shape = re.compile(r"notes/a b\.md:\d+:\d+: (error|warning|hint) MDF\d{3}: \S")
    assert ran.lines
    assert all(shape.match(line) for line in ran.lines)


@pytest.mark.client
@pytest.mark.skipif(not shutil.which("vim"), reason="needs vim")
def test_vim_jumps(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path, {"a b.md": BAD_ADDRESS})
    ran = start(vault)("check", "--output-format", "concise")
    (vault / "errors").write_text(ran.out, encoding="utf-8")
    script = "cgetfile errors | for e in getqflist() | echo bufname(e.bufnr) e.lnum e.col | endfor"
    said = subprocess.run(
        ["vim", "-Nu", "NONE", "-es", "-c", "set verbosefile=said", "-c", script, "-c", "qa!"],
        cwd=vault,
        stdin=subprocess.DEVNULL,
        check=False,
        timeout=30,
        capture_output=True,
    )
    found = (vault / "said").read_text(encoding="utf-8").split("\n")
    assert "a b.md 6 12" in found, said
