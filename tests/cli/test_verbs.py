"""`done`, `later`, `heard`, `decides`, `stop`, `tidy`: one moment, one command, one line."""

import re
from pathlib import Path

import pytest

from mdfollow.vault.outcome import Outcome, Snapshot
from mdfollow.vault.store import DiskStore
from tests.cli.conftest import Mdfollow, Ran, Start
from tests.cli.notes import make
from tests.verbs.notes import NOTES

TASKS = {
    ".obsidian/plugins/obsidian-tasks-plugin/manifest.json": b"{}",
    ".obsidian/plugins/obsidian-tasks-plugin/data.json": b'{"taskFormat": "tasksPluginEmoji"}',
    ".obsidian/community-plugins.json": b'["obsidian-tasks-plugin"]',
}
VAULTS: dict[str, tuple[str, dict[str, bytes]]] = {
    "tasks": (NOTES["yaml"][0], {NOTES["yaml"][0]: NOTES["yaml"][1].encode(), **TASKS}),
    "dataview": (
        NOTES["toml"][0],
        {NOTES["toml"][0]: NOTES["toml"][1].encode(), "mdfollow.toml": b'dialect = "dataview"\n'},
    ),
    "gfm": (NOTES["crlf"][0], {NOTES["crlf"][0]: NOTES["crlf"][1].encode()}),
    "logseq": (
        NOTES["page"][0],
        {NOTES["page"][0]: NOTES["page"][1].encode(), "logseq/config.edn": b"{}"},
    ),
    "org": (NOTES["org"][0], {NOTES["org"][0]: NOTES["org"][1].encode()}),
}
TODAY = "2026-11-12"


class Desk:
    """One planned note of one dialect, with what the commands made of it."""

    def __init__(self, run: Mdfollow, folder: Path, note: str) -> None:
        self.run, self.folder, self.note = run, folder, note

    @property
    def data(self) -> bytes:
        return (self.folder / self.note).read_bytes()

    def __call__(self, command: str, *argv: str, today: str = TODAY) -> Ran:
        return self.run(command, *argv, today=today)

    def id(self, words: str) -> str:
        """The id of the step whose line holds these words."""
        text = self.run("plan", "--json", today=TODAY).out
        rows = re.finditer(r'"id": "(?P<id>mf-\w+)"[^{}]*?"title": "(?P<title>[^"]*)"', text)
        return next(row["id"] for row in rows if words in row["title"])

    def changed(self, before: bytes) -> list[str]:
        old = before.decode().splitlines()
        return [line for line in self.data.decode().splitlines() if line not in old]


@pytest.fixture(params=VAULTS)
def desk(request: pytest.FixtureRequest, start: Start, tmp_path: Path) -> Desk:
    note, files = VAULTS[request.param]
    folder = make(tmp_path / request.param, files)
    run = start(folder)
    assert run("sync", today=TODAY).code == 0
    return Desk(run, folder, note)


TICKED = {
    "tasks": r"- \[x\] Thank Dana Kim .* 📅 2026-11-11 ✅ 2026-11-11",
    "dataview": r"- \[x\] Thank Dana Kim .*  \[due:: 2026-11-11\]  \[completion:: 2026-11-11\]",
    "gfm": r"- \[x\] Thank Dana Kim .* 📅 2026-11-11",
    "logseq": r"\s*- DONE Thank Dana Kim .*",
    "org": r"\*\*\* DONE Thank Dana Kim .*",
}


