"""Law 7: one bad note stops no other; what cannot be read is left, with a reason."""

import pytest

from mdfollow.surroundings import Surroundings
from mdfollow.sync.engine import sync
from mdfollow.sync.report import UNPROVEN
from mdfollow.sync.result import Note, Vault
from tests.fuzz.targets import TARGETS
from tests.laws.notes import BOM, FIELDS, TODAY, synced, vault

LOGSEQ = Vault(surroundings=Surroundings(logseq=True))
GOOD = FIELDS.encode() + b"# Acme\n"
ORG_FIELDS = ":PROPERTIES:\n:COMPANY: Acme\n:INTERVIEW_DATE: 2026-11-10\n:END:\n"
CONFLICT = b"<<<<<<< HEAD\nmine\n=======\nhers\n>>>>>>> other\n"
BAD: dict[str, tuple[bytes, str]] = {
    "Latin-1 in the body": (FIELDS.encode() + "naïve".encode("latin-1"), "UTF-8"),
    "half a character": (GOOD + "😀".encode()[:3], "UTF-8"),
    "a lone surrogate": (GOOD + b"\xed\xa0\x80", "UTF-8"),
    "Latin-1 in the fields": (FIELDS.replace("Acme", "Ärzte").encode("latin-1"), "UTF-8"),
    "a conflict": (GOOD + CONFLICT, "conflict"),
    "a conflict with CRLF": (GOOD + CONFLICT.replace(b"\n", b"\r\n"), "conflict"),
    "a diff3 conflict": (GOOD + CONFLICT.replace(b"=", b"||||||| b\nx\n=", 1), "conflict"),
    "an open fence": (GOOD + b"```\nx\n", "code fence"),
    "an open comment": (GOOD + b"<!-- x\n", "HTML comment"),
    "an open formula": (GOOD + b"$$\nx\n", "formula"),
    "an open %% comment": (GOOD + b"%%\nx\n", "comment"),
    "an open script": (GOOD + b"<script>\n", "HTML block"),
    "a NUL in the fields": (FIELDS.replace("Platform", "Plat\0form").encode(), "invisible"),
}
NOT_READ: dict[str, bytes] = {
    "UTF-16, little end": BOM[:0] + FIELDS.encode("utf-16"),
    "UTF-16, big end": FIELDS.encode("utf-16-be"),
    "empty": b"",
    "a BOM alone": BOM,
    "NULs": b"\0" * 4096,
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "no fields": b"# Acme\n",
    "a rule": b"---\nAcme\n---\n",
}
SOUND: dict[str, bytes] = {
    "a NUL in the body": GOOD + b"a\0b\n",
    "a conflict in a fence": GOOD + b"```\n" + CONFLICT + b"```\n",
    "half a conflict": GOOD + b"<<<<<<< HEAD\n",
    "a setext heading like a conflict": GOOD + b"mine\n=======\n",
    "an emptied state comment": GOOD + b"<!-- mdfollow:state -->\n",
    "a thousand levels": GOOD + b"".join(b"> " * n + b"x\n" for n in range(200)),
    "only fields": FIELDS.encode(),
    "fields without a last newline": FIELDS.encode().rstrip(b"\n"),
}


@pytest.mark.parametrize(("data", "reason"), BAD.values(), ids=BAD)
def test_a_bad_note_is_left_with_a_reason(data: bytes, reason: str) -> None:
    """W19, S02, N14: no byte changes, and one sentence says what is the matter."""
    report = synced(data, vault())
    assert report.new == data
    assert report.failed
    assert reason in report.problems[0].sentence
    assert report.problems[0].way_out


@pytest.mark.parametrize("data", NOT_READ.values(), ids=NOT_READ)
def test_a_file_that_is_no_interview_is_not_ours(data: bytes) -> None:
    """Nothing is written, nothing said."""
    assert not any(each.changed for each in sync((Note("Acme.md", data),), vault(), TODAY))


