"""Several interviews in one Org file, and where their plans stand."""

import pytest

from mdfollow.sync.clearing import remove
from mdfollow.sync.result import Note, Vault
from mdfollow.views.findings import findings
from tests.pages.kinds import ORG
from tests.pages.sheet import Sheet

DANA, SAM, A1 = "thank:dana-kim", "thank:sam-roe", "attempt:1"
HEAD = (
    "* {0} :interview:\n:PROPERTIES:\n:COMPANY: {0}\n:INTERVIEW_DATE: <{1}>\n:DECISION: 3 weeks\n"
)
PEOPLE = ":INTERVIEWERS: Dana Kim; Sam Roe\n:END:\n"


def interview(company: str, day: str) -> str:
    return HEAD.format(company, day) + PEOPLE


def sheet(*parts: str) -> Sheet:
    return Sheet(ORG, "".join(parts))


def test_every_heading_gets_a_plan_under_itself() -> None:
    one, two = interview("Acme", "2026-11-10 Tue"), interview("Beta", "2026-11-11 Wed")
    file = sheet("#+TITLE: Jobs\n\n", one, "notes\n\n", two, "* Reading\ntext\n")
    report = file.sync()
    assert [each.interview.company for each in report.interviews] == ["Acme", "Beta"]
    acme, beta, rest = file.text.split("\n* ")[1:]
    assert acme.count("*** TODO ") == beta.count("*** TODO ") == 3
    assert "(Acme)" in acme
    assert "(Acme)" not in beta
    assert rest == "Reading\ntext\n"


def test_plans_of_one_file_share_no_id() -> None:
    """Two roles at one company on one day, under headings of one name."""
    one, two = (
        interview("Acme", "2026-11-10 Tue").replace("3 weeks\n", f"3 weeks\n:ROLE: {role}\n")
        for role in ("Lead", "Engineer")
    )
    file = sheet(one, two)
    file.sync()
    ids = [set(file.home(place).actual) for place in (0, 1)]
    assert all(ids)
    assert not ids[0] & ids[1]


def test_a_file_is_one_interview() -> None:
    """Its plan stands at the end, on level one, before what has to stay last."""
    text = (
        "#+COMPANY: Acme\n#+INTERVIEW_DATE: [2026-11-10 Tue]\n#+INTERVIEWERS: Dana Kim\n\nNotes.\n"
    )
    tail = "\n* Footnotes\n\n[fn:1] x\n\n# Local Variables:\n# fill-column: 70\n# End:\n"
    file = sheet(text, "* Questions\nwhy?\n", tail)
    file.sync()
    assert file.text.startswith(text + "* Questions\nwhy?\n* Follow-up plan\n:PROPERTIES:\n")
    assert file.text.endswith(tail)
    assert "\n** TODO Thank Dana Kim (Acme)" in file.text
    (report,) = remove([Note("a.org", file.text.encode())], Vault())
    assert report.new.decode() == text + "* Questions\nwhy?\n" + tail


def test_an_interview_within_an_interview() -> None:
    """Each has its own plan, and neither is under the other's."""
    second = "** Round 2\n:PROPERTIES:\n:INTERVIEW_DATE: [2026-11-17 Tue]\n:END:\nmore\n"
    file = sheet(interview("Acme", "2026-11-10 Tue"), "notes\n", second)
    file.sync("2026-11-18")
    lines = [line for line in file.text.split("\n") if "Follow-up plan" in line]
    assert lines == ["*** Follow-up plan", "** Follow-up plan"]
    file.quiet("2026-11-19")


def test_one_heading_that_cannot_be_read_stops_no_other() -> None:
    bad = interview("Beta", "2026-13-45 Wed")
    file = sheet(interview("Acme", "2026-11-10 Tue"), bad)
    report = file.sync()
    assert report.failed
    assert [problem.line for problem in report.problems if problem.severity == "error"]
    assert "(Acme)" in file.text
    assert file.text.endswith(bad)
    file.quiet()


def test_row_17_a_copied_heading_forgets_no_deletion_of_the_other() -> None:
    """She deleted a task, copied the heading for round 2 and gave the copy its date."""
    file = sheet(interview("Acme", "2026-11-10 Tue"))
    file.sync()
    file.delete(DANA)
    file.quiet()
    copied = file.text.replace("2026-11-10 Tue", "2026-11-17 Tue", 1)
    file.text += copied.replace("* Acme ", "* Acme, round 2 ", 1)
    file.sync("2026-11-16")
    first, second = file.home(0), file.home(1)
    assert first.stem.endswith("/Acme")
    assert len(first.actual) == 1
    assert len(second.actual) == 3
    assert not set(first.actual) & set(second.actual)


