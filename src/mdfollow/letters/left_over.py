"""Places in a letter that still wait for her words, and what a finding on a letter is."""

from collections.abc import Iterator

from mdfollow.pattern import pattern
from mdfollow.record import dataclass

SLOT = "MDF401"
SLOTS = pattern(
    r"\\?\[(?![\s xX\-/^]\\?\]|\[|\d[\d, ]*\])([^\[\]\n^]+?)\\?\](?![(\[])|\{\{[^{}\n]+\}\}|"
    r"\{[A-Za-z][\w ]{1,30}\}|\$\{?[A-Z_]{3,}\}?|%[A-Z_]{3,}%|"
    r"<(?!https?\b|br\b|/)[A-Za-zÄÖÜäöü][^<>@/:=\n]{2,40}>|_{3,}|\b(?:dd|mm)[/.](?:mm|dd)(?:[/.]y{2,4})?\b|\.{5,}|…\s?…|"
    r"\b(?:XX\.XX|X{2,}|TODO|TBD|TBA|TBC|FIXME|TKTK|BLAH|LOREM IPSUM|Lorem ipsum)\b(?!\w)|"
    r"\((?i:(?:insert |add |put |fill in |enter |your |their |her |his |the |recipient'?s? |"
    r"manager'?s? |company'?s? |ihr |dein |hier |der |die )*"
    r"(?:names?|first name|last name|surname|company|role|position|job title|topic|date|day|"
    r"skill|something|team|department|project|firma|stelle|thema|datum|tag|vorname|nachname|"
    r"unternehmen|abteilung|position)(?: (?:here|einsetzen|einfügen|ergänzen|eintragen))?)\)|"
    r"(?<!\w)\?{2,}"
)


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One remark on a draft: characters `start` to `end` of the text it is about."""

    start: int
    end: int
    code: str
    sentence: str
    way_out: str


def open_slots(text: str) -> Iterator[Finding]:
    """Slots that still wait: square brackets with words, template marks, marks like XXX."""
    for hit in SLOTS.finditer(text):
        if text[: hit.start()].endswith("["):
            continue
        words = hit[0].replace("\\", "")
        yield Finding(
            hit.start(),
            hit.end(),
            SLOT,
            f"{words} still waits for your words.",
            "Put your own words in its place, or take the sentence out.",
        )
