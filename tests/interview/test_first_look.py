"""The quick look at a file's first bytes: it may say yes too often, and no never wrongly."""

import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mdfollow.dialects.org_memory import NOTE
from mdfollow.interview.detect import Kind
from mdfollow.interview.fields import ALIASES, DATE_WITH_A_MARKER, EXPLICIT_DATE, fold
from mdfollow.interview.first_look import FIRST_LINES, PLAN_MARKS, could_be_interview
from mdfollow.settings import Settings
from mdfollow.sync.judging import judged
from mdfollow.sync.trace import OPENING
from mdfollow.vault.notes import look


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"text about an interview at a company, date: today",
        b"---\ntitle: x\ndate: 2026-11-03\ntags: [daily]\n---\n",
        b"---\ntype: book\nauthor: x\n---\n",
        b"---\ntype: interview\ndate: 2026-11-03\n---\n",
        b"---\ntags: [interview]\n---\nAbout companies, organic food and confirmations.\n",
        b"---\ntype: x\n---\n**Company:** Acme\n",
        b"std::vector",
    ],
)
def test_the_quick_look_rejects_most_other_notes(head: bytes) -> None:
    assert not could_be_interview(head)


@pytest.mark.parametrize(
    "text",
    [
        b"* Acme :interview:\n:PROPERTIES:\n:COMPANY: Acme\n:DATE: <2026-11-03 Tue>\n:END:\n",
        b"* Acme :interview:\nSCHEDULED: <2026-11-03 Tue>\n:PROPERTIES:\n:COMPANY+: Acme\n:END:\n",
        b"#+COMPANY: Acme\n#+INTERVIEW_DATE: <2026-11-03 Tue>\n",
        b"#+company: Acme\n#+type: interview\n#+date: 2026-11-03\n",
        b"#+PROPERTY: company Acme\n* Talk :interview:\n",
    ],
)
def test_the_quick_look_knows_org(text: bytes) -> None:
    assert could_be_interview(text, ".org")
    assert not could_be_interview(b"* A company\nwith a date\n", ".org")


def test_the_marks_of_a_plan_are_those_that_are_written() -> None:
    assert [mark.decode() for mark in PLAN_MARKS] == [OPENING, f":{NOTE}:"]


COMPANY = [*ALIASES["company"], "compnay", "client"]
DAY = [*ALIASES["interview_date"], *DATE_WITH_A_MARKER, "interveiwdate", "intreviewday", "dated"]
PEOPLE = ["interviewers", "interviwers", "interviewer2", "interviewer", "people", "role"]
MARKS = [
    *("type: interview", "kind: Job Interview", "fileClass: Interviews", "type: phone screen"),
    *("categories: '[[Interviews]]'", "type: application_log", "note_type: final interview"),
    *("tags: [a, job/interview]", "tag: '#interviews'", "tags: #interview", "mdfollow: true"),
    *('type: "interv\\x69ew"', "a: b", "interviews: [2026-11-03]", "candidate: Sam"),
]
BELOW = ["", "#interview\n", "# Talk\nsee #job/interview\n", "\n\ncompany:: Acme\nx:: y\n"]


def _spelt(key: str, draw: st.DrawFn) -> str:
    """The key with case changed and blanks, `-` and `_` put in, perhaps in quotes."""
    letters = [draw(st.sampled_from([letter, letter.upper()])) for letter in key]
    gaps = [draw(st.sampled_from(["", "", "", "_", "-", " "])) for _ in letters[1:]]
    spelt = letters[0] + "".join(
        gap + letter for gap, letter in zip(gaps, letters[1:], strict=True)
    )
    return draw(st.sampled_from(["{}", "'{}'", '"{}"', '"{}" ', "{} "])).format(spelt)


@st.composite
def _notes(draw: st.DrawFn) -> bytes:
    keys = [(COMPANY, "Acme"), (DAY, "2026-11-03"), (PEOPLE, "Dana Kim")]
    rows = [f"{_spelt(draw(st.sampled_from(names)), draw)}: {value}" for names, value in keys]
    rows = draw(st.lists(st.sampled_from(rows), min_size=1, unique=True))
    rows = draw(st.permutations([*rows, draw(st.sampled_from(MARKS)), "x: y"]))
    kind = draw(st.sampled_from(["yaml", "page", "toml"]))
    if kind == "yaml":
        text = "---\n" + "\n".join(rows) + "\n---\n"
    elif kind == "page":
        text = "\n".join(row.replace(":", "::", 1) for row in rows) + "\n"
    else:
        pairs = [row.split(":", 1) for row in rows if not set(row) & set("[\\#'")]
        named = ((fold(k.strip("\"' ")), v.strip(" \"'")) for k, v in pairs)
        text = "+++\n" + "".join(f'"{key}" = "{value}"\n' for key, value in named) + "+++\n"
    text += draw(st.sampled_from(BELOW)) + draw(st.sampled_from(["", "her words\n" * 200]))
    text += draw(st.sampled_from(["", f"{OPENING}v1 note=abc123 dialect=gfm -->\n"]))
    eol = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    return draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + text.replace("\n", eol).encode()


@given(_notes(), st.booleans())
@example(b"---\n  ? company\n  : Acme\n  interviewers: Dana Kim\n---\n", False)
def test_the_quick_look_never_misses_an_interview_or_nearly_one(note: bytes, folder: bool) -> None:
    """Whatever is planned or named by its missing line was let pass by its first bytes."""
    chosen = Settings(interview_folders=(".",) if folder else ())
    if judged("a.md", note, chosen).what in (Kind.INTERVIEW, Kind.NEARLY):
        assert could_be_interview(note)


@pytest.mark.parametrize("filler", [700, 760, 800, 960, 1010, 1024, 3000])
@pytest.mark.parametrize("below", ["\n#interview\n", "\n\n\ninterview date:: 2026-11-03\n"])
def test_the_walk_reads_on_to_what_counts_below_the_fields(
    tmp_path: Path, filler: int, below: str
) -> None:
    """The head reaches `FIRST_LINES` behind the fields, however long those are."""
    head = f"---\ncompany: Acme\ndate: 2026-11-03\nskills: {'x' * (filler - 50)}\n---\n"
    Path(tmp_path, "a.md").write_text(head + below + "her words\n" * 200)
    heads: list[bytes] = []

    def accepts(_: str, seen: bytes) -> bool:
        heads.append(seen)
        return False

    look(os.fspath(tmp_path), "a.md", Settings(), accepts)
    assert len(heads[0]) >= len(head) + FIRST_LINES
    assert below.strip().encode() in heads[0]


def test_every_explicit_day_key_is_an_alias() -> None:
    assert set(ALIASES["interview_date"]) >= EXPLICIT_DATE
