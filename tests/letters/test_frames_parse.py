"""An independent reader: link-grammar, a parser of English, reads every frame with a good filler.

Differential: a frame that parses with a filler known to be good must still parse with a fact that
the gate calls ready. The parser is not always right, so what it cannot read though it is good
English is named here, and facts are held to a rate.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence

import pytest

from mdfollow.letters.frames import Frame
from mdfollow.letters.gate import Form, Verdict, judge
from mdfollow.letters.wordings import letters
from tests.letters.test_gate import judged

pytestmark = [
    pytest.mark.client,
    pytest.mark.skipif(not shutil.which("link-parser"), reason="link-grammar is not installed"),
]
GOOD = {
    "name": "Dana",
    "person": "Dana Kim",
    "them": "Dana",
    "whom": "Dana Kim",
    "via": "Sam",
    "company": "Acme",
    "org": "Acme",
    "to_org": "Acme",
    "at": "at Acme",
    "me": "Robin Vale",
    "role": "the role",
    "title": "Engineer",
    "about": "about the Engineer role",
    "for_role": "for the Engineer role",
    "on": "on Tuesday, November 10",
    "day": "Tuesday",
    "date": "November 10",
    "talk": "conversation",
    "team": "your team",
}
FACTS = {
    "learned": ("the night shift", "the team inspects every seam twice", "saying"),
    "skill": ("a good knowledge of tower cranes", "I ran the night rota", "did"),
    "news": ("the new yard in Leeds", "Acme opened a second yard", "headline"),
}
"""Place: a filler that fits after a preposition, one that is a sentence, and its condition."""
UNREAD = (
    "and so does Acme",
    "in this role and at Acme",
    "and in how Acme works",
    "eager to see more of the field",
    "Talking shop with you",
    "; thank you.",
    "so may I ask when I can expect",
    "anything more that would be useful",
    "Which one or two things",
    "A note of thanks for your time, once more",
    "and Acme the kind of place",
    "One thing we did not get to",
    "was time well spent",
    "My thanks for Tuesday",
)
"""Good English that the parser does not know."""
MOST_UNREAD_FACTS = 0.05


def parses(sentences: Sequence[str]) -> list[bool]:
    """Whether each sentence has a whole reading."""
    settings = ("-batch=0", "-graphics=0", "-null=0", "-verbosity=1", "-timeout=8", "-limit=1000")
    ran = subprocess.run(
        ["link-parser", "en", *settings],
        input="".join(f"{each}\n" for each in sentences),
        capture_output=True,
        text=True,
        check=False,
    )
    told = re.findall(r"^(Found \d+ linkage|No complete)", ran.stdout, re.MULTILINE)
    assert len(told) == len(sentences)
    return [line.startswith("Found") for line in told]


def frames() -> Iterator[Frame]:
    """Every sentence of a written letter."""
    for kind in ("thank-email", "thank-card", "check-in", "feedback"):
        for wording in letters("en", kind).wordings:
            for paragraph in wording.text:
                for choice in paragraph:
                    yield from (each for each in choice if each.text)


def with_good(frame: Frame) -> str:
    """The frame with fillers known to be good."""
    wanted = {name for name, is_wanted in frame.when if is_wanted}
    facts = {
        place: sentence if when in wanted else phrase
        for place, (phrase, sentence, when) in FACTS.items()
    }
    return re.sub(r"\{(\w+)\}", lambda hole: {**GOOD, **facts}[hole[1]], frame.text)


def test_every_frame_parses_with_a_good_filler() -> None:
    sentences = list(dict.fromkeys(map(with_good, frames())))
    assert len(sentences) > 150
    unread = [said for said, read in zip(sentences, parses(sentences), strict=True) if not read]
    assert [said for said in unread if not any(known in said for known in UNREAD)] == []


FITTING = {
    ("learned", Form.TOPIC): "I was glad to hear about {} on Tuesday.",
    ("learned", Form.SAYING): "I was glad to hear one thing in particular: {}.",
    ("skill", Form.TOPIC): "There is something I did not get to mention: {}.",
    ("skill", Form.SAYING): "There is something I did not get to say: {}.",
    ("skill", Form.DID): "There is something I did not get to say: {}.",
    ("news", Form.TOPIC): "It was good to read about {}.",
    ("news", Form.SAYING): "It was good to read your news: {}.",
}


def test_hardly_a_ready_fact_breaks_the_frame_it_is_woven_into() -> None:
    woven = []
    for kind, fact, _ in judged("en"):
        verdict, form, text = judge(kind, fact, "en")
        if verdict is Verdict.READY and (kind, form) in FITTING:
            woven.append((fact, FITTING[kind, form].format(text)))
    assert len(woven) > 60
    read = parses([said for _, said in woven])
    broken = [fact for (fact, _), is_read in zip(woven, read, strict=True) if not is_read]
    assert len(broken) <= MOST_UNREAD_FACTS * len(woven), broken
