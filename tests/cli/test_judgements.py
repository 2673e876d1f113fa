"""What is said of notes that are no interviews, nearly ones, or somebody else's."""

from pathlib import Path

from tests.cli.conftest import Start
from tests.cli.notes import ACME, make

DAY = b"---\ntype: interview\ncompany: Acme\n---\n"
COMPANY = b"---\ntags: [interview]\ninterview_date: 2026-11-03\ninterviewers: Dana Kim\n---\n"
SLIP = b"---\ncompany: Beta\ninterveiw_date: 2026-11-04\n---\n"
HIRING = b"---\ncompany: Beta\ninterview_date: 2026-11-04\ncandidate: Sam Roe\n---\n"
NEARLY = {"Acme 2026-11-03 talk.md": DAY, "Fernhill Mills.md": COMPANY, "b.md": SLIP}


def test_a_sync_ends_with_one_line_on_notes_that_lack_one(start: Start, tmp_path: Path) -> None:
    vault = make(tmp_path, {"acme.md": ACME, **NEARLY})
    ran = start(vault)("sync")
    assert ran.err.splitlines()[-1] == (
        "3 notes look like interviews but have no plan; `mdfollow check` says what is missing."
    )
    assert (vault / "b.md").read_bytes() == SLIP
    ran = start(vault)("sync", "acme.md")
    assert "look like" not in ran.err


def test_check_names_the_line_with_its_value(start: Start, tmp_path: Path) -> None:
    ran = start(make(tmp_path, {"acme.md": ACME, **NEARLY}))("check")
    assert "Acme 2026-11-03 talk.md:3:1: hint MDF140" in ran.out
    assert "add the line `interview_date: 2026-11-03` to its fields" in ran.out
    assert "add the line `company: Fernhill Mills` to its fields" in ran.out
    assert "`interveiw_date` is not read" in ran.out
    assert "write `interview_date: 2026-11-04` there" in ran.out


def test_what_to_write_is_said_whatever_the_note_shows(start: Start, tmp_path: Path) -> None:
    files = {
        "empty.md": DAY.replace(b"company", b"interview_date:\ncompany"),
        "x.md": DAY,
        "2026-11-05 y.md": DAY.replace(b"company", b"interview_date:\ncompany"),
        "z.md": b"---\ntype: interview\ninterview_date: 2026-11-03\n---\n",
    }
    said = start(make(tmp_path, files))("check").out
    assert "fill it in, as in `interview_date: 2026-11-03`" in said
    assert "add a line like `interview_date: 2026-11-03` to its fields" in said
    assert "write `interview_date: 2026-11-05` there" in said
    assert "add a line like `company: Acme` to its fields" in said


def test_the_first_hour_names_three_and_counts_the_rest(start: Start, tmp_path: Path) -> None:
    more = {f"x{number}.md": DAY for number in range(2)}
    ran = start(make(tmp_path, {**NEARLY, **more}))("sync")
    lines = ran.err.splitlines()
    assert lines[0] == "These look like interviews and lack one line each:"
    assert [line.partition(":")[0].strip() for line in lines[1:4]] == sorted(NEARLY)
    assert lines[4] == "  and 2 more; `mdfollow check` names them all"
    assert any(line.startswith("There are no interview notes in ") for line in lines)
    ran = start(make(tmp_path / "one", {"b.md": SLIP}))("sync")
    assert ran.err.splitlines()[0] == "This one looks like an interview and lacks one line:"


def test_check_explains_any_note_that_is_named(start: Start, tmp_path: Path) -> None:
    files = {"acme.md": ACME, "hire.md": HIRING, "bread.md": b"# Bread\n", "templates/t.md": ACME}
    run = start(make(tmp_path, files))
    assert (
        "acme.md: an interview: `company` and `interview_date` are there"
        in run("check", "acme.md").err
    )
    said = run("check", "hire.md", "bread.md", "templates/t.md").err
    assert "hire.md: no interview note: `candidate` belongs to another kind of interview" in said
    assert "bread.md: no interview note: it has no fields at its top. If it is one, give" in said
    assert "templates/t.md: no interview note: it is in a folder that is not read" in said
    assert "hire.md" not in run("check").out + run("sync").out + run("sync").err


def test_a_vault_inside_is_named_once_and_left_alone(start: Start, tmp_path: Path) -> None:
    inner = {"inner/.obsidian/app.json": b"{}", "inner/a.md": ACME, "inner/b.md": ACME}
    vault = make(tmp_path, {"acme.md": ACME, **inner})
    ran = start(vault)("sync")
    assert ran.err.count("inner is a vault of its own; `mdfollow sync --vault inner`") == 1
    assert (vault / "inner/a.md").read_bytes() == ACME
    ran = start(vault / "inner")("sync")
    assert "first plan" in ran.out
