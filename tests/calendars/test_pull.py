"""`calendar --pull`: ticks and days made in a calendar go through the merge of the notes."""

import json
from pathlib import Path

import pytest

from tests.calendars.vaults import NOTE, Desk, desk
from tests.cli.conftest import Start
from tests.verbs.notes import NOTES


@pytest.fixture
def acme(start: Start, tmp_path: Path) -> Desk:
    return desk(start(tmp_path / "vault"))


def line(acme: Desk, uid: str) -> str:
    return next(each for each in acme.note.splitlines() if f"🆔 {uid}" in each)


def due(acme: Desk, uid: str) -> str:
    part = acme.parts()[uid]
    return part.fields["DTSTART" if part.name == "VEVENT" else "DUE"].value


def settled(acme: Desk, today: str = "2026-12-04") -> None:
    """A second pull changes nothing, neither in the notes nor in the calendar."""
    note, files = acme.note, acme.files
    ran = acme("--pull", today=today)
    assert "nothing to change" in ran.err
    assert (acme.note, acme.files) == (note, files)


def test_a_tick_comes_with_its_day_and_the_next_step_counts_from_it(acme: Desk) -> None:
    uid = acme.titled("Call Sam Roe")
    acme.tick(uid, "20261202")
    before = acme.note
    ran = acme("--pull", today="2026-12-04")
    assert ran.code == 0, ran.err
    assert line(acme, uid).startswith("- [x]")
    assert line(acme, uid).endswith("✅ 2026-12-02")
    assert [
        a for a, b in zip(before.splitlines(), acme.note.splitlines(), strict=True) if a != b
    ] == [before.splitlines()[acme.note.splitlines().index(line(acme, uid))]]
    assert "Next: Write to Dana Kim (Acme)" in ran.err
    assert {uid, f"{uid}-day"} & acme.parts().keys() == set()
    following = acme.titled("Write to Dana Kim")
    assert acme.parts()[following].fields["DTSTART"].value == "20261209"
    settled(acme)
    acme.sync("2026-12-04")
    settled(acme)


def test_a_tick_of_tomorrow_counts_for_today(acme: Desk) -> None:
    uid = acme.titled("Thank Sam Roe")
    acme.tick(uid, "20261113")
    acme("--pull")
    assert line(acme, uid).endswith("✅ 2026-11-12")


def test_a_tick_without_a_day_counts_on_the_day_it_was_last_changed(acme: Desk) -> None:
    uid = acme.titled("Thank Sam Roe")
    acme.change(uid, "STATUS:NEEDS-ACTION", "STATUS:COMPLETED\r\nLAST-MODIFIED:20261111T120000Z")
    acme("--pull")
    assert line(acme, uid).endswith("✅ 2026-11-11")


@pytest.mark.parametrize("twin", ["", "-day"])
def test_a_new_day_is_her_own_date(acme: Desk, twin: str) -> None:
    uid = acme.titled("Call Sam Roe")
    acme.move(f"{uid}{twin}", "20261208")
    assert acme("--pull").code == 0
    assert line(acme, uid).endswith("⏳ 2026-12-08 📅 2026-12-08")
    assert (due(acme, uid), due(acme, f"{uid}-day")) == ("20261208", "20261208")
    settled(acme, "2026-11-12")
    acme.sync()
    assert line(acme, uid).endswith("📅 2026-12-08")


def test_a_task_s_day_counts_before_its_event_s(acme: Desk) -> None:
    uid = acme.titled("Call Sam Roe")
    acme.move(uid, "20261208")
    acme.move(f"{uid}-day", "20261210")
    acme("--pull")
    assert (due(acme, uid), due(acme, f"{uid}-day")) == ("20261208", "20261208")
    settled(acme, "2026-11-12")


def test_a_time_on_the_day_is_that_day(acme: Desk) -> None:
    uid = acme.titled("Call Sam Roe")
    acme.change(uid, r"DUE;VALUE=DATE:\d+", "DUE:20261204T180000")
    before = acme.note
    assert "nothing to change" in acme("--pull").err
    assert acme.note == before


def test_called_off_is_spelt_as_the_note_spells_it(acme: Desk) -> None:
    uid = acme.titled("Call Sam Roe")
    acme.change(uid, "STATUS:NEEDS-ACTION", "STATUS:CANCELLED")
    assert acme("--pull").code == 0
    assert line(acme, uid).startswith("- [-]")
    assert line(acme, uid).endswith("❌ 2026-11-12")
    settled(acme, "2026-11-12")


def test_other_words_in_the_calendar_do_not_reach_the_note(acme: Desk) -> None:
    uid = acme.titled("Call Sam Roe")
    acme.change(uid, "SUMMARY:Call", "SUMMARY:Ring")
    before = acme.note
    ran = acme("--pull")
    assert (acme.note, ran.code) == (before, 0)
    settled(acme, "2026-11-12")


