"""The settings file: every key read, every slip named with its line and a way out."""

from datetime import date, time
from pathlib import Path

import pytest

from mdfollow import record
from mdfollow.problem import MdfollowError
from mdfollow.settings import Me, Settings
from mdfollow.vault.settings import KEYS, ME, read_settings

HEADING = "`heading` takes a text of one line, at most 100 characters."
NAME = "`me.name` takes a text of at most 100 characters."
DAYS_OFF = '`days_off` takes a list of dates, or "MM-DD" for a day of every year.'
FULL = """\
method = "phone"
days_off = [2026-12-24, "2026-12-25", "01-01", "02-29"]
date_order = "dmy"
max_attempts = 2
first_wait = 12
stale_days = 30
dialect = "gfm"
heading = "Next steps"
heading_level = 3
interview_folders = "Interviews"
ignore = ["Archive", "*.draft.md"]
templates = "Vorlagen"
drafts = "none"
quiet_time = 3
dashboard = "Follow-ups.md"
calendar = "~/calendars/follow-ups"
calendar_entries = ["days", "interviews"]
calendar_alarm = "09:30"
calendar_private = true
notify = true
language = "de"

[me]
name = "Dana Kim"
phone = "+1 555 0100"
email = ["dana@example.org", "kim@example.org"]
"""


def put(root: str, text: str | bytes) -> None:
    Path(root, "mdfollow.toml").write_bytes(text if isinstance(text, bytes) else text.encode())


def test_without_the_file_the_defaults(root: str) -> None:
    assert read_settings(root) == Settings()
    put(root, "")
    assert read_settings(root) == Settings()


@pytest.mark.parametrize("shape", ["plain", "BOM", "CRLF"])
def test_every_key(root: str, shape: str) -> None:
    text = FULL.replace("\n", "\r\n") if shape == "CRLF" else FULL
    put(root, text.encode("utf-8-sig" if shape == "BOM" else "utf-8"))
    assert read_settings(root) == Settings(
        me=Me("Dana Kim", "+1 555 0100", ("dana@example.org", "kim@example.org")),
        method="phone",
        days_off=(date(2026, 12, 24), date(2026, 12, 25)),
        days_off_yearly=((1, 1), (2, 29)),
        date_order="dmy",
        max_attempts=2,
        first_wait=12,
        stale_days=30,
        dialect="gfm",
        heading="Next steps",
        heading_level=3,
        interview_folders=("Interviews",),
        ignore=("Archive", "*.draft.md"),
        templates="Vorlagen",
        drafts="none",
        quiet_time=3.0,
        dashboard="Follow-ups.md",
        calendar="~/calendars/follow-ups",
        calendar_entries=("days", "interviews"),
        calendar_alarm=time(9, 30),
        calendar_private=True,
        notify=True,
        language="de",
    )


def test_the_table_of_keys_is_the_settings(root: str) -> None:
    names = {field.name for field in record.fields(Settings)}
    assert {*KEYS, "me", "days_off_yearly"} == names
    assert set(ME) == {field.name for field in record.fields(Me)}
    for name in (*KEYS, "[me]", *ME):
        assert name in FULL


