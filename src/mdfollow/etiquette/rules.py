"""The etiquette as one ordered table: `RULES`."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from mdfollow.etiquette.rule import Origin, Rule
from mdfollow.etiquette.rules_attempts import ENDINGS, HOW_MANY, OVER, WHEN
from mdfollow.etiquette.rules_messages import JUDGING, MESSAGES
from mdfollow.etiquette.rules_thanks import DECISION, THANKS

__all__ = ["ARTICLE", "CHAPTERS", "RULES", "Origin", "Rule", "ordered", "page", "rule"]

ARTICLE = "“Interviewing: Follow Up for Success” by Patra Frame, ClearedJobs.Net"

PREFACE = (
    f"mdfollow plans by the advice of the article {ARTICLE}.",
    "The words here are our own; the rules marked *own* fill what the article leaves open.",
    "They promise courtesy, not offers: surveys agree that people like to get a thank-you note,",
    "and disagree about how much it counts.",
    "`mdfollow rules ID` shows one rule on the command line.",
)

CHAPTERS: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("Thank-you notes", THANKS),
    ("The decision date", DECISION),
    ("When to check in", WHEN),
    ("How often, how, and with whom", HOW_MANY),
    ("New dates, and enough", ENDINGS),
    ("When a step is over", OVER),
    ("What the messages say", MESSAGES),
    ("Judging them", JUDGING),
)

RULES: tuple[Rule, ...] = tuple(rule for _, rules in CHAPTERS for rule in rules)

_RANKS: Mapping[str, int] = MappingProxyType({rule.id: rank for rank, rule in enumerate(RULES)})


def rule(name: str) -> Rule | None:
    """The rule with that id, in any case; None when there is none."""
    return next((known for known in RULES if known.id == name.strip().upper()), None)


@cache
def ordered(*ids: str) -> tuple[str, ...]:
    """Rule ids, each once, in the order of `RULES`; an unknown one is a KeyError."""
    return tuple(sorted(set(ids), key=_RANKS.__getitem__))


def page() -> str:
    """`docs/etiquette.md`: one heading per rule id."""
    lines = ["# The etiquette", "", *PREFACE]
    for title, rules in CHAPTERS:
        lines += ["", f"## {title}"]
        for known in rules:
            lines += _section(known)
    return "\n".join(lines) + "\n"


def _section(known: Rule) -> list[str]:
    mark = " *Own.*" if known.origin is Origin.OWN else ""
    own = [f"*Own:* {known.own}", ""] if known.own else []
    examples = [f"- {example}" for example in known.examples]
    return ["", f"### {known.id}", "", f"{known.sentence}{mark}", "", *own, *examples]
