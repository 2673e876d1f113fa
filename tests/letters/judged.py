"""Letters and sentences judged by a person, as files; and the critic's word on each."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mdfollow.etiquette.model import Kind
from mdfollow.letters.critic import Around, review
from mdfollow.letters.critic_names import Circle
from mdfollow.letters.facts import Facts
from mdfollow.letters.left_over import Finding

CASES = Path(__file__).parent / "cases"
JUDGED = CASES / "judged"
KINDS = {
    "thank": (Kind.THANK, "email"),
    "card": (Kind.THANK, "card"),
    "checkin": (Kind.ATTEMPT, "email"),
    "call": (Kind.ATTEMPT, "phone"),
    "feedback": (Kind.FEEDBACK, "email"),
}
HOUSES = re.compile(r"^[A-Z]\w+(?: [A-Z][\w’'-]+){1,2}$")


class Case(NamedTuple):
    """One letter: whom it goes to, about what, and what is wrong with it (nothing: good)."""

    name: str
    fields: dict[str, str]
    text: str
    wrong: str = ""


@cache
def cases(folder: Path) -> tuple[Case, ...]:
    """Every letter of a folder with `index.tsv`."""
    found = []
    for row in (folder / "index.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        name, verdict, _, wrong = row.split("\t")
        head, _, text = (folder / name).read_text(encoding="utf-8").partition("\n\n")
        fields = dict(line.split(": ", 1) for line in head.splitlines())
        found.append(Case(name, fields, text.strip("\n"), wrong if verdict == "bad" else ""))
    return tuple(found)


def findings(case: Case, everything: tuple[Case, ...] = ()) -> tuple[Finding, ...]:
    """What the critic says of it; of the others, those it shall be compared with."""
    kind, channel = KINDS[case.fields["Kind"]]
    near = {
        other.name: other.text
        for other in everything
        if other.name in case.wrong and other.name != case.name
    }
    facts = Facts(
        person=case.fields["To"],
        company=case.fields["Company"],
        role=case.fields["Role"],
        channel=channel,
    )
    around = Around(circle=circle(case.fields), near=near)
    return review(kind, case.text, facts=facts, around=around)


def circle(fields: dict[str, str]) -> Circle:
    """Names that belong in the letter, and those that do not: persons are told by their shape."""
    house = [fields["Company"], fields["Role"]]
    colleagues, others = list[str](), list[str]()
    for name in filter(None, (each.strip() for each in fields.get("Others", "").split(";"))):
        bare = re.sub(r"\s*\(same.*\)$", "", name)
        if bare == name:
            others.append(name)
        else:
            (house if "client" in name else colleagues).append(bare)
    return Circle(
        readers=(fields["To"],),
        colleagues=tuple(colleagues),
        house=tuple(house),
        strangers=tuple(others),
        firms=tuple(others),
    )


CARRIERS = {
    ("good", "en", "thank"): "Dear Dana,\n\nThank you for our talk on Tuesday, November 10. {} "
    "I am very interested in the role and in Acme.\n\nKind regards,\nRobin",
    ("good", "en", "checkin"): "Dear Dana,\n\nThank you again for our talk on November 10. {} "
    "May I ask when the next step is planned?\n\nKind regards,\nRobin",
    ("good", "de", "thank"): "Liebe Dana,\n\nvielen Dank für das Gespräch am 10. November. {} "
    "Die Stelle und Acme interessieren mich sehr.\n\nHerzliche Grüße\nRobin",
    ("good", "de", "checkin"): "Liebe Dana,\n\nnoch einmal vielen Dank für das Gespräch. {} "
    "Die Stelle und Acme interessieren mich weiterhin.\n\nHerzliche Grüße\nRobin",
}


def sentences(verdict: str) -> list[tuple[str, str, str]]:
    """Kind, language and sentence of every line."""
    found = []
    for language, end in (("en", ""), ("de", "_de")):
        lines = (CASES / f"sentences_{verdict}{end}.tsv").read_text(encoding="utf-8").splitlines()
        found += [(kind, language, said) for kind, said in (line.split("\t") for line in lines)]
    return found


def said(sentence: str, language: str, letter: str) -> tuple[Finding, ...]:
    """What the critic says of a letter that is good but for the sentence."""
    text = CARRIERS["good", language, letter].format(sentence)
    kind, channel = KINDS[letter]
    names = Circle(readers=("Dana Kim",), house=("Acme", "Welder"))
    facts = Facts(person="Dana Kim", company="Acme", channel=channel)
    return review(kind, text, facts=facts, around=Around(circle=names))