def test_where_both_moved_it_the_note_counts(acme: Desk) -> None:
    uid = acme.titled("Call Sam Roe")
    acme.move(uid, "20261208")
    acme.write(acme.note.replace("📅 2026-12-04", "📅 2026-12-07"))
    ran = acme("--pull")
    assert "was moved in the calendar and in the note; the note counts." in ran.err
    assert ran.code == 0
    assert line(acme, uid).endswith("📅 2026-12-07")
    assert due(acme, uid) == "20261207"
    settled(acme, "2026-11-12")


def test_both_did_the_same(acme: Desk) -> None:
    uid = acme.titled("Call Sam Roe")
    acme.move(uid, "20261208")
    acme.write(acme.note.replace("📅 2026-12-04", "📅 2026-12-08"))
    other = acme.titled("Thank Sam Roe")
    acme.tick(other)
    acme.run("done", other)
    ran = acme("--pull")
    assert ran.code == 0
    assert "note counts" not in ran.err
    assert other not in acme.parts()
    settled(acme, "2026-11-12")


def test_a_tick_of_what_was_called_off_in_the_note(acme: Desk) -> None:
    uid = acme.titled("Call Sam Roe")
    acme.tick(uid)
    acme.write(acme.note.replace("- [ ] Call Sam", "- [-] Call Sam"))
    assert "the note counts" in acme("--pull").err
    assert line(acme, uid).startswith("- [-]")
    assert uid not in acme.parts()
    settled(acme, "2026-11-12")


def test_a_moved_entry_of_a_step_done_in_the_note_goes_quietly(acme: Desk) -> None:
    uid = acme.titled("Call Sam Roe")
    acme.move(uid, "20261208")
    acme.run("done", uid)
    ran = acme("--pull")
    assert "Call Sam" not in ran.err
    assert uid not in acme.parts()


def test_opened_again_in_the_calendar_is_hers_to_open_in_the_note(acme: Desk) -> None:
    uid = acme.titled("Call Sam Roe")
    acme.run("done", uid)
    acme("--all")
    acme.change(uid, r"STATUS:COMPLETED\r\n", "STATUS:NEEDS-ACTION\r\n")
    ran = acme("--all", "--pull")
    assert "open its box in the note" in ran.err
    assert acme.parts()[uid].fields["STATUS"].value == "COMPLETED"


def test_a_day_taken_away_comes_back(acme: Desk) -> None:
    uid = acme.titled("Call Sam Roe")
    file = acme.calendar / f"{uid}.ics"
    file.write_bytes(file.read_bytes().replace(b"DUE;VALUE=DATE:20261204\r\n", b""))
    assert "has no day in the calendar any more" in acme("--pull").err
    assert due(acme, uid) == "20261204"


def test_a_tick_of_the_next_step_waits_until_the_note_has_it(acme: Desk) -> None:
    acme.run("done", acme.titled("Call Sam Roe"), today="2026-12-04")
    acme(today="2026-12-04")
    uid = acme.titled("Write to Dana Kim")
    acme.tick(uid, "20261209")
    ran = acme("--pull", today="2026-12-09")
    assert "is not in the note yet" in ran.err
    assert ran.code == 1
    assert acme.parts()[uid].fields["STATUS"].value == "COMPLETED"
    acme.sync("2026-12-09")
    assert acme("--pull", today="2026-12-09").code == 0
    assert line(acme, uid).endswith("✅ 2026-12-09")


def test_deleted_entries_are_deleted_tasks_only_when_she_says_so(acme: Desk) -> None:
    uid = acme.titled("Thank Sam Roe")
    (acme.calendar / f"{uid}.ics").unlink()
    before = acme.note
    acme("--pull", "--deleted")
    assert acme.note == before  # its event still stands
    (acme.calendar / f"{uid}-day.ics").unlink()
    acme("--pull")
    assert acme.note == before
    assert acme("--pull", "--deleted").code == 0
    assert f"🆔 {uid}" not in acme.note
    assert "Thank-you note to Sam Roe" not in acme.note
    acme.sync()
    assert f"🆔 {uid}" not in acme.note
    settled(acme, "2026-11-12")


def test_an_emptied_calendar_deletes_nothing(acme: Desk) -> None:
    for file in acme.calendar.glob("*.ics"):
        file.unlink()
    before = acme.note
    ran = acme("--pull", "--deleted")
    assert ran.code == 2
    assert "more likely emptied" in ran.err
    assert acme.note == before


def test_a_task_she_wrote_on_is_not_deleted_from_afar(acme: Desk) -> None:
    uid = acme.titled("Thank Sam Roe")
    acme.delete(uid)
    acme.write(acme.note.replace("Thank Sam Roe (Acme) by e-mail", "Thank Sam Roe, with the photo"))
    ran = acme("--pull", "--deleted")
    assert "it was changed in the note" in ran.err
    assert f"🆔 {uid}" in acme.note


