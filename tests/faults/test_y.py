"""Y01..Y21: frontmatter made to hurt is refused with one line, or read as text, and never hurts."""

import re
import sys

import pytest

from tests.faults.running import Ran, run, sound, vault

HEAD = "company: Acme\ninterview_date: 2026-11-03\n"
READ, REFUSED, IGNORED = "read", "refused", "ignored"


def note(text: str) -> str:
    return f"---\n{HEAD}{text}\n---\nbody\n"


def bomb() -> str:
    rows = ["a0: &a0 [" + ", ".join(["x"] * 9) + "]"]
    rows += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 9) + "]" for n in range(1, 9)]
    return "\n".join(rows)


def merge_bomb() -> str:
    rows = ["m0: &m0 {k: v}"]
    rows += [f"m{n}: &m{n} {{<<: [" + ", ".join([f"*m{n - 1}"] * 9) + "]}" for n in range(1, 8)]
    return "\n".join(rows)


def dated(day: str) -> str:
    return f"---\ncompany: Acme\ninterview_date: {day}\n---\n"


NOTES: dict[str, tuple[str, str]] = {
    "Y01 alias bomb": (note(bomb()), REFUSED),
    "Y02 merge bomb": (note(merge_bomb()), REFUSED),
    "Y03 self alias": (note("a: &a [*a]"), REFUSED),
    "Y04 depth 30,000": (note("a: " + "[" * 30_000 + "]" * 30_000), REFUSED),
    "Y04 maps 10,000 deep": (note("a: " + "{b: " * 10_000 + "}" * 10_000), REFUSED),
    "Y04 deep by indentation": (note("\n".join(" " * n + "a:" for n in range(200))), REFUSED),
    "Y05 unclosed 60,000": (note("a: " + "[" * 60_000), REFUSED),
    "Y05 unclosed 100,000": (note("a: " + "[" * 100_000), REFUSED),
    "Y06 5,000-digit int": (note("a: " + "9" * 5_000), READ),
    "Y06 hex": (note("a: 0x" + "f" * 50_000), READ),
    "Y07 python tag": (note("a: !!python/object/apply:os.system [ls]"), READ),
    "Y08 unknown tag": (note("a: !foo bar"), READ),
    "Y09 duplicate key": (note("company: Other"), REFUSED),
    "Y10 tab": (note("a:\n\tb: 1"), REFUSED),
    "Y11 colon value": (note("role: Engineer: Backend"), REFUSED),
    "Y12 at sign": (note("a: @ann"), REFUSED),
    "Y12 backquote": (note("a: `x`"), REFUSED),
    "Y12 percent": (note("a: %x"), REFUSED),
    "Y12 star": (note("a: *x*"), REFUSED),
    "Y12 braces": (note("a: {{date}}"), REFUSED),
    "Y13 no": (note("format: no\ncountry: NO"), READ),
    "Y14 sexagesimal": (note("time: 9:30"), READ),
    "Y15 no such day": (dated("2026-02-30"), REFUSED),
    "Y15 year zero": (dated("0000-01-01"), REFUSED),
    "Y15 leap second": (dated("2026-11-03T23:59:60Z"), REFUSED),
    "Y15 offset": (dated("2026-11-03T10:00:00+99:99"), REFUSED),
    "Y15 end of time": (dated("9999-12-31"), REFUSED),
    "Y15 end of the last year": (note("decision: 2100-12-31"), READ),
    "Y15 ages": (note("decision: 999 months"), READ),
    "Y16 non-string keys": (note("2026: a\nyes: b\n~: c\n1.5: d"), READ),
    "Y17 library's own names": (note("content: a\nhandler: b\nself: c"), READ),
    "Y18 complex keys": (note("a:\n  ? [b]\n  : c"), REFUSED),
    "Y18 complex key at the top": (note("? {a: b}\n: c"), REFUSED),
    "Y19 NUL": (note("a: b\0c"), REFUSED),
    "Y19 escape": (note("a: b\x1bc"), REFUSED),
    "Y19 delete": (note("a: b\x7fc"), REFUSED),
    "Y19 C1": (note("a: b\x9bc"), REFUSED),
    "Y19 line separator": (note("a: b\u2028c"), REFUSED),
    "Y19 next line": (note("a: b\u0085c"), REFUSED),
    "Y20 65 KiB": (note("a: " + "x" * 65 * 1024), REFUSED),
    "Y20 100,000 keys": (note("\n".join(f"k{n}: 1" for n in range(100_000))), REFUSED),
    "Y20 6,000 keys in 64 KiB": (note("\n".join(f"k{n}: 1" for n in range(6_000))), REFUSED),
    "Y21 rule and prose": (f"---\nNote: call Ann.\nShe likes tea.\n---\n{HEAD}", IGNORED),
    "Y21 four dashes": (f"----\n{HEAD}----\n", IGNORED),
    "Y21 blank line first": (f"\n---\n{HEAD}---\n", IGNORED),
    "Y21 brace": ('{\n"company": "Acme",\n"interview_date": "2026-11-03"\n}\n', IGNORED),
    "Y21 plus signs": ('+++\ncompany = "Acme"\ninterview_date = 2026-11-03\n+++\n', READ),
    "Y21 plus signs unclosed": ('+++\ncompany = "Acme"\ninterview_date = 2026-11-03\n', IGNORED),
    "Y21 dots": (f"---\n{HEAD}...\nbody\n", READ),
    "Y21 unterminated": (f"---\n{HEAD}\nbody\n", REFUSED),
    "Y21 end in a fence": (f"---\n{HEAD}\n# Text\nprose\n```\n---\n```\n", REFUSED),
    "Y21 CRLF and BOM": ("\ufeff" + note("a: b").replace("\n", "\r\n"), READ),
    "Y21 lone CR": (note("a: b").replace("\n", "\r"), READ),
    "Y22 an emoji as JSON writes it": (note(r'role: "\ud83d\ude00"'), REFUSED),
    "Y22 half an emoji": (note(r'role: "\ud83d"'), REFUSED),
    "Y22 a path in double quotes": (note(r'a: "C:\Users"'), REFUSED),
    "Y22 no such character": (note(r'a: "\U0011ffff"'), REFUSED),
    "Y22 a quote within quotes": (note("a: 'it's'"), REFUSED),
    "Y22 an open quote": (note('a: "b'), REFUSED),
    "Y22 a code in plain text": (note(r"role: \ud83d"), READ),
    "TOML nested": ('+++\ncompany = "Acme"\na = ' + "[" * 20_000 + "\n+++\n", IGNORED),
    "TOML dots": ('+++\ncompany = "Acme"\n' + "a." * 30_000 + "b = 1\n+++\n", IGNORED),
    "TOML digits": ('+++\ncompany = "Acme"\na = ' + "1" * 60_000 + "\n+++\n", IGNORED),
}

