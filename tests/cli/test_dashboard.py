"""The page over the whole search: what stands in it, and what around it stays hers."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from mdfollow.interview.detect import Kind
from mdfollow.session import Session
from mdfollow.settings import Settings
from mdfollow.sync.judging import judged
from mdfollow.vault.names import names_of
from mdfollow.views.dashboard import dashboard
from mdfollow.views.dashboard_page import dashboard_page
from mdfollow.views.dashboard_spelling import (
    LogseqSpelling,
    MarkdownSpelling,
    OrgSpelling,
    Spelling,
)
from tests.cli.conftest import Start
from tests.cli.notes import ACME, BROKEN, OTHER, PHONE, VAULTS, contents, make

SETTING = {"mdfollow.toml": b'dashboard = "Follow-ups.md"\n'}
SPELLINGS: list[Spelling] = [
    MarkdownSpelling(),
    MarkdownSpelling(wiki=True),
    LogseqSpelling("pages"),
    OrgSpelling(),
]
OPENING, ENDING = b"<!-- mdfollow:dashboard -->\n", b"<!-- mdfollow:dashboard end -->\n"
HOSTILE = 'A|B [x]: `c` <b> %%d%% #e ::f {{g}} "h"'


def vault(folder: Path, notes: dict[str, bytes], **more: bytes) -> Path:
    return make(folder, SETTING | notes | more)


def page(folder: Path) -> str:
    return (folder / "Follow-ups.md").read_text(encoding="utf-8")


def page_on(folder: Path, day: date, spelling: Spelling = SPELLINGS[0]) -> str:
    session = Session(str(folder))
    session.look()
    return dashboard_page(dashboard(session.reports(day)), spelling)


def test_there_is_no_page_where_none_is_wanted(start: Start, tmp_path: Path) -> None:
    folder = make(tmp_path, VAULTS["several notes"])
    start(folder)("sync")
    assert set(contents(folder)) == {n for n in VAULTS["several notes"] if n.endswith(".md")}


def test_an_application_is_a_row_and_its_next_step_a_line(start: Start, tmp_path: Path) -> None:
    folder = vault(tmp_path, VAULTS["several notes"])
    ran = start(folder)("sync")
    assert (ran.code, ran.lines[-1]) == (0, "Follow-ups.md: the dashboard is updated")
    text = page(folder)
    assert "- **Tue 10 Nov 2026**\n  - [[interviews/acme|Acme]]: interview at 10:00" in text
    assert "; then thank them (until Wed 11 Nov)\n" in text
    (row,) = [line for line in text.splitlines() if line.startswith("| [[interviews/acme")]
    cells = [cell.strip() for cell in row.replace("\\|", "/").split("|")[1:-1]]
    assert cells == [
        "[[interviews/acme/Acme]]",
        "Platform Engineer",
        "round 1 (onsite)",
        "",
        "interview 2026-11-10, then thank them",
        "2026-12-01",
    ]


def test_the_columns_stand_one_below_the_other_in_plain_text(start: Start, tmp_path: Path) -> None:
    folder = vault(tmp_path, VAULTS["several notes"])
    start(folder)("sync")
    rows = page(folder).partition("## Applications")[2].partition("##")[0].splitlines()
    table = [line.replace("\\|", "//") for line in rows if line[:1] == "|"]
    assert len(table) == 6
    assert len({tuple(m.start() for m in re.finditer(r"\|", line)) for line in table}) == 1


def test_law_5_two_machines_on_two_days_write_the_same_page(start: Start, tmp_path: Path) -> None:
    """Every task is edited, so no day changes a note; and none changes a letter of the page."""
    folder = vault(tmp_path, VAULTS["several notes"])
    run = start(folder)
    run("sync")
    for path, data in contents(folder).items():
        (folder / path).write_bytes(re.sub(rb"(?m)^(- \[ \] \w+)", rb"\1 you", data))
    run("sync", today="2026-11-13")
    first, session = date(2026, 11, 13), Session(str(folder))
    session.look()
    days = [dashboard(session.reports(first + timedelta(7 * week))) for week in range(58)]
    for spelling in SPELLINGS:
        pages = {dashboard_page(each, spelling) for each in days}
        assert len(pages) == 1
        assert "thank" in pages.pop()


def test_what_was_let_go_on_one_machine_is_gone_from_the_page(start: Start, tmp_path: Path) -> None:
    folder = vault(tmp_path, {"acme.md": ACME})
    run = start(folder)
    run("sync")
    assert "thank" in page(folder)
    run("sync", today="2027-06-01")
    assert "thank" not in page(folder)
    assert "call" not in page(folder)
    assert page(folder) == page_on(folder, date(2027, 6, 2), MarkdownSpelling(wiki=True))


def test_a_tick_brings_the_page_on(start: Start, tmp_path: Path) -> None:
    folder = vault(tmp_path, {"acme.md": ACME})
    run = start(folder)
    run("sync")
    note = folder / "acme.md"
    text = note.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^- \[ \] (Thank .*)$", r"- [x] \1 ✅ 2026-11-11", text)
    note.write_text(text, encoding="utf-8")
    run("sync")
    assert "interview at" not in page(folder)
    assert "| 2026-11-11   | call Sam Roe, 2026-12-04 | 2026-12-01     |" in page(folder)


@pytest.mark.parametrize("spelling", SPELLINGS, ids=lambda s: type(s).__name__)
def test_nothing_in_it_is_a_task_an_id_or_a_field(spelling: Spelling, tmp_path: Path) -> None:
    """It would stand twice in every query."""
    strange = ACME.replace(b"company: Acme", f"company: '{HOSTILE.replace('{{g}} ', '')}'".encode())
    folder = make(tmp_path, {**VAULTS["several notes"], "strange.md": strange})
    text = page_on(folder, date(2026, 11, 12), spelling)
    assert all(word in text for word in ("Platform Engineer", "Umbrella", '"h"'))
    fields = (" :: ",) if isinstance(spelling, OrgSpelling) else ("::", "%%")
    tasks = ("[ ]", "mf-", "📅", "⏳", "TODO", "SCHEDULED", "DEADLINE", "<2026")
    for sign in tasks + fields:
        assert sign not in text


@pytest.mark.parametrize("spelling", SPELLINGS, ids=lambda s: type(s).__name__)
@pytest.mark.parametrize(
    "name", ["Follow-ups", "Interviews/2026-11-10 Follow-ups", "journals/2026_11_10"]
)
def test_it_is_never_an_interview_nor_nearly_one(
    spelling: Spelling, name: str, tmp_path: Path
) -> None:
    folder = make(tmp_path, VAULTS["several notes"])
    ending = ".org" if isinstance(spelling, OrgSpelling) else ".md"
    data = page_on(folder, date(2026, 11, 12), spelling).encode()
    found = judged(name + ending, data, Settings(interview_folders=("Interviews",)))
    assert found.what not in {Kind.INTERVIEW, Kind.NEARLY}


@pytest.mark.parametrize(
    ("name", "ours"),
    [
        *(
            (name, True)
            for name in (
                "Follow-ups.md",
                "Follow-ups 2.md",
                "Follow-ups (1).md",
                "Follow-ups (conflicted copy 2026-11-12).md",
                "Follow-ups (SFConflict robin 2026-11-12).md",
                "Follow-ups.sync-conflict-20261112-093000-ABCDEFG.md",
                "Follow-ups.Conflict.md",
                "Follow-ups - Copy.md",
            )
        ),
        *(
            (name, False)
            for name in (
                "Follow-ups for Acme.md",
                "My Follow-ups.md",
                "Follow-ups.org",
                "a/Follow-ups.md",
                "Follow-ups 2026-11-12 Acme.md",
            )
        ),
    ],
)
def test_its_conflict_copies_are_passed_over(name: str, ours: bool) -> None:
    """And notes that only begin like it are not."""
    assert names_of(Settings(dashboard="Follow-ups.md")).is_note(name) is not ours


def test_what_she_writes_around_it_stays(start: Start, tmp_path: Path) -> None:
    before, after = b"\xef\xbb\xbfMine \xe2\x9c\xa8\t\r\n\r\n", b"and mine\xff, no newline"
    folder = vault(tmp_path, {"acme.md": ACME})
    file = folder / "Follow-ups.md"
    part = (OPENING + b"old\n" + ENDING).replace(b"\n", b"\r\n")
    file.write_bytes(before + part + after)
    start(folder)("sync")
    data = file.read_bytes()
    assert data.startswith(before + OPENING[:-1] + b"\r\n")
    assert data.endswith(ENDING[:-1] + b"\r\n" + after)
    assert b"Platform Engineer" in data
    assert b"old" not in data
    assert data.count(b"\n") == data.count(b"\r\n")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"# My plans\n", "put the two lines `<!-- mdfollow:dashboard -->` and"),
        (OPENING + b"x\n", "each of its two marks once"),
        (ENDING + b"x\n" + OPENING, "each of its two marks once"),
        ((OPENING + ENDING) * 2, "each of its two marks once"),
    ],
    ids=["hers", "no end", "turned", "twice"],
)
def test_a_note_of_hers_without_a_place_for_it_is_left_alone(
    start: Start, tmp_path: Path, data: bytes, words: str
) -> None:
    folder = vault(tmp_path, {"acme.md": ACME, "Follow-ups.md": data})
    ran = start(folder)("sync")
    assert ran.code == 1
    assert words in ran.err
    assert (folder / "Follow-ups.md").read_bytes() == data


def test_an_empty_file_is_filled(start: Start, tmp_path: Path) -> None:
    folder = vault(tmp_path, {"acme.md": ACME, "Follow-ups.md": b"\n"})
    assert start(folder)("sync").code == 0
    assert "[[acme|Acme]]" in page(folder)


def test_a_second_sync_leaves_the_page_alone(start: Start, tmp_path: Path) -> None:
    folder = vault(tmp_path, {"acme.md": ACME, "broken.md": BROKEN})
    run = start(folder)
    run("sync")
    before = (folder / "Follow-ups.md").stat()
    ran = run("sync", today="2026-11-13")
    assert "Follow-ups" not in ran.out + ran.err
    after = (folder / "Follow-ups.md").stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_a_dry_run_shows_the_page_and_writes_none(start: Start, tmp_path: Path) -> None:
    folder = vault(tmp_path, {"acme.md": ACME})
    run = start(folder)
    ran = run("sync", "--check")
    assert (ran.code, ran.lines[-1]) == (
        1,
        "Follow-ups.md: would change: the dashboard is updated",
    )
    assert "+++ b/Follow-ups.md" in run("sync", "--diff").out
    assert set(contents(folder)) == {"acme.md"}
    run("sync")
    assert run("sync", "--check").code == 0


def test_sync_path_leaves_the_page_for_the_next_whole_sync(start: Start, tmp_path: Path) -> None:
    folder = vault(tmp_path, {"acme.md": ACME, "initech.md": PHONE})
    run = start(folder)
    run("sync", "acme.md")
    assert not (folder / "Follow-ups.md").exists()
    assert "it is your dashboard" in run("check", "Follow-ups.md").err if run("sync") else False


@pytest.mark.parametrize("name", ["nothing", "no interviews"])
def test_a_vault_without_interviews_gets_no_page(start: Start, tmp_path: Path, name: str) -> None:
    folder = vault(tmp_path, VAULTS[name])
    start(folder)("sync")
    assert not (folder / "Follow-ups.md").exists()


def test_closed_and_long_quiet_applications_have_no_row(start: Start, tmp_path: Path) -> None:
    old = ACME.replace(b"2026-11-10", b"2025-03-10").replace(b"Acme", b"Birch")
    closed = ACME.replace(b"Acme", b"Cedar").replace(b"skills", b"status: rejected\nskills")
    folder = vault(tmp_path, {"acme.md": ACME, "birch.md": old, "cedar.md": closed, "o.md": OTHER})
    start(folder)("sync")
    text = page(folder)
    assert "## Quiet for a long time\n\n- [[birch|Birch]], Platform Engineer: round 1" in text
    assert "## Ended\n\n- [[cedar|Cedar]], Platform Engineer: rejected" in text
    assert [line for line in text.splitlines() if line.startswith("| [[")] == [
        line for line in text.splitlines() if line.startswith("| [[acme")
    ]


@pytest.mark.parametrize(
    "where", ["../out.md", "a/../b.md", "/etc/x.md", "page.txt", "", "a//b.md"]
)
def test_the_setting_takes_a_note_of_the_vault_only(
    start: Start, tmp_path: Path, where: str
) -> None:
    folder = make(tmp_path, {"mdfollow.toml": f'dashboard = "{where}"\n'.encode()})
    ran = start(folder)("sync")
    assert ran.code == 2
    assert "`dashboard` takes the path of a note in this vault" in ran.err


def test_links_are_made_as_the_vault_makes_them(start: Start, tmp_path: Path) -> None:
    notes = {"mdfollow.toml": b'dashboard = "My pages/Follow-ups.md"\n', "a b/acme.md": ACME}
    folder = make(tmp_path, notes)
    (folder / ".obsidian/app.json").write_text('{"useMarkdownLinks": true}')
    start(folder)("sync")
    text = (folder / "My pages/Follow-ups.md").read_text(encoding="utf-8")
    assert "- [Acme](../a%20b/acme.md): interview" in text
    assert "[[" not in text


def test_her_words_mean_nothing_to_any_reader() -> None:
    plain, wiki, logseq, org = SPELLINGS
    assert plain.text(HOSTILE) == (
        'A\\|B \\[x\\]: \\`c\\` \\<b> \\%\\%d\\%\\% \\#e :\\:f \\{\\{g}} "h"'
    )
    assert wiki.link("a|b.md", "A") == "[A](a%7Cb.md)"
    assert wiki.link("a.md", "A [x]") == "[A \\[x\\]](a.md)"
    assert wiki.link("a.md", "A & B", cell=True) == "[[a\\|A & B]]"
    assert logseq.link("journals/2026_11_10.md", "A") == "[A](../journals/2026_11_10.md)"
    assert logseq.link("pages/a___b.md", "A") == "[A]([[a/b]])"
    assert org.text("a|b <2026-11-10> [[x]]") == "a\\vert{}b \\lt{}2026-11-10> [\u200b[x]]"
    assert org.link("x/a [b].org", "A]]") == "[[file:x/a %5Bb%5D.org][A\u200b]\u200b]]]"


def test_remove_takes_it_out_again(start: Start, tmp_path: Path) -> None:
    folder = vault(tmp_path, {"acme.md": ACME})
    run = start(folder)
    run("sync")
    ran = run("remove", "--check")
    assert (ran.code, ran.lines[-1]) == (
        1,
        "Follow-ups.md: would change: the dashboard is taken out",
    )
    assert run("remove", "acme.md").code == 0
    assert (folder / "Follow-ups.md").exists()
    ran = run("remove")
    assert (ran.code, ran.lines) == (0, ["Follow-ups.md: the dashboard is taken out"])
    assert contents(folder) == {"acme.md": ACME}
    assert run("remove").out == ""


def test_remove_leaves_what_she_wrote_around_it(start: Start, tmp_path: Path) -> None:
    mine = b"\xef\xbb\xbf# Mine\r\n" + OPENING + ENDING + b"below"
    folder = vault(tmp_path, {"acme.md": ACME, "Follow-ups.md": mine})
    run = start(folder)
    run("sync")
    assert b"Acme" in (folder / "Follow-ups.md").read_bytes()
    run("remove")
    assert contents(folder) == {"acme.md": ACME, "Follow-ups.md": b"\xef\xbb\xbf# Mine\r\nbelow"}


def test_an_offer_stands_first_and_nothing_waits_for_a_decision(
    start: Start, tmp_path: Path
) -> None:
    offer = ACME.replace(b"Acme", b"Birch").replace(b"2026-11-10", b"2026-11-02")
    offer = offer.replace(b"skills", b"status: offer\nheard: 2026-11-11\nskills")
    folder = vault(tmp_path, {"acme.md": ACME, "birch.md": offer})
    start(folder)("sync", today="2026-11-20")
    text = page(folder)
    assert "- **Wed 11 Nov 2026**\n  - [[birch|Birch]]: an offer to answer\n" in text
    assert text.count("until they decide") == 1


def test_no_line_of_the_chart_begins_with_an_order(start: Start, tmp_path: Path) -> None:
    """To Mermaid a line that begins with `call` or `click` is one, and the chart an error."""
    odd = ACME.replace(b"company: Acme", b"company: 'call: me #1; click'")
    folder = vault(tmp_path, {"acme.md": odd.replace(b"Sam Roe", b"Click Roe")})
    start(folder)("sync")
    chart = page(folder).partition("axisFormat %e %b\n")[2].partition("```")[0].splitlines()
    assert chart == [
        "    section call me 1 click",
        "    until they decide :active, 2026-11-10, 2026-12-01",
        "    check in :2026-12-04, 2026-12-05",
    ]


def test_an_org_table_is_in_line_as_emacs_shows_it() -> None:
    links = [OrgSpelling().link(path, name) for path, name in (("a.org", "Acme"), ("b/c.org", "B"))]
    rows = OrgSpelling().table(("Company", "Role"), [[link, "x"] for link in links])
    assert rows == [
        "| Company | Role |",
        "|---------+------|",
        "| [[file:a.org][Acme]]    | x    |",
        "| [[file:b/c.org][B]]       | x    |",
    ]
