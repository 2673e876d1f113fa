"""Pages put together from lines that mean something, with every kind of line ending."""

from collections.abc import Sequence

from hypothesis import strategies as st

from mdfollow.document.source import BOM


def pages(fragments: Sequence[str]) -> st.SearchStrategy[bytes]:
    """Bytes of a page out of these lines, with or without a mark at the top and a last ending."""
    line = st.tuples(st.sampled_from(fragments), st.sampled_from(["\n", "\r\n", "\r"]))
    return st.builds(_page, st.lists(line), st.text(max_size=20), st.booleans())


def _page(lines: list[tuple[str, str]], tail: str, bom: bool) -> bytes:
    text = "".join(line + newline for line, newline in lines) + tail
    return BOM * bom + text.encode("utf-8", "replace")


def top(data: bytes) -> bytes:
    """The mark at the top of a page, if there is one."""
    return BOM if data.startswith(BOM) else b""
