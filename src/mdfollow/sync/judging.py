"""What a note is to us, whatever its format: the verdict behind `check NOTE` and "nearly"."""

from mdfollow.endings import MARKDOWN, ORG, format_of
from mdfollow.interview.detect import Judgement, Kind
from mdfollow.settings import Settings
from mdfollow.sync.page_fields import judge_page

_ORDER = (Kind.INTERVIEW, Kind.NEARLY, Kind.ANOTHER, Kind.NONE)


def judged(path: str, data: bytes, settings: Settings) -> Judgement:
    """The verdict on the note at `path`; on an Org file the best of all its places."""
    kind = format_of(path)
    if kind == MARKDOWN:
        return judge_page(path, data, settings)
    if kind != ORG:
        return Judgement(Kind.NONE, "its name does not end like a note's")
    from mdfollow.sync.org_page import judge_org

    found = judge_org(path, data, settings)
    nothing = Judgement(Kind.NONE, "no heading and no keyword in it marks an interview")
    return min(found, key=lambda verdict: _ORDER.index(verdict.what), default=nothing)
