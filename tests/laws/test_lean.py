"""P6: a sync with nothing to do loads no Markdown parser."""

import subprocess
import sys

import pytest

from tests.laws.notes import DIALECTS, FIELDS, synced, vault

QUICK = {
    "prose": "# Acme\n\nSome words.\n\n## Questions\n1. one\n2. two\n",
    "nested tasks of hers": "- a\n\t- [ ] b 📅 2026-01-05\n\t\t- [x] c\n",
    "a fence at the margin": "```py\n- [ ] x 🆔 mf-abcdef\n```\n",
    "a callout": "> [!note]- Title\n> - in it\n",
    "a comment": "<!-- a -->\n%% hidden %%\n\n$$\nx\n$$\n",
    "a table and footnotes": "| a |\n|---|\n| b[^1] |\n\n[^1]: A footnote.\n",
    "links": "<https://acme.example> [[Dana]] ![[x.png]] <dana@acme.example>\n",
}
THOROUGH = {"a nested fence": "- a\n  ```\n  b\n  ```\n", "HTML": "<div>\na\n</div>\n"}
NOOP = """
import sys
from datetime import date
from mdfollow.settings import Settings
from mdfollow.sync.engine import sync
from mdfollow.sync.result import Note, Vault
note = Note("Acme.md", sys.stdin.buffer.read())
(report,) = sync((note,), Vault(Settings(dialect=sys.argv[1])), date(2026, 11, 10))
print(report.changed, "markdown_it" in sys.modules)
"""


def noop(body: str, dialect: str) -> str:
    """Whether a second sync, in a process of its own, writes and loads the parser."""
    planned = synced((FIELDS + body).encode(), vault(dialect)).new
    command = (sys.executable, "-c", NOOP, dialect)
    done = subprocess.run(command, input=planned, capture_output=True, check=True)
    return done.stdout.decode().strip()


@pytest.mark.parametrize("body", QUICK.values(), ids=QUICK)
def test_a_sync_without_work_loads_no_parser(body: str) -> None:
    """The quick reader answers for everything that stands at the margin."""
    dialect = DIALECTS[len(body) % len(DIALECTS)]
    assert noop(body, dialect) == "False False"


@pytest.mark.parametrize("body", THOROUGH.values(), ids=THOROUGH)
def test_nested_blocks_take_the_parser(body: str) -> None:
    """Rather slow than wrong."""
    assert noop(body, "tasks") == "False True"
