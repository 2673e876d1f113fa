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
from tests.cli.notes import ACME, OTHER, VAULTS, contents, make
from tests.cli.test_agenda import AGENCY

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
    later = page_on(folder, date(2027, 6, 2), MarkdownSpelling(wiki=True))
    assert page(folder) == f"{later}\n"


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


def test_one_message_to_a_recruiter_is_one_line(start: Start, tmp_path: Path) -> None:
    """SAME, as in the agenda."""
    texts = {name: AGENCY.format(name, f"Bo {name}", "2026-11-06") for name in ("Fir", "Gorse")}
    folder = vault(tmp_path, {f"{name}.md": text.encode() for name, text in texts.items()})
    start(folder)("sync", today="2026-11-09")
    lines = [line for line in page(folder).splitlines() if "Ana Ruiz can ask" in line]
    message = "One message to Ana Ruiz can ask about both: Fir and Gorse"
    assert lines == [f"  - {message} ([[Gorse|note]])"]


LOGSEQ = b"""\
- ## Follow-ups <!-- mdfollow:dashboard -->
\t- ### By date
\t\t- **Tue 10 Nov 2026**
\t\t\t- [Acme]([[Acme]]): interview at 10:00"""
ORG = b"""\
# mdfollow:dashboard
* By date
- *Tue 10 Nov 2026*
  - [[file:../acme.md][Acme]]: interview at 10:00"""


@pytest.mark.parametrize(
    ("files", "path", "first"),
    [
        ({"logseq/config.edn": b"{}", "pages/Acme.md": ACME}, "pages/Follow-ups.md", LOGSEQ),
        ({"acme.md": ACME}, "Notes/Follow-ups.org", ORG),
    ],
    ids=["logseq", "org"],
)
def test_logseq_and_org_spell_it_their_way(
    start: Start, tmp_path: Path, files: dict[str, bytes], path: str, first: bytes
) -> None:
    setting = {"mdfollow.toml": f'dashboard = "{path}"\n'.encode()}
    folder = make(tmp_path, files | setting)
    run = start(folder)
    run("sync")
    data = (folder / path).read_bytes()
    assert data.startswith(first)
    assert b"mermaid" not in data
    run("remove")
    assert not (folder / path).exists()


def test_what_has_had_its_time_by_the_newest_fact_is_gone(start: Start, tmp_path: Path) -> None:
    """A line of hers stays in the note for ever; the page lets go when the notes have gone on."""
    newer = ACME.replace(b"Acme", b"Birch").replace(b"2026-11-10", b"2027-06-01")
    folder = vault(tmp_path, {"acme.md": ACME})
    run = start(folder)
    run("sync")
    note = folder / "acme.md"
    note.write_bytes(re.sub(rb"(?m)^(- \[ \] \w+)", rb"\1 you", note.read_bytes()))
    (folder / "birch.md").write_bytes(newer)
    run("sync", today="2027-06-01")
    assert "acme|Acme" in page(folder).partition("## Applications")[0]
    (folder / "birch.md").write_bytes(newer.replace(b"skills", b"thanked: 2027-06-02\nskills"))
    run("sync", today="2027-06-02")
    assert "acme|Acme" not in page(folder).partition("## Applications")[0]
    assert b"- [ ] Thank you" in note.read_bytes()