@pytest.mark.parametrize("data", SOUND.values(), ids=SOUND)
def test_odd_is_not_bad(data: bytes) -> None:
    """These get their plan, once."""
    report = synced(data, vault())
    assert report.changed
    assert not synced(report.new, vault()).changed


def test_bad_notes_stop_no_other() -> None:
    """Law 7: the good one is written exactly as if it stood alone."""
    bad = [Note(f"{number}.md", data) for number, (data, _) in enumerate(BAD.values())]
    bad += [Note(f"n{number}.md", data) for number, data in enumerate(NOT_READ.values())]
    good = Note("Acme.md", GOOD)
    reports = {each.path: each for each in sync((*bad, good), vault(), TODAY)}
    assert reports["Acme.md"].new == synced(GOOD, vault()).new
    assert [path for path, each in reports.items() if each.changed] == ["Acme.md"]


@pytest.mark.parametrize("dialect", ["tasks", "dataview", "gfm"])
def test_twins_of_a_union_merge(dialect: str) -> None:
    """S03, merge-cases 27: an open twin goes once the other is ticked; the tick stays."""
    planned = synced(GOOD, vault(dialect)).new.decode()
    line = next(text for text in planned.split("\n") if text.startswith("- [ ] Thank Dana"))
    ticked = line.replace("[ ]", "[x]")
    for twins in (f"{line}\n{ticked}", f"{ticked}\n{line}"):
        report = synced(planned.replace(line, twins).encode(), vault(dialect))
        assert report.new.decode() == planned.replace(line, ticked)


def test_twins_she_touched_stay() -> None:
    """S03: nothing of hers is folded away."""
    planned = synced(GOOD, vault()).new.decode()
    line = next(text for text in planned.split("\n") if text.startswith("- [ ] Thank Dana"))
    hers = line + " asked for her card"
    data = planned.replace(line, f"{hers}\n{line.replace('[ ]', '[x]')}").encode()
    assert synced(data, vault()).new == data


CHANGES = {
    "the company": ("company: Acme", "company: Bolt"),
    "a person gone": ("  - Dana Kim <dana@acme.example> (hiring manager)\n", ""),
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("hers", [0, 1])
def test_law_3_a_draft_that_stands_twice_keeps_what_she_wrote_in_either(
    change: str, hers: int
) -> None:
    """S03: a union merge leaves both; the merge once looked at one and wrote the other."""
    planned = synced(GOOD, vault()).new.decode()
    begin, end = (
        planned.index("### Thank-you note to Dana"),
        planned.index("### Thank-you note to Sam"),
    )
    twins = [planned[begin:end]] * 2
    twins[hers] = twins[hers].replace("Dear Dana,", "Dear Dana,\n\nYour dog is a good listener.")
    doubled = planned[:begin] + "".join(twins) + planned[end:]
    report = synced(doubled.replace(*CHANGES[change], 1).encode(), vault())
    assert twins[hers].encode() in report.new


def test_law_7_edits_that_clash_leave_the_note_with_a_reason() -> None:
    """A comment that runs on into the tasks: its lines and theirs are the same."""
    (glued,) = TARGETS["sync-logseq"].seeds("found-overlap")
    report = synced(glued, LOGSEQ, path="pages/Acme.md")
    assert report.failed
    assert report.new == report.data
    assert report.problems[0].way_out
    assert {(each.line, each.column) for each in report.problems if each.code == UNPROVEN} == {
        (1, 1)
    }


@pytest.mark.parametrize("words", ["m", "from another version"])
def test_law_7_org_keeps_what_says_nothing_to_this_version(words: str) -> None:
    """A line of a plan's memory that is no step's once ended every command, for all notes."""
    drawer = f":MDFOLLOW_NOTE: abcdef\n:MDFOLLOW_SEEN: {words}\n"
    data = f"{ORG_FIELDS}* Plan\n:PROPERTIES:\n{drawer}:END:\n".encode()
    report = synced(data, vault("org"), path="Acme.org")
    assert report.changed
    assert words.encode() in report.new
    assert not synced(report.new, vault("org"), path="Acme.org").changed
