"""Fields that stand in a note's text are named, never read; in doubt nothing is said."""

import pytest
from tests.laws.notes import TODAY, vault

from mdfollow.interview.detect import Kind
from mdfollow.interview.first_look import could_be_interview
from mdfollow.settings import Settings
from mdfollow.sync.engine import sync
from mdfollow.sync.judging import judged
from mdfollow.sync.result import Note
from mdfollow.views.judgements import way_out

BOTH = "`company: Acme` and `interview_date: 2026-11-03`"
NEARLY = {
    "bold words": "# Acme\n**Company:** [[Acme]]\n**Interview date:** 2026-11-03\n",
    "colons behind": "**Company**: Acme\n**Interview date**: 2026-11-03\n",
    "a list": "- **Employer:** Acme\n- **Date:** 2026-11-03\n- **Interviewers:** Dana Kim\n",
    "underscores": "**Organization:** Acme\n__Interviewed on:__ 2026-11-03\n",
    "in brackets": "---\ntags: [a]\n---\nAt [Employer:: Acme] on (interview date:: 2026-11-03).\n",
}
SILENT = {
    "a company": "**Company:** Acme\n**Founded:** 1999\n",
    "a day that may be any": "**Company:** Acme\n**Date:** 2026-11-03\n",
    "a template": "**Company:** {{company}}\n**Interview date:** 2026-11-03\n",
    "no day yet": "**Company:** Acme\n**Interview date:** tbd\n",
    "the hiring side": "**Candidate:** Ann\n**Company:** Acme\n**Interview date:** 2026-11-03\n",
    "far below": "x\n" * 60 + "**Company:** Acme\n**Interview date:** 2026-11-03\n",
    "in prose": "We said **Company:** and [x](y).\nThe interview date: 2026-11-03\n",
}


@pytest.mark.parametrize("text", NEARLY.values(), ids=NEARLY)
def test_what_would_make_it_an_interview_is_said(text: str) -> None:
    verdict = judged("notes/a.md", text.encode(), Settings())
    assert verdict.what is Kind.NEARLY
    assert verdict.missing
    assert BOTH in way_out(verdict.missing)
    assert could_be_interview(text.encode()) or text.startswith("---")
    assert not any(each.changed for each in sync((Note("a.md", text.encode()),), vault(), TODAY))


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_in_doubt_nothing_is_said(text: str) -> None:
    assert judged("notes/a.md", text.encode(), Settings()).missing is None


def test_fields_of_its_own_come_first() -> None:
    text = "---\ncompany: Globex\ninterview_date: 2026-11-03\n---\n**Company:** Acme\n"
    assert judged("notes/a.md", text.encode(), Settings()).what is Kind.INTERVIEW