def test_row_18_a_heading_copied_as_it_is_is_reported_once_and_left() -> None:
    file = sheet(interview("Acme", "2026-11-10 Tue"))
    file.sync()
    at = len(file.text.splitlines()) + 1
    file.text += file.text
    report = file.quiet()
    assert [(p.code, p.line) for p in report.problems if p.code == "MDF204"] == [("MDF204", at)]


def test_row_20_a_plan_moved_under_another_interview() -> None:
    """It is never touched there, and the first interview gets a plan again."""
    file = sheet(interview("Acme", "2026-11-10 Tue"), interview("Beta", "2026-11-11 Wed"))
    file.sync()
    start, stop = file.text.index("** Follow-up plan"), file.text.index("* Beta")
    plan = file.text[start:stop]
    file.text = file.text[:start] + file.text[stop:] + plan
    file.sync()
    assert plan in file.text
    assert file.text.count("** Follow-up plan") == 3


def test_a_plan_moved_out_of_its_interview_is_still_its_plan() -> None:
    """Within the file it is found by what it remembers."""
    file = sheet(interview("Acme", "2026-11-10 Tue"), "* Reading\ntext\n")
    file.sync()
    start, stop = file.text.index("** Follow-up plan"), file.text.index("* Reading")
    plan = file.text[start:stop]
    file.text = file.text[:start] + file.text[stop:] + plan.replace("** ", "* ", 1)
    file.quiet()
    file.text = file.text.replace("DECISION: 3 weeks", "DECISION: 4 weeks")
    file.sync()
    assert file.window(A1) == ("2026-12-11", "2026-12-11")
    assert file.text.count("Follow-up plan") == 1


def test_words_for_states_are_the_files_own() -> None:
    file = sheet("#+TODO: NEXT WAIT | DONE(d!) KILLED\n\n", interview("Acme", "2026-11-10 Tue"))
    file.sync()
    assert file.text.count("*** NEXT ") == 3
    file.edit(A1, " NEXT ", " KILLED ")
    file.edit(SAM, " NEXT ", " DONE ")
    report = file.sync()
    found = {step.desired.step.name: step.state for step in report.interviews[0].steps}
    assert found[A1] == "cancelled"
    assert found[SAM] == "done"


@pytest.mark.parametrize(
    ("words", "called_off"),
    [
        ("OFFEN | ERLEDIGT ABGESAGT", "ABGESAGT"),
        ("À_FAIRE | FAIT ANNULÉ", "ANNULÉ"),
        ("OPEN | READY GONE(g@)", "GONE"),
        ("TODO | SHELVED DONE DROPPED", "DROPPED"),
    ],
)
def test_item_7_a_word_for_called_off_is_known_in_any_language(words: str, called_off: str) -> None:
    """What the word says counts, and where it stands: the last of several done words."""
    file = sheet(f"#+TODO: {words}\n\n", interview("Acme", "2026-11-10 Tue"))
    file.sync()
    opened = words.split()[0]
    file.edit(A1, f" {opened} ", f" {called_off} ")
    report = file.sync()
    states = {step.desired.step.name: step.state for step in report.interviews[0].steps}
    assert states[A1] == "cancelled"


@pytest.mark.parametrize("words", ["OFFEN | ERLEDIGT", "TODO | DONE SENT", "BUG | FIXED"])
def test_item_7_a_word_for_done_is_none_for_called_off(words: str) -> None:
    file = sheet(f"#+TODO: {words}\n\n", interview("Acme", "2026-11-10 Tue"))
    file.sync()
    file.edit(A1, f" {words.split()[0]} ", f" {words.split()[-1]} ")
    report = file.sync()
    states = {step.desired.step.name: step.state for step in report.interviews[0].steps}
    assert states[A1] == "done"


def test_words_for_states_of_her_emacs_count_too() -> None:
    """Keywords set in Emacs are not in the file."""
    file = sheet(interview("Acme", "2026-11-10 Tue"))
    file.sync()
    file.edit(A1, " TODO ", " CANCELED ")
    file.edit(SAM, " TODO ", " WAITING ")
    report = file.sync()
    found = {step.desired.step.name: step.state for step in report.interviews[0].steps}
    assert found[A1] == "cancelled"
    assert found[SAM] == "edited"


