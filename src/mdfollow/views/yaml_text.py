"""A text as a YAML value that reads back as the same text, in mdfollow and in any YAML."""

import json

from mdfollow.pattern import pattern
from mdfollow.views.shown import cleaned

_PLAIN = pattern(r"[^\W\d_](?:[\w .()/+’'-]*[\w.)+])?")
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf"})
"""Words that YAML takes for something else than a text."""


def yaml_text(text: str) -> str:
    """`text` on one line, in quotes unless it needs none."""
    line = " ".join(cleaned(text).split())
    if _PLAIN.fullmatch(line) and line.lower() not in _WORDS:
        return line
    return json.dumps(line, ensure_ascii=False)
