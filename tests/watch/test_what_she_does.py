"""The merge cases that need time: a name typed slowly, a block taken out, an old buffer saved."""

from datetime import date

import pytest

from mdfollow.watch.hints import Doubt
from tests.watch.vigil import Vigil, note, without_plan


def test_row_47_nothing_is_written_until_ten_seconds_of_quiet_before_a_first_plan(
    vigil: Vigil,
) -> None:
    vigil.start()
    for letters in ("D", "Da", "Dan", "Dana", "Dana K", "Dana Kim"):
        vigil.save("acme.md", note(people=letters))
        vigil.rest(4.0)
    assert not vigil.has_plan("acme.md")
    vigil.rest(5.9)
    assert not vigil.has_plan("acme.md")
    vigil.rest(0.2)
    text = vigil.read("acme.md").decode()
    assert text.count("Thank Dana Kim") == 1
    assert "Thank Dana K " not in text
    assert len(vigil.writes()) == 1


def test_row_13_a_name_corrected_slowly_stays_one_thank_you_with_its_id_and_tick(
    vigil: Vigil,
) -> None:
    vigil.put("acme.md", note(people="Dana Kimm"))
    vigil.start()
    line = next(each for each in vigil.read("acme.md").splitlines() if b"Thank Dana Kimm" in each)
    vigil.edit("acme.md", lambda data: data.replace(line, line.replace(b"[ ]", b"[x]", 1)))
    vigil.rest(3)
    ids = vigil.read("acme.md").split(b"mdfollow:state")[1].count(b"/thank:")
    for name in (b"Dana Ki", b"Dana K", b"Dana Ki", b"Dana Kim"):
        vigil.edit("acme.md", lambda data, name=name: _named(data, name))  # type: ignore[misc]
        vigil.rest(3)
    data = vigil.read("acme.md")
    assert data.count(b"[x] Thank Dana Kim") == 1
    assert data.count(b"] Thank ") == 1
    assert data.split(b"mdfollow:state")[1].count(b"/thank:") == ids == 1


def _named(data: bytes, name: bytes) -> bytes:
    head, _, rest = data.partition(b"interviewers: ")
    return head + b"interviewers: " + name + b"\n" + rest.partition(b"\n")[2]


def test_row_33_a_block_taken_out_comes_again_after_a_minute_of_quiet(vigil: Vigil) -> None:
    vigil.put("acme.md", note())
    vigil.start()
    assert vigil.has_plan("acme.md")
    vigil.edit("acme.md", without_plan)
    vigil.rest(40)
    vigil.edit("acme.md", lambda data: data + b"\nmore words\n")
    vigil.rest(59)
    assert not vigil.has_plan("acme.md")
    vigil.rest(2)
    assert vigil.has_plan("acme.md")
    assert b"more words" in vigil.read("acme.md")
    assert vigil.writes()[-1].endswith("`mdfollow: false` keeps a note without one")


def test_row_33_her_wish_for_no_plan_is_heard_within_that_minute(vigil: Vigil) -> None:
    vigil.put("acme.md", note())
    vigil.start()
    vigil.edit("acme.md", without_plan)
    vigil.rest(20)
    vigil.edit("acme.md", lambda data: data.replace(b"role:", b"mdfollow: false\nrole:"))
    vigil.rest(500)
    assert not vigil.has_plan("acme.md")


def test_row_53_a_cut_task_has_a_minute_to_be_pasted_before_its_draft_goes(vigil: Vigil) -> None:
    vigil.put("acme.md", note())
    vigil.start()
    whole = vigil.read("acme.md")
    assert b"Thank-you note to Dana" in whole
    line = next(each for each in whole.splitlines(keepends=True) if b"] Thank Dana" in each)
    vigil.edit("acme.md", lambda data: data.replace(line, b""))
    vigil.rest(40)
    vigil.edit("acme.md", lambda data: data.replace(b"- [ ]", line + b"- [ ]", 1))
    vigil.rest(500)
    assert b"Thank-you note to Dana" in vigil.read("acme.md")
    vigil.edit("acme.md", lambda data: data.replace(line, b""))
    vigil.rest(59)
    assert b"Thank-you note to Dana" in vigil.read("acme.md")
    vigil.rest(3)
    assert b"Thank-you note to Dana" not in vigil.read("acme.md")


def test_row_31_a_task_that_was_moved_counts_as_soon_as_it_turns_up(vigil: Vigil) -> None:
    """She cuts it in one note and saves; it is found when her daily note is saved, late."""
    vigil.put("acme.md", note())
    vigil.put("daily.md", b"# Today\n")
    vigil.start()
    line = next(each for each in vigil.read("acme.md").splitlines() if b"] Thank " in each)
    vigil.edit("acme.md", lambda data: data.replace(line + b"\n", b"", 1))
    vigil.rest(70)
    assert b" at=daily.md" not in vigil.read("acme.md")
    vigil.edit("daily.md", lambda data: data + line + b"\n")
    vigil.rest(5)
    assert b" at=daily.md" in vigil.read("acme.md")
    written = len(vigil.writes())
    vigil.edit("daily.md", lambda data: data + b"a word of hers\n")
    vigil.rest(5)
    assert len(vigil.writes()) == written


