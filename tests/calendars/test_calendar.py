"""`mdfollow calendar`: the same entries from the same notes, hers left alone, ours removed."""

import sys
from pathlib import Path

import icalendar
import pytest

from mdfollow.vault.outcome import Signature
from tests.calendars import strict
from tests.calendars.vaults import NOTE, Desk, desk
from tests.cli.conftest import Start
from tests.cli.notes import ACME, PHONE, TWO_ROUNDS, VAULTS, make


@pytest.fixture
def acme(start: Start, tmp_path: Path) -> Desk:
    return desk(start(tmp_path / "vault"))


def values(part: strict.Part) -> dict[str, str]:
    return {name: field.value for name, field in part.fields.items()}


def signatures(acme: Desk) -> dict[str, Signature]:
    return {file.name: Signature.of(file.stat()) for file in acme.calendar.iterdir()}


def test_a_step_is_a_task_and_an_event_of_its_day(acme: Desk) -> None:
    uid = acme.titled("Thank Dana Kim")
    task, day = acme.parts()[uid], acme.parts()[f"{uid}-day"]
    assert values(task)["DTSTART"] == "20261110"
    assert values(task)["DUE"] == "20261111"
    assert values(day)["DTSTART"] == "20261111"
    assert values(day)["DTEND"] == "20261112"
    assert values(day)["TRANSP"] == "TRANSPARENT"
    assert values(task)["SUMMARY"] in acme.note.replace(",", "\\,").replace(";", "\\;")
    assert values(task)["DESCRIPTION"].endswith(rf"\n{NOTE}")
    assert f"🆔 {uid} " in acme.note


def test_a_window_of_one_day_has_no_start(acme: Desk) -> None:
    call = values(acme.parts()[acme.titled("Call Sam Roe")])
    assert call["DUE"] == "20261204"
    assert "DTSTART" not in call


def test_an_interview_is_an_event_with_its_time(acme: Desk) -> None:
    event = values(acme.parts()[acme.titled("Interview at Acme", "VEVENT")])
    assert event["DTSTART"] == "20261110T100000"
    assert event["DTEND"] == "20261110T110000"
    assert event["SUMMARY"] == r"Interview at Acme\, Platform Engineer (onsite)"


def test_an_interview_with_a_zone_is_a_moment(start: Start, tmp_path: Path) -> None:
    note = ACME.replace(b"10:00", b"10:00 Europe/Berlin")
    found = desk(start(tmp_path / "vault"), note=note)
    event = values(found.parts()[found.titled("Interview at Acme", "VEVENT")])
    assert event["DTSTART"] == "20261110T090000Z"


@pytest.mark.parametrize("name", VAULTS)
def test_every_entry_is_by_the_letter_of_the_rfc(start: Start, tmp_path: Path, name: str) -> None:
    run = start(make(tmp_path / "vault", VAULTS[name]))
    run("sync", "--yes")
    code = run("calendar", "../one.ics").code
    file = tmp_path / "one.ics"
    if not file.exists():
        assert name in {"no interviews", "nothing"}
        return
    assert (code == 1) is (name == "with trouble")
    calendar = strict.read(file.read_bytes())
    assert calendar.parts
    read = icalendar.Calendar.from_ical(file.read_bytes())
    assert not any(each.errors for each in read.walk())
    assert read.to_ical(sorted=True) == file.read_bytes()


def test_two_runs_are_equal_and_the_second_writes_nothing(acme: Desk) -> None:
    before = signatures(acme)
    assert "nothing to change" in acme(today="2026-11-20").err
    assert signatures(acme) == before
    other = acme.calendar.with_name("other")
    acme(str(other), today="2026-11-21")
    assert {file.name: file.read_bytes() for file in other.glob("*.ics")} == acme.files
    acme("../a.ics")
    acme("../b.ics", today="2026-11-20")
    one, two = (acme.calendar.with_name(name).read_bytes() for name in ("a.ics", "b.ics"))
    assert one == two


