"""The laws over arbitrary sequences of edits, syncs, copies and git merges of two vaults."""

import re
import subprocess
import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from mdfollow.record import dataclass, field
from mdfollow.settings import Settings
from mdfollow.sync.engine import sync
from mdfollow.sync.result import Note, NoteReport, Vault
from tests.merge.hers import Ledger, lines
from tests.merge.owner import EDITS, FORMING, OPENING

NOTE, SECOND = "acme.md", "acme-2.md"
FIRST_DAY = date(2026, 11, 11)
START = """\
---
company: Acme
interview_date: 2026-11-10
format: onsite
decision: 3 weeks
status: waiting
heard:
thanked:
contacted:
interviewers: [Dana Kim, Sam Roe]
skills: []
learned:
---
# Acme

hers-0
"""
UNSETTLED = "would not settle"
"""What must never be said; that writing would change how her text is read may be so."""
COPIES = st.integers(0, 1)


@dataclass
class Copy:
    """One machine's vault: notes by path, which lines are ours, its day."""

    notes: dict[str, str]
    ledger: Ledger = field(default_factory=Ledger)
    today: date = FIRST_DAY

    def reports(self, vault: Vault) -> tuple[NoteReport, ...]:
        found = [Note(name, text.encode()) for name, text in self.notes.items()]
        return sync(found, vault, self.today)


def _tokens(text: str) -> list[str]:
    return sorted(re.findall(r"hers-\d+", text))


def _ticked(text: str) -> list[str]:
    return [row for row in text.splitlines() if re.match(r"[> \t]*[-*] \[[x-]\] .*mf-", row)]


def _remembered(text: str) -> dict[str, str]:
    """Ids in the state comments and their step keys."""
    rows = text.partition(OPENING)[2].splitlines()
    found = (re.match(r"[> ]*(mf-\w{6}) (\S+)", row) for row in rows)
    return {match[1]: match[2] for match in found if match}


def _standing(text: str) -> set[str]:
    """Ids whose task or draft stands outside the comments."""
    return set(re.findall(r"\[.\] .*?(mf-\w{6})", text))


class TwoCopies(RuleBasedStateMachine):
    """Two machines, one owner."""

    @initialize(dialect=st.sampled_from(["tasks", "dataview", "gfm"]))
    def begin(self, dialect: str) -> None:
        self.vault = Vault(Settings(dialect=dialect))
        self.copies = (Copy({NOTE: START}), Copy({NOTE: START}))
        self.common = dict(self.copies[0].notes)
        self.words = 0

    @rule(which=COPIES, name=st.sampled_from(sorted(EDITS)), pick=st.integers(0, 1000))
    def edits(self, which: int, name: str, pick: int) -> None:
        copy = self.copies[which]
        self.words += 1
        paths = sorted(copy.notes)
        path = paths[pick % len(paths)]
        old = copy.notes[path]
        copy.notes[path] = EDITS[name](old, pick, f"hers-{self.words}")
        if name in FORMING:
            hers = {row for row in lines(old.encode()) if copy.ledger.is_hers(row)}
            kept = {re.sub(rb"^> ", b"", row).rstrip() for row in hers}
            copy.ledger.written |= {
                row
                for row in lines(copy.notes[path].encode())
                if re.sub(rb"^> ", b"", row).rstrip() not in kept
            }

    @rule(which=COPIES)
    def next_day(self, which: int) -> None:
        copy = self.copies[which]
        copy.today = min(copy.today + timedelta(1), FIRST_DAY + timedelta(10))

    @rule(which=COPIES)
    def second_round(self, which: int) -> None:
        """She copies the note for round 2, or throws the copy away."""
        notes = self.copies[which].notes
        if notes.pop(SECOND, None) is None:
            notes[SECOND] = notes[NOTE].replace("2026-11-10", "2026-11-12", 1)

    @rule(which=COPIES)
    def syncs(self, which: int) -> None:
        self._sync(self.copies[which])

    @rule(which=COPIES)
    def replaces_the_other(self, which: int) -> None:
        """Syncthing: one version wins, and both settle on it."""
        winner, loser = self.copies[which], self.copies[1 - which]
        self._give(winner, loser)
        self._settle()

    @rule(how=st.sampled_from(["--ours", "--theirs", "--union"]))
    def git_merges(self, how: str) -> None:
        """Both commit and merge; conflicts are solved one way or another."""
        one, two = self.copies
        one.ledger.written |= two.ledger.written
        names = set(one.notes) & set(two.notes) & set(self.common)
        for name in names:
            base = self.common[name]
            one.notes[name] = _git(base, one.notes[name], two.notes[name], how)
        self._give(one, two)
        self._settle()

    def _give(self, winner: Copy, loser: Copy) -> None:
        loser.notes = dict(winner.notes)
        loser.ledger.written = set(winner.ledger.written)

    def _settle(self) -> None:
        """Convergence: the same bytes on both, and no more writes."""
        one, two = self.copies
        one.today = two.today = max(one.today, two.today)
        for copy in self.copies:
            self._sync(copy)
        assert one.notes == two.notes
        self.common = dict(one.notes)

    def _sync(self, copy: Copy) -> None:
        before = dict(copy.notes)
        duplicated = SECOND in before and OPENING in before[SECOND]
        reports = copy.reports(self.vault)
        for report in reports:
            assert not [each for each in report.problems if UNSETTLED in each.sentence]
            copy.notes[report.path] = report.new.decode()
        for name, text in copy.notes.items():
            assert _tokens(text) == _tokens(before[name])
            if not (duplicated and name == SECOND):
                self._compare(copy, before[name], text)
            else:
                copy.ledger.written |= set(lines(text.encode())) - set(lines(before[name].encode()))
        again = copy.reports(self.vault)
        assert not any(report.changed for report in again)

    def _compare(self, copy: Copy, before: str, after: str) -> None:
        copy.ledger.compare(before.encode(), after.encode())
        ticked = _ticked(after)
        assert all(row in ticked for row in _ticked(before))
        gone = set(_remembered(before)) - _standing(before)
        assert not gone & _standing(after)
        assert gone <= set(_remembered(after))


def _git(base: str, ours: str, theirs: str, how: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {"ours": ours, "base": base, "theirs": theirs}.items():
            Path(folder, name).write_bytes(text.encode())
        command = ["git", "merge-file", "-p", how, "ours", "base", "theirs"]
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    return done.stdout.decode()


TwoCopies.TestCase.settings = settings(stateful_step_count=20, print_blob=True)
TestTwoCopies = TwoCopies.TestCase
