"""N01..N15: values and note ends that could break out of our block, in Markdown and Org."""

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.faults.running import Ran, run, sound, vault
from tests.laws.notes import synced
from tests.laws.notes import vault as settings_of

VALUES = {
    "N01 LF": "a\nb",
    "N01 CR": "a\rb",
    "N01 CRLF": "a\r\nb",
    "N01 a heading": "a\n# b",
    "N01 a heading of Org": "a\n* TODO b",
    "N02 U+2028, VT, FF, NEL": "a\u2028b\x0bc\x0cd\x85e",
    "N03 the end of a comment": "a --> b",
    "N03 a comment": "<!-- a",
    "N04 a fence": "a\n```\nb",
    "N04 a fence in a line": "```",
    "N05 HTML": "<script>a</script> <div>",
    "N06 a wikilink": "[[Acme Works]]",
    "N06 an embed": "![[picture]]",
    "N07 what Tasks reads": "A 📅 2026-01-01 🔁 every day ✅ 2026-01-01",
    "N08 fields": "[due:: 2026-01-01] x:: y",
    "N08 a block": "Acme ^id",
    "N08 a tag": "#tag Acme",
    "N09 Templater": "Acme <%* x %>",
    "N09 Dataview": "`$= dv.x()` Acme",
    "N10 bidi, zero width, ESC, NUL": "a\u202eb\u200bc\x1b[31m\x00d",
    "N10 half a pair": "a %% b",
    "N10 a formula": "$$ a $$",
    "N11 Org": "[[elisp:x]] <2026-01-01 Thu> :drawer:",
    "N12 a modeline": "vim: ts=77:",
    "N12 Local Variables": "Local Variables:",
    "N12 10 kB": "x" * 10_000,
}
PLAIN, OTHER, PERSON = "Acme", "Initech", "Dana Kim"
LEFT = {("N09 Templater", "company.md"), ("N09 Templater in Org", "company.org")}
"""A note with such marks in its fields is a template, so it gets no plan."""


def in_yaml(value: str) -> str:
    """In double quotes, with a code for everything that is not printed."""
    plain = value.replace("\\", "\\\\").replace('"', '\\"')
    found = (char if char.isprintable() else f"\\U{ord(char):08x}" for char in plain)
    return '"' + "".join(found) + '"'


def markdown(company: str, person: str) -> bytes:
    fields = (
        f"company: {in_yaml(company)}\ninterview_date: 2026-11-10\n"
        f"role: {in_yaml(company)}\ninterviewers:\n  - name: {in_yaml(person)}\n"
        f"    learned: {in_yaml(company)}\n  - Sam Roe\n"
    )
    return f"---\n{fields}---\n# Notes\nmine\n".encode()


def org(company: str, person: str) -> bytes:
    lines = [
        *("* Interview", ":PROPERTIES:", f":COMPANY: {company}", ":INTERVIEW_DATE: 2026-11-10"),
        *(f":INTERVIEWERS: {person}", ":END:", "mine", ""),
    ]
    return "\n".join(lines).encode()


def notes(value: str, person: str) -> dict[str, bytes]:
    """One value as a company, one as a person, in applications of their own."""
    return {"company.md": markdown(value, PERSON), "person.md": markdown(OTHER, person)}


def org_notes(value: str, person: str) -> dict[str, bytes]:
    """The same in Org, whose properties are one line."""
    return {"company.org": org(value, PERSON), "person.org": org(OTHER, person)}


MAKES = {"": notes, " in Org": org_notes}
ROWS = {
    f"{name}{kind}": (make, value)
    for kind, make in MAKES.items()
    for name, value in VALUES.items()
    if not kind or value.isprintable()
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ran]:
    base = tmp_path_factory.mktemp("n")
    rows = {f"plain{kind}": make(PLAIN, PERSON) for kind, make in MAKES.items()}
    rows |= {name: make(value, f"Dana {value} Kim") for name, (make, value) in ROWS.items()}
    rows |= {name: {"end.md": markdown(PLAIN, PERSON) + end} for name, (end, _) in ENDS.items()}
    rows |= {name: {"end.org": org(PLAIN, PERSON) + end} for name, (end, _) in ORG_ENDS.items()}
    numbered = enumerate(rows.items())
    return run({name: vault(base / str(at), row) for at, (name, row) in numbered}, base)


