"""`mdfollow agenda`, `plan` and `rules`: for reading."""

import json
from pathlib import Path

import pytest

from mdfollow.etiquette.rules import RULES
from tests.cli.conftest import Start
from tests.cli.notes import ACME, BROKEN, PHONE, VAULTS, contents, make

GROUPS = [
    ("2026-11-09", {}),
    ("2026-11-10", {"thank": "today", "attempt": "later"}),
    ("2026-11-11", {"thank": "today", "attempt": "later"}),
    ("2026-11-12", {"thank": "still_good", "attempt": "later"}),
    ("2026-11-24", {"thank": "still_good", "attempt": "later"}),
]
CHECK_IN = [
    ("2026-11-26", "later"),
    ("2026-11-27", "next"),
    ("2026-12-03", "next"),
    ("2026-12-04", "today"),
    ("2026-12-05", "still_good"),
]


@pytest.mark.parametrize(("today", "groups"), GROUPS)
def test_lines_stand_in_the_part_of_their_day(
    start: Start, tmp_path: Path, today: str, groups: dict[str, str]
) -> None:
    """One line an application: both thank-yous are said in one."""
    run = start(make(tmp_path, {"acme.md": ACME}))
    run("sync")
    items = json.loads(run("agenda", "--json", today=today).out)["items"]
    assert {item["kind"]: item["when"] for item in items} == groups
    thanks = [item for item in items if item["kind"] == "thank"]
    assert [len(item["others"]) for item in thanks] == [1] * len(thanks)


@pytest.mark.parametrize(("today", "when"), CHECK_IN)
def test_a_check_in_comes_up_on_its_day(
    start: Start, tmp_path: Path, today: str, when: str
) -> None:
    run = start(make(tmp_path, {"acme.md": ACME.replace(b"skills", b"thanked: true\nskills")}))
    run("sync")
    (item,) = json.loads(run("agenda", "--json", today=today).out)["items"]
    assert (item["kind"], item["when"]) == ("attempt", when)


def test_the_agenda_is_the_same_before_the_first_sync(start: Start, tmp_path: Path) -> None:
    """What is next is shown whether or not it stands in the note; LAZY: one attempt."""
    run = start(make(tmp_path, {"acme.md": ACME}))
    before = json.loads(run("agenda", "--json").out)["items"]
    run("sync")
    after = json.loads(run("agenda", "--json").out)["items"]
    assert [item["key"] for item in before] == [item["key"] for item in after]
    assert {item["line"] for item in before} == {None}
    assert all(item["line"] for item in after)


def test_tone_1_what_is_due_is_never_a_reproach(start: Start, tmp_path: Path) -> None:
    """TONE-1: no counters, no `overdue`, no `late` in anything a person reads."""
    run = start(make(tmp_path, VAULTS["several notes"]))
    run("sync")
    for how in ((), ("--markdown",), ("--all",)):
        text = run("agenda", *how, today="2026-12-20").out
        assert "Still good to do" in text
        for word in ("overdue", "late", "days ago", "missed", "\x1b[31m"):
            assert word not in text.lower()


def test_days_leaves_out_what_begins_later(start: Start, tmp_path: Path) -> None:
    run = start(make(tmp_path, {"acme.md": ACME}))
    kinds = {
        days: [i["kind"] for i in json.loads(run("agenda", "--json", "--days", days).out)["items"]]
        for days in ("0", "21", "22")
    }
    assert kinds == {"0": ["thank"], "21": ["thank"], "22": ["thank", "attempt"]}


def test_what_she_knows_is_asked_for_the_person_of_a_step_due_today(
    start: Start, tmp_path: Path
) -> None:
    """PPL-2."""
    run = start(make(tmp_path, {"acme.md": ACME}))
    assert "What do you know" not in run("agenda").out
    run("sync")
    lines = run("agenda", today="2026-12-04").lines
    at = next(n for n, line in enumerate(lines) if "Call Sam Roe" in line)
    assert lines[at + 1].strip() == "What do you know of Sam Roe?"
    assert "Dana Kim?" not in "\n".join(lines)


def test_applications_at_rest_are_one_line(start: Start, tmp_path: Path) -> None:
    """STOP-1: every attempt made."""
    data = ACME.replace(
        b"skills:", b"contacted: [2026-12-04, 2026-12-14, 2026-12-28]\nthanked: true\nskills:"
    )
    notes = {"acme.md": data, "birch.md": data.replace(b"Acme", b"Birch")}
    run = start(make(tmp_path, notes))
    for how in ((), ("--markdown",)):
        ran = run("agenda", *how, today="2026-12-29")
        assert "Nothing is due. Enjoy the day." in ran.out
        assert "The next word is theirs: Acme and Birch." in ran.out
    assert "You have done enough; the next word is theirs." in run("plan").out


