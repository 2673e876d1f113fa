"""The words reading, grouping and greetings share: data only, one table a fact.

Python, not TOML: compiled bytes load without a parser, and start-up pays for every table
(decision 0401).
"""


def vocabulary(words: str) -> frozenset[str]:
    """The words of `words`, parted by blanks."""
    return frozenset(words.split())
