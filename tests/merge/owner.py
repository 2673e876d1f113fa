"""An owner who edits a note at random: pure functions from text to text.

`pick` chooses among the places an edit fits, `word` is text of hers that occurs nowhere else.
An edit that fits nowhere gives the text back unchanged.
"""

import re
from collections.abc import Callable

Edit = Callable[[str, int, str], str]
OPENING = "<!-- mdfollow:state "
TASK = re.compile(r"[> \t]*[-*] \[(.)\] .*mf-\w{6}")


def _on_line(
    text: str, pick: int, fits: Callable[[str], bool], change: Callable[[str], str]
) -> str:
    """Change one of the lines that fit (its ending left out)."""
    rows = text.splitlines(keepends=True)
    found = [number for number, row in enumerate(rows) if fits(row)]
    if not found:
        return text
    number = found[pick % len(found)]
    bare = rows[number].rstrip("\r\n")
    rows[number] = change(bare) + rows[number][len(bare) :]
    return "".join(rows)


def _is_task(row: str) -> bool:
    return bool(TASK.match(row))


def _box(row: str, box: str) -> bool:
    found = TASK.match(row)
    return bool(found) and found[1] == box if found else False


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def tick(text: str, pick: int, word: str) -> str:
    """Tick a task as vim does, without a date."""
    return _on_line(
        text, pick, lambda row: _box(row, " "), lambda row: row.replace("[ ]", "[x]", 1)
    )


def tick_with_date(text: str, pick: int, word: str) -> str:
    """Tick a task as a client does."""
    day = f" ✅ 2026-11-{12 + pick % 10}"
    return _on_line(
        text, pick, lambda row: _box(row, " "), lambda row: row.replace("[ ]", "[x]", 1) + day
    )


def untick(text: str, pick: int, word: str) -> str:
    """Open a box again; the date may stay."""

    def opened(row: str) -> str:
        row = row.replace("[x]", "[ ]", 1)
        return re.sub(r" ✅ [\d-]+", "", row) if pick % 2 else row

    return _on_line(text, pick, lambda row: _box(row, "x"), opened)


def cancel(text: str, pick: int, word: str) -> str:
    """Cancel a task."""
    return _on_line(
        text, pick, lambda row: _box(row, " "), lambda row: row.replace("[ ]", "[-]", 1)
    )


def redate(text: str, pick: int, word: str) -> str:
    """Move the due date of a task."""
    day = rf"\g<1>2026-12-{1 + pick % 28:02}"
    due = r"(📅 |\[due:: )[0-9-]{10}"
    return _on_line(text, pick, _is_task, lambda row: re.sub(due, day, row, count=1))


def reword(text: str, pick: int, word: str) -> str:
    """Put a word of hers before a task's."""
    return _on_line(text, pick, _is_task, lambda row: re.sub(r"\] ", f"] {word} ", row, count=1))


def tag(text: str, pick: int, word: str) -> str:
    """Put a tag at the end of a task's line."""
    return _on_line(text, pick, _is_task, lambda row: f"{row} #{word}")


def delete_task(text: str, pick: int, word: str) -> str:
    """Delete a task's line."""
    rows = text.splitlines(keepends=True)
    found = [number for number, row in enumerate(rows) if _is_task(row)]
    if found:
        del rows[found[pick % len(found)]]
    return "".join(rows)


def delete_draft(text: str, pick: int, word: str) -> str:
    """Delete a draft, heading and all."""
    parts = re.split(r"(?m)^(?=[> ]*(?:#{1,6} |<!-- mdfollow:state ))", text)
    found = [number for number, part in enumerate(parts) if " draft -->" in part]
    if found:
        del parts[found[pick % len(found)]]
    return "".join(parts)


def edit_draft(text: str, pick: int, word: str) -> str:
    """Write into a draft."""
    return _on_line(
        text, pick, lambda row: row.lstrip("> ").startswith("Dear "), lambda row: f"{row} {word},"
    )


def twin(text: str, pick: int, word: str) -> str:
    """Paste a task a second time."""
    return _on_line(text, pick, _is_task, lambda row: f"{row}{_newline(text)}{row}")


def hang(text: str, pick: int, word: str) -> str:
    """Hang a line beneath a task."""
    return _on_line(
        text,
        pick,
        _is_task,
        lambda row: f"{row}{_newline(text)}{row[: re.match('[> ]*', row).end()]}    - {word}",  # type: ignore[union-attr]
    )


