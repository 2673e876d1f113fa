"""The etiquette for reading on a terminal."""

from mdfollow.etiquette.rules import ARTICLE, CHAPTERS, Origin, Rule
from mdfollow.views.paint import Paint

WIDTH = 88


def all_rules(paint: Paint) -> str:
    """Every rule in one sentence, by chapter."""
    wide = max(len(rule.id) for _, rules in CHAPTERS for rule in rules) + 2
    lines = [*_folded(f"The etiquette follows {ARTICLE}; (own) marks what mdfollow adds.", "")]
    for title, rules in CHAPTERS:
        lines += ["", paint.on(paint.bold, title)]
        for rule in rules:
            own = " (own)" if rule.origin is Origin.OWN else ""
            first, *rest = _folded(rule.sentence + own, " " * wide)
            lines += [paint.on(paint.cyan, rule.id.ljust(wide)) + first.lstrip(), *rest]
    lines += ["", "`mdfollow rules ID` shows one rule with its examples."]
    return "\n".join(lines) + "\n"


def one_rule(rule: Rule, paint: Paint) -> str:
    """One rule: its sentence, where it comes from, its examples."""
    lines = [paint.on(paint.bold, rule.id), "", *_folded(rule.sentence, "")]
    source = "mdfollow's own." if rule.origin is Origin.OWN else f"{ARTICLE}."
    lines += ["", *_folded(f"From: {source}", "")]
    if rule.own:
        lines += _folded(f"mdfollow's own: {rule.own}", "")
    lines += ["", "Examples:"]
    for example in rule.examples:
        first, *rest = _folded(example, "    ")
        lines += [f"  - {first.lstrip()}", *rest]
    return "\n".join(lines) + "\n"


def _folded(text: str, indent: str) -> list[str]:
    from textwrap import wrap

    return wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent)