def test_what_is_done_goes_and_what_comes_next_comes(acme: Desk) -> None:
    uid = acme.titled("Call Sam Roe")
    acme.run("done", uid, today="2026-12-04")
    assert "removed" in acme(today="2026-12-04").err
    assert uid not in acme.parts()
    assert "Write to Dana Kim" in str(acme.parts())
    later = acme("--all", today="2026-12-04")
    assert "1 added" in later.err
    assert values(acme.parts()[uid])["COMPLETED"] == "20261204T120000Z"


def test_a_moved_date_moves_and_what_she_added_stays(acme: Desk) -> None:
    uid = acme.titled("Call Sam Roe")
    acme.change(uid, "END:VTODO", "CATEGORIES:work\r\nSEQUENCE:3\r\nEND:VTODO")
    acme.write(acme.note.replace("📅 2026-12-04", "📅 2026-12-08"))
    acme()
    call = values(acme.parts()[uid])
    assert (call["DUE"], call["CATEGORIES"], call["SEQUENCE"]) == ("20261208", "work", "3")
    assert values(acme.parts()[f"{uid}-day"])["DTSTART"] == "20261208"


def test_her_words_in_the_calendar_stay_hers(acme: Desk) -> None:
    uid = acme.titled("Call Sam Roe")
    acme.change(uid, r"SUMMARY:[^\r]*(\r\n [^\r]*)*", "SUMMARY:Ring Sam")
    acme.write(acme.note.replace("📅 2026-12-04", "📅 2026-12-08"))
    acme()
    assert values(acme.parts()[uid])["SUMMARY"] == "Ring Sam"
    assert values(acme.parts()[uid])["DUE"] == "20261208"
    acme.run("done", uid, today="2026-12-08")
    acme(today="2026-12-08")
    assert values(acme.parts()[uid])["STATUS"] == "COMPLETED"
    assert f"{uid}-day" not in acme.parts()
    assert "nothing to change" in acme(today="2026-12-08").err


def test_what_she_changed_there_waits_for_a_pull(acme: Desk) -> None:
    uid = acme.titled("Call Sam Roe")
    acme.tick(uid)
    acme.move(f"{uid}-day", "20261209")
    before = acme.files
    said = acme().err
    assert "1 entry was ticked or moved" in said
    assert "--pull" in said
    assert acme.files == before


def test_what_she_deleted_there_stays_away_until_again(acme: Desk) -> None:
    uid = acme.titled("Call Sam Roe")
    (acme.calendar / f"{uid}.ics").unlink()
    assert "1 deleted there by you" in acme().err
    assert uid not in acme.parts()
    assert "1 added" in acme("--again").err
    assert uid in acme.parts()


def test_nothing_but_ours_is_touched(acme: Desk) -> None:
    uid = acme.titled("Call Sam Roe")
    hers = {
        "birthday.ics": b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n",
        "broken.ics": b"BEGIN:VEVENT\xff",
        "color": b"#ff0000",
        f"{uid}.ics": (acme.calendar / f"{uid}.ics").read_bytes().replace(b"X-MDFOLLOW", b"X-M"),
    }
    for name, data in hers.items():
        (acme.calendar / name).write_bytes(data)
    acme.run("heard", NOTE, "--rejected")
    acme.sync()
    acme()
    left = {file.name: file.read_bytes() for file in acme.calendar.iterdir()}
    assert {name: left[name] for name in hers} == hers
    assert len(left) == len(hers) + 2  # the interview, and what is remembered


def test_a_foreign_entry_under_our_name_is_named(acme: Desk) -> None:
    uid = acme.titled("Call Sam Roe")
    acme.change(uid, r"X-MDFOLLOW-BASE:[^\r]*\r\n( [^\r]*\r\n)*", "")
    ran = acme()
    assert f"{uid}: another entry stands there" in ran.err
    assert "BASE" not in (acme.calendar / f"{uid}.ics").read_text()


def test_a_server_that_drops_our_mark_is_named_once(acme: Desk) -> None:
    for file in acme.calendar.glob("*.ics"):
        acme.change(file.stem, r"X-MDFOLLOW-BASE:[^\r]*\r\n( [^\r]*\r\n)*", "")
    before = acme.files
    ran = acme()
    assert "7 entries stand there under our names without our mark" in ran.err
    assert len(ran.err.splitlines()) == 2
    assert acme.files == before


