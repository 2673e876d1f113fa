"""The one door in: whatever stands where settings should, no command waits, and none guesses."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.stalls import A_STALL
from tests.vault.test_vault_notes import ODD

from mdfollow.problem import MdfollowError
from mdfollow.vault.bounded import read_bounded
from mdfollow.vault.reading import Refused
from mdfollow.vault.root import surroundings
from mdfollow.vault.settings import read_settings
from mdfollow.vault.templates import own_letters

LIMIT = 1024
FILES = [
    "mdfollow.toml",
    ".obsidian/app.json",
    ".obsidian/templates.json",
    ".obsidian/plugins/obsidian-tasks-plugin/data.json",
    "logseq/config.edn",
]


def _sparse(file: Path) -> None:
    file.touch()
    os.truncate(file, 200 * 1024 * 1024)


def _closed(file: Path) -> None:
    file.write_text("")
    file.chmod(0)


SHAPES: dict[str, Callable[[Path], None]] = {**ODD, "200 MB": _sparse}


def odd(root: str, path: str, shape: str) -> None:
    file = Path(root, path)
    file.parent.mkdir(parents=True, exist_ok=True)
    SHAPES[shape](file)


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize("shape", SHAPES)
def test_what_is_no_file_of_settings_is_refused_at_once(root: str, path: str, shape: str) -> None:
    odd(root, path, shape)
    begin = time.process_time()
    with pytest.raises(MdfollowError) as raised:
        read_settings(root), surroundings(root)
    assert time.process_time() - begin < A_STALL
    assert str(raised.value).startswith(f"{path}: ")
    assert "nothing is written" in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("shape", SHAPES)
def test_letters_that_are_no_files_wait(root: str, shape: str) -> None:
    odd(root, "letters/thank-email.toml", shape)
    found = own_letters(root, "letters")
    assert found.unready == {"thank-email"}
    assert found.problems


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_refused(root: str) -> None:
    _closed(Path(root, "mdfollow.toml"))
    with pytest.raises(MdfollowError, match="Permission denied"):
        read_settings(root)


def test_a_file_is_read_to_its_limit(root: str) -> None:
    Path(root, "a").write_bytes(b"x" * LIMIT)
    assert read_bounded(root, "a", LIMIT) == b"x" * LIMIT
    Path(root, "c").write_bytes(b"x" * (LIMIT + 1))
    with pytest.raises(Refused, match="longer than 1 KiB"):
        read_bounded(root, "c", LIMIT)
    assert read_bounded(root, "b", LIMIT) is None
    assert read_bounded(root, "a/b", LIMIT) is None


def test_links_stay_in_the_vault_unless_another_program_follows_them(root: str) -> None:
    outside = Path(root).parent / "elsewhere"
    outside.mkdir()
    for file in (Path(root, "own"), outside / "other"):
        file.write_bytes(b"x")
    Path(root, "inner").symlink_to("own")
    Path(root, "outer").symlink_to(outside / "other")
    Path(root, "folder").symlink_to(outside)
    assert read_bounded(root, "inner", LIMIT) == b"x"
    for path in ("outer", "folder/other", "../elsewhere/other"):
        with pytest.raises(Refused, match="leads out of the vault"):
            read_bounded(root, path, LIMIT)
    assert read_bounded(root, "folder/other", LIMIT, follow=True) == b"x"


def test_obsidians_folder_may_be_shared_by_a_link(root: str) -> None:
    shared = Path(root).parent / "shared"
    shared.mkdir()
    (shared / "app.json").write_text('{"userIgnoreFilters": ["Old/"]}')
    Path(root, ".obsidian").symlink_to(shared)
    assert surroundings(root).excluded == ("Old/",)


EDN = [":hidden [" * 100_000, '\\"' * 500_000, '"' + "\\" * 900_000, '"' * 999_999]
EDN += [":hidden" + " " * 900_000]


@pytest.mark.parametrize("text", EDN, ids=[text[:9] for text in EDN])
def test_a_graphs_settings_take_no_time(root: str, text: str) -> None:
    Path(root, "logseq").mkdir()
    Path(root, "logseq/config.edn").write_text(text)
    begin = time.process_time()
    assert surroundings(root).logseq
    assert time.process_time() - begin < A_STALL


SETTINGS = {
    "keys that nobody knows": "".join(f"k{number} = 1\n" for number in range(7_000)),
    "a line of blanks": " " * 60_000 + "!",
    "a key of blanks": f"notify = 3\n{'a ' * 30_000}",
    "a key of signs": "x = 1\n" + '"' + "a.b -" * 12_000 + '" = 1',
    "digits": "first_wait = " + "9" * 60_000,
    "tables": "[a]\n" * 15_000,
    "dots": "a." * 30_000 + "b = 1",
    "strings": "heading = [" + '"",' * 20_000 + "]",
}


@pytest.mark.parametrize("text", SETTINGS.values(), ids=SETTINGS)
def test_settings_take_no_time(root: str, text: str) -> None:
    Path(root, "mdfollow.toml").write_text(text)
    begin = time.process_time()
    with pytest.raises(MdfollowError) as raised:
        read_settings(root)
    assert time.process_time() - begin < A_STALL
    assert len(str(raised.value)) < 5_000