def test_the_interview_itself_comes_first(start: Start, tmp_path: Path) -> None:
    run = start(make(tmp_path, {"acme.md": ACME, "initech.md": PHONE}))
    lines = run("agenda", today="2026-11-09").lines
    assert lines[:2] == ["Today", "  today             Interview at Initech  initech.md"]
    assert "  Tue 10 Nov 10:00  Interview at Acme, Platform Engineer (onsite)  acme.md" in lines
    lines = run("agenda", today="2026-11-10").lines
    assert lines[1].split("  ")[1] == "10:00"
    assert any("  Thank Dana Kim and Sam Roe (Acme)  " in line for line in lines)
    assert "Interview at" not in run("agenda", today="2026-11-11").out


def test_an_offer_is_one_to_answer_for_two_months(start: Start, tmp_path: Path) -> None:
    data = ACME.replace(b"skills:", b"heard: 2026-11-20\nstatus: offer\nthanked: true\nskills:")
    run = start(make(tmp_path, {"acme.md": data}))
    for today, there in (("2026-11-20", True), ("2027-01-19", True), ("2027-01-20", False)):
        assert ("Acme: There is an offer to answer." in run("agenda", today=today).out) is there


AGENCY = """\
---
company: {0}
interview_date: 2026-11-03
format: phone
decision: {2}
interviewers: {1} (hiring manager)
recruiter: Ana Ruiz <ana@agency.example>
thanked: true
---
"""


def test_one_message_to_a_recruiter_is_one_line(start: Start, tmp_path: Path) -> None:
    """SAME: on the latest of the days; further apart than a week they are lines of their own."""
    days = {"Fir": "2026-11-06", "Gorse": "2026-11-09", "Hazel": "2026-11-10", "Iris": "2026-12-01"}
    notes = {
        f"{company}.md": AGENCY.format(company, f"Bo {company}", day).encode()
        for company, day in days.items()
    }
    run = start(make(tmp_path, notes))
    run("sync", today="2026-11-09")
    items = json.loads(run("agenda", "--json", today="2026-11-10").out)["items"]
    (line, alone) = items
    assert line["line_text"] == (
        "One message to Ana Ruiz can ask about all three: Fir, Gorse and Hazel"
    )
    assert (line["when"], line["day"], alone["company"]) == ("next", "2026-11-13", "Iris")
    assert "One message to Ana Ruiz" in run("agenda", today="2026-11-13").out.partition("next")[0]


def test_one_contact_to_one_person_on_one_morning(start: Start, tmp_path: Path) -> None:
    """A check-in that is due stands for the thank-you that was not sent, and counts the others."""
    data = ACME.replace(b"3 weeks", b"2026-11-13")
    run = start(make(tmp_path, {"acme.md": data}))
    run("sync")
    lines = run("agenda", today="2026-11-16").lines
    assert sum("Acme" in line for line in lines) == 1
    assert "Call Sam Roe (Acme): still interested, what is the next step?, and 1 more" in lines[1]


@pytest.mark.parametrize("width", [60, 40, 30])
def test_every_line_fits_the_terminal(start: Start, tmp_path: Path, width: int) -> None:
    run = start(
        make(tmp_path, VAULTS["several notes"]),
        terminal=True,
        env={"COLUMNS": str(width), "NO_COLOR": "1"},
        answer="y\n",
    )
    run("sync")
    ran = run("agenda", "--all", today="2026-11-20")
    assert ran.lines
    longest = max(len(word) for word in ran.out.split())
    assert max(map(len, ran.lines)) <= max(width, longest + 4)
    assert "acme.md:" in ran.out


def test_a_pipe_gets_a_line_a_step(start: Start, tmp_path: Path) -> None:
    run = start(make(tmp_path, {"interviews/a very long name indeed/acme.md": ACME}))
    lines = run("agenda").lines
    assert any(line.endswith("interviews/a very long name indeed/acme.md") for line in lines)


def test_one_line_for_a_status_bar(start: Start, tmp_path: Path) -> None:
    run = start(make(tmp_path, {"acme.md": ACME}))
    run("sync")
    assert run("agenda", "--line", today="2026-11-01").out == "nothing today\n"
    assert run("agenda", "--line", today="2026-11-12").out == "nothing today; 1 still good to do\n"
    (line,) = run("agenda", "--line", today="2026-11-10").lines
    assert line == "Interview at Acme, Platform Engineer (onsite) (and 1 more)"


