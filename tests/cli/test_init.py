"""`mdfollow init`: it fits the vault, says what it found, and writes over nothing."""

import json
import os
import re
from pathlib import Path

import pytest

from mdfollow.record import fields
from mdfollow.settings import Settings
from mdfollow.surroundings import Tool
from mdfollow.vault.settings import KEYS, ME, read_settings
from mdfollow.views import settings_page
from mdfollow.views.template import TEMPLATES
from tests.cli.conftest import Ran, Start

Files = dict[str, str]

TEMPLATER = ".obsidian/plugins/templater-obsidian/data.json"
TASKS = ".obsidian/plugins/obsidian-tasks-plugin/data.json"
VAULTS: dict[str, tuple[Files, str, str]] = {
    "plain": ({}, "templates/interview.md", "is a folder of notes, with no interview notes"),
    "plain with templates": (
        {"Templates/x.md": ""},
        "Templates/interview.md",
        "is a folder of notes",
    ),
    "obsidian": ({".obsidian/app.json": "{}"}, "Templates/Interview.md", "is an Obsidian vault"),
    "obsidian with a folder of its own": (
        {".obsidian/templates.json": '{"folder": "Extras/Forms"}'},
        "Extras/Forms/Interview.md",
        "is an Obsidian vault",
    ),
    "obsidian with broken settings": (
        {".obsidian/templates.json": "{"},
        "Templates/Interview.md",
        "is an Obsidian vault",
    ),
    "templater": (
        {
            TEMPLATER: '{"templates_folder": "90 Meta/Forms"}',
            ".obsidian/community-plugins.json": '["templater-obsidian"]',
        },
        "90 Meta/Forms/Interview.md",
        "is an Obsidian vault with Templater",
    ),
    "templater switched off": (
        {
            TEMPLATER: '{"templates_folder": "Forms"}',
            ".obsidian/community-plugins.json": "[]",
        },
        "Templates/Interview.md",
        "is an Obsidian vault",
    ),
    "tasks": ({TASKS: '{"globalFilter": "#task"}'}, "Templates/Interview.md", "emoji dates and #t"),
    "dataview": ({TASKS: '{"taskFormat": "dataview"}'}, "Templates/Interview.md", "Dataview field"),
    "logseq": (
        {"logseq/config.edn": "{}", "pages/a.md": "", "journals/b.md": ""},
        "pages/Interview template.md",
        "is a Logseq graph",
    ),
    "zk": ({".zk/config.toml": ""}, ".zk/templates/interview.md", "is a zk notebook"),
    "org": ({"a.org": "", "b.org": "", "c.md": ""}, "templates/interview.org", "Org files"),
}


def make(folder: Path, files: Files) -> Path:
    folder.mkdir(exist_ok=True)
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def everything(folder: Path) -> dict[str, bytes]:
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file()
    }


@pytest.mark.parametrize("name", VAULTS)
def test_it_finds_the_vault_and_fits_it(start: Start, tmp_path: Path, name: str) -> None:
    files, template, found = VAULTS[name]
    vault = make(tmp_path / "v", files)
    before = everything(vault)
    ran = start(vault)("init")
    assert ran.code == 0
    assert found in ran.err
    after = everything(vault)
    assert set(after) - set(before) == {"mdfollow.toml", template}
    assert {path: after[path] for path in before} == before
    assert [line.partition(":")[0] for line in ran.lines] == ["mdfollow.toml", template]


@pytest.mark.parametrize("name", VAULTS)
def test_a_second_run_changes_nothing(start: Start, tmp_path: Path, name: str) -> None:
    vault = make(tmp_path / "v", VAULTS[name][0])
    start(vault)("init")
    before = everything(vault)
    ran = start(vault)("init")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.count("is there already, so it stays as it is.") == 2
    assert everything(vault) == before