def test_done_ticks_as_the_vaults_own_tool_would(
    desk: Desk, request: pytest.FixtureRequest
) -> None:
    before = desk.data
    ran = desk("done", desk.note, "Dana", "--on", "2026-11-11")
    assert (ran.code, ran.err.splitlines()[-1][:5]) == (0, "Next:")
    name = request.node.callspec.params["desk"]
    changed = sorted(desk.changed(before), key=lambda line: " done=" in line)
    assert re.fullmatch(TICKED[name], changed[0]), changed
    if name == "org":
        assert changed[1].startswith("CLOSED: [2026-11-11 Wed] SCHEDULED: <2026-11-10 Tue>")
    elif name in {"gfm", "logseq"}:
        assert changed[1].strip().startswith("mf-")
        assert changed[1].endswith(" done=2026-11-11")
    else:
        assert len(changed) == 1
    assert ran.lines[0].split(": ", 1)[1] == changed[0].strip()
    assert '"done_on": "2026-11-11"' in desk("plan", "--json").out


def test_a_second_done_changes_nothing(desk: Desk) -> None:
    assert desk("done", desk.note, "Dana").code == 0
    before = desk.data
    ran = desk("done", desk.note, "Dana")
    assert (ran.code, ran.out) == (0, "")
    assert "nothing was changed" in ran.err
    assert desk.data == before
    desk("sync")
    settled = desk.data
    assert desk("sync", "--check").code == 0
    assert desk.data == settled


def test_done_takes_an_id_and_several(desk: Desk) -> None:
    ran = desk("done", desk.id("Thank Dana"), desk.id("Thank Sam"))
    assert ran.code == 0
    assert len([line for line in ran.lines if "Thank" in line]) == 2
    assert "Next: Call Sam Roe" in ran.err or "Next: Write to Sam Roe" in ran.err


def test_done_asks_back_where_several_are_due(desk: Desk) -> None:
    before = desk.data
    ran = desk("done", desk.note)
    assert (ran.code, ran.out) == (1, "")
    assert desk.id("Thank Dana") in ran.err
    assert desk.data == before


def test_done_of_an_attempt_brings_the_next_one(desk: Desk) -> None:
    desk("done", desk.note, "Dana")
    desk("done", desk.note, "Sam")
    ran = desk("done", desk.note, today="2026-12-04")
    assert ran.code == 0
    assert "Next: " in ran.err
    desk("sync", today="2026-12-04")
    assert '"done_on": "2026-12-04"' in desk("plan", "--json", today="2026-12-04").out
    before = desk.data
    desk("sync", today="2026-12-05")
    assert desk.data == before


def test_row_31_done_ticks_a_task_where_she_moved_it(start: Start, tmp_path: Path) -> None:
    """In her daily note, and its day counts for the plan it came from."""
    note, files = VAULTS["tasks"]
    vault = make(tmp_path, files | {"daily.md": b"# Today\r\n"})
    run = start(vault)
    run("sync", "--yes", today=TODAY)
    text = (vault / note).read_text(encoding="utf-8")
    line = next(row for row in text.splitlines() if "- [ ] Thank Dana" in row)
    (vault / note).write_text(text.replace(line + "\n", ""), encoding="utf-8")
    (vault / "daily.md").write_bytes(b"# Today\r\n" + line.encode() + b"\r\n")
    run("sync", today=TODAY)
    name = re.search(r"mf-\w+", line)
    assert name
    shown = run("done", name[0], "--diff", today=TODAY)
    assert "+++ b/daily.md" in shown.out
    before = (vault / note).read_bytes()
    ran = run("done", name[0], today=TODAY)
    assert (ran.code, ran.err.startswith("Next: ")) == (0, True)
    ticked = line.replace("- [ ]", "- [x]").encode() + b" \xe2\x9c\x85 2026-11-12"
    assert (vault / "daily.md").read_bytes() == b"# Today\r\n" + ticked + b"\r\n"
    assert (vault / note).read_bytes() == before
    again = run("done", name[0], today=TODAY)
    assert again.err == "daily.md: it is there already; nothing was changed.\n"


def test_done_ticks_what_is_over_as_long_as_it_stands(desk: Desk) -> None:
    """She sent it after all: the next sync would have taken the line out."""
    name = desk.id("Thank Dana")
    assert desk("heard", desk.note, "--rejected").code == 0
    assert desk("done", name).code == 0
    desk("sync")
    assert "Thank Dana" in desk.data.decode()
    assert "Thank Sam" not in desk.data.decode()