def test_a_block_that_is_not_closed_is_reported() -> None:
    file = sheet(interview("Acme", "2026-11-10 Tue"), "#+begin_src sh\n", "* ls\n#+end_src\n")
    report = file.quiet()
    assert [problem.code for problem in report.problems] == ["MDF202"]


def test_an_unsolved_merge_stops_the_file() -> None:
    text = "<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n"
    report = sheet(interview("Acme", "2026-11-10 Tue"), text).quiet()
    assert [problem.code for problem in report.problems] == ["MDF201"]


def test_her_properties_on_the_plan_stay() -> None:
    file = sheet(interview("Acme", "2026-11-10 Tue"))
    file.sync()
    file.replace("** Follow-up plan\n:PROPERTIES:\n", "** Follow-up plan\n:PROPERTIES:\n:ID: 12\n")
    file.quiet()
    file.text = file.text.replace("3 weeks", "4 weeks")
    file.sync()
    assert "** Follow-up plan\n:PROPERTIES:\n:ID: 12\n:MDFOLLOW_NOTE:" in file.text
    (report,) = remove([Note("a.org", file.text.encode())], Vault())
    assert report.new.decode().endswith(":END:\n** Follow-up plan\n:PROPERTIES:\n:ID: 12\n:END:\n")


def test_leaving_keeps_what_she_touched_as_her_text() -> None:
    file = sheet(interview("Acme", "2026-11-10 Tue"))
    file.sync()
    file.tick(DANA, "2026-11-11")
    file.edit_draft(SAM)
    (report,) = remove([Note("a.org", file.text.encode())], Vault())
    left = report.new.decode()
    assert "MDFOLLOW" not in left
    assert "** Follow-up plan\n*** DONE Thank Dana Kim" in left
    assert "The bridge is open again." in left
    assert "Call " not in left


def test_a_task_without_its_memory_is_hers() -> None:
    file = sheet(interview("Acme", "2026-11-10 Tue"))
    file.sync()
    line = next(each for each in file.block(A1).split("\n") if "MDFOLLOW_BASE" in each)
    file.replace(line + "\n", "")
    block = file.block(A1)
    file.text = file.text.replace("3 weeks", "4 weeks")
    file.sync()
    assert file.block(A1) == block


def test_a_plan_of_a_newer_version_is_left_alone() -> None:
    file = sheet(interview("Acme", "2026-11-10 Tue"))
    file.sync()
    file.text = file.text.replace("STATE: v1", "STATE: v2").replace("3 weeks", "4 weeks")
    assert [problem.code for problem in file.quiet().problems][:1] == ["MDF206"]


def test_unknown_words_of_the_memory_survive() -> None:
    file = sheet(interview("Acme", "2026-11-10 Tue"))
    file.sync()
    file.text = file.text.replace("STATE: v1 ", "STATE: v1 mood=good ")
    file.text = file.text.replace(":MDFOLLOW_BASE: i1/ask", ":MDFOLLOW_BASE: i1/ask")
    line = next(each for each in file.block(A1).split("\n") if "MDFOLLOW_BASE" in each)
    file.replace(line, line + " star=4")
    file.text = file.text.replace("3 weeks", "4 weeks")
    file.sync()
    assert "mood=good" in file.text
    assert "star=4" in file.block(A1)


def test_what_is_said_is_said_at_the_right_heading() -> None:
    """Every interview's plan has its own tags `i1`, and its own remarks."""
    one, two = interview("Acme", "2026-11-10 Tue"), interview("Beta", "2026-11-11 Wed")
    report = sheet(one.replace("Dana Kim; ", "Dana Kim (recruiter); "), two).sync()
    found = {
        each.interview.company: {remark.code for remark in each.remarks}
        for each in report.interviews
    }
    assert "MDF302" not in found["Acme"]
    assert "MDF302" in found["Beta"]
    lines = [problem.line for problem in findings(report) if problem.code == "MDF302"]
    assert lines == [report.interviews[1].interview.line]
    assert {remark.path for remark in report.remarks} == {ORG.path}


def test_what_was_done_is_counted_over_all_plans() -> None:
    report = sheet(interview("Acme", "2026-11-10 Tue"), interview("Beta", "2026-11-11 Wed")).sync()
    assert report.facts == ("first plan", "6 tasks added", "4 drafts written")