@pytest.mark.parametrize("name", VAULTS)
def test_the_template_is_no_interview_note(start: Start, tmp_path: Path, name: str) -> None:
    vault = make(tmp_path / "v", VAULTS[name][0])
    start(vault)("init")
    before = everything(vault)
    ran = start(vault)("check")
    assert ran.code == 0
    assert "There are no interview notes" in ran.err
    assert start(vault)("sync").code == 0
    assert everything(vault) == before


@pytest.mark.parametrize("name", VAULTS)
def test_the_first_hour_ends_with_a_plan(start: Start, tmp_path: Path, name: str) -> None:
    """`init`, `new`, `sync`: in every kind of vault."""
    vault = make(tmp_path / "v", VAULTS[name][0])
    run = start(vault)
    assert run("init").code == 0
    (path,) = run("new", "Fernhill Bakery", "--with", "Priya Raman").lines
    assert run("sync").lines[0].startswith(f"{path}: first plan (3 tasks added, 1 draft written)")
    assert "Fernhill Bakery" in run("agenda").out
    assert run("sync").out == ""


def test_a_template_of_hers_is_known_and_offered_its_line(start: Start, tmp_path: Path) -> None:
    files = {
        ".obsidian/app.json": "{}",
        "Templates/Job.md": "---\nJob-Title:\nCompany:\nApp-Stage:\n---\n",
        "Templates/Talk.md": "---\ntype: interview\ncompany:\ndate: {{date}}\n---\n",
        "Templates/Book.md": "---\nauthor:\n---\n",
    }
    vault = make(tmp_path, files)
    ran = start(vault)("init")
    assert "Templates/Job.md: your own template; put a line `interview_date:` among" in ran.err
    assert "Templates/Talk.md: your own template; notes made from it are understood." in ran.err
    assert "Book" not in ran.err
    assert not (vault / "Templates/Interview.md").exists()
    for path, text in files.items():
        assert (vault / path).read_text() == text


def test_planned_notes_beside_the_templates_stay_notes(start: Start, tmp_path: Path) -> None:
    files = VAULTS["templater"][0] | {
        "90 Meta/Forms/Acme.md": "---\ncompany: Acme\ninterview_date: 2026-11-10\n---\n\n"
        "<!-- mdfollow:state v1 note=abc123 dialect=gfm i1=2026-11-10\n-->\n"
    }
    vault = make(tmp_path / "v", files)
    start(vault)("init")
    assert read_settings(str(vault)).templates == ""
    assert start(vault)("plan").out.startswith("90 Meta/Forms/Acme.md")


@pytest.mark.parametrize("tool", Tool)
@pytest.mark.parametrize("path", ["note.{}", "Interviews/note.{}"])
def test_a_template_anywhere_is_left_alone(
    start: Start, tmp_path: Path, tool: Tool, path: str
) -> None:
    """Somebody's folder of templates may be called anything, and be a folder of interviews."""
    path = path.format("org" if tool is Tool.ORG else "md")
    settings = 'interview_folders = ["Interviews"]\n'
    vault = make(tmp_path / "v", {path: TEMPLATES[tool], "mdfollow.toml": settings})
    ran = start(vault)("check", "--output-format", "concise")
    assert (ran.code, ran.out) == (0, "")


FILLED: dict[Tool, tuple[tuple[str, str], ...]] = {
    Tool.PLAIN: (
        ("company:  ", "company: Acme"),
        ("interview_date:  ", "interview_date: 2026-11-10"),
        ("interviewers:   ", "interviewers: Dana Kim"),
    ),
    Tool.OBSIDIAN: (
        ("company:", "company: Acme"),
        ("{{date:YYYY-MM-DD}}", "2026-11-10"),
        ("interviewers:", "interviewers: Dana Kim"),
    ),
    Tool.TEMPLATER: (
        ("<% tp.file.cursor(1) %>", "Acme"),
        ('<% tp.date.now("YYYY-MM-DD") %>', "2026-11-10"),
        ("interviewers:", "interviewers: Dana Kim"),
    ),
    Tool.ZK: (
        ("{{{title}}}", "Acme"),
        ('{{format-date now "%Y-%m-%d"}}', "2026-11-10"),
        ("{{{content}}}", ""),
        ("interviewers:", "interviewers: Dana Kim"),
    ),
    Tool.ORG: (
        ("%^{Company}", "Acme"),
        ("%\\1", "Acme"),
        ("%^{Day of the interview}t", "<2026-11-10 Tue>"),
        ("%?", ""),
        (":INTERVIEWERS:", ":INTERVIEWERS: Dana Kim"),
    ),
    Tool.LOGSEQ: (
        ("company::", "company:: Acme"),
        ("interview_date::", "interview_date:: 2026-11-10"),
        ("interviewers::", "interviewers:: Dana Kim"),
    ),
}


