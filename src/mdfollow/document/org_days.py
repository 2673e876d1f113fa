"""The day of a heading that no property tells: planned for it, stamped in it, or its journal's."""

from collections.abc import Iterator

from mdfollow.document.org import Heading, OrgNote
from mdfollow.document.org_stamp import timestamp
from mdfollow.document.span import Part
from mdfollow.pattern import pattern
from mdfollow.value import Scalar

_STAMP = pattern(r"[<\[][0-9]{4}-[0-9]{2}-[0-9]{2}")
_TREE = pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")
_CREATED = pattern(r"([0-9]{4})([0-9]{2})([0-9]{2})\Z")


def heading_day(note: OrgNote, heading: Heading) -> Scalar | None:
    """`SCHEDULED`, else the first stamp of the title or of its first line, else the journal's day.

    A journal is a tree of days (`* 2026-11-03 Tuesday`) or what org-journal writes (a property
    `CREATED: 20261103`).
    """
    if heading.planning and heading.planning.scheduled:
        return heading.planning.scheduled.whole.scalar()
    return next(_stamps(note, heading), None) or next(_journals(note, heading), None)


def _stamps(note: OrgNote, heading: Heading) -> Iterator[Scalar]:
    lines = [heading.line, *([heading.body] if heading.body < heading.body_stop else [])]
    for line in lines:
        if found := _STAMP.search(note.source.texts[line]):
            stamp = timestamp(note.source, line, found.start())
            if stamp and stamp.day:
                yield stamp.whole.scalar()


def _journals(note: OrgNote, heading: Heading) -> Iterator[Scalar]:
    for over in note.above(heading):
        created = over.drawer.get("CREATED") if over.drawer else None
        if created and (found := _CREATED.match(created.value.text)):
            yield Scalar("-".join(found.groups()), created.value.scalar().place)
        title: Part = over.headline.title
        if found := _TREE.match(title.text):
            yield Scalar(found[0], title.scalar().place)