def test_later_moves_both_dates_and_nothing_else(desk: Desk) -> None:
    before = desk.data
    ran = desk("later", desk.id("Sam Roe (Acme): still"), "3")
    assert ran.code == 0
    # Fri 4 December and three days is a Monday
    assert "2026-12-07" in ran.out
    old, new = before.decode().splitlines(), desk.data.decode().splitlines()
    assert len(old) == len(new)
    pairs = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    assert all(
        re.sub(r"2026-12-0\d( \w{3})?", "", a) == re.sub(r"2026-12-0\d( \w{3})?", "", b)
        for a, b in pairs
    )
    assert desk("sync").code == 0
    assert "2026-12-07" in desk("plan", "--json").out
    before = desk.data
    assert desk("later", desk.id("Sam Roe (Acme): still"), "2026-12-07").code == 0
    assert desk.data == before


def test_later_all_due_is_one_move_after_days_away(desk: Desk) -> None:
    ran = desk("later", "--all-due", "2")
    assert ran.code == 0
    assert desk("done", desk.note, today="2026-11-13").code == 1
    assert "nothing is due yet" in desk("done", desk.note, today="2026-11-13").err
    ran = desk("later", "--all-due", "2", today="2026-11-13")
    assert (ran.code, ran.err) == (0, "Nothing is due, so nothing was changed.\n")
    text = desk.data.decode()
    assert "2026-11-14" in text  # a thank-you may go out on a Saturday


def test_heard_says_it_in_one_line_and_the_plan_ends(desk: Desk) -> None:
    before = desk.data
    ran = desk("heard", desk.note, "yesterday", today="2026-12-03")
    assert ran.code == 0
    assert len(desk.changed(before)) == 1
    assert "2026-12-02" in desk.changed(before)[0]
    again = desk("heard", desk.note, "yesterday", today="2026-12-03")
    assert (again.code, again.out) == (0, "")
    assert desk("sync", today="2026-12-03").code == 0
    assert "still interested" not in desk.data.decode()


def test_heard_rejected_and_an_offer_are_statuses(desk: Desk) -> None:
    ran = desk("heard", desk.note, "--rejected")
    assert ran.code == 0
    assert "ejected" in ran.out
    assert '"status": "closed"' in desk("plan", "--json").out
    assert desk("heard", desk.note, "--offer").code == 0
    assert '"status": "offer"' in desk("plan", "--json").out


@pytest.mark.parametrize(
    "words", ["NOTE DAY --rejected", "NOTE --rejected DAY", "--rejected NOTE DAY"]
)
def test_heard_takes_its_words_in_any_order(desk: Desk, words: str) -> None:
    given = words.replace("NOTE", desk.note).replace("DAY", "2026-12-02").split()
    assert desk("heard", *given, today="2026-12-03").code == 0
    assert b"2026-12-02" in desk.data
    assert '"status": "closed"' in desk("plan", "--json", today="2026-12-03").out


def test_heard_until_goes_on_with_the_new_day(desk: Desk) -> None:
    assert desk("heard", desk.note, "--until", "2026-12-11").code == 0
    assert '"decision": "2026-12-11"' in desk("plan", "--json").out


def test_decides_takes_a_day_or_a_phrase(desk: Desk) -> None:
    before = desk.data
    ran = desk("decides", desk.note, "4", "weeks")
    assert ran.code == 0
    assert "4 weeks" in desk.changed(before)[0]
    assert "They decide by Tue 8 Dec." in ran.err
    assert desk("decides", desk.note, "2026-12-03").code == 0
    assert '"decision": "2026-12-03"' in desk("plan", "--json").out