@pytest.mark.parametrize("tool", Tool)
def test_a_template_filled_in_gives_a_plan(start: Start, tmp_path: Path, tool: Tool) -> None:
    text = TEMPLATES[tool]
    if tool is Tool.LOGSEQ:
        # what Logseq makes of the inserted block at the top of a page
        block = text.split("\t- ", 1)[1]
        text = block.replace("\n\t  ", "\n").replace("\n\t- ", "\n\n- ")
    for mark, value in FILLED[tool]:
        assert mark in text
        text = text.replace(mark, value)
    name = "a.org" if tool is Tool.ORG else "a.md"
    vault = make(tmp_path / "v", {name: text})
    ran = start(vault)("plan", "--json")
    (note,) = json.loads(ran.out)["notes"]
    (interview,) = note["interviews"]
    assert (interview["company"], interview["date"]) == ("Acme", "2026-11-10")
    assert [each["person"] for each in interview["steps"] if each["kind"] == "thank"] == [
        "Dana Kim"
    ]
    assert not [each for each in note["problems"] if each["severity"] == "error"]
    assert start(vault)("sync").code == 0
    assert "mf-" in (vault / name).read_text(encoding="utf-8")


def uncommented(page: str) -> str:
    return re.sub(r"^# (?=[a-z_]+ = )", "", page, flags=re.MULTILINE)


def test_the_settings_page_has_every_key() -> None:
    assert [row.key for row in settings_page.ROWS] == list(KEYS)
    assert [row.key for row in settings_page.ME] == list(ME)
    for row in (*settings_page.ROWS, *settings_page.ME):
        assert row.words.endswith(".")


def test_the_settings_page_sets_nothing(tmp_path: Path) -> None:
    make(tmp_path, {"mdfollow.toml": settings_page.settings_page()})
    assert read_settings(str(tmp_path)) == Settings()


def test_every_line_of_the_settings_page_can_be_set(tmp_path: Path) -> None:
    make(tmp_path, {"mdfollow.toml": uncommented(settings_page.settings_page())})
    set_to, plain = read_settings(str(tmp_path)), Settings()
    examples = {
        *("me", "method", "days_off", "days_off_yearly", "date_order", "max_attempts", "dialect"),
        *("interview_folders", "ignore", "templates", "dashboard"),
        *("calendar", "calendar_alarm"),
    }
    for key in (each.name for each in fields(Settings)):
        same = getattr(set_to, key) == getattr(plain, key)
        assert same == (key not in examples), key


def test_a_folder_of_templates_is_named_in_the_settings(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path / "v", VAULTS["templater"][0])
    start(vault)("init")
    assert read_settings(str(vault)).templates == "90 Meta/Forms"
    assert read_settings(str(make(tmp_path / "w", VAULTS["obsidian"][0]))).templates == ""


def test_the_folder_of_templates_in_the_settings_comes_first(start: Start, tmp_path: Path) -> None:
    files = VAULTS["obsidian"][0] | {"mdfollow.toml": 'templates = "Forms/Own/"\n'}
    vault = make(tmp_path / "v", files)
    assert start(vault)("init").lines == ["Forms/Own/Interview.md: a template for interview notes"]


