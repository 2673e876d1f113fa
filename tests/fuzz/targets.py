"""The one table of what is fuzzed: a reader or the whole of sync, its corpus, its words."""

from pathlib import Path
from typing import NamedTuple

from mdfollow.dialects import DIALECTS
from tests.fuzz import laws
from tests.fuzz.laws import Check

CORPUS = Path(__file__).parent / "corpus"


class Target(NamedTuple):
    """What gets the bytes, the folder its seeds lie in, and what its input is made of."""

    check: Check
    corpus: str
    words: tuple[bytes, ...]

    def seeds(self, name: str = "*") -> list[bytes]:
        """Every seed, in the order of names; a line `=====` parts those in one file."""
        files = sorted((CORPUS / self.corpus).glob(name))
        return [seed for file in files for seed in file.read_bytes().split(b"\n=====\n")]


BYTES = (
    *(b"\n", b"\r\n", b"\r", b" ", b"\t", b"\0", b"\x1b[31m", b"\xff", b"\xed\xa0\x80"),
    *(b"\xef\xbb\xbf", "\u2028".encode(), "\u202e".encode(), b"\x85", "ſ".encode(), b"\\"),
)
FIELDS = (
    *(b"---\n", b"+++\n", b"company: Acme\n", b"interview_date: 2026-11-10\n", b"company:: Acme\n"),
    *(b"interviewers:\n  - Dana Kim\n", b"decision: 3 weeks\n", b"interviews:\n  - date: ", b": "),
    *(b"thanked: ", b"contacted: ", b"heard: ", b"status: rejected\n", b"followup: false\n"),
    *(b"learned: ", b"skills: [", b"]", b"{", b"}", b"'", b'"', b"&a ", b"*a", b"!!x ", b"|\n"),
)
PLANS = (
    *(b"## Follow-up plan\n", b"<!-- mdfollow:state v1 note=", b"-->", b"mf-abcdef", b"- [ ] "),
    *(b"- [x] ", b" \xf0\x9f\x86\x94 mf-abcdef", b" <!-- mf-abcdef -->", b"### ", b"> ", b"```\n"),
    *(b"  ", b"\t- ", b"- TODO ", b"- DONE ", b"* ", b"** TODO ", b":PROPERTIES:\n", b":END:\n"),
    *(b":MDFOLLOW: mf-abcdef\n", b"SCHEDULED: <2026-11-10 Tue>\n", b"#+begin_src\n"),
    *(b"<!--", b"%%\n", b"$$\n", b"<details>\n", b"~~~\n", b"[^1]: x\n", b"* Acme :interview:\n"),
)
PHRASES = (
    *(b"3 weeks", b"next ", b"end of ", b"Friday", b"week", b"month", b"2026-11-24", b"11/24"),
    *(b"-", b" to ", b" or ", b"in ", b"by ", b"after ", b"Q4", b"KW 48", b"99999999", b"unknown"),
    *(b"the 24th", b"business days", b"a couple of ", b"1.5", b"rejected", b"[[", b"]]", b"<"),
)
PEOPLE = (
    *(b"Dana Kim", b"Dr. ", b" and ", b", ", b"; ", b" & ", b"<dana@acme.example>", b"(recruiter)"),
    *(b"[[", b"|", b"]]", b"](mailto:", b"@", b"van der ", b"PhD", b"Jr.", b"+1 555 0100", b"O'"),
    *(b"\xe9\x87\x91", b"tbd", b"panel", b"-", b"(", b")", b"//"),
)
MEMORY = (
    *(b"v1 ", b"note=abcdef ", b"dialect=tasks ", b"i1=2026-11-10", b"pad=1", b"mf-abcdef i1/x"),
    *(b" due=2026-11-11", b" sched=", b" txt=", b" v=", b" use=a,b", b" at=", b"%0020", b"\n"),
    *(b" over=time", b" done=", b" asks=1", b"i0=", b"=", b"%ffff", b"%d800", b"-->"),
)
SETTINGS = (
    *(b"[me]\n", b'name = "Robin"\n', b"days_off = [", b"2026-12-24", b'"12-24"', b"]\n", b" = "),
    *(b'dialect = "org"\n', b"ignore = ", b"max_attempts = ", b"true", b"1e400", b"nan", b'"""'),
    *(b"heading = ", b"language = ", b"quiet_time = ", b"[[", b"{", b"}", b"."),
)

FORMATS = {"logseq": "logseq", "org": "org"}
"""Corpora of dialects that are no Markdown."""

TARGETS: dict[str, Target] = {
    "frontmatter": Target(laws.frontmatter, "fields", FIELDS),
    "phrases": Target(laws.phrases, "phrases", PHRASES),
    "people": Target(laws.people, "people", PEOPLE),
    "memory": Target(laws.memory, "memory", MEMORY),
    "settings": Target(laws.settings, "settings", SETTINGS),
    **{
        f"read-{name}": Target(laws.codec(name), FORMATS.get(name, "markdown"), FIELDS + PLANS)
        for name in DIALECTS
    },
    **{
        f"sync-{name}": Target(laws.whole(name), FORMATS.get(name, "markdown"), FIELDS + PLANS)
        for name in DIALECTS
    },
}

EVERY = TARGETS | {
    f"linear-{name}": target._replace(check=laws.linear(target.check))
    for name, target in TARGETS.items()
}
"""With each target again, by the time it takes: for `make fuzz` only, as times tell on machines."""