def jot(text: str, pick: int, word: str) -> str:
    """Write a paragraph somewhere below the frontmatter, not into the comment."""
    rows = text.splitlines(keepends=True)
    comment = next((n for n, row in enumerate(rows) if OPENING in row), len(rows))
    first = next(n for n, row in enumerate(rows) if n and row.startswith("---")) + 1
    at = first + pick % (comment - first + 1)
    end = _newline(text)
    lead = "> " if at < len(rows) and rows[at].startswith(">") else ""
    if at and not rows[at - 1].endswith("\n"):
        rows[at - 1] += end
    rows[at:at] = (
        [f"{lead}{end}", f"{lead}{word}{end}", f"{lead}{end}"]
        if pick % 3
        else [f"{lead}{word}{end}"]
    )
    return "".join(rows)


def move_up(text: str, pick: int, word: str) -> str:
    """Move a task to the top of the note."""
    rows = text.splitlines(keepends=True)
    found = [number for number, row in enumerate(rows) if _is_task(row)]
    heading = next((n for n, row in enumerate(rows) if row.startswith("# ")), None)
    if found and heading is not None:
        row = rows.pop(found[pick % len(found)])
        rows.insert(heading + 1, row.lstrip("> "))
    return "".join(rows)


def move_down(text: str, pick: int, word: str) -> str:
    """Move a task to the end of the note, under a heading of her own."""
    rows = text.splitlines(keepends=True)
    found = [number for number, row in enumerate(rows) if _is_task(row)]
    if not found:
        return text
    row = rows.pop(found[pick % len(found)]).lstrip("> ")
    end = _newline(text)
    last = "" if not rows or rows[-1].endswith("\n") else end
    return "".join(rows) + f"{last}{end}## {word}{end}{end}{row}"


def fold(text: str, pick: int, word: str) -> str:
    """Fold the block into a callout, or unfold it."""
    head, mark, block = text.partition("## Follow-up plan")
    if not mark:
        return text
    end = _newline(text)
    if head.endswith("> "):
        rows = [re.sub("^> ?", "", row) for row in (mark + block).split(end)]
        return head.removesuffix("> ") + end.join(rows)
    rows = [f"> {row}".rstrip(" ") for row in (mark + block).removesuffix(end).split(end)]
    return f"{head}> [!todo]- {word}{end}" + end.join(rows) + end


def line_ends(text: str, pick: int, word: str) -> str:
    """Change all line ends, as git may."""
    plain = text.replace("\r\n", "\n")
    return plain if "\r\n" in text else plain.replace("\n", "\r\n")


def cut_comment(text: str, pick: int, word: str) -> str:
    """Cut the state comment only."""
    return re.sub(r"(?ms)^[> ]*<!-- mdfollow:state .*?-->\r?\n?", "", text)


def cut_block(text: str, pick: int, word: str) -> str:
    """Cut everything from our heading on."""
    return re.sub(r"(?ms)^[> ]*## Follow-up plan\r?\n.*", "", text)


def _field(name: str, values: list[str]) -> Edit:
    def change(text: str, pick: int, word: str) -> str:
        value = values[pick % len(values)]
        return re.sub(
            rf"(?m)^{name}:[^\r\n]*", lambda _: f"{name}: {value}".rstrip(), text, count=1
        )

    return change


PEOPLE = [
    "Dana Kim",
    "Dana Kimm",
    "Sam Roe",
    "Sam Row",
    "Lee Ortiz",
    "Zoë Brontë <zoe@acme.example>",
]
GROUPS = [
    f"[{', '.join(PEOPLE[n] for n in chosen)}]"
    for chosen in [(0, 2), (1, 2), (0, 3), (0,), (2, 0), (0, 2, 4), (4, 5), (5, 0, 2), ()]
]
EDITS: dict[str, Edit] = {
    each.__name__: each
    for each in (
        *(tick, tick_with_date, untick, cancel, redate, reword, tag, delete_task, delete_draft),
        *(edit_draft, twin, hang, jot, move_up, move_down, fold, line_ends, cut_comment, cut_block),
    )
} | {
    "decision": _field("decision", ["3 weeks", "4 weeks", "2026-11-20", "2026-12-18", ""]),
    "status": _field("status", ["waiting", "offer", "rejected", "cancelled", ""]),
    "heard": _field("heard", ["", "2026-11-20", "true"]),
    "people": _field("interviewers", GROUPS),
    "skills": _field("skills", ["[]", "[ran the pager]", "[wrote a book, ran the pager]"]),
    "learned": _field("learned", ["", "the garden has a pond"]),
    "company": _field("company", ["Acme", "Acme Ltd", "Apex"]),
    "thanked": _field("thanked", ["", "Dana Kim", "true"]),
    "contacted": _field("contacted", ["", "2026-11-20", "[2026-11-20, 2026-11-25]"]),
    "format": _field("format", ["onsite", "phone", "panel", "informational"]),
}
CLEARING = frozenset({"cut_block", "cut_comment"})
"""Edits that take the memory out of the note: what was deleted may then come again."""
FORMING = frozenset({"fold", "line_ends"})
"""Edits that change the look of our lines without counting as hers."""