@pytest.mark.parametrize("folder", ["../out", "/etc/x", "C:\\x"])
def test_a_template_stays_in_the_vault(start: Start, tmp_path: Path, folder: str) -> None:
    vault = make(tmp_path / "v", {".obsidian/templates.json": json.dumps({"folder": folder})})
    ran = start(vault)("init")
    assert ran.code in (0, 1)
    assert {each.name for each in tmp_path.iterdir()} == {"v"}


def test_it_counts_the_interviews_that_are_there(start: Start, tmp_path: Path) -> None:
    note = "---\ncompany: Acme\ninterview_date: 2026-11-10\n---\n"
    ran = start(make(tmp_path / "v", {"a.md": note}))("init")
    assert "with 1 interview note in it." in ran.err
    assert "mdfollow sync --diff" in ran.err


def test_the_home_folder_is_not_taken_for_a_vault(start: Start) -> None:
    home = Path(os.environ["HOME"])
    ran = start(home)("init")
    assert ran.code == 2
    assert "this is your home folder" in ran.err
    assert not (home / "mdfollow.toml").exists()
    assert start(home)("init", "--vault", str(home)).code == 0


class TestHolidays:
    @pytest.fixture(autouse=True)
    def _needs(self) -> None:
        pytest.importorskip("holidays")

    def test_they_are_copied_once(self, start: Start, tmp_path: Path) -> None:
        vault = make(tmp_path / "v", {})
        assert start(vault)("init", "--holidays", "us").code == 0
        days = read_settings(str(vault)).days_off
        text = (vault / "mdfollow.toml").read_text(encoding="utf-8")
        assert "  2026-11-26,  # Thanksgiving" in text
        assert [each.isoformat() for each in days if each.month == 12] == [
            "2026-12-25",
            "2027-12-24",
            "2027-12-31",
            "2028-12-25",
        ]
        assert min(days).isoformat() > "2026-11-12"

    def test_a_region(self, start: Start, tmp_path: Path) -> None:
        vault = make(tmp_path / "v", {})
        assert start(vault)("init", "--holidays", "DE-BY").code == 0
        assert "2027-01-06" in (vault / "mdfollow.toml").read_text(encoding="utf-8")

    def test_settings_that_are_there_are_shown_what_to_add(
        self, start: Start, tmp_path: Path
    ) -> None:
        vault = make(tmp_path / "v", {"mdfollow.toml": "first_wait = 9\n"})
        ran = start(vault)("init", "--holidays", "US")
        assert ran.code == 0
        assert (vault / "mdfollow.toml").read_text(encoding="utf-8") == "first_wait = 9\n"
        shown = ran.out[ran.out.index("days_off") : ran.out.index("]") + 1]
        make(vault, {"mdfollow.toml": shown})
        assert len(read_settings(str(vault)).days_off) > 20

    @pytest.mark.parametrize("place", ["Narnia", "US-XX", ""])
    def test_an_unknown_place(self, start: Start, tmp_path: Path, place: str) -> None:
        ran = refused(start, tmp_path, "--holidays", place or "-")
        assert "takes a country such as US" in ran.err


def refused(start: Start, folder: Path, *argv: str) -> Ran:
    vault = make(folder / "v", {})
    ran = start(vault)("init", *argv)
    assert ran.code == 2
    assert everything(vault) == {}
    return ran


def test_holidays_without_the_package(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "holidays", None)
    ran = refused(start, tmp_path, "--holidays", "US")
    assert "mdfollow[holidays]" in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("name", "offered"),
    [("obsidian", "Follow-ups.md"), ("logseq", "pages/Follow-ups.md"), ("org", "Follow-ups.org")],
)
def test_a_dashboard_is_offered_as_the_vault_would_have_it(
    start: Start, tmp_path: Path, name: str, offered: str
) -> None:
    vault = make(tmp_path / "v", VAULTS[name][0])
    start(vault)("init")
    page = (vault / "mdfollow.toml").read_text(encoding="utf-8")
    assert f'\n# dashboard = "{offered}"\n' in page
    assert read_settings(str(vault)).dashboard == ""
