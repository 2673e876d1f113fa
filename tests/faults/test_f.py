"""F01, F04, F05: what lies on the disk under a note's name, through the whole command.

F02 and F03 (notes that vanish or move meanwhile) are in `tests/vault/test_vault_races.py`, F06 and
F07 (rights, placeholders) in `tests/vault/test_vault_notes.py`.
"""

import os
import sys
from pathlib import Path

import pytest

from tests.faults.running import GOOD, Make, Ran, run, sound, vault
from tests.vault.test_vault_notes import ODD

NOTE = GOOD.replace(b"Globex", b"Acme")
MADE = (b"pages: three\n", b"# A page\n")


def sparse(size: int, data: bytes = NOTE) -> Make:
    def make(file: Path) -> None:
        file.write_bytes(data)
        os.truncate(file, size)

    return make


def named(name: bytes | str) -> dict[str, bytes | Make]:
    return {os.fsdecode(name): NOTE}


def several(*names: str) -> dict[str, bytes | Make]:
    return {name: NOTE.replace(b"Acme", b"Acme%d" % at) for at, name in enumerate(names)}


SKIPPED: dict[str, dict[str, bytes | Make]] = {
    f"F01 {kind}{ending}": {f"bad{ending}": make}
    for kind, make in ODD.items()
    for ending in (".md", ".org")
}
WRITTEN: dict[str, dict[str, bytes | Make]] = {
    "F04 a newline": named("a\nb.md"),
    "F04 a dash": named("-rf.md"),
    "F04 an option": named("--help.md"),
    "F04 from right to left": named("\u202egnp.md"),
    "F04 an emoji": named("😀.md"),
    "F04 255 bytes": named("n" * 252 + ".md"),
    "F04 255 bytes of letters": named("ж" * 126 + ".md"),
    "F04 no UTF-8": named(b"caf\xe9.md"),
    "F04 an escape sequence": named("x\x1b[2J\x9b31m.md"),
    "F04 an escape sequence in a folder": named("a\x1b]0;t\x07\nb/c.md"),
    "F04 composed and not": several("caf\u00e9.md", "cafe\u0301.md"),
    "F04 two cases": several("case.md", "CASE.md"),
}
REFUSED: dict[str, dict[str, bytes | Make]] = {
    "F05 3 MiB": {"bad.md": sparse(3 << 20)},
    "F05 3 MiB in Org": {"bad.org": sparse(3 << 20)},
    "F05 1 GiB": {"bad.md": sparse(1 << 30)},
    "F05 1 GiB in Org": {"bad.org": sparse(1 << 30)},
}
NOT_OURS: dict[str, dict[str, bytes | Make]] = {
    "F05 1 GiB of something else": {"bad.md": sparse(1 << 30, MADE[1])},
    "F05 1 GiB of other fields": {"bad.md": sparse(1 << 30, b"---\n" + MADE[0] + b"---\n")},
    "F05 1 GiB of nothing": {"bad.md": sparse(1 << 30, b"")},
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ran]:
    base = tmp_path_factory.mktemp("f")
    rows = enumerate({**SKIPPED, **WRITTEN, **REFUSED, **NOT_OURS}.items())
    return run({name: vault(base / str(number), files) for number, (name, files) in rows}, base)


pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits as on Linux")


@pytest.mark.parametrize("name", [*SKIPPED, *NOT_OURS])
def test_what_is_no_note_is_passed_over(name: str, outcomes: dict[str, Ran]) -> None:
    ran = outcomes[name]
    sound(ran)
    assert ran.code == 0
    assert "bad" not in ran.out + ran.err


@pytest.mark.parametrize("name", WRITTEN)
def test_every_name_is_a_note_of_its_own(name: str, outcomes: dict[str, Ran]) -> None:
    ran, files = outcomes[name], WRITTEN[name]
    sound(ran)
    assert ran.code == 0
    for path, data in files.items():
        assert isinstance(data, bytes)
        assert ran.texts[path].startswith(data)
        assert ran.texts[path].count(b"## Follow-up plan") == 1
    assert set(ran.texts) == {"good.md", *files}
    assert len([line for line in ran.out.splitlines() if "first plan" in line]) == len(files) + 1


@pytest.mark.parametrize("name", REFUSED)
def test_a_note_too_long_is_named(name: str, outcomes: dict[str, Ran]) -> None:
    ran = outcomes[name]
    sound(ran)
    assert ran.code == 1
    [line] = [line for line in ran.err.splitlines() if line.startswith("bad.")]
    assert "MDF902: it is longer than 2 MiB" in line
