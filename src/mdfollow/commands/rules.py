"""`mdfollow rules`: the etiquette, or one rule with its examples."""

from argparse import Namespace

from mdfollow.commands.console import Console
from mdfollow.commands.exits import Exit
from mdfollow.commands.parser import Parser
from mdfollow.etiquette.rules import RULES, rule
from mdfollow.problem import MdfollowError
from mdfollow.views.rule_pages import all_rules, one_rule


def arguments(parser: Parser) -> None:
    """Add what `rules` takes."""
    parser.add_argument("id", metavar="ID", nargs="?", help="one rule, such as TY-1")


def run(args: Namespace, console: Console) -> Exit:
    """Do it."""
    if args.id is None:
        console.data(all_rules(console.paint))
        return Exit.DONE
    found = rule(args.id)
    if found is None:
        raise MdfollowError(_unknown(args.id))
    console.data(one_rule(found, console.paint))
    return Exit.DONE


def _unknown(name: str) -> str:
    import difflib

    ids = [known.id for known in RULES]
    near = difflib.get_close_matches(name.strip().upper(), ids, n=1, cutoff=0.5)
    advice = f"did you mean `{near[0]}`?" if near else "`mdfollow rules` lists them all."
    return f"there is no rule `{name}`; {advice}"