@pytest.mark.parametrize("text", ["after the board meets", "03/12/2026", "2026-11-01", "2 days"])
def test_decides_writes_nothing_that_cannot_be_meant(desk: Desk, text: str) -> None:
    before = desk.data
    ran = desk("decides", desk.note, text)
    assert (ran.code, ran.out) == (1, "")
    assert desk.data == before


def test_stop_takes_our_open_lines_out_and_keeps_the_ticked(desk: Desk) -> None:
    desk("done", desk.note, "Dana")
    ran = desk("stop", desk.note)
    assert ran.code == 0
    assert "alse" in ran.out
    text = desk.data.decode()
    assert "Thank Dana" in text
    assert not re.search(r"(?:\[ \]|TODO) ", text)
    settled = desk.data
    assert desk("sync").code == 0
    assert desk.data == settled


def test_stop_leaves_no_trace_of_an_untouched_plan(desk: Desk) -> None:
    assert desk("stop", desk.note).code == 0
    text = desk.data.decode()
    assert "Follow-up plan" not in text
    assert "mdfollow:state" not in text
    assert "MDFOLLOW_NOTE" not in text
    first = desk.data
    field = next(line for line in first.splitlines(True) if b"dfollow" in line.lower())
    (desk.folder / desk.note).write_bytes(first.replace(field, b""))
    assert desk("sync").code == 0
    assert "Thank Dana" in desk.data.decode()


def test_tidy_takes_sent_drafts_out_and_sync_brings_none_back(desk: Desk) -> None:
    desk("done", desk.note, "Dana")
    desk("sync")
    before = desk.data
    assert b"Dear Dana" in before
    shown = desk("tidy", "--diff")
    assert re.search(r"(?m)^-\s*Dear Dana", shown.out)
    assert desk.data == before
    assert desk("tidy", desk.note).code == 0
    assert b"Dear Dana" not in desk.data
    assert b"Dear Sam" in desk.data
    old = before.decode().splitlines()
    assert all(line in old for line in desk.data.decode().splitlines())
    tidied = desk.data
    desk("sync")
    assert desk.data == tidied
    assert "nothing to take" in desk("tidy").err


def test_tidy_leaves_a_draft_that_is_hers(desk: Desk) -> None:
    file = desk.folder / desk.note
    text = file.read_bytes().replace(b"Dear Dana,", b"Dear Dana, dear all,")
    file.write_bytes(text)
    desk("done", desk.note, "Dana")
    before = desk.data
    assert "nothing to take" in desk("tidy").err
    assert desk.data == before


@pytest.mark.parametrize(
    "argv",
    [
        ("done", "NOTE", "Dana"),
        ("heard", "NOTE", "--rejected"),
        ("decides", "NOTE", "2026-12-03"),
        ("later", "--all-due", "3"),
        ("stop", "NOTE"),
    ],
    ids=lambda argv: argv[0],
)
def test_a_diff_writes_nothing(desk: Desk, argv: tuple[str, ...]) -> None:
    before = desk.data
    words = [desk.note if word == "NOTE" else word for word in argv]
    ran = desk(words[0], *words[1:], "--diff")
    assert ran.code == 0
    assert ran.out.startswith(f"--- a/{desk.note}\n")
    assert desk.data == before


# --- what is refused, in one Markdown note

TWO = """\
---
type: interview
company: Acme
recruiter: Kim Day
interviews:
  - date: 2026-11-03
    format: phone
    interviewers: Kim Day
  - date: 2026-11-11
    format: panel
    interviewers: Max Mora, Eve Sol
---
"""


def test_several_interviews_ask_for_the_round(start: Start, tmp_path: Path) -> None:
    folder = make(tmp_path / "v", {"acme.md": TWO.encode()})
    run = start(folder)
    run("sync")
    ran = run("heard", "acme.md")
    assert (ran.code, ran.out) == (1, "")
    assert "--round N" in ran.err
    assert run("heard", "acme.md", "--round", "7").code == 1
    assert run("heard", "acme.md", "2026-11-05", "--round", "1").code == 0
    assert "    interviewers: Kim Day\n    heard: 2026-11-05\n" in (folder / "acme.md").read_text()
    asked = start(folder, terminal=True, answer="2\n")
    assert asked("heard", "acme.md", "2026-11-12").code == 0
    assert "Eve Sol\n    heard: 2026-11-12\n---" in (folder / "acme.md").read_text()


