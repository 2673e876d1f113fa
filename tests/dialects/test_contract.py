"""Every dialect writes a task so that it reads back the same."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdfollow.dialects import DIALECTS, quote
from mdfollow.dialects.base import Symbols, Written
from mdfollow.digest import fingerprint
from mdfollow.etiquette.model import Mark

ID = "mf-7k2m9q"
START, DUE = date(2026, 11, 10), date(2026, 11, 11)
WORDS = (
    "Thank Dana Kim (Acme) by e-mail; a note card as well would stand out",
    "Call Zoë O'Brien-Łuczak (Ärzte & Co.): still interested, what is the next step?",
    "Write to 田中 (株式会社): anything they still need?",
    "Thank محمد (الشركة) by e-mail",
)
LINES = {
    "tasks": "- [ ] Thank Dana 🆔 mf-7k2m9q ⏳ 2026-11-10 📅 2026-11-11",
    "dataview": "- [ ] Thank Dana  [id:: mf-7k2m9q]  [scheduled:: 2026-11-10]  [due:: 2026-11-11]",
    "gfm": "- [ ] Thank Dana <!-- mf-7k2m9q --> ⏳ 2026-11-10 📅 2026-11-11",
    "org": (
        "* TODO Thank Dana\n"
        "SCHEDULED: <2026-11-10 Tue> DEADLINE: <2026-11-11 Wed -1d>\n"
        ":PROPERTIES:\n:MDFOLLOW: mf-7k2m9q\n:END:"
    ),
    "logseq": (
        "- TODO Thank Dana <!-- mf-7k2m9q -->\n"
        "  SCHEDULED: <2026-11-10 Tue>\n"
        "  DEADLINE: <2026-11-11 Wed>"
    ),
}


def test_every_dialect_has_its_recorded_line() -> None:
    """A new row is a new line here."""
    assert LINES.keys() >= DIALECTS.keys()


@pytest.mark.parametrize("name", DIALECTS)
def test_a_task_is_written_as_recorded(name: str) -> None:
    """Id before the dates, dates last (task-formats 0 and 1)."""
    written = Written(ID, "Thank Dana", START, DUE)
    assert DIALECTS[name].render(written, Symbols()) == LINES[name]
    assert DIALECTS[name].name == name


@pytest.mark.parametrize("name", DIALECTS)
@pytest.mark.parametrize("words", WORDS)
def test_what_is_written_reads_back_the_same(name: str, words: str) -> None:
    """Task-formats 11.1: all fields, and nothing of hers in it."""
    dialect = DIALECTS[name]
    text = dialect.render(Written(ID, words, START, DUE), Symbols())
    found = dialect.scan(text, Symbols())
    assert found is not None
    assert (found.id, found.words, found.start, found.due) == (ID, words, START, DUE)
    assert (found.mark, found.made, found.extra, found.plain) == (Mark.OPEN, None, False, True)
    assert text[found.words_span.start : found.words_span.end] == words
    assert text[slice_of(found.date_spans["due"])].startswith(str(DUE))
    assert text[slice_of(found.date_spans["start"])].startswith(str(START))


@pytest.mark.parametrize("name", DIALECTS)
@pytest.mark.parametrize("text", ["", "Thank Dana", "- [ ] Thank Dana", "* TODO Thank Dana", "# x"])
def test_lines_without_our_id_are_hers(name: str, text: str) -> None:
    """Merge-cases 39."""
    assert DIALECTS[name].scan(text, Symbols()) is None


PIECES = (
    *("^mf-abcdef", "🆔 mf-abcdef", "<!-- mf-abcdef -->", "[id:: mf-abcdef]", "(due:: 2026-01-01)"),
    *("📅 2026-01-01", "✅ 2026-01-01", "🗓️", "⌛", "🔺", "#tag", "#", "\\", "\\\\", "[[x]]", "*a*"),
    *("::", "-->", "%%", "<% x %>", "`$= x`", "vim: ts=2", "ex:", "|", "~", "$$", "^abc", "{{x}}"),
    *("\u200d", "\u200c", "\u202e", "\x1b", "\x00", "\u2028", "\n", "\r", "\t", "é", "  ", "[ ] "),
)


@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=3), min_size=1, max_size=6).map("".join),
    st.sampled_from(sorted(name for name, row in DIALECTS.items() if row.fields)),
    st.sampled_from(["", "#task", "TODO"]),
)
def test_no_value_breaks_out_of_a_task(value: str, name: str, prefix: str) -> None:
    """N01..N13: whatever a name says, the line keeps its fields and is as we write it."""
    words = quote.plain(f"Thank {value} (Acme)")
    symbols = Symbols(prefix=prefix)
    line = DIALECTS[name].render(Written(ID, quote.title(words), START, DUE), symbols)
    found = DIALECTS[name].scan(line, symbols)
    assert found is not None
    assert (found.id, found.start, found.due, found.made) == (ID, START, DUE, None)
    assert not found.extra
    assert fingerprint(found.words) == fingerprint(quote.unescaped(quote.title(words)))


def slice_of(span: object) -> slice:
    """A span as a slice."""
    return slice(getattr(span, "start", 0), getattr(span, "end", 0))
