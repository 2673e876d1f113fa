"""Y01..Y21: frontmatter made to hurt is refused with one line, or read as text, and never hurts.

Each note is read in a process of its own, with half a second and 100 MB above what Python took.
"""

import json
import subprocess
import sys
from typing import Any

import pytest

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
    "TOML nested": ('+++\ncompany = "Acme"\na = ' + "[" * 20_000 + "\n+++\n", IGNORED),
    "TOML dots": ('+++\ncompany = "Acme"\n' + "a." * 30_000 + "b = 1\n+++\n", IGNORED),
    "TOML digits": ('+++\ncompany = "Acme"\na = ' + "1" * 60_000 + "\n+++\n", IGNORED),
}

CHILD = """
import json, os, resource, sys, time
sys.path[:0] = json.loads(sys.argv[1])
import frontmatter, yaml
from tests.interview.test_cases import read_note

def report(text, out):
    with open("/proc/self/statm") as file:
        now = int(file.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + (100 << 20), -1))
    begin = time.process_time()
    reading = read_note(text.encode())
    seconds = time.process_time() - begin
    errors = [p for p in reading.problems if p.severity.value == "error"]
    json.dump({
        "seconds": seconds,
        "interviews": len(reading.interviews),
        "against": reading.against,
        "errors": [[p.path, p.line, p.sentence] for p in errors],
    }, out)

for name, text in json.load(sys.stdin).items():
    back, forth = os.pipe()
    if os.fork() == 0:
        with os.fdopen(forth, "w") as out:
            report(text, out)
        os._exit(0)
    os.close(forth)
    with os.fdopen(back) as answer:
        said = answer.read()
    status = os.waitstatus_to_exitcode(os.wait()[1])
    print(json.dumps([name, status, json.loads(said or "{}")]))
"""


@pytest.fixture(scope="module")
def outcomes() -> dict[str, tuple[int, dict[str, Any]]]:
    """Every note read in a process of its own, forked from one that has the modules loaded."""
    texts = json.dumps({name: text for name, (text, _) in NOTES.items()})
    child = subprocess.run(
        [sys.executable, "-c", CHILD, json.dumps(sys.path)],
        input=texts,
        capture_output=True,
        check=True,
        text=True,
        timeout=120,
    )
    rows = [json.loads(row) for row in child.stdout.splitlines()]
    return {name: (status, said) for name, status, said in rows}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits as Linux has them")
@pytest.mark.parametrize("name", NOTES)
def test_hostile_frontmatter(name: str, outcomes: dict[str, tuple[int, dict[str, Any]]]) -> None:
    expected = NOTES[name][1]
    status, said = outcomes[name]
    assert status == 0
    assert said["seconds"] < 0.5
    assert said["interviews"] == (1 if expected == READ else 0)
    assert len(said["errors"]) == (1 if expected == REFUSED else 0)
    assert bool(said["against"]) == (expected == IGNORED)
    for path, line, sentence in said["errors"]:
        assert path == "notes/a.md"
        assert line >= 1
        assert sentence
        assert "\n" not in sentence
