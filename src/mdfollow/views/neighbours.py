"""What the vault knows around a letter: names of other applications, letters to other people."""

from collections.abc import Iterable, Mapping

from mdfollow.etiquette.model import Kind
from mdfollow.interview.model import Interview, Person
from mdfollow.interview.names import company_key
from mdfollow.letters.critic_names import Circle
from mdfollow.letters.facts import Facts
from mdfollow.letters.spelling import folded
from mdfollow.record import cached_property, dataclass, field
from mdfollow.sync.result import NoteReport, State, StepReport
from mdfollow.views.standing import standing


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A letter that stands in the vault: whose house, its name, its place in the order."""

    house: str
    name: str
    text: str
    order: tuple[int, int]
    id: str
    sent: bool


@dataclass(frozen=True)
class Neighbours:
    """All interviews and letters of the vault, as one letter is read against them.

    Houses that share a person (an agency with several clients) are one house.
    """

    interviews: tuple[Interview, ...] = ()
    standing: tuple[Neighbour, ...] = ()
    _circles: dict[str, Circle] = field(default_factory=dict)

    @classmethod
    def of(cls, reports: Iterable[NoteReport]) -> "Neighbours":
        """Of every note of the vault, in the order of their paths."""
        known = sorted(reports, key=lambda each: each.path)
        interviews = tuple(one.interview for each in known for one in each.interviews)
        letters = tuple(
            Neighbour(
                company_key(one.interview.company),
                _name(step, one.interview, report.path),
                report.letters[step.desired.id].text,
                (number, place),
                step.desired.id,
                step.state is State.DONE,
            )
            for number, report in enumerate(known)
            if report.letters
            for one in standing(report)
            for place, step in enumerate(one.steps)
            if step.desired.id in report.letters
            and step.state in {State.OPEN, State.EDITED, State.DONE}
        )
        return cls(interviews, letters)

    def letters(
        self, report: NoteReport, step: StepReport
    ) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Those of the same house, and everybody else's: what was sent, and what stands before."""
        own = next((each for each in self.standing if each.id == step.desired.id), None)
        if own is None:
            return {}, {}
        house = self._houses[own.house]
        near, far = dict[str, str](), dict[str, str]()
        for each in self.standing:
            if each.id != own.id and (each.sent or each.order < own.order):
                (near if self._houses[each.house] == house else far)[each.name] = each.text
        return near, far

    def circle(self, interview: Interview, facts: Facts) -> Circle:
        """Whose names belong in a letter of this interview."""
        own = self._houses.get(company_key(interview.company), "")
        if own not in self._circles:
            self._circles[own] = self._circle(own)
        all_of_house = self._circles[own]
        readers = tuple(dict.fromkeys(filter(None, (facts.person, facts.via))))
        colleagues = tuple(each for each in all_of_house.colleagues if each not in readers)
        house = (*all_of_house.house, *filter(None, (interview.role, interview.stage)))
        return Circle(readers, colleagues, house, all_of_house.strangers, all_of_house.firms)

    def _circle(self, own: str) -> Circle:
        """Everybody's names by whether they belong to the house."""
        ours, theirs = [
            [each for each in self.interviews if (self._of(each) == own) is here]
            for here in (True, False)
        ]
        colleagues = _people(ours)
        known = {folded(name) for name in colleagues}
        houses = dict.fromkeys(
            name for each in ours for name in (each.company, each.linked) if name
        )
        return Circle(
            colleagues=colleagues,
            house=tuple(houses),
            strangers=tuple(name for name in _people(theirs) if folded(name) not in known),
            firms=tuple(dict.fromkeys(each.company for each in theirs if each.company)),
        )

    def _of(self, interview: Interview) -> str:
        return self._houses[company_key(interview.company)]

    @cached_property
    def _houses(self) -> Mapping[str, str]:
        """Company -> the one name of all companies that share a person with it."""
        first: dict[str, str] = {}
        houses = {company_key(each.company): company_key(each.company) for each in self.interviews}
        for each in self.interviews:
            for person in each.people:
                mark, own = _mark(person), houses[company_key(each.company)]
                other = houses[first.setdefault(mark, company_key(each.company))]
                if mark and other != own:
                    houses = {
                        key: other if value == own else value for key, value in houses.items()
                    }
        return houses


def _mark(person: Person) -> str:
    """What makes two entries one person."""
    return person.email.casefold() or folded(person.name)


def _people(interviews: Iterable[Interview]) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(person.name for each in interviews for person in each.people if person.name)
    )


def _name(step: StepReport, interview: Interview, path: str) -> str:
    """What a person knows a letter by."""
    each = step.desired.step
    who = each.person.name if each.person and each.person.name else "whoever it was"
    names = {Kind.THANK: f"the thank-you note to {who}", Kind.FEEDBACK: "the note for feedback"}
    name = names.get(each.kind, f"check-in {each.number} with {who}")
    return f"{name} ({path})"
