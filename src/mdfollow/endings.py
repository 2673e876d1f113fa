"""How the names of notes end, and which format each ending tells: one table for the whole house."""

MARKDOWN = ".md"
ORG = ".org"

ENDINGS: dict[str, str] = {".md": MARKDOWN, ".markdown": MARKDOWN, ".org": ORG}
"""Every ending of a note, in small letters, with the one that stands for its format."""

_AS_TYPED = tuple(ENDINGS)
_LONGEST = max(map(len, ENDINGS))


def ends_like_a_note(name: str) -> bool:
    """Whether a file's name or path ends like a note's, in capitals or not."""
    # Nearly every name is spelt as in the table: only another file's costs the second look.
    return name.endswith(_AS_TYPED) or name[-_LONGEST:].lower().endswith(_AS_TYPED)


def format_of(path: str) -> str:
    """`MARKDOWN` or `ORG` for a note's path; empty for another file's."""
    if path.endswith(MARKDOWN):  # nearly every note, and all of the vault are asked
        return MARKDOWN
    tail = path[-_LONGEST:].lower()
    return next((ENDINGS[ending] for ending in ENDINGS if tail.endswith(ending)), "")