def test_later_lines_are_shown_when_all_are_wanted(start: Start, tmp_path: Path) -> None:
    run = start(make(tmp_path, {"acme.md": ACME}))
    assert "Call Sam Roe" not in run("agenda").out
    assert "\nLater\n" in run("agenda", "--all").out


def test_markdown_holds_links_and_no_tasks(start: Start, tmp_path: Path) -> None:
    text = start(make(tmp_path, VAULTS["odd names"]))("agenda", "--markdown").out
    assert "- [ ]" not in text
    assert "](a%20b/%C3%BCml%C3%A4ut%20%F0%9F%93%85.md)" in text


def test_plan_shows_step_window_state_rules_and_why(start: Start, tmp_path: Path) -> None:
    run = start(make(tmp_path, {"acme.md": ACME}))
    text = run("plan").out
    assert text.startswith("acme.md\n  Acme, Platform Engineer: round 1 on Tue 10 Nov, onsite\n")
    assert "They decide by Tue 1 Dec ('3 weeks': counted from the interview)." in text
    assert "Fri 4 Dec            planned  Call Sam Roe (Acme)" in text
    why = "Three days after the decision date they named, 1 December."
    assert f"{why} Goes away on Wed 3 Feb 2027. [EXP-1 FU-1" in text
    assert "Fri 11 – Mon 14 Dec" in text
    assert "look whether Acme has been in the news" in text
    run("sync")
    assert "Fri 4 Dec            open     Call Sam Roe (Acme)" in run("plan").out


def test_plan_never_gives_its_reason_for_a_date_of_hers(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path, {"acme.md": ACME})
    run = start(vault)
    run("sync")
    note = vault / "acme.md"
    note.write_text(note.read_text().replace("⏳ 2026-12-04 📅 2026-12-04", "📅 2026-12-08"))
    text = run("plan").out
    assert (
        "Your own date. The plan's would be Fri 4 Dec: three days after the decision date they "
        "named, 1 December." in text
    )


def test_what_was_let_go_is_said_for_a_week(start: Start, tmp_path: Path) -> None:
    """OVER-4: counted in one line, named with `--all`, then no more."""
    run = start(make(tmp_path, {"acme.md": ACME}))
    run("sync")
    assert "went away" not in run("agenda", today="2026-11-24").out
    for today in ("2026-11-25", "2026-12-01"):
        run("sync", today=today)
        ran = run("agenda", today=today)
        assert "2 steps went away because their time has passed; `mdfollow agenda --all`" in ran.out
        assert "Thank Dana" not in ran.out
        assert "\nTheir time has passed\n" in run("agenda", "--all", today=today).out
    assert "went away" not in run("agenda", "--all", today="2026-12-02").out.lower()


def test_plan_says_what_became_of_a_deleted_task(start: Start, tmp_path: Path) -> None:
    """Merge-cases 32."""
    vault = make(tmp_path, {"acme.md": ACME})
    run = start(vault)
    run("sync")
    note = vault / "acme.md"
    lines = note.read_text().split("\n")
    note.write_text("\n".join(line for line in lines if "- [ ] Call Sam Roe" not in line))
    text = run("plan").out
    assert "deleted" in text
    assert "is not in this note any more, or was moved" in text


def test_plan_names_a_note_that_has_none(start: Start, tmp_path: Path) -> None:
    ran = start(make(tmp_path, {"acme.md": ACME, "hooli.md": BROKEN}))("plan")
    assert ran.code == 1
    assert "acme.md\n" in ran.out
    assert "hooli.md:3:17: error MDF102" in ran.err


@pytest.mark.parametrize("command", ["plan", "agenda", "check"])
def test_looking_writes_nothing(start: Start, tmp_path: Path, command: str) -> None:
    vault = make(tmp_path, VAULTS["several notes"])
    before = contents(vault)
    start(vault)(command)
    assert contents(vault) == before


@pytest.mark.parametrize("command", ["sync", "plan", "agenda", "check"])
def test_every_command_explains_an_empty_vault(start: Start, tmp_path: Path, command: str) -> None:
    ran = start(make(tmp_path, {}))(command)
    assert (ran.code, ran.out) == (0, "")
    assert "    company: Acme\n" in ran.err


def test_rules_lists_every_rule_once(start: Start, tmp_path: Path) -> None:
    lines = start(tmp_path)("rules").lines
    ids = [line.split(" ")[0] for line in lines]
    assert [ids.count(rule.id) for rule in RULES] == [1] * len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_one_rule_shows_its_examples(start: Start, tmp_path: Path, rule: object) -> None:
    from mdfollow.etiquette.rules import Rule

    assert isinstance(rule, Rule)
    text = " ".join(start(tmp_path)("rules", rule.id.lower()).out.split())
    assert rule.sentence in text
    for example in (*rule.examples, rule.own):
        assert " ".join(example.split()) in text


