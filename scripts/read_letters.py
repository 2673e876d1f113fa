"""Print the drafts of a dozen invented interviews, to be read by a person.

Usage: python scripts/read_letters.py [--every] [WORD …]

`--every` prints every wording instead of the one a step would get; words pick interviews.
"""

import sys
from dataclasses import replace
from datetime import date

from mdfollow.etiquette.model import Kind, Step, Want, Window
from mdfollow.interview.model import Channel, Format, Interview, Part, Person
from mdfollow.letters import draft, pick, variants
from mdfollow.letters.assign import assign
from mdfollow.letters.titles import title
from mdfollow.settings import Me

DAY = date(2026, 11, 3)
ME = Me(name="Robin Vale", phone="555 0100")


def person(name: str, part: Part = Part.UNKNOWN, **more: object) -> Person:
    """An invented person."""
    slug = name.casefold().replace(" ", "-")
    return Person(name=name, slug=slug, part=part, email=f"{slug}@acme.example", **more)  # type: ignore[arg-type]


DANA = person(
    "Dana Kim", Part.HIRING_MANAGER, learned=("on-call moves to the product teams in spring",)
)
LEE = person("Lee Ortiz", Part.PEER, learned=("how they review each other's designs",))
SAM = person("Sam Roe", Part.RECRUITER)
UMA = person("Dr. Uma Rao", Part.EXECUTIVE, learned=("wants to open a second site in Leeds",))
JO = person("Jo", learned=("the pager hand-over",))

INTERVIEWS = {
    "phone, nothing known": Interview("Acme", DAY, people=(replace(SAM, email=""),)),
    "onsite, all known": Interview(
        "Acme",
        DAY,
        role="Platform Engineer",
        format=Format.ONSITE,
        people=(DANA, LEE, SAM, UMA, JO),
        skills=(
            "ran the pager hand-over",
            "Kubernetes",
            "I wrote the incident handbook.",
            "10 years of Go",
        ),
        news=("Acme opens a Leeds site",),
    ),
    "phone screen": Interview(
        "Borealis Inc.",
        DAY,
        role="Data Analyst",
        format=Format.PHONE,
        people=(SAM,),
        skills=("SQL",),
    ),
    "technical": Interview(
        "Acme", DAY, role="Engineer", format=Format.VIDEO, people=(LEE, DANA), stage="technical"
    ),
    "panel": Interview(
        "Harbour Trust",
        DAY,
        role="Programme Lead",
        format=Format.PANEL,
        people=tuple(
            person(name)
            for name in (
                "Ann Ash",
                "Ben Bay",
                "Cy Coe",
                "Di Day",
                "Ed Eve",
                "Flo Fry",
                "Gus Gil",
                "Hal Hay",
            )
        ),
    ),
    "law firm, cards": Interview(
        "Wren & Partners",
        DAY,
        role="Associate",
        culture="traditional",
        people=(DANA, LEE, SAM, UMA),
        skills=("drafted three hundred leases",),
    ),
    "informational": Interview("Acme", DAY, format=Format.INFORMATIONAL, people=(JO,)),
    "internal": Interview(
        "Acme", DAY, role="Team Lead", internal=True, people=(DANA, SAM), learned=("the rota",)
    ),
    "nobody named": Interview("Acme", DAY, role="Cook"),
    "second round, the same people": Interview(
        "Acme",
        DAY,
        role="Platform Engineer",
        format=Format.ONSITE,
        round=2,
        people=(DANA, LEE),
        skills=("taught the on-call course",),
    ),
    "through the recruiter": Interview(
        "Acme", DAY, role="Nurse", people=(replace(DANA, email=""), replace(LEE, email=""), SAM)
    ),
    "awkward names": Interview(
        "Yahoo!",
        DAY,
        role="the Data Internship (m/f/d)",
        people=(
            person("山田太郎", learned=("Dana said that hiring is slow.",)),
            person("Kim, Dana", learned=("they use Rust",), skills=("certified architect",)),
            person("J. van der Berg", skills=("Ran the pager hand-over.",)),
            person("jobs@acme.example"),
        ),
    ),
}


def steps(interview: Interview) -> list[Step]:
    """All kinds of steps, by hand: the plan is not at work here."""
    card = Channel.CARD if interview.culture else Channel.EMAIL

    def step(name: str, kind: Kind, who: Person | None, channel: Channel, **more: object) -> Step:
        return Step(
            "a.md", "i1", name, kind, interview, who, channel, Window(DAY, DAY), (), "", Want.WRITE,
            **more,  # type: ignore[arg-type]
        )  # fmt: skip

    people: tuple[Person | None, ...] = interview.people or (None,)
    first = people[0]
    found = [step("ask", Kind.ASK, first, Channel.EMAIL)]
    again = interview.round == 2
    for number, who in enumerate(people):
        also = (
            Channel.CARD
            if who and who.part is Part.HIRING_MANAGER and not interview.culture
            else None
        )
        slug = who.slug if who else "whoever"
        found.append(
            step(f"thank:{slug}", Kind.THANK, who, card, asks=number == 0, also=also, again=again)
        )
    for number in range(1, 1 if interview.format is Format.INFORMATIONAL else 5):
        channel = Channel.PHONE if number % 2 else Channel.EMAIL
        who = people[(number - 1) % len(people)]
        found.append(step(f"attempt:{number}", Kind.ATTEMPT, who, channel, number=number))
    if interview.internal:
        found.append(step("feedback", Kind.FEEDBACK, first, Channel.EMAIL))
    return found


def main(words: list[str]) -> None:
    """Print titles and drafts; a word given limits the output to interviews that name it."""
    every = "--every" in words
    wanted = [word for word in words if not word.startswith("--")]
    for name, interview in INTERVIEWS.items():
        if wanted and not any(word in name for word in wanted):
            continue
        sys.stdout.write(f"\n{'=' * 20} {name}\n")
        plan = steps(interview)
        facts, taken = assign(plan, {}), dict[Kind, list[int]]()
        for step in plan:
            used = taken.setdefault(step.kind, [])
            chosen = [pick(step, used)] if not every else list(range(variants(step)))
            used.append(chosen[0] if chosen else 0)
            sys.stdout.write(f"\n--- {title(step, facts[step.key])}\n")
            for variant in chosen:
                words_ = draft(step, facts[step.key], variant, ME)
                if words_:
                    sys.stdout.write(f"### {words_.heading} (v={variant})\n\n{words_.text}\n\n")


if __name__ == "__main__":
    main(sys.argv[1:])