WORDS = {
    "Y05 unclosed 60,000": "close the bracket",
    "Y09 duplicate key": "`company` is given twice, in line 2",
    "Y10 tab": "a tab indents this line (use spaces",
    "Y11 colon value": 'quote the value: role: "Engineer: Backend"',
    "Y12 at sign": 'quote the value: a: "@ann"',
    "Y15 no such day": "'2026-02-30' is not a date",
    "Y19 escape": "(U+001B)",
    "Y22 an emoji as JSON writes it": r"`\ud83d` is half a character",
    "Y22 half an emoji": "write the character itself",
    "Y22 a path in double quotes": r"`\U` in double quotes is not a code that YAML knows",
    "Y22 a quote within quotes": """quote the value: a: "it's\"""",
    "Y22 an open quote": "close the quotation mark",
}
"""The advice, where a wrong one would send her astray."""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ran]:
    base = tmp_path_factory.mktemp("y")
    vaults = {
        name: vault(base / str(number), {"bad.md": text.encode()})
        for number, (name, (text, _)) in enumerate(NOTES.items())
    }
    return run(vaults, base)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits as Linux has them")
@pytest.mark.parametrize("name", NOTES)
def test_hostile_frontmatter(name: str, outcomes: dict[str, Ran]) -> None:
    text, expected = NOTES[name]
    ran, data = outcomes[name], text.encode()
    sound(ran)
    lines = [line for line in ran.err.splitlines() if line.startswith("bad.md:")]
    errors = [line for line in lines if re.match(r"bad\.md:\d+:\d+: error MDF\d+: \S", line)]
    assert ran.code == (1 if expected == REFUSED else 0)
    assert len(errors) == (1 if expected == REFUSED else 0)
    assert (ran.texts["bad.md"] != data) == (expected == READ)
    assert ran.texts["bad.md"].startswith(data.rstrip(b"\r\n"))
    assert WORDS.get(name, "") in ran.err


def test_every_row_is_there() -> None:
    assert {name[:3] for name in NOTES} >= {f"Y{number:02}" for number in range(1, 22)}
    assert set(WORDS) <= set(NOTES)
