"""The table of evidence, row by row: what speaks against a note, and what outweighs it."""

import pytest

from mdfollow.interview.detect import EVIDENCE, Kind, Weight
from mdfollow.settings import Me, Settings
from mdfollow.sync.judging import judged

BARE = "type: interview\ncompany: Acme\ndate: 2026-11-03\n"
SURE = "company: Acme\nrole: Buyer\ninterview_date: 2026-11-03\n"
STRONG = [
    *("candidate: Sam", "Applicants: [Sam]", "candidate_email: s@x.example", "scorecard: 4"),
    *("interviewee name: Sam", "recommendation: hire", "type: interview prep"),
    *("tags: [a, mock-interview]", "kanban-plugin: board", "excalidraw-plugin: parsed"),
    "tags: interview/template",
]
WEAK = [
    *("participants: [P1]", "respondent: R3", "guest: Lena", "hosts: [A, B]", "subject: x"),
    *("customer: Mara", "persona: planner", "episode: 12", "podcast: Slow", "layout: post"),
    *("tags: [user-research]", "kind: oral history", "permalink: /a/", "tags: [candidate-loop]"),
    *("tags: [clippings]", "published: 2026-11-01", "category: Transcript"),
]


def kind(fields: str, path: str = "a.md", settings: Settings | None = None) -> Kind:
    return judged(path, f"---\n{fields}---\n".encode(), settings or Settings()).what


def with_row(fields: str, row: str) -> str:
    """The fields with one more row; a kind that stands there gives way to the row's."""
    key = row.partition(":")[0]
    rows = [each for each in fields.splitlines() if not each.startswith(f"{key}:")]
    return "\n".join([*rows, row, ""])


def test_the_table_is_in_the_order_that_explains_best() -> None:
    order = list(Weight)
    weights = [order.index(row.weight) for row in EVIDENCE]
    assert weights == sorted(weights)


def test_the_two_notes_are_interviews_by_themselves() -> None:
    assert kind(BARE) is kind(SURE) is Kind.INTERVIEW


@pytest.mark.parametrize("row", STRONG)
def test_strong_evidence_outweighs_everything_but_her_word(row: str) -> None:
    assert kind(with_row(BARE, row)) is Kind.ANOTHER
    assert kind(with_row(SURE, row)) is Kind.ANOTHER
    assert kind(with_row(SURE, row) + "mdfollow: true\n") is Kind.INTERVIEW


@pytest.mark.parametrize("row", WEAK)
def test_weak_evidence_gives_way_to_company_day_and_role(row: str) -> None:
    other = with_row(BARE if row.startswith("tags") else f"tags: [interview]\n{BARE}", row)
    assert kind(other) is Kind.ANOTHER
    assert kind(with_row(SURE, row)) is Kind.INTERVIEW
    assert kind(other + "mdfollow: true\n") is Kind.INTERVIEW


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("_posts/2026-11-03-a.md", BARE),
        ("site/source/_posts/a.md", BARE),
        ("content/posts/a.md", BARE + "draft: false\n"),
    ],
)
def test_published_pages(path: str, fields: str) -> None:
    assert kind(fields, path) is Kind.ANOTHER
    assert kind(fields, "jobs/a.md") is Kind.INTERVIEW


def test_a_template_stays_one_whatever_she_says() -> None:
    for row in ("company: '{{company}}'", "date: YYYY-MM-DD", "company: '<Company>'"):
        assert kind(with_row(BARE, row) + "mdfollow: true\n") is Kind.ANOTHER


def test_hands_off_is_her_last_word_and_her_own_name_is_no_candidate() -> None:
    assert kind(SURE + "mdfollow: off\n") is Kind.ANOTHER
    assert kind(SURE + "candidate: me\n") is Kind.INTERVIEW
    me = Settings(me=Me(name="Robin Vale"))
    assert kind(SURE + "candidate: Robin Vale\n", settings=me) is Kind.INTERVIEW


def test_a_note_that_holds_a_plan_keeps_its_verdict() -> None:
    plan = b"<!-- mdfollow:state v1 note=abc123 dialect=gfm i1=2026-11-03\n-->\n"
    note = b"---\ncompany: Acme\ndate: 2026-11-03\ncandidate: Sam\n---\n"
    assert judged("a.md", note, Settings()).what is Kind.ANOTHER
    assert judged("a.md", note + plan, Settings()).what is Kind.INTERVIEW
    off = note.replace(b"candidate: Sam", b"mdfollow: false")
    assert judged("a.md", off + plan, Settings()).what is Kind.ANOTHER


def test_side_1_a_list_with_candidates_is_of_somebody_who_hires() -> None:
    rounds = "company: Acme\ninterviews:\n  - date: 2026-11-03\n    candidate: Sam\n"
    assert kind(rounds) is Kind.ANOTHER
    assert kind(rounds.replace("candidate", "with")) is Kind.INTERVIEW
