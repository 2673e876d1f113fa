"""The docs as a site, without building it: `make docs` builds it and looks again, strictly."""

import argparse
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from check_site import codes, faults
from mdfollow.cli import COMMANDS
from mdfollow.commands.parser import Parser, add_shared
from mdfollow.etiquette.rules import RULES
from mdfollow.interview.fields import ALIASES, PERSON_ALIASES
from mdfollow.vault.settings import KEYS, ME
from mdfollow.views.field_pages import spelt
from pages import DOCS
from site_pages import FROM_ROOT, ROOT, anchor, page, root_page

CONFIG = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
FENCE = re.compile(r"^(`{3,}).*?^\1`*$", re.MULTILINE | re.DOTALL)


def nav(items: object = CONFIG["nav"]) -> Iterator[str]:
    """The pages of the navigation, in its order."""
    if isinstance(items, str):
        yield items
    elif isinstance(items, dict):
        for value in items.values():
            yield from nav(value)
    elif isinstance(items, list):
        for each in items:
            yield from nav(each)


def text(name: str) -> str:
    """A page as the site has it."""
    if name in FROM_ROOT:
        return page(root_page((ROOT / FROM_ROOT[name]).read_text(encoding="utf-8")))
    return page((DOCS / name).read_text(encoding="utf-8"))


PAGES = {name: re.sub(r"`[^`\n]+`", "", FENCE.sub("", text(name))) for name in nav()}
ANCHORS = {
    name: {anchor(each) for each in re.findall(r"^#+ (.+)$", shown, re.MULTILINE)}
    for name, shown in PAGES.items()
}


def test_every_page_is_in_the_navigation() -> None:
    left_out = tuple(CONFIG["exclude_docs"].split())
    there = {str(each.relative_to(DOCS).as_posix()) for each in DOCS.rglob("*.md")}
    there = {name for name in there if not name.startswith(left_out)} | set(FROM_ROOT)
    assert len(PAGES) > 15
    missing = [f"not in the nav of mkdocs.yml: {each}" for each in sorted(there - PAGES.keys())]
    assert missing == []
    assert set(PAGES) == there


@pytest.mark.parametrize("name", PAGES)
def test_links_of_a_page_lead_somewhere(name: str) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", PAGES[name]):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, fragment = link.partition("#")
        target = (DOCS / name).parent / path if path else DOCS / name
        found = target.resolve().relative_to(DOCS.resolve()).as_posix()
        assert found in PAGES or target.is_file(), f"{name}: {link} leads nowhere"
        if fragment:
            assert fragment in ANCHORS[found], f"{name}: {link} has no such heading"


def test_everything_is_documented() -> None:
    settings, commands, fields = (text(f"{each}.md") for each in ("settings", "commands", "fields"))
    missing = [key for key in KEYS if f"| `{key}` |" not in settings]
    missing += [f"me.{key}" for key in ME if f"| `me.{key}` |" not in settings]
    missing += [name for name in COMMANDS if f"\n## {name}\n" not in commands]
    schemas = sorted((DOCS / "schema").glob("*.json"))
    missing += [each.name for each in schemas if f"(schema/{each.name})" not in commands]
    missing += [each for each in options() if f"`{each}" not in commands]
    missing += [each for each in codes() if each.lower() not in ANCHORS["problems.md"]]
    missing += [each.id for each in RULES if each.id.lower() not in ANCHORS["etiquette.md"]]
    missing += [key for key, row in {**ALIASES, **PERSON_ALIASES}.items()
                if f"`{spelt(row[0])}`" not in fields]  # fmt: skip
    assert [f"undocumented: {each}" for each in missing] == []


def options() -> Iterator[str]:
    """The long options of all commands."""
    for name in COMMANDS:
        yield from (
            action.option_strings[0]
            for action in parser_of(name)._actions
            if action.option_strings and action.dest != "help"
        )


def parser_of(name: str) -> argparse.ArgumentParser:
    parser = Parser(prog=name, allow_abbrev=False)
    add_shared(parser)
    import_module(COMMANDS[name][0]).arguments(parser)
    return parser




def quoted(shown: str) -> Iterator[str]:
    """What follows `mdfollow` in sentences and in blocks."""
    yield from re.findall(r"`mdfollow ((?!\[)[^`]+)`", FENCE.sub("", shown))
    for block in FENCE.finditer(shown):
        yield from re.findall(r"^mdfollow (.+)$", block[0], re.MULTILINE)


QUOTED = [(name, words) for name in nav() for words in quoted(text(name))]


def test_commands_are_quoted_as_they_are() -> None:
    """Every `mdfollow …` on a page names a command there is, with options it takes."""
    assert len(QUOTED) > 60
    wrong = [f"{name}: mdfollow {words}" for name, words in QUOTED if not is_command(words)]
    assert wrong == []


def is_command(words: str) -> bool:
    name, *rest = re.sub(r"^--vault \S+ ", "", words).split()
    if name in ("--version", "--help", "--print-completion"):
        return True
    if name == "COMMAND":
        return True
    if name not in COMMANDS:
        return False
    known = {each for action in parser_of(name)._actions for each in action.option_strings}
    return all(each.split("=")[0] in known for each in rest if re.match(r"--?[a-z]", each))


def test_a_site_with_something_from_elsewhere_is_named(tmp_path: Path) -> None:
    for name in ("problems", "etiquette"):
        ids = codes() if name == "problems" else {rule.id for rule in RULES}
        headings = "".join(f'<h3 id="{each.lower()}"></h3>' for each in ids)
        (tmp_path / f"{name}.html").write_text(headings, encoding="utf-8")
    assert faults(tmp_path) == []
    script = '<a href="https://a.example">a</a><script src="https://cdn.example/x.js"></script>'
    (tmp_path / "index.html").write_text(script, encoding="utf-8")
    (tmp_path / "a.css").write_text("@import url(//fonts.example/a.css)", encoding="utf-8")
    (tmp_path / "problems.html").write_text("", encoding="utf-8")
    found = faults(tmp_path)
    assert found[0] == "index.html: loads https://cdn.example/x.js from elsewhere."
    assert found[1] == "a.css: loads //fonts.example/a.css from elsewhere."
    assert "problems.html: there is no anchor #mdf102." in found