def test_a_line_names_the_interview_and_the_task(start: Start, tmp_path: Path) -> None:
    text = NOTES["org"][1]
    other = text.partition("* Shopping")[0].replace("Acme", "Birch").partition("search\n")[2]
    folder = make(tmp_path / "v", {"search.org": (text + other).encode()})
    run = start(folder)
    run("sync")
    line = (folder / "search.org").read_text().split("\n").index("* Birch :interview:") + 1
    assert run("heard", "search.org").code == 1
    ran = run("heard", f"search.org:{line + 3}", "2026-11-11")
    assert ran.code == 0
    written = (folder / "search.org").read_text()
    assert written.index(":HEARD:") > written.index("* Birch")
    task = next(n for n, t in enumerate(written.split("\n"), 1) if "TODO Thank Sam Roe (Acme)" in t)
    assert run("done", f"search.org:{task}").code == 0
    assert "DONE Thank Sam Roe (Acme)" in (folder / "search.org").read_text()


@pytest.mark.parametrize(
    ("argv", "code", "words"),
    [
        (("done", "mf-000000"), 2, "no step has the id"),
        (("done", "nowhere.md"), 2, "there is no note"),
        (("done", "bread.md"), 1, "no interview note"),
        (("done", "Nobody"), 1, "nothing is open"),
        (("done", "acme.md", "--on", "2026-11-20"), 2, "still to come"),
        (("done", "acme.md", "--on", "03/11/2026"), 2, "2026-11-03"),
        (("heard", "acme.md", "2026-11-20"), 2, "still to come"),
        (("heard", "acme.md", "2026-11-01"), 1, "before the interview"),
        (("heard", "acme.md", "--until", "2026-11-01"), 2, "before their answer"),
        (("heard", "bread.md"), 1, "no interview note"),
        (("heard", "."), 2, "folder"),
        (("heard", "nowhere.md"), 2, "there is no note"),
        (("decides", "acme.md", "once the board meets"), 1, "not a date"),
        (("later", "acme.md", "Dana"), 2, "not a date"),
        (("later", "3"), 2, "--all-due"),
        (("later", "acme.md", "Dana", "2026-11-01"), 2, "has passed"),
        (("stop", "bread.md"), 1, "no interview note"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_what_is_refused_is_one_kind_sentence(
    start: Start, tmp_path: Path, argv: tuple[str, ...], code: int, words: str
) -> None:
    notes = {"acme.md": NOTES["yaml"][1].encode(), "bread.md": b"flour\n"}
    folder = make(tmp_path / "v", notes)
    run = start(folder)
    run("sync", today=TODAY)
    before = (folder / "acme.md").read_bytes()
    ran = run(*argv, today=TODAY)
    assert ran.code == code, ran
    assert words in ran.err
    assert "Traceback" not in ran.err
    assert (folder / "acme.md").read_bytes() == before


def test_a_line_for_her_goes_to_stdout(start: Start, tmp_path: Path) -> None:
    text = NOTES["yaml"][1].replace("status:   Interviewing   # hm", "mdfollow: {max_attempts: 2}")
    folder = make(tmp_path / "v", {"acme.md": text.encode()})
    run = start(folder)
    run("sync", today=TODAY)
    before = (folder / "acme.md").read_bytes()
    ran = run("stop", "acme.md", today=TODAY)
    assert (ran.code, ran.out) == (1, "mdfollow: false\n")
    assert "acme.md:7: please write this line yourself" in ran.err
    assert (folder / "acme.md").read_bytes() == before


@pytest.mark.parametrize("how", ["name", "line"])
def test_one_message_to_a_recruiter_ticks_every_check_in(
    start: Start, tmp_path: Path, how: str
) -> None:
    """SAME: `done` of her name, or of the agenda's line, ticks all that one message asks about."""
    note = (
        "---\ncompany: {0}\ninterview_date: 2026-11-03\nrecruiter: Ana Ruiz <ana@agency.example>\n"
        "interviewers: Lee {0}\ndecision: 2026-11-10\nthanked: true\n---\n"
    )
    folder = make(tmp_path / "v", {f"{c}.md": note.format(c).encode() for c in ("Acme", "Birch")})
    run = start(folder)
    run("sync", today="2026-11-13")
    text = run("agenda", today="2026-11-13").out
    place = re.search(r"One message to Ana Ruiz can ask about both: .*  (\S+:\d+)", text)
    assert place is not None, text
    ran = run("done", *([place[1]] if how == "line" else ["Ana Ruiz"]), today="2026-11-13")
    assert ran.code == 0, ran.err
    assert [line.partition(":")[0] for line in ran.lines] == ["Acme.md", "Birch.md"]


@pytest.mark.parametrize("command", ["heard", "decides", "stop", "done"])
def test_a_note_that_cannot_be_planned_is_left_alone(
    start: Start, tmp_path: Path, command: str
) -> None:
    text = NOTES["yaml"][1].replace("status:   Interviewing   # hm", "Company: Birch")
    folder = make(tmp_path / "v", {"acme.md": text.encode()})
    run = start(folder)
    run("sync", today=TODAY)
    before = (folder / "acme.md").read_bytes()
    ran = run(command, "acme.md", *(["2026-12-01"] if command == "decides" else []), today=TODAY)
    assert (ran.code, ran.out) == (1, "")
    assert "nothing was written" in ran.err
    assert "acme.md:7:" in ran.err
    assert (folder / "acme.md").read_bytes() == before


def test_what_would_not_be_read_as_meant_is_not_written(start: Start, tmp_path: Path) -> None:
    """A more final word elsewhere in the note would outweigh the new one."""
    text = NOTES["yaml"][1].replace("format: onsite", "format: onsite\noutcome: Rejected")
    folder = make(tmp_path / "v", {"acme.md": text.encode()})
    before = (folder / "acme.md").read_bytes()
    ran = start(folder)("heard", "acme.md", "--offer", today=TODAY)
    assert (ran.code, ran.out) == (1, "")
    assert "nothing was written" in ran.err
    assert (folder / "acme.md").read_bytes() == before


def test_a_note_that_changed_meanwhile_is_done_again_and_that_one_alone(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """W01 for the verbs: three days later never become six."""
    notes = {f"{c}.md": NOTES["yaml"][1].replace("Acme", c).encode() for c in ("Acme", "Birch")}
    folder = make(tmp_path / "v", notes)
    run = start(folder)
    run("sync", "--yes", today=TODAY)
    real, calls = DiskStore.replace, []

    def replace(self: DiskStore, snapshot: Snapshot, new: bytes) -> Outcome:
        calls.append(snapshot.path)
        if snapshot.path == "Birch.md" and calls.count("Birch.md") == 1:
            with (folder / "Birch.md").open("ab") as file:
                file.write(b"Her new line.\n")
        return real(self, snapshot, new)

    monkeypatch.setattr(DiskStore, "replace", replace)
    ran = run("later", "--all-due", "3", today=TODAY)
    assert ran.code == 0, ran.err
    assert calls == ["Acme.md", "Birch.md", "Birch.md"]
    for name in ("Acme.md", "Birch.md"):
        text = (folder / name).read_text(encoding="utf-8")
        assert "2026-11-15" in text
        assert "2026-11-18" not in text
    assert (folder / "Birch.md").read_bytes().endswith(b"Her new line.\n")
