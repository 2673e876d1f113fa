"""Families: planning a part of the vault alone, or only what a change touched, changes nothing."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mdfollow.document.edit import apply
from mdfollow.sync import report
from mdfollow.sync.engine import sync
from mdfollow.sync.families import Families
from mdfollow.sync.memory import Memory
from mdfollow.sync.result import Note, NoteReport, Vault

TODAY = date(2026, 11, 12)
COMPANIES = ("Acme", "Acme Inc.", "[[Acme]]", "[[Orgs/Acme|ACME]]", "Bolt", "Crane & Co", "ACME")
NAMES = ("a/n.md", "b/n.md", "c.md", "d.md", "all.org")
DAYS = st.sampled_from((date(2026, 11, 2), date(2026, 11, 10), date(2026, 11, 11)))


def note(company: str, day: date, role: str) -> bytes:
    lines = ["---", f'company: "{company}"', f"interview_date: {day}", f"role: {role}"]
    people = "interviewers: Dana Kim, Sam Roe <sam@agency.example> (recruiter), Kit Fox"
    facts = "learned: [they bake at night, the ovens are new]"
    return "\n".join([*lines, people, facts, "---", "# A", ""]).encode()


def org(company: str, day: date, role: str) -> bytes:
    rows = ((company, day), ("Bolt", day + timedelta(days=1)))
    heading = (
        "* {} :interview:\n:PROPERTIES:\n:COMPANY: {}\n:INTERVIEW_DATE: {}\n:ROLE: {}\n:END:\n"
    )
    return "".join(heading.format(who, who, when, role) for who, when in rows).encode()


Files = dict[str, bytes]
Act = Callable[[Files, st.DataObject], None]


def write(files: Files, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(NAMES))
    make = org if name.endswith(".org") else note
    files[name] = make(
        data.draw(st.sampled_from(COMPANIES)),
        data.draw(DAYS),
        data.draw(st.sampled_from(("", "Cook"))),
    )


def copy(files: Files, data: st.DataObject) -> None:
    if notes := [name for name in files if name.endswith(".md")]:
        files[data.draw(st.sampled_from(NAMES[:4]))] = files[data.draw(st.sampled_from(notes))]


def delete(files: Files, data: st.DataObject) -> None:
    if files:
        del files[data.draw(st.sampled_from(sorted(files)))]


def swap(before: bytes, after: bytes) -> Act:
    def act(files: Files, data: st.DataObject) -> None:
        if files:
            name = data.draw(st.sampled_from(sorted(files)))
            files[name] = files[name].replace(before, after, 1)

    return act


def cut(files: Files, data: st.DataObject) -> None:
    """Take a state comment out, or a whole plan."""
    if files:
        name = data.draw(st.sampled_from(sorted(files)))
        at = files[name].find(data.draw(st.sampled_from((b"<!-- mdfollow:state", b"## Follow"))))
        files[name] = files[name][:at] if at > 0 else files[name]


ACTS: tuple[Act, ...] = (
    *(write, write, copy, delete, cut),
    *(swap(b"- [ ]", b"- [x]"), swap(b"Acme", b"Bolt"), swap(b"2026-11-10", b"2026-11-09")),
    *(swap(b"role: \n", b"role: Cook\n"), swap(b"Dana Kim", b"Dana Kimble")),
)


def notes_of(files: Files) -> list[Note]:
    return [Note(path, data) for path, data in sorted(files.items())]


def thank(files: Files, data: st.DataObject) -> None:
    """Say in a note that all its thank-yous are sent, or take that back."""
    if files:
        name = data.draw(st.sampled_from(sorted(files)))
        said, text = b"\nthanked: true", files[name]
        plain = text.replace(said, b"", 1)
        files[name] = plain if plain != text else text.replace(b"\nrole:", said + b"\nrole:", 1)


def as_one_family(notes: list[Note], vault: Vault) -> tuple[NoteReport, ...]:
    everything = frozenset(each.path for each in notes)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Families, "of", lambda self, path: everything)
        return sync(notes, vault, TODAY)


@settings(max_examples=settings().max_examples // 2)
@given(data=st.data())
def test_a_vault_in_families_is_planned_as_a_whole_vault_is(data: st.DataObject) -> None:
    """Whatever she does, nothing depends on notes outside the family, nor on what was before."""
    files: Files = {}
    memory, vault = Memory(), Vault()
    for _ in range(data.draw(st.integers(1, 12))):
        data.draw(st.sampled_from(ACTS))(files, data)
        notes = notes_of(files)
        found = sync(notes, vault, TODAY, memory)
        assert found == sync(notes, vault, TODAY)
        assert found == as_one_family(notes, vault)
        assert all(apply(each.data, each.edits) == each.new for each in found)
        if data.draw(st.booleans()):
            files |= {each.path: each.new for each in found}


@given(data=st.data())
def test_law_2_one_sync_settles_whatever_notes_share(data: st.DataObject) -> None:
    """Copies, notes of one interview, a shared recruiter: nothing is left for a second sync."""
    files: Files = {}
    for _ in range(data.draw(st.integers(1, 9))):
        data.draw(st.sampled_from((*ACTS, thank, thank)))(files, data)
        found = sync(notes_of(files), Vault(), TODAY)
        assert not any(each.code == report.UNPROVEN for one in found for each in one.problems)
        assert all(apply(each.data, each.edits) == each.new for each in found)
        assert all(each.data == files[each.path] for each in found)
        settled = files | {each.path: each.new for each in found}
        assert not any(each.changed for each in sync(notes_of(settled), Vault(), TODAY))
        if data.draw(st.booleans()):
            files = settled


def test_law_2_a_letter_that_asked_is_sent_as_a_key_says() -> None:
    """ASK-2: the question is open still, and is told of nobody whose thank-you is gone."""
    (written,) = sync([Note("c.md", note("Acme", date(2026, 11, 10), "Cook"))], Vault(), TODAY)
    assert b"in the thank-you to Sam Roe" in written.new
    thanked = written.new.replace(b"role:", b"thanked: true\nrole:")
    (found,) = sync([Note("c.md", thanked)], Vault(), TODAY)
    assert not found.failed
    assert b"Ask Sam Roe (Acme) when they expect to decide" in found.new
    assert b"Thank Dana" not in found.new
    assert not sync([Note("c.md", found.new)], Vault(), TODAY)[0].changed


def test_law_2_of_two_notes_one_says_that_all_are_thanked() -> None:
    (written,) = sync([Note("d.md", note("Acme", date(2026, 11, 10), "Cook"))], Vault(), TODAY)
    other = note("Acme", date(2026, 11, 10), "").replace(b"role:", b"thanked: true\nrole:")
    found = sync([Note("c.md", other), Note("d.md", written.new)], Vault(), TODAY)
    assert [each.changed for each in found] == [False, True]
    assert found[1].facts == ("1 draft written", "1 task reworded", "3 tasks taken out")
    again = sync([Note(each.path, each.new) for each in found], Vault(), TODAY)
    assert not any(each.changed for each in again)


def test_law_2_a_plan_that_was_copied_stays_where_it_is_when_its_note_is_written_anew() -> None:
    """The copy keeps what it holds, and the new note of the same day is not planned besides."""
    fresh = note("Acme", date(2026, 11, 10), "Cook")
    (written,) = sync([Note("c.md", fresh)], Vault(), TODAY)
    files = {"c.md": fresh.replace(b", Kit Fox", b""), "d.md": written.new}
    found = sync(notes_of(files), Vault(), TODAY)
    again = sync([Note(each.path, each.new) for each in found], Vault(), TODAY)
    assert [each.changed for each in again] == [False, False]
    assert b"- [ ] Thank Dana Kim" in found[1].new
    assert b"- [ ] Thank Dana Kim" not in found[0].new


def test_a_change_touches_the_notes_tied_to_it_and_those_it_was_tied_to() -> None:
    families = Families()
    for path, ties in {"a": "xy", "b": "yz", "c": "z", "d": "q"}.items():
        families.put(path, frozenset(ties))
    assert families.of("a") == {"a", "b", "c"}
    assert families.put("b", frozenset("q")) == {"a", "b", "c", "d"}
    assert families.of("a") == {"a"}
    assert families.of("b") == {"b", "d"}
