"""The table of all dialects: a new one is one row here."""

from mdfollow.dialects import CHECKBOXES
from mdfollow.dialects.base import Dialect
from mdfollow.dialects.logseq import Logseq
from mdfollow.dialects.org import Org

DIALECTS: dict[str, Dialect] = CHECKBOXES | {row.name: row for row in (Org(), Logseq())}