def test_a_moved_interview_is_hers_to_write(acme: Desk) -> None:
    uid = acme.titled("Interview at Acme", "VEVENT")
    acme.change(uid, "DTSTART:20261110T100000", "DTSTART:20261113T140000")
    acme.change(uid, "DTEND:20261110T110000", "DTEND:20261113T150000")
    before = acme.note
    ran = acme("--pull")
    assert ran.code == 1
    assert f"{NOTE}: “Interview at Acme, Platform Engineer (onsite)” stands on" in ran.err
    assert "write `interview_date: 2026-11-13 14:00`" in ran.err
    assert acme.note == before
    assert acme.parts()[uid].fields["DTSTART"].value == "20261113T140000"
    acme.write(acme.note.replace("2026-11-10 10:00", "2026-11-13 14:00"))
    acme.sync("2026-11-14")
    assert acme("--pull", today="2026-11-14").code == 0


def test_check_shows_and_writes_nothing(acme: Desk) -> None:
    uid = acme.titled("Call Sam Roe")
    acme.tick(uid, "20261204")
    note, files = acme.note, {f.name: f.read_bytes() for f in acme.calendar.iterdir()}
    ran = acme("--pull", "--check", today="2026-12-04")
    assert ran.code == 1
    assert "+- [x] Call Sam Roe" in ran.out
    assert "added: Write to Dana Kim" in ran.out
    assert acme.note == note
    assert {f.name: f.read_bytes() for f in acme.calendar.iterdir()} == files
    value = json.loads(acme("--pull", "--check", "--json", today="2026-12-04").out)
    assert value["pulled"] == [{"id": uid, "path": NOTE, "what": "done", "day": "2026-12-04"}]


def test_deleted_goes_with_pull(acme: Desk) -> None:
    assert acme("--deleted").code == 2


SPELLINGS = {
    "dataview": ("toml", 'dialect = "dataview"\n', "[x]"),
    "gfm": ("crlf", 'dialect = "gfm"\n', "[x]"),
    "logseq": ("page", 'dialect = "logseq"\n', "DONE"),
    "org": ("org", "", "DONE"),
}


@pytest.fixture(params=SPELLINGS)
def spelt(request: pytest.FixtureRequest, start: Start, tmp_path: Path) -> tuple[Desk, Path, str]:
    """A desk in one of the other spellings, its note, and how a tick looks there."""
    name, settings, tick = SPELLINGS[request.param]
    path, text = NOTES[name]
    vault = tmp_path / "vault"
    (vault / path).parent.mkdir(parents=True)
    (vault / path).write_bytes(text.encode())
    if name == "page":
        (vault / "logseq").mkdir()
        (vault / "logseq/config.edn").write_text("{}")
    (vault / "mdfollow.toml").write_text(f'calendar = "../calendar"\n{settings}')
    acme = Desk(start(vault), vault, tmp_path / "calendar")
    acme.sync()
    acme()
    return acme, vault / path, tick


def states(acme: Desk) -> dict[str, tuple[str, str, str | None]]:
    """State, day and day of the tick of every step."""
    return {
        step["id"]: (step["state"], step["due"], step["done_on"])
        for note in json.loads(acme.run("plan", "--json").out)["notes"]
        for each in note["interviews"]
        for step in each["steps"]
    }


def test_every_spelling_takes_ticks_days_and_deletions(spelt: tuple[Desk, Path, str]) -> None:
    acme, note, tick = spelt
    ticked, moved = acme.titled("still interested"), acme.titled("Thank Dana Kim")
    gone = acme.titled("Thank Sam Roe")
    acme.tick(ticked, "20261112")
    acme.move(moved, "20261114")
    acme.delete(gone)
    ran = acme("--pull", "--deleted")
    assert ran.code == 0, ran.err
    found = states(acme)
    assert (found[ticked][0], found[ticked][2]) == ("done", "2026-11-12")
    assert found[moved][:2] == ("edited", "2026-11-14")
    assert found[gone][0] == "deleted"
    assert tick in note.read_text(encoding="utf-8")
    before = note.read_bytes()
    assert "nothing to change" in acme("--pull").err
    assert note.read_bytes() == before


def test_several_deletions_in_one_note(spelt: tuple[Desk, Path, str]) -> None:
    acme, note, _ = spelt
    gone = [acme.titled(words) for words in ("Thank Dana Kim", "Thank Sam Roe")]
    for uid in gone:
        acme.delete(uid)
    ran = acme("--pull", "--deleted")
    assert ran.code == 0, ran.err
    found = states(acme)
    assert [found[uid][0] for uid in gone] == ["deleted", "deleted"]
    text = note.read_text(encoding="utf-8")
    assert "Thank " not in text
    assert "still interested" in text
    assert "Her own words, which stay." in text
    acme.sync()
    assert [states(acme)[uid][0] for uid in gone] == ["deleted", "deleted"]