def test_one_address_may_stand_alone(root: str) -> None:
    put(root, 'me.email = "dana@example.org"\n')
    assert read_settings(root).me == Me(email=("dana@example.org",))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "headin = 'x'",
            "mdfollow.toml:1: mdfollow does not know `headin`; did you mean `heading`?",
        ),
        (
            "\n\n[me]\nnmae = 'x'",
            "mdfollow.toml:4: mdfollow does not know `me.nmae`; did you mean `me.name`?",
        ),
        (
            "# hi\nname = 'x'",
            "mdfollow.toml:2: mdfollow does not know `name`; did you mean `me.name`?",
        ),
        (
            "[me]\nname = 'x'\n[mee]",
            "mdfollow.toml:3: mdfollow does not know `mee`; did you mean `me`?",
        ),
        ("me.name = 3", f"mdfollow.toml:1: {NAME}"),
        ("me = 'Dana'", "mdfollow.toml:1: `me` is a table: write [me] on a line of its own."),
        ("[me]\nemail = [1]", "mdfollow.toml:2: `me.email` takes a text or a list of texts."),
        ("method = 'fax'", 'mdfollow.toml:1: `method` takes "phone" or "email".'),
        ("method = []", 'mdfollow.toml:1: `method` takes "phone" or "email".'),
        ("first_wait = true", "mdfollow.toml:1: `first_wait` takes a number of days from 1 to 60."),
        ("first_wait = 0", "mdfollow.toml:1: `first_wait` takes a number of days from 1 to 60."),
        ("first_wait = 2.5", "mdfollow.toml:1: `first_wait` takes a number of days from 1 to 60."),
        ("notify = 1", "mdfollow.toml:1: `notify` takes true or false."),
        (
            "quiet_time = nan",
            "mdfollow.toml:1: `quiet_time` takes a number of seconds from 0 to 30.",
        ),
        ("heading = 'a\\nb'", None),
        ('heading = "a\\nb"', f"mdfollow.toml:1: {HEADING}"),
        (f"heading = '{'a' * 101}'", f"mdfollow.toml:1: {HEADING}"),
        (f"me.name = '{'a' * 5000}'", f"mdfollow.toml:1: {NAME}"),
        ('heading = " "', f"mdfollow.toml:1: {HEADING}"),
        (
            "\ndays_off = ['13-01']",
            f"mdfollow.toml:2: {DAYS_OFF}",
        ),
        (
            "days_off = [2026-12-24T10:00:00]",
            f"mdfollow.toml:1: {DAYS_OFF}",
        ),
        ("ignore = {a = 1}", "mdfollow.toml:1: `ignore` takes a text or a list of texts."),
    ],
)
def test_a_slip(root: str, text: str, message: str | None) -> None:
    put(root, text)
    if message is None:
        assert read_settings(root).heading == "a\\nb"
        return
    with pytest.raises(MdfollowError) as raised:
        read_settings(root)
    assert str(raised.value) == message


def test_every_slip_at_once(root: str) -> None:
    put(root, "notify = 3\n\n[me]\nphone = 1\n")
    with pytest.raises(MdfollowError) as raised:
        read_settings(root)
    assert [line.split(" ")[0] for line in str(raised.value).splitlines()] == [
        "mdfollow.toml:1:",
        "mdfollow.toml:4:",
    ]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("method = phone\n", "mdfollow.toml:1: this line is not TOML yet"),
        ("notify = true\nheading = Next steps\n", "mdfollow.toml:2: this line is not TOML yet"),
        ("notify = true\nnotify = false\n", "mdfollow.toml:2: this line is not TOML yet"),
        ("ignore = [\n", "mdfollow.toml:2: this line is not TOML yet"),
        (b"heading = '\xe9'\n", "mdfollow.toml: please save it as UTF-8 text."),
        ("x = " + "[" * 5000, "mdfollow.toml: its keys or lists are nested too deep"),
        ("a" + ".a" * 30_000 + " = 1", "mdfollow.toml: its keys or lists are nested too deep"),
    ],
)
def test_what_is_no_toml(root: str, text: str | bytes, start: str) -> None:
    put(root, text)
    with pytest.raises(MdfollowError) as raised:
        read_settings(root)
    assert str(raised.value).startswith(start)
    assert "\n" not in str(raised.value)


def test_a_settings_file_that_is_a_folder(root: str) -> None:
    Path(root, "mdfollow.toml").mkdir()
    with pytest.raises(MdfollowError, match=r"mdfollow\.toml: it is no ordinary file"):
        read_settings(root)


def test_a_file_of_nothing_but_unknown_keys_costs_no_minute(root: str) -> None:
    """Found by fuzzing: 4,000 of them had every command think for eleven seconds."""
    Path(root, "mdfollow.toml").write_text("".join(f"k{number} = 1\n" for number in range(50)))
    with pytest.raises(MdfollowError) as told:
        read_settings(root)
    assert len(str(told.value).split("\n")) == 20