FIRST = b"""\
---
company: Acme
role: Platform Engineer
interview_date: 2026-11-03
format: phone
decision: 2026-11-06
heard: 2026-11-06
interviewers:
  - name: Ana Ruiz
    learned: the team doubles in spring.
learned: they moved to four days
---
"""
ROUND_TWO = b"""\
---
company: Acme
role: Platform Engineer
interview_date: 2026-11-10 10:00
timezone: Europe/Berlin
format: onsite
interviewers:
  - name: Dana Kim
    role: hiring manager
    known: keeps bees
  - Sam Roe
---
"""


@pytest.mark.parametrize("today", ["2026-11-09", "2026-11-10"])
def test_ppl_2_the_day_before_an_interview_the_page_says_what_to_know(
    start: Start, tmp_path: Path, today: str
) -> None:
    """From the notes only; nothing of it is written into one."""
    notes = {"one.md": FIRST, "two.md": ROUND_TWO}
    run = start(make(tmp_path, notes))
    lines = [line.strip() for line in run("agenda", today=today).lines]
    at = next(n for n, line in enumerate(lines) if "Interview at Acme" in line)
    assert lines[at + 1 : at + 7] == [
        "10:00 Europe/Berlin.",
        "With Dana Kim (hiring manager) and Sam Roe.",
        "You noted of Dana Kim: keeps bees.",
        "Ask when they expect to decide; nothing is noted about it yet.",
        "From round 1, Ana Ruiz: the team doubles in spring.",
        "From round 1: they moved to four days.",
    ]
    assert contents(tmp_path) == notes
    run("sync", today=today)
    assert all(
        b"keeps bees" not in data.partition(b"\n---\n")[2] for data in contents(tmp_path).values()
    )


@pytest.mark.parametrize("today", ["2026-11-08", "2026-11-11"])
def test_it_says_so_on_no_other_day(start: Start, tmp_path: Path, today: str) -> None:
    run = start(make(tmp_path, {"two.md": ROUND_TWO}))
    assert "keeps bees" not in run("agenda", today=today).out


@pytest.mark.parametrize(
    "line",
    ["decision: 2026-11-20", "decision: after the board", "asked: true", "format: coffee chat"],
)
def test_what_is_known_or_pointless_is_not_to_be_asked(
    start: Start, tmp_path: Path, line: str
) -> None:
    data = ROUND_TWO.replace(b"format: onsite", line.encode())
    run = start(make(tmp_path, {"two.md": data}))
    out = run("agenda", today="2026-11-09").out
    assert "With Dana Kim" in out
    assert "Ask when they" not in out


def test_an_earlier_day_of_decision_is_not_this_rounds(start: Start, tmp_path: Path) -> None:
    notes = {"one.md": FIRST.replace(b"2026-11-06", b"2026-11-12"), "two.md": ROUND_TWO}
    run = start(make(tmp_path, notes))
    assert "Ask when they" not in run("agenda", today="2026-11-09").out


def test_facts_of_earlier_rounds_are_few(start: Start, tmp_path: Path) -> None:
    many = b"learned: [a one, b two, c three, d four, e five, f six]"
    notes = {
        "one.md": FIRST.replace(b"learned: they moved to four days", many),
        "two.md": ROUND_TWO,
    }
    out = start(make(tmp_path, notes))("agenda", today="2026-11-09").out
    assert out.count("From round 1") == 4
    assert "And 3 more from earlier rounds in your notes." in out


def test_the_line_for_a_status_bar_names_tomorrows_interview(start: Start, tmp_path: Path) -> None:
    run = start(make(tmp_path, {"two.md": ROUND_TWO}))
    assert run("agenda", "--line", today="2026-11-09").out == (
        "nothing today; tomorrow: Interview at Acme, Platform Engineer (onsite)\n"
    )


@pytest.mark.parametrize(
    ("how", "drawn"),
    [
        ({"terminal": True}, True),
        ({"terminal": False}, False),
        ({"terminal": False, "env": {"FORCE_COLOR": "1"}}, False),
        ({"terminal": True, "env": {"NO_COLOR": "1"}}, False),
        ({"terminal": True, "env": {"TERM": "dumb"}}, False),
    ],
)
def test_only_a_terminal_with_colours_gets_it(
    start: Start, tmp_path: Path, how: dict[str, object], drawn: bool
) -> None:
    vault = make(tmp_path, VAULTS["several notes"])
    assert ("Where they stand" in start(vault, **how)("agenda").out) is drawn
