"""Someone who lives the story: reads the agenda each morning, does some of it, writes it down."""

import io
import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from mdfollow.cli import main
from tests.weeks.spelling import HERS, Spelling
from tests.weeks.story import (
    APPLICATIONS,
    AWAY,
    DAYS,
    EVENTS,
    WRITTEN,
    Application,
    Memory,
    Talk,
    day,
    judged,
)

EVERY = 3
"""Days from one look at all the letters to the next."""
TIMELY = ("still waits for your words", "is spoken, not sent")
"""Why `mail` keeps a letter back whose moment it is."""
READY = ("today", "still_good")
Line = Mapping[str, Any]


@dataclass
class Player:
    """One life in one vault; `seed` decides how she ticks and what she leaves."""

    folder: Path
    spelling: Spelling
    seed: int
    memory: Memory = field(default_factory=Memory)
    lines: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)
    mails: int = 0

    def live(self) -> None:
        """All days, morning by morning."""
        chance = random.Random(self.seed)
        for path, text in self.spelling.extra.items():
            file = self.folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        for number in range(DAYS):
            self.write_notes(number)
            self.run(number, "sync", "--yes")
            ready = list(self.morning(number))
            if number % EVERY == 0:
                self.mail(number)
            if number in AWAY:
                continue
            drafts = self.drafts(number)
            for line in ready:
                self.act(number, line, drafts, chance)
            for event in EVENTS:
                if event.number == number:
                    assert self.run(number, event.verb, self.path(event.note), *event.words)[0] == 0

    def run(self, number: int, *argv: str) -> tuple[int, str, str]:
        """One command on the day with this number."""
        out, err = io.StringIO(), io.StringIO()
        given = ["--today", day(number).isoformat(), *argv]
        code = main(
            given, cwd=str(self.folder), stdin=io.StringIO(), stdout=out, stderr=err, env={}
        )
        assert "Traceback" not in err.getvalue()
        return code, out.getvalue(), err.getvalue()

    def path(self, note: str) -> str:
        """Where a note stands."""
        return f"interviews/{note}.{self.spelling.ending}"

    def write_notes(self, number: int) -> None:
        """The notes she writes on this day."""
        for application in APPLICATIONS:
            for talk in application.talks:
                if WRITTEN.get(talk.note, 0) == number:
                    file = self.folder / self.path(talk.note)
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_text(self.spelling.note(application, talk), encoding="utf-8")

    def morning(self, number: int) -> Iterator[Line]:
        """The ready lines, each judged; of two to one person the second is one too many."""
        code, out, err = self.run(number, "agenda", "--json")
        assert code == 0, err
        seen: set[tuple[str, str]] = set()
        for line in json.loads(out)["items"]:
            if line["when"] not in READY:
                continue
            application = _of(line)
            why = judged(line, application, self.memory, day(number))
            person = (application.company, str(line["person"]))
            why = why or ("two contacts on one morning" if person in seen else "")
            seen.add(person)
            self.lines += 1
            if why:
                self.wrong[why] += 1
                self.told.append(f"{day(number)} {why}: {line['title']} ({line['due']})")
            yield line

    def act(
        self, number: int, line: Line, drafts: Mapping[str, str], chance: random.Random
    ) -> None:
        """She does it, or not today; and ticks by hand or by command, with and without a day."""
        if not _of(line).answers or chance.random() < 0.35:
            return
        for each in (line, *line["others"]):
            if each["state"] in {"open", "edited"} and each["not_before"] <= str(day(number)):
                self.do(number, each, by_hand=chance.random() < 0.5)
                self.remember(number, each, drafts.get(each["id"], ""))

    def do(self, number: int, line: Line, *, by_hand: bool) -> None:
        """Tick it, by hand without a day."""
        if not by_hand:
            assert self.run(number, "done", line["id"])[0] == 0
            return
        file = self.folder / line["path"]
        texts = file.read_text(encoding="utf-8").split("\n")
        if self.spelling.ending == "org":
            at = _heading(texts, line["id"])
        else:
            at = next(
                n for n, t in enumerate(texts) if line["id"] in t and self.spelling.tick(t) != t
            )
        ticked = self.spelling.tick(texts[at])
        assert ticked != texts[at], texts[at]
        texts[at] = ticked
        file.write_text("\n".join(texts), encoding="utf-8")

    def remember(self, number: int, line: Line, draft: str) -> None:
        """What she has told whom."""
        today = day(number)
        if line["kind"] == "thank":
            self.memory.thanked[_talk(line).note, line["person"]] = today
        if line["kind"] == "ask" or (line["kind"] == "thank" and "?" in draft):
            self.memory.asked.setdefault(_of(line).company, today)

    def drafts(self, number: int) -> dict[str, str]:
        """Every letter by the id of its step."""
        return {step["id"]: step["draft"] or "" for step in self.steps(number)}

    def steps(self, number: int) -> list[dict[str, Any]]:
        """Every step of every plan, each with the path of its note."""
        notes = json.loads(self.run(number, "plan", "--json")[1])["notes"]
        return [
            {**step, "note": note["path"]}
            for note in notes
            for each in note["interviews"]
            for step in each["steps"]
        ]

    def mail(self, number: int) -> None:
        """`mail` for every note: what it hands over must fit the moment."""
        today = day(number)
        steps = self.steps(number)
        for application in APPLICATIONS:
            for talk in application.talks:
                if not (self.folder / self.path(talk.note)).exists():
                    continue
                _, out, err = self.run(number, "mail", self.path(talk.note), "--eml", "-")
                if not (out or any(reason in err for reason in TIMELY)):
                    continue
                self.mails += 1
                why = self._untimely(application, talk, today)
                if "Check-in" in err or "check-in" in out.lower().partition("\n\n")[0]:
                    mine = [s for s in steps if s["note"] == self.path(talk.note)]
                    due = [
                        s for s in mine if s["kind"] == "attempt" and s["not_before"] <= str(today)
                    ]
                    why = why or ("" if due else "before its day")
                if why:
                    self.wrong[f"mail {why}"] += 1
                    self.told.append(f"{today} mail {why}: {talk.note}: {out[:120]!r} {err!r}")

    def _untimely(self, application: Application, talk: Talk, today: date) -> str:
        if today < talk.day:
            return "before the interview"
        if application.closed and today > application.closed:
            return "after the end"
        return ""

    def kept(self) -> bool:
        """Whether everything she wrote stands, once."""
        for application in APPLICATIONS:
            for talk in application.talks:
                text = (self.folder / self.path(talk.note)).read_text(encoding="utf-8")
                if text.count(HERS.format(talk.note)) != 1:
                    return False
        return True


def _heading(texts: list[str], name: str) -> int:
    """The row of the Org heading whose drawer carries this id."""
    at = next(n for n, text in enumerate(texts) if text.strip() == f":MDFOLLOW: {name}")
    return max(n for n in range(at) if texts[n].startswith("*"))


def _of(line: Line) -> Application:
    return next(each for each in APPLICATIONS if each.company == line["company"])


def _talk(line: Line) -> Talk:
    return next(talk for talk in _of(line).talks if talk.note in line["path"])
