"""`docs/commands.md` and `docs/settings.md`, made from what the program itself goes by."""

from collections.abc import Iterator

from command_tree import EXITS, own, shown
from mdfollow.cli import COMMANDS
from mdfollow.vault.settings import KEYS, ME
from mdfollow.views import settings_page

MORE = {
    "new": "[The first hour](first-hour.md)",
    "watch": "[Watching a vault](watch.md)",
    "service": "[Watching a vault](watch.md#as-a-service)",
    "calendar": "[The calendar](calendar.md)",
    "responsiveness": "[The dashboard](dashboard.md#who-keeps-their-word)",
    "done": "[One moment, one command](verbs.md)",
    "heard": "[One moment, one command](verbs.md)",
    "decides": "[One moment, one command](verbs.md)",
    "later": "[One moment, one command](verbs.md)",
    "stop": "[One moment, one command](verbs.md)",
    "tidy": "[One moment, one command](verbs.md)",
    "check": "[Problems and hints](problems.md)",
    "mail": "[Letters](letters.md)",
    "rules": "[The etiquette](etiquette.md)",
    "init": "[Settings](settings.md)",
}
"""Where a command has more than its options to tell."""

_COMMANDS = """\
<!-- Made by scripts/pages.py from the commands themselves. -->

# Commands

`mdfollow [--vault DIR] COMMAND`. Without `--vault`, the vault is found from the current folder
upward: a folder with `mdfollow.toml`, `.obsidian`, `logseq/` or `.git`; else the folder itself.
Every command takes `--vault DIR` and `--today YYYY-MM-DD` (plan as if it were that day).

What you asked for goes to standard output, everything else to standard error. Colours are used on a
terminal only; `NO_COLOR` turns them off.

Shells complete commands, options and notes, once they know how:

| shell | |
| --- | --- |
| bash | `mdfollow --print-completion bash > ~/.local/share/bash-completion/completions/mdfollow` |
| zsh | `mdfollow --print-completion zsh > FOLDER/_mdfollow`, with a folder of your `$fpath` |
| fish | `mdfollow --print-completion fish > ~/.config/fish/completions/mdfollow.fish` |

JSON for other programs is described by schemas: [plan and sync](schema/plan.json),
[agenda](schema/agenda.json), [check](schema/check.json), [calendar](schema/calendar.json),
[responsiveness](schema/responsiveness.json), [errors](schema/error.json). Keys are added,
and none goes away within a version.

`man mdfollow` shows this page where the installer puts man pages in their place, as `pipx` does.

| exit code | meaning |
| --- | --- |
"""

_SETTINGS = """\
<!-- Made by scripts/pages.py from src/mdfollow/views/settings_page.py and vault/settings.py. -->

# Settings

Settings stand in `mdfollow.toml` at the top of the vault. Everything is optional, and a vault needs
no such file. `mdfollow init` writes one with all keys in it, each with its meaning and switched
off. A key that is not known is named with its line.

"""


def commands_page() -> str:
    """The page of all commands."""
    exits = "".join(f"| {code} | {words} |\n" for code, words in EXITS.items())
    return (
        _COMMANDS
        + exits
        + "".join("\n".join(_command(name, words)) + "\n" for name, (_, words) in COMMANDS.items())
    )


def _command(name: str, words: str) -> Iterator[str]:
    arguments = own(name)
    yield from ("", f"## {name}", "", f"{words[:1].upper()}{words[1:]}.")
    if name in MORE:
        yield f"More: {MORE[name]}."
    if arguments:
        yield from ("", "| it takes | |", "| --- | --- |")
        yield from (f"| `{_cell(shown(each))}` | {_cell(each.help or '')} |" for each in arguments)


def settings_reference() -> str:
    """The page of all settings."""
    return _SETTINGS + "\n".join(
        [
            *_table(settings_page.ROWS, ""),
            "",
            "In the table `[me]`, on lines below a line `[me]`:",
            "",
            *_table(settings_page.ME, "me."),
            "",
        ]
    )


def _table(rows: tuple[settings_page.Row, ...], table: str) -> Iterator[str]:
    kinds = ME if table else KEYS
    yield from ("| key | takes | default or example | meaning |", "| --- | --- | --- | --- |")
    for row in rows:
        cells = (f"`{table}{row.key}`", kinds[row.key].words, f"`{row.value}`", row.words)
        yield f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
