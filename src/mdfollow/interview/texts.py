"""Words out of values: links taken off, lists opened."""

from mdfollow.interview.model import AsTyped
from mdfollow.pattern import pattern
from mdfollow.value import Mapping, Scalar, Sequence, Value

_WIKI = pattern(r"!?\[\[([^\[\]|]+?)(?:\\?\|([^\[\]]*))?\]\]")
_ORG = pattern(r"\[\[[^\[\]]*\]\[([^\[\]]+)\]\]")
_MARKDOWN = pattern(r"\[([^\[\]]+)\]\(([^()\s]*)\)")
_ORG_LINK = pattern(r"\[\[([^\[\]]*)\]\[[^\[\]]+\]\]")
_MARKDOWN_LINK = pattern(r"\[[^\[\]]+\]\(<?([^()<>]+)>?\)")
_ITEM_SIGNS = frozenset("-*+•0123456789")
_ITEM = pattern(r"^\s*(?:[-*+•]|\d+[.)])\s+")


LONGEST = 60
"""Characters of her words that a message repeats."""


def brief(text: str) -> str:
    """Her words as a message repeats them: on one line, cut where they are long."""
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"


def unlinked(text: str) -> str:
    """The text with every link replaced by what it shows.

    A link with an alias shows the alias, unless the target has more words ("[[Dana Kim|Dana]]").
    """
    if "[" not in text:
        return " ".join(text.split())
    text = _ORG.sub(r"\1", text)
    text = _WIKI.sub(lambda found: _shown(found[1], found[2] or ""), text)
    text = _MARKDOWN.sub(r"\1", text)
    return " ".join(text.split())


def link_target(text: str) -> str:
    """Last part of the one wiki link a text consists of; empty for anything else."""
    found = _WIKI.fullmatch(text.strip())
    return _shown(found[1], "") if found else ""


def link_path(text: str) -> str:
    """What the first link of a text points at, without ending and heading; empty for none."""
    if "[" not in text:
        return ""
    found = _WIKI.search(text) or _ORG_LINK.search(text) or _MARKDOWN_LINK.search(text)
    target = (found[1] if found else "").partition("#")[0].partition("|")[0].strip()
    path = target.removeprefix("file:").replace("%20", " ")
    for ending in (".md", ".markdown", ".org"):
        path = path.removesuffix(ending)
    return "" if ":" in path or "@" in path[1:] else path.strip("/")


def _shown(target: str, alias: str) -> str:
    last = target.partition("#")[0].rstrip("/").rpartition("/")[2].removesuffix(".md").strip()
    alias = alias.strip()
    return last if not alias or len(last.split()) > len(alias.split()) else alias


def link_text(value: Value) -> str | None:
    """The link that YAML took for a list in a list (`[[Acme]]`), or None."""
    if not isinstance(value, Sequence) or len(value.items) != 1:
        return None
    inner = value.items[0]
    if not isinstance(inner, Sequence) or not inner.items:
        return None
    texts = [item.text for item in inner.items if isinstance(item, Scalar)]
    return f"[[{', '.join(texts)}]]" if len(texts) == len(inner.items) else None


def single(value: Value) -> Scalar | None:
    """The one text a value holds: a text, a link typed without quotes, a list of one."""
    if isinstance(value, Scalar):
        return value
    link = link_text(value)
    if link is not None:
        return Scalar(link, value.place)
    if isinstance(value, Sequence) and len(value.items) == 1:
        return single(value.items[0])
    return None


def items(value: Value, *, short: bool = False) -> tuple[str, ...]:
    """A text or list as texts, links taken off, empty ones left out.

    A text is parted at line ends and `;`; with `short` also at commas when every part is at most
    four words long ("Go, Kubernetes"), so that sentences stay whole. A map `{say: "…"}` is one
    text that stays as typed.
    """
    if (typed := _as_typed(value)) is not None:
        return (typed,) if typed else ()
    if isinstance(value, Mapping):
        return tuple(f"{key.text}: {text}" for key, inner in value.entries for text in items(inner))
    one = single(value)
    if isinstance(value, Sequence) and link_text(value) is None:
        # a list of one item is one item, commas and all
        return tuple(text for item in value.items for text in item_of(item))
    if one is None:
        return ()
    parts = [part for line in one.text.splitlines() for part in line.split(";")]
    if short and len(parts) == 1:
        pieces = one.text.split(",")
        parts = pieces if all(len(piece.split()) <= 4 for piece in pieces) else parts
    return tuple(clean for part in parts if (clean := _clean(part)))


def _as_typed(value: Value) -> AsTyped | None:
    if not isinstance(value, Mapping) or len(value.entries) != 1:
        return None
    key, inner = value.entries[0]
    said = key.text.strip().lower() == "say" and isinstance(inner, Scalar)
    return AsTyped(" ".join(inner.text.split())) if said and isinstance(inner, Scalar) else None


def is_as_typed(value: Value) -> bool:
    """The value is a map `{say: "…"}`."""
    return _as_typed(value) is not None


def item_of(value: Value) -> tuple[str, ...]:
    """One item of a list as one text, commas and all; several only where it is a list itself."""
    one = value if isinstance(value, Scalar) else single(value)
    if one is None:
        return items(value)
    clean = _clean(one.text)
    return (clean,) if clean else ()


def _clean(text: str) -> str:
    if "[" not in text and text[:1].isalpha():
        return " ".join(text.split())  # most texts
    plain = text.strip()
    return unlinked(_ITEM.sub("", plain) if plain[:1] in _ITEM_SIGNS else plain)
