"""The notes of the story in three spellings, and how a hand ticks a task in each."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.weeks.story import Application, Talk

HERS = "Her own words about {}: the stairs smelt of soap, *bring umbrella* next time."


def fields(application: Application, talk: Talk) -> dict[str, str]:
    """What the note says of its interview."""
    said = {
        "type": "interview",
        "company": application.company,
        "role": "Analyst",
        "interview-date": f"{talk.day} {talk.time}".strip(),
        "format": talk.format,
        "interviewers": "; ".join(talk.people),
        "recruiter": application.recruiter,
        "decision": application.decision,
    }
    return {key: text for key, text in said.items() if text}


def yaml(application: Application, talk: Talk) -> str:
    """A Markdown note."""
    rows = [f'{key}: "{text}"' for key, text in fields(application, talk).items()]
    return "\n".join(("---", *rows, "---", HERS.format(talk.note), ""))


def logseq(application: Application, talk: Talk) -> str:
    """A page of a graph."""
    rows = [f"{key}:: {text}" for key, text in fields(application, talk).items()]
    return "\n".join((*rows, "", f"- {HERS.format(talk.note)}", ""))


def org(application: Application, talk: Talk) -> str:
    """An Org file with one heading."""
    rows = [
        f":{key.upper().replace('-', '_')}: {text}"
        for key, text in fields(application, talk).items()
    ]
    head = [f"* {application.company} :interview:", ":PROPERTIES:", *rows, ":END:"]
    return "\n".join((*head, HERS.format(talk.note), ""))


@dataclass(frozen=True)
class Spelling:
    """How a vault writes its notes, and how a hand ticks a line there."""

    ending: str
    note: Callable[[Application, Talk], str]
    extra: Mapping[str, str]
    box: str
    ticked: str

    def tick(self, line: str) -> str:
        """The line, ticked by hand and without a day."""
        return re.sub(self.box, self.ticked, line, count=1)


SPELLINGS = {
    "gfm": Spelling("md", yaml, {}, r"\[ \]", "[x]"),
    "tasks": Spelling("md", yaml, {"mdfollow.toml": 'dialect = "tasks"\n'}, r"\[ \]", "[x]"),
    "logseq": Spelling("md", logseq, {"logseq/config.edn": "{}"}, r"- (?:TODO|LATER) ", "- DONE "),
    "org": Spelling("org", org, {}, r"\* TODO ", "* DONE "),
}
