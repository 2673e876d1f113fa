"""`mdfollow new`: a note that a sync plans as it is, where the vault keeps such notes."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdfollow.document.frontmatter import fields, find
from mdfollow.interview.model import Interview
from mdfollow.interview.read import read
from mdfollow.settings import Settings
from mdfollow.value import Mapping
from mdfollow.views.new_note import Fresh, fresh, markdown_text, stems, usual_pattern
from mdfollow.views.yaml_text import yaml_text
from tests.cli.conftest import Start
from tests.cli.notes import TODAY, make

DAY = date(2026, 11, 10)


def note(company: str, day: str = "2026-11-03", more: str = "") -> bytes:
    return f"---\ncompany: {company}\ninterview_date: {day}\n{more}---\n".encode()


def planned(start: Start, vault: Path, path: str) -> dict[str, object]:
    """The note as `plan` tells it; nothing in it is an error or a warning."""
    ran = start(vault)("plan", "--json", path)
    (found,) = json.loads(ran.out)["notes"]
    assert not [each for each in found["problems"] if each["severity"] != "hint"]
    (interview,) = found["interviews"]
    assert isinstance(interview, dict)
    return interview


def test_the_note_is_planned_as_it_is(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path / "v", {})
    ran = start(vault)(
        "new", "Fernhill Bakery", "--role", "Baker", "--with", "Priya Raman", "Sam Roe (recruiter)"
    )
    assert (ran.code, ran.out, ran.err) == (0, f"{TODAY} Fernhill Bakery.md\n", "")
    interview = planned(start, vault, ran.lines[0])
    assert (interview["company"], interview["role"]) == ("Fernhill Bakery", "Baker")
    assert interview["date"] == TODAY
    steps = interview["steps"]
    assert isinstance(steps, list)
    assert [each["person"] for each in steps if each["kind"] == "thank"] == [
        "Priya Raman",
        "Sam Roe",
    ]
    before = (vault / ran.lines[0]).read_bytes()
    assert start(vault)("sync").code == 0
    assert (vault / ran.lines[0]).read_bytes().startswith(before)


NAMES = [
    "Acme",
    "Acme: Robots & Sons",
    "#1 Movers",
    "yes",
    "null",
    "2026",
    "1e3",
    "- dash",
    "'quoted'",
    '"Half',
    "back\\slash",
    "[bracket",
    "@home",
    "*star",
    "&and",
    "!bang",
    "%percent",
    "`tick",
    "Müller GmbH",
    "株式会社",
    "a/b",
    "Q: what?",
    "x #comment",
    "tab\there",
    "line\nbreak",
    "Ünï\u202ecode",
    "...",
    ".hidden",
    "~",
    "Yahoo!",
    "AT&T",
    "C++ Co.",
    "💼 Co",
]


@pytest.mark.parametrize("ending", ["md", "org"])
@pytest.mark.parametrize("name", NAMES)
def test_any_company_name(start: Start, tmp_path: Path, name: str, ending: str) -> None:
    vault = make(tmp_path / "v", {})
    ran = start(vault)("new", name, "--format", ending)
    if ending == "org" and name in ("null", "~"):  # Org has no quotes to say that it is a name
        assert (ran.code, list(vault.glob("*.org"))) == (2, [])
        return
    assert (ran.code, ran.err) == (0, "")
    path = ran.lines[0]
    assert path.endswith(f".{ending}")
    assert "/" not in path
    expected = " ".join(name.replace("\u202e", "").split())
    assert planned(start, vault, path)["company"] == expected


@given(text=st.text(max_size=30))
def test_a_text_reads_back_as_it_was(text: str) -> None:
    value = (
        fields(found, "a.md")
        if (found := find(f"---\nkey: {yaml_text(text)}\n---\n".encode()))
        else None
    )
    assert isinstance(value, Mapping)
    ((_, scalar),) = value.entries
    import yaml

    once = yaml.safe_load(yaml_text(text))
    assert isinstance(once, str)
    assert getattr(scalar, "text", "") == once
    assert yaml_text(once) == yaml_text(text)


@given(
    company=st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=20),
    people=st.lists(st.text(st.characters(categories=("L", "P", "Zs")), max_size=15), max_size=3),
)
def test_any_note_reads_back(company: str, people: list[str]) -> None:
    new = fresh(company, DAY, "", people, [])
    block = find(markdown_text(new).encode())
    assert block is not None
    mapping = fields(block, "a.md")
    assert isinstance(mapping, Mapping)
    reading = read(mapping, path="a.md", settings=Settings())
    assert reading.against or reading.problems or reading.interviews[0].day == DAY


def test_where_such_notes_are_kept(start: Start, tmp_path: Path) -> None:
    vault = make(
        tmp_path / "v",
        {
            "Jobs/Talks/2026-11-03 Acme.md": note("Acme"),
            "Jobs/Talks/2026-11-04 Initech.md": note("Initech", "2026-11-04"),
            "Globex.md": note("Globex"),
        },
    )
    assert start(vault)("new", "Umbrella").lines == [f"Jobs/Talks/{TODAY} Umbrella.md"]


def test_an_empty_vault_follows_its_settings_and_folders(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path / "a", {"mdfollow.toml": b'interview_folders = ["Jobs/Talks"]\n'})
    assert start(vault)("new", "Acme").lines == [f"Jobs/Talks/{TODAY} Acme.md"]
    vault = make(tmp_path / "b", {"Interviews/readme.txt": b""})
    assert start(vault)("new", "Acme").lines == [f"Interviews/{TODAY} Acme.md"]
    vault = make(
        tmp_path / "c", {"interviews/2026.txt": b"", "mdfollow.toml": b'ignore = ["inter*"]'}
    )
    assert start(vault)("new", "Acme").lines == [f"{TODAY} Acme.md"]


PATTERNS = [
    (["2026-11-03 Acme.md"], "2026-11-10 Big Corp"),
    (["Acme 2026-11-03.md"], "Big Corp 2026-11-10"),
    (["20261103-acme.md"], "20261110-big corp"),
    (["2026-11-03 acme-ltd.md"], "2026-11-10 big-corp"),
    (["acme_ltd_2026_11_03.md"], "big_corp_2026_11_10"),
    (["acme.md"], "big corp"),
    (["Interview with Acme.md"], "Interview with Big Corp"),
    (["Acme (2026.11.03).md"], "Big Corp (2026.11.10)"),
    (["Acme second try.md"], "2026-11-10 Big Corp"),
    (["talk.md"], "2026-11-10 Big Corp"),
    ([], "2026-11-10 Big Corp"),
    (["2026-11-03 Acme.md", "Acme.md", "2026-11-03 Acme.md"], "2026-11-10 Big Corp"),
]


@pytest.mark.parametrize(("paths", "expected"), PATTERNS)
def test_the_pattern_of_names(paths: list[str], expected: str) -> None:
    told = [
        (f"x{number}/{path}", Interview("Acme Ltd" if "ltd" in path else "Acme", date(2026, 11, 3)))
        for number, path in enumerate(paths)
    ]
    new = Fresh("Big Corp", DAY)
    assert stems(new, usual_pattern(told))[0] == expected


def test_a_taken_name_gets_a_date_and_nothing_is_written_over(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path / "v", {"acme.md": note("Acme"), "globex.md": note("Globex")})
    first = start(vault)("new", "Acme")
    assert first.lines == [f"{TODAY} acme.md"]
    before = {each: each.read_bytes() for each in vault.rglob("*.md")}
    again = start(vault)("new", "Acme")
    assert (again.code, again.out) == (1, "")
    assert again.err == f"{TODAY} acme.md: it is there already, so it stays as it is.\n"
    assert {each: each.read_bytes() for each in vault.rglob("*.md")} == before


def test_it_knows_the_company_and_its_role(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path / "v", {"a.md": note("Acme Inc.", more="role: Analyst\n")})
    path = start(vault)("new", "acme").lines[0]
    interview = planned(start, vault, path)
    assert (interview["company"], interview["role"], interview["round"]) == (
        "Acme Inc.",
        "Analyst",
        2,
    )


def test_two_roles_are_not_guessed_between(start: Start, tmp_path: Path) -> None:
    notes = {"a.md": note("Acme", more="role: A\n"), "b.md": note("Acme", more="role: B\n")}
    vault = make(tmp_path / "v", notes)
    path = start(vault)("new", "Acme").lines[0]
    assert b"role:\n" in (vault / path).read_bytes()


def test_a_date_of_its_own(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path / "v", {})
    assert start(vault)("new", "Acme", "--date", "2026-11-09").lines == ["2026-11-09 Acme.md"]
    ran = start(vault)("new", "Acme", "--date", "9.11.")
    assert ran.code == 2
    assert "write it like 2026-11-05" in ran.err


def test_a_logseq_page(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path / "v", {"logseq/config.edn": b"{}", "pages/a.md": b"- x\n"})
    path = start(vault)("new", "Acme", "--with", "Dana Kim, Sam Roe").lines[0]
    assert path == f"pages/{TODAY} Acme.md"
    assert (vault / path).read_bytes().startswith(b"type:: interview\ncompany:: Acme\n")
    assert planned(start, vault, path)["company"] == "Acme"


def test_an_org_folder_gets_an_org_file(start: Start, tmp_path: Path) -> None:
    vault = tmp_path / "v"
    vault.mkdir()
    (vault / "mdfollow.toml").touch()
    (vault / "a.org").write_bytes(b"* Hello\n")
    path = start(vault)("new", "Acme", "--with", "Dana Kim", "Sam Roe").lines[0]
    assert path == f"{TODAY} Acme.org"
    steps = planned(start, vault, path)["steps"]
    assert isinstance(steps, list)
    assert [each["person"] for each in steps if each["kind"] == "thank"] == ["Dana Kim", "Sam Roe"]


def test_the_path_leads_there_from_the_current_folder(start: Start, tmp_path: Path) -> None:
    """`vim "$(mdfollow new Acme)"` opens the note, wherever it is typed."""
    vault = make(tmp_path / "v", {"Interviews/a.md": note("Globex")})
    inner = vault / "Interviews"
    for cwd in (vault, inner, tmp_path):
        argv = ["--vault", str(vault)] if cwd == tmp_path else []
        path = start(cwd)(*argv, "new", f"From {cwd.name}").lines[0]
        assert (cwd / path).is_file()
    (vault / "Elsewhere").mkdir()
    path = start(vault / "Elsewhere")("new", "Acme").lines[0]
    assert Path(path).is_absolute()


@pytest.mark.parametrize("name", ["", "  ", "\u200b\u202e"])
def test_a_company_without_a_name(start: Start, tmp_path: Path, name: str) -> None:
    ran = start(make(tmp_path / "v", {}))("new", name)
    assert ran.code == 2
    assert 'mdfollow new "Acme"' in ran.err


def test_a_note_that_would_not_be_planned_is_not_made(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path / "v", {})
    ran = start(vault)("new", "{{title}}")
    assert ran.code == 2
    assert "could not be planned" in ran.err
    assert list(vault.glob("*.md")) == []
