"""Invented facts and steps for the letters; the plan is not at work here."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from mdfollow.etiquette.model import Kind, Step, Want, Window
from mdfollow.interview.model import Channel, Interview, Person
from mdfollow.letters import Draft, draft
from mdfollow.letters.facts import Facts
from mdfollow.settings import Me

DAY = date(2026, 11, 3)
ME = Me(name="Robin Vale", phone="555 0100")
NOTE = Interview("Acme", DAY)
BARE = Facts(person="Dana Kim", company="Acme", date="2026-11-03", channel="email")
PARTS = ("", "recruiter", "hiring manager", "peer", "executive")
FORMATS = ("", "phone", "video", "onsite", "panel", "informational")
SLOT = re.compile(r"\[[^\]]*\]")


def step(kind: Kind, name: str = "", **more: Any) -> Step:
    """A step with what the letters look at; everything else is of no account."""
    base = Step(
        path="a.md",
        tag="i1",
        name=name or kind.value,
        kind=kind,
        interview=NOTE,
        person=None,
        channel=Channel.EMAIL,
        window=Window(DAY, DAY),
        rules=(),
        why="",
        want=Want.WRITE,
    )
    return replace(base, **more)


def person(name: str, **more: Any) -> Person:
    return Person(name=name, slug=name.casefold().replace(" ", "-"), **more)


def text_of(kind: Kind, facts: Facts, variant: int, number: int = 0, me: Me = ME) -> Draft:
    made = draft(step(kind, number=number), facts, variant, me)
    assert made is not None
    return made


def thanks() -> Iterator[tuple[str, Facts, int, Draft]]:
    """Every thank-you there is: reader, occasion, role, known facts, card or e-mail, variant."""
    for facts in thank_facts():
        for variant in range(8):
            label = f"{facts} v={variant}"
            yield label, facts, variant, text_of(Kind.THANK, facts, variant)


def thank_facts() -> Iterator[Facts]:
    occasions = [*((form, "") for form in FORMATS), ("video", "technical")]
    for channel in ("email", "card"):
        for part in PARTS:
            for form, stage in occasions:
                base = replace(BARE, part=part, format=form, stage=stage, channel=channel)
                yield base
                full = replace(base, role="Platform Engineer", asked="yes")
                yield replace(
                    full, learned="on-call moves to the teams", skill="ran the pager hand-over"
                )
                yield replace(full, again="yes", learned="the pager hand-over")
                yield replace(base, person="", skill="Kubernetes")
    yield replace(BARE, via="Sam Roe")
    yield replace(BARE, internal="yes", role="Team Lead")
    yield replace(BARE, culture="formal", channel="card")


def attempts() -> Iterator[tuple[str, Facts, int, Draft]]:
    """Every check-in and call: number, channel, reader met or not, role, skill, news, variant."""
    for number in range(1, 5):
        for channel in ("email", "phone"):
            for facts in attempt_facts(channel):
                for variant in range(2):
                    label = f"{facts} number={number} v={variant}"
                    yield label, facts, variant, text_of(Kind.ATTEMPT, facts, variant, number)


def attempt_facts(channel: str) -> Iterator[Facts]:
    for met in ("", "yes"):
        for role in ("", "Platform Engineer"):
            base = replace(BARE, channel=channel, met=met, role=role)
            yield base
            yield replace(base, skill="ran the pager hand-over")
            yield replace(base, news="Acme opens a Leeds site")
            yield replace(base, skill="Kubernetes", news="a new Leeds site")
            yield replace(base, person="", internal="yes")


def feedback() -> Iterator[tuple[str, Facts, int, Draft]]:
    for learned in ("", "the rota", "on-call moves to the teams"):
        for role in ("", "Team Lead"):
            for variant in range(2):
                facts = replace(BARE, learned=learned, role=role, internal="yes")
                yield f"{facts} v={variant}", facts, variant, text_of(Kind.FEEDBACK, facts, variant)


def paragraphs(text: str) -> list[str]:
    """The body: without subject, greeting, the lines to a go-between, and the sign-off."""
    parts = text.split("\n\n")
    greeting = max(
        index for index, part in enumerate(parts) if part.startswith(("Dear ", "Guten Tag"))
    )
    return parts[greeting + 1 : -1]


def count(text: str) -> int:
    return len(text.split())