def test_an_entry_made_to_repeat_is_hers(acme: Desk) -> None:
    uid = acme.titled("Call Sam Roe")
    acme.change(uid, "END:VTODO", "RRULE:FREQ=WEEKLY\r\nEND:VTODO")
    acme.run("done", uid)
    acme()
    assert f"{uid}.ics" in {file.name for file in acme.calendar.iterdir()}


def test_a_note_in_trouble_keeps_its_entries(acme: Desk) -> None:
    before = acme.files
    acme.write(acme.note.replace("company: Acme", "company: [Acme"))
    assert acme().code == 1
    assert acme.files == before


def test_a_note_that_cannot_be_read_keeps_its_entries(acme: Desk) -> None:
    before = acme.files
    make(acme.vault, {"interviews/initech.md": PHONE})
    acme.write(acme.note + "Long. " * 400_000)
    assert acme().code == 1
    assert before.items() <= acme.files.items()


def test_an_empty_vault_empties_no_calendar(acme: Desk) -> None:
    before = acme.files
    (acme.vault / NOTE).unlink()
    acme()
    assert acme.files == before


def test_another_vault_does_not_write_into_this_calendar(acme: Desk, start: Start) -> None:
    other = start(make(acme.vault.with_name("other"), VAULTS["several notes"]))
    other("sync", "--yes")
    ran = other("calendar", "../calendar")
    assert ran.code == 2
    assert "another vault keeps this calendar" in ran.err
    assert other("calendar", "../calendar", "--again").code == 0


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("", "say where the calendar is"),
        (".", "is no calendar"),
        ("cal", "--inside"),
        ("../full", "holds other files"),
        ("../hers.ics", "not mdfollow's"),
        ("../letter.txt", "is no folder"),
    ],
)
def test_where_no_calendar_is_written(
    start: Start, tmp_path: Path, target: str, words: str
) -> None:
    (tmp_path / "full").mkdir()
    for name in ("full/letter.txt", "letter.txt"):
        (tmp_path / name).write_text("Dear Dana")
    (tmp_path / "hers.ics").write_text("BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR\n")
    run = start(make(tmp_path / "vault", VAULTS["one note"]))
    run("sync", "--yes")
    before = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}
    ran = run("calendar", *filter(None, [target]))
    assert (ran.code, words in ran.err) == (2, True), ran.err
    assert {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()} == before


