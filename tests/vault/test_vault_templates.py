"""The folder of her own letters: read whole, bounded, and never the end of a run."""

import os
from pathlib import Path

import pytest

from mdfollow.problem import Severity
from mdfollow.vault.templates import LIMIT, OwnLetters, own_letters

LETTER = """\
page = ["Dear {name},", "{text}", "Kind regards"]
[[letter]]
text = [["Thank you for {date}."]]
"""


def put(root: str, name: str, data: bytes) -> None:
    file = Path(root, "Letters", name)
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)


@pytest.mark.parametrize("folder", ["Letters", "./Letters/", "Letters\\", "/Letters"])
def test_the_folder_may_be_spelt_in_many_ways(root: str, folder: str) -> None:
    put(root, "thank-email.toml", LETTER.encode())
    found = own_letters(root, folder)
    assert list(found.wordings) == ["thank-email"]
    assert found.problems == ()


@pytest.mark.parametrize("folder", ["", ".", "nowhere", "Letters"])
def test_without_letters_there_is_nothing(root: str, folder: str) -> None:
    Path(root, "Letters").mkdir()
    Path(root, "Letters", "Interview.md").write_text("a template of another kind")
    assert own_letters(root, folder) == OwnLetters()


def test_bom_and_crlf_are_no_matter(root: str) -> None:
    put(root, "check-in.toml", b"\xef\xbb\xbf" + LETTER.replace("\n", "\r\n").encode())
    put(root, "call.toml", LETTER.encode())
    found = own_letters(root, "Letters")
    assert found.problems == ()
    assert found.wordings["check-in"] == found.wordings["call"]


BROKEN = {
    "an unknown fact": (LETTER.replace("{name}", "{nmae}").encode(), 1, 15),
    "an open brace on line 3": (LETTER.replace("{date}", "{date").encode(), 3, 25),
    "no letter": (b"\n\n", 1, 1),
    "no TOML": (b"page = [", 1, 1),
    "latin 1": b"Hello\nGr\xfc\xdfe\n",
    "too long": b"word " * LIMIT,
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_mistake_is_told_with_its_place_and_the_letter_waits(root: str, what: str) -> None:
    case = BROKEN[what]
    data, *place = case if isinstance(case, tuple) else (case, 2 if what == "latin 1" else 0)
    put(root, "thank-email.toml", data)
    put(root, "call.toml", LETTER.encode())
    found = own_letters(root, "Letters")
    assert found.unready == {"thank-email"}
    assert list(found.wordings) == ["call"]
    (problem,) = found.problems
    assert (problem.path, problem.code) == ("Letters/thank-email.toml", "MDF420")
    assert [problem.line, problem.column][: len(place)] == place
    assert problem.severity is Severity.WARNING
    assert problem.way_out


def test_every_mistake_is_told_at_once(root: str) -> None:
    put(root, "feedback.toml", LETTER.replace("{date}", "{a} {b} {?c}").encode())
    assert len(own_letters(root, "Letters").problems) == 3


@pytest.mark.parametrize("name", ["thank-mail.toml", "Thank-Email.toml", "checkin.toml"])
def test_a_name_nearly_right_gets_a_hint(root: str, name: str) -> None:
    put(root, name, LETTER.encode())
    (problem,) = own_letters(root, "Letters").problems
    assert problem.code == "MDF421"
    assert problem.severity is Severity.HINT
    assert "Did you mean" in problem.way_out


def test_a_letter_of_an_earlier_version_is_not_read_and_said_so(root: str) -> None:
    put(root, "thank-email.txt", b"Dear {{name}}\n")
    found = own_letters(root, "Letters")
    assert found.wordings == {}
    (problem,) = found.problems
    assert problem.severity is Severity.HINT
    assert "init --templates" in problem.way_out


def test_other_text_files_are_hers(root: str) -> None:
    put(root, "shopping.txt", b"{ milk")
    assert own_letters(root, "Letters").problems == ()


def test_a_link_out_of_the_vault_and_a_pipe_are_not_read(root: str, tmp_path: Path) -> None:
    (tmp_path / "secret.toml").write_text("Dear {{name}}\n")
    Path(root, "Letters").mkdir()
    os.symlink(tmp_path / "secret.toml", Path(root, "Letters", "call.toml"))
    os.mkfifo(Path(root, "Letters", "feedback.toml"))
    Path(root, "Letters", "check-in.toml").mkdir()
    found = own_letters(root, "Letters")
    assert found.unready == {"call", "feedback", "check-in"}
    assert found.texts == {}


def test_a_folder_outside_the_vault_gives_no_letters(root: str, tmp_path: Path) -> None:
    (tmp_path / "call.toml").write_text("Dear {{name}}\n")
    assert own_letters(root, "..").wordings == {}