def shape(path: str, before: bytes, after: bytes) -> tuple[int, set[str]]:
    """How many tasks our lines hold, and which kinds of blocks, as another reader sees it."""
    ours = after[len(before) :].decode()
    if path.endswith(".org"):
        kinds = set(re.findall(r"(?m)^(?:\*+ (?=\S)|#\+\w+|:[A-Z]+:|\||\[fn:)", ours))
        return len(re.findall(r"(?m)^\*+ (?:TODO|DONE) ", ours)), kinds
    tokens = MarkdownIt("commonmark").parse(ours)
    tasks = [
        token
        for token, above in zip(tokens[2:], tokens, strict=False)
        if above.type == "list_item_open" and token.content.startswith("[ ] ")
    ]
    return len(tasks), {token.type for token in tokens}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits as Linux has them")
@pytest.mark.parametrize("name", ROWS)
def test_a_value_stays_a_value(name: str, outcomes: dict[str, Ran]) -> None:
    make, value = ROWS[name]
    ran, plain = outcomes[name], outcomes["plain in Org" if make is org_notes else "plain"]
    sound(ran)
    for path, before in make(value, f"Dana {value} Kim").items():
        after = ran.texts[path]
        if (name, path) in LEFT:
            assert after == before
            continue
        assert after.startswith(before), path
        tasks, kinds = shape(path, before, after)
        as_many, as_plain = shape(path, make(PLAIN, PERSON)[path], plain.texts[path])
        said = re.search(rf"(?m)^{path}: first plan \((\d+) tasks? added", ran.out)
        assert said, ran.out
        assert tasks == int(said[1]), path
        # What is no name any more is nobody to thank.
        assert tasks in ({as_many, as_many - 1} if path.startswith("person") else {as_many}), path
        assert kinds <= as_plain, path
        hidden = {unicodedata.category(char) for char in after[len(before) :].decode()}
        assert not hidden & {"Cf", "Cs", "Zl", "Zp"}
        assert not re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", after[len(before) :])


ENDS: dict[str, tuple[bytes, bool]] = {
    "N14 an open fence": (b"```\nx\n", False),
    "N14 an open comment": (b"<!-- x\n", False),
    "N14 an open div": (b"<div>\nx\n", True),
    "N14 an open formula": (b"$$\nx\n", False),
    "N14 an open %%": (b"%%\nx\n", False),
    "N14 quotations without end": (b"> # a\nb\n" * 12_000, False),
    "N15 a modeline": (b"x\n\n<!-- vim: ts=2 -->\n", True),
    "N15 a modeline of text": (b"x\n\n# vim: ts=2\n", True),
    "N15 Local Variables": (b"<!--\nLocal Variables:\nfill-column: 40\nEnd:\n-->\n", True),
    "N15 a footnote": (b"a[^1]\n\n[^1]: A footnote.\n", True),
    "N15 a link": (b"[a]\n\n[a]: https://acme.example\n", True),
    "N15 a block": (b"words ^abc\n", True),
}
ORG_ENDS: dict[str, tuple[bytes, bool]] = {
    "N14 an open block of Org": (b"#+begin_src\nx\n", False),
    "N14 an open drawer of Org": (b":LOGBOOK:\nx\n", True),
    "N15 Local Variables in Org": (b"# Local Variables:\n# fill-column: 40\n# End:\n", True),
}
"""How a note ends, and whether it gets a plan all the same."""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits as Linux has them")
@pytest.mark.parametrize("name", [*ENDS, *ORG_ENDS])
def test_the_end_of_a_note(name: str, outcomes: dict[str, Ran]) -> None:
    """N14: tasks read as tasks, or one reason; N15: what counts at the end stays at the end."""
    end, planned = {**ENDS, **ORG_ENDS}[name]
    ran = outcomes[name]
    path = "end.md" if name in ENDS else "end.org"
    before = (markdown if name in ENDS else org)(PLAIN, PERSON) + end
    sound(ran)
    after = ran.texts[path]
    if not planned:
        assert after == before
        assert ran.code == 1
        assert f"{path}:" in ran.err
        return
    assert b"Thank Dana Kim" in after
    lines = iter(after.split(b"\n"))
    assert all(line in lines for line in before.split(b"\n") if line)
    if name.startswith("N15") and "block" not in name:
        assert after.rstrip().endswith(end.strip().rpartition(b"\n")[2])


@given(st.text(st.characters(codec="utf-8"), max_size=30), st.text(max_size=30))
def test_n13_any_company_and_name(company: str, person: str) -> None:
    """I1 and I4 over all of Unicode: hers stays, our tasks are as many, twice is once."""
    if any("\ud800" <= char <= "\udfff" for char in person):
        person = "".join(char for char in person if not "\ud800" <= char <= "\udfff")
    data = markdown(company, person)
    report = synced(data, settings_of())
    again = synced(report.new, settings_of())
    assert report.new.startswith(data)
    assert not again.changed
    if report.changed:
        steps = [step for each in again.interviews for step in each.steps]
        tasks, _ = shape("a.md", data, report.new)
        assert tasks == sum(step.line is not None for step in steps)