def test_without_the_library_it_says_how_to_get_it(
    acme: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("mdfollow.calendar.ics", "mdfollow.commands.calendar_target"):
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr("mdfollow.calendar.ics")
    monkeypatch.setitem(sys.modules, "icalendar", None)
    ran = acme()
    assert ran.code == 2
    assert "pipx inject mdfollow icalendar" in ran.err


def test_check_names_what_would_change_and_writes_nothing(start: Start, tmp_path: Path) -> None:
    run = start(make(tmp_path / "vault", VAULTS["one note"]))
    run("sync", "--yes")
    ran = run("calendar", "../calendar", "--check")
    assert ran.code == 1
    assert sum("Dana Kim" in line for line in ran.lines) == 1
    assert "added: Interview at Acme, Platform Engineer (onsite), Tue 10 Nov 10:00" in ran.lines
    assert not (tmp_path / "calendar").exists()


def test_a_plan_she_did_not_want_is_in_no_calendar(start: Start, tmp_path: Path) -> None:
    run = start(make(tmp_path / "vault", VAULTS["one note"]))
    run("calendar", "../calendar")
    assert [file.suffix for file in (tmp_path / "calendar").glob("*.ics")] == [".ics"]


def test_alarms_ring_once(start: Start, tmp_path: Path) -> None:
    found = desk(start(tmp_path / "vault"), 'calendar_alarm = "9:00"\n')
    rings = {uid: part.parts for uid, part in found.parts().items() if part.parts}
    assert rings
    assert not any(uid.endswith("-day") for uid in rings)
    (alarm,) = rings[found.titled("Call Sam Roe")]
    assert alarm.fields["TRIGGER"].value == "PT9H"
    found.write(found.note.replace("📅 2026-12-04", "📅 2026-12-08"))
    found()
    assert len(found.parts()[found.titled("Call Sam Roe")].parts) == 1


def test_days_alone_for_a_calendar_without_tasks(start: Start, tmp_path: Path) -> None:
    settings = 'calendar_entries = ["days"]\ncalendar_alarm = "08:30"\n'
    found = desk(start(tmp_path / "vault"), settings)
    assert {part.name for part in found.parts().values()} == {"VEVENT"}
    assert all(uid.endswith("-day") for uid in found.parts())
    assert all(
        part.parts[0].fields["TRIGGER"].value == "PT8H30M" for part in found.parts().values()
    )


def test_private_titles_name_nobody(start: Start, tmp_path: Path) -> None:
    found = desk(start(tmp_path / "vault"), "calendar_private = true\n")
    text = b"".join(found.files.values()).decode()
    assert not [word for word in ("Acme", "acme", "Dana", "Sam", "Platform") if word in text]
    assert {"Make a call", "Write a note", "Appointment"} == {
        part.fields["SUMMARY"].value for part in found.parts().values()
    }


def test_two_rounds_are_two_interviews(start: Start, tmp_path: Path) -> None:
    found = desk(start(tmp_path / "vault"), note=TWO_ROUNDS)
    days = [
        values(part)["DTSTART"]
        for part in found.parts().values()
        if "Interview at" in values(part)["SUMMARY"]
    ]
    assert sorted(days) == ["20261030", "20261111"]


def test_one_message_for_several_applications_is_named_in_each(
    start: Start, tmp_path: Path
) -> None:
    note = PHONE.replace(b"---\nA call", b"recruiter: Ana Ruiz <ana@agency.example>\n---\nA call")
    notes = {f"{name}.md": note.replace(b"Initech", name.encode()) for name in ("Fir", "Gorse")}
    run = start(make(tmp_path / "vault", {**notes, NOTE: ACME}))
    run("sync", "--yes")
    run("calendar", "../one.ics")
    parts = strict.read((tmp_path / "one.ics").read_bytes()).parts
    shared = [
        part for part in parts if "One message to Ana Ruiz" in part.fields["DESCRIPTION"].value
    ]
    assert {part.fields["SUMMARY"].value for part in shared} == {
        rf"Write to Ana Ruiz ({name}): still interested\, what is the next step?"
        for name in ("Fir", "Gorse")
    }
    assert all("both: Fir and Gorse." in part.fields["DESCRIPTION"].value for part in shared)


def test_a_link_is_percent_encoded(start: Start, tmp_path: Path) -> None:
    run = start(make(tmp_path / "vault", VAULTS["odd names"]))
    run("sync", "--yes")
    run("calendar", "../one.ics")
    read = icalendar.Calendar.from_ical((tmp_path / "one.ics").read_bytes())
    links = {str(each["URL"]) for each in read.walk() if "URL" in each}
    path = "a%20b%2F%C3%BCml%C3%A4ut%20%F0%9F%93%85.md"
    assert f"obsidian://open?vault=vault&file={path}" in links


def test_one_file_is_replaced_in_place(acme: Desk) -> None:
    acme("../one.ics")
    file = acme.calendar.with_name("one.ics")
    uid = acme.titled("Call Sam Roe")
    acme.run("done", uid, today="2026-12-04")
    acme("../one.ics", today="2026-12-04")
    text = file.read_text()
    assert f"UID:{uid}\n" not in text
    assert "Write to Dana Kim" in text
    read = icalendar.Calendar.from_ical(file.read_bytes())
    (gone,) = read.walk("VTODO")
    read.subcomponents.remove(gone)
    file.write_bytes(read.to_ical())
    assert "nothing to change" in acme("../one.ics", today="2026-12-04").err
    assert file.read_bytes() == read.to_ical()
    assert acme("../one.ics", "--again", today="2026-12-04").code == 0
    assert f"UID:{gone['UID']}\n" in file.read_text()


def test_the_stamp_is_the_interview_s_day(acme: Desk) -> None:
    assert {values(part)["DTSTAMP"] for part in acme.parts().values()} == {"20261110T000000Z"}