def test_row_45_an_old_buffer_that_drops_the_plan_gets_it_again_after_a_minute(
    vigil: Vigil,
) -> None:
    old = note()
    vigil.put("acme.md", old)
    vigil.start()
    written = vigil.read("acme.md")
    vigil.save("acme.md", old)
    vigil.rest(55)
    assert vigil.read("acme.md") == old
    vigil.rest(10)
    assert vigil.read("acme.md") == written


@pytest.mark.parametrize("change", [(b"format", b"decision: 2026-11-20\nformat")])
def test_a_decision_date_typed_in_moves_the_attempt_after_two_seconds(
    vigil: Vigil, change: tuple[bytes, bytes]
) -> None:
    vigil.put("acme.md", note())
    vigil.start()
    vigil.edit("acme.md", lambda data: data.replace(*change, 1))
    vigil.rest(1.9)
    assert len(vigil.writes()) == 1
    vigil.rest(0.2)
    assert len(vigil.writes()) == 2
    assert "2026-11-23" in vigil.read("acme.md").decode()


def test_a_second_round_re_plans_the_first_one_only_when_it_has_come_to_rest(vigil: Vigil) -> None:
    vigil.put("first.md", note())
    vigil.start()
    before = vigil.read("first.md")
    second = note().replace(b"2026-11-10", b"2026-11-12")
    vigil.save("second.md", second)
    vigil.rest(3)
    vigil.save("other.md", note("Globex"))
    vigil.rest(6)
    assert vigil.read("first.md") == before
    vigil.rest(20)
    assert vigil.has_plan("second.md")
    assert vigil.read("first.md") != before


def test_a_renamed_note_keeps_its_plan_and_nothing_is_written(vigil: Vigil) -> None:
    from mdfollow.watch.hints import Moved, Touched

    file = vigil.put("acme.md", note())
    vigil.start()
    written = vigil.read("acme.md")
    file.rename(vigil.root / "acme-hr.md")
    vigil.hint(Moved("acme.md", "acme-hr.md"))
    vigil.rest(60)
    (vigil.root / "acme-hr.md").rename(vigil.root / "third.md")
    vigil.hint(Touched("acme-hr.md"))
    vigil.hint(Touched("third.md"))
    vigil.rest(60)
    assert vigil.read("third.md") == written
    assert len(vigil.writes()) == 1
    assert vigil.said("problem") == []


def test_settings_changed_while_watching_count_from_then_on(vigil: Vigil) -> None:
    from mdfollow.watch.hints import SettingsTouched

    vigil.put("acme.md", note(more="decision: unknown\n"))
    vigil.start()
    before = vigil.read("acme.md")
    (vigil.root / "mdfollow.toml").write_text("first_wait = 20\n")
    vigil.hint(SettingsTouched())
    vigil.rest(3)
    assert vigil.read("acme.md") != before
    (vigil.root / "mdfollow.toml").write_text("first_weight = 30\n")
    for _ in range(3):
        vigil.hint(SettingsTouched())
        vigil.rest(3)
    assert len(vigil.said("settings")) == 1
    assert "did you mean `first_wait`?" in vigil.said("settings")[0]


def test_trouble_in_a_note_is_said_once_and_again_when_it_comes_back(vigil: Vigil) -> None:
    vigil.put("acme.md", note())
    vigil.start()
    broken = vigil.read("acme.md").replace(b"2026-11-10\nformat", b"2026-13-10\nformat")
    good = vigil.read("acme.md")
    for data in (broken, broken + b"more\n", good, broken):
        vigil.save("acme.md", data)
        vigil.rest(5)
    assert len(vigil.said("problem")) == 2
    assert len(vigil.writes()) == 1


def test_v_says_why_nothing_is_done(vigil: Vigil) -> None:
    vigil.start()
    vigil.save("acme.md", note())
    vigil.rest(1.5)
    assert vigil.said("waiting") == ["its first plan waits for more quiet"]
    vigil.rest(20)
    vigil.edit("acme.md", lambda data: data.replace(b"# Acme\n", b"# Acme\nmore\n"))
    vigil.rest(5)
    assert vigil.said("nothing") == ["the plan in it fits what it says"]


def test_over_4_a_new_day_is_planned_once(vigil: Vigil) -> None:
    """After midnight, and after a sleep, the next look at the vault plans it anew."""
    vigil.put("acme.md", note())
    vigil.start()
    assert vigil.read("acme.md").count(b"] Thank ") == 1
    vigil.today = date(2026, 11, 25)
    vigil.hint(Doubt("it is time for it"))
    vigil.rest(1)
    assert b"] Thank " not in vigil.read("acme.md")
    assert vigil.writes()[-1] == "1 draft written, 2 steps whose time has passed were taken out"
    before = len(vigil.writes())
    vigil.hint(Doubt("it is time for it"))
    vigil.rest(1)
    assert len(vigil.writes()) == before
