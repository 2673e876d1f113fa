"""Words with a meaning: statuses, formats, rounds, channels, parts, yes and no. Tables only."""

import re
from functools import lru_cache

from mdfollow.interview.fields import near_miss
from mdfollow.interview.model import Channel, Format, Part, Status
from mdfollow.pattern import pattern
from mdfollow.record import cached_property

YES = frozenset({"true", "yes", "y", "on", "1", "x", "✓", "✔", "✅", "done"})
NO = frozenset({"false", "no", "n", "off", "0", "not yet", "none", "never", "nothing", "n/a", "-"})

REJECTED = "rejected"

STATUSES: tuple[tuple[Status, str, str], ...] = (
    (Status.WAITING, "", "not rejected|awaiting an offer|awaiting offer|waiting for an offer"),
    (
        Status.WAITING,
        "",
        "waiting for offer|pending offer|before offer|no response yet|no reply yet",
    ),
    (Status.CLOSED, REJECTED, "rejected|rejection|reject|turned down|not selected|no offer"),
    (Status.CLOSED, REJECTED, "not moving forward|not moving on|not hired|no hire|not chosen"),
    (Status.CLOSED, REJECTED, "unsuccessful|did not get it|regret|regrets|declined by them"),
    (Status.CLOSED, REJECTED, "application rejected|got rejected|was rejected|i was rejected"),
    (Status.CLOSED, REJECTED, "been rejected|they passed|passed on me|rejected me"),
    (Status.CLOSED, "accepted", "offer accepted|accepted offer|accepted the offer|i accepted"),
    (Status.CLOSED, "declined", "offer declined|declined offer|declined the offer|i declined"),
    (Status.CLOSED, "closed", "no go|nogo|dead|over|role closed|position closed|role filled"),
    (Status.CANCELLED, "cancelled", "interview cancelled|interview canceled"),
    (Status.OFFER, "offer", "job offer|verbal offer|written offer|offer stage|got offer"),
    (Status.OFFER, "offer", "got an offer|got the offer|got the job offer|offer made"),
    (Status.CLOSED, "withdrawn", "withdrawn|withdrew|withdraw|i withdrew|pulled out|dropped out"),
    (Status.CLOSED, "declined", "declined|decline"),
    (Status.CLOSED, "accepted", "accepted|accept|signed"),
    (Status.CLOSED, "hired", "hired|got the job|started"),
    (Status.CLOSED, "archived", "archived|archive"),
    (Status.CLOSED, "closed", "closed|position filled|filled|no longer interested|expired"),
    (Status.CANCELLED, "cancelled", "cancelled|canceled|cancellation|called off|no show|noshow"),
    (Status.CANCELLED, "postponed", "postponed|did not happen"),
    (Status.OFFER, "offer", "offer|offered|offer received|offer extended|negotiating|negotiation"),
    (Status.SILENT, "silent", "ghosted|ghosting|cold|no response|no reply|silent|silence"),
    (
        Status.WAITING,
        "",
        "waiting|applied|apply|application|screening|screen|screened|phone screen",
    ),
    (Status.WAITING, "", "interviewing|interviewed|interview|interviews|scheduled|rescheduled"),
    (Status.WAITING, "", "completed|complete|active|pending|in progress|in process|ongoing|open"),
    (Status.WAITING, "", "done|todo|to do|draft|new|current|live|in review|under review|review"),
    (
        Status.WAITING,
        "",
        "on hold|hold|upcoming|planned|final round|final|onsite|on site|technical",
    ),
    (Status.WAITING, "", "awaiting|awaiting response|awaiting reply|awaiting feedback|submitted"),
    (Status.WAITING, "", "assessment|take home|first round|second round|third round|follow up"),
    (Status.WAITING, "", "waiting to hear|hear back|sent|in talks|passed|advanced|next round"),
)
_FINALITY = (Status.CLOSED, Status.CANCELLED, Status.OFFER, Status.SILENT, Status.WAITING)

FORMATS: tuple[tuple[Format, str], ...] = (
    (Format.PANEL, "panel|panel interview|onsite panel|video panel"),
    (Format.INFORMATIONAL, "informational|informational interview|information interview"),
    (Format.INFORMATIONAL, "informal chat|coffee chat"),
    (Format.VIDEO, "video|zoom|teams|ms teams|microsoft teams|meet|google meet|virtual|remote"),
    (Format.VIDEO, "online|webex|skype|hangouts|facetime|video call|video chat|video interview"),
    (Format.VIDEO, "zoom call|teams call|virtual onsite|virtual on site|remote onsite|meet call"),
    (Format.VIDEO, "google meet call|video screen|phone or video|video screening"),
    (Format.ONSITE, "onsite|on site|in person|inperson|f2f|face to face|office|in office"),
    (Format.ONSITE, "at the office|on location|site visit"),
    (Format.PHONE, "phone|call|screen|phone screen|telephone|phone call|phone interview|screening"),
    (Format.PHONE, "screening call|recruiter screen|recruiter call|hr screen|hr call|intro call"),
    (Format.PHONE, "tel|phonescreen"),
)
_CONTENT = pattern(
    r"technical|behaviou?ral|system design|coding|case|competency|hiring manager|culture|final|hr"
    r"|pair|take home|presentation|interview|round|first|second|third|live|whiteboard|hybrid|mixed"
)

_ORDINALS = (
    *(
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
    ),
)
_ROUND = pattern(r"(?:round|stage|interview|r|no|nr|#)?\s*#?(\d{1,2})(?:st|nd|rd|th)?\b")

CHANNELS: dict[Channel, str] = {
    Channel.EMAIL: "email|e mail|mail|by email|by e mail|emails|e mails|by mail",
    Channel.PHONE: "phone|call|telephone|by phone|calls|mobile|phone call|tel|call me|by telephone",
    Channel.CARD: "card|note card|letter|post|handwritten note|handwritten card|by post|by card",
}

PARTS: tuple[tuple[Part, str], ...] = (
    (Part.RECRUITER, r"recruit\w*|talent|hr|human resources|people partner|sourcer"),
    (Part.HIRING_MANAGER, r"hiring manager|hm"),
    (Part.EXECUTIVE, r"ceo|cto|cfo|coo|cio|cpo|ciso|chief|vp|svp|evp|vice president|president"),
    (Part.EXECUTIVE, r"founder|co founder|cofounder|managing director|director|owner"),
    (Part.PEER, r"peer|colleague|team mate|teammate|team member|engineer|developer|analyst"),
    (Part.PEER, r"designer|scientist|programmer|architect|consultant|sre"),
)

LEADS = (
    r"manager|head|headteacher|head teacher|principal|owner|lead|leader|supervisor|director"
    r"|founder|co founder|cofounder|chef|matron|sister|foreman|forewoman|editor in chief|dean|chair"
)
"""Who decides about people though no word says hiring: a ward manager, a head of, an owner."""


def words(text: str) -> str:
    """The text as lower-case words with single spaces; `'` dropped, other signs part words."""
    plain = text.casefold().replace("'", "").replace("’", "")
    return " ".join(re.findall(r"[^\W_]+", plain))


class _Phrases:
    """Phrases and the row each belongs to; the longest one at a place counts.

    The pattern is made at first use: most runs meet no note that needs it.
    """

    def __init__(self, rows: list[str]) -> None:
        self.rows = {
            phrase: number
            for number, row in reversed(list(enumerate(rows)))
            for phrase in row.split("|")
        }

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        longest = "|".join(sorted(self.rows, key=len, reverse=True))
        return re.compile(rf"\b(?:{longest})\b")

    def find(self, text: str) -> list[int]:
        """The rows of the phrases in a text."""
        plain = words(text)
        exact = self.rows.get(plain)
        if exact is not None:
            return [exact]
        return [self.rows[phrase] for phrase in self.pattern.findall(plain)]

    def begin(self, text: str) -> tuple[int, str] | None:
        """The row of the phrase a text begins with, and the rest as typed; None for none."""
        bare = re.sub(r"^[\W\d_]+", "", text)
        found = self.pattern.match(words(bare))
        if not found:
            return None
        count, place = len(found[0].split()), 0
        for word in list(re.finditer(r"[^\W_]+(?:['’][^\W_]+)*", bare))[:count]:
            place = word.end()
        return self.rows[found[0]], bare[place:]

    def nearest(self, text: str) -> str:
        """The known word that one of the text's words was probably meant to be, or nothing."""
        known = tuple(phrase for phrase in self.rows if " " not in phrase)
        return next(filter(None, (near_miss(word, known) for word in words(text).split())), "")


_STATUS_WORDS = _Phrases([row[2] for row in STATUSES])
_FORMAT_WORDS = _Phrases([row[1] for row in FORMATS])


_GOES_ON = pattern(
    r"\s*\Z|\s*[,;:(\[–—/.!-]|\s+(?:on\s+)?(?:\d{4}-|\d{1,2}[./]|(?:jan|feb|mar|apr|may|jun|jul|aug"
    r"|sep|oct|nov|dec)[a-z]*\.?\s*\d|\d{1,2}(?:st|nd|rd|th)?\s+(?:round\b|of\s|[a-z]{3}))"
    r"|\s+by\s+(?:them|me\b|us\b|the\s|e-?mail|phone|hr\b|mail)|\s+\d{4}\b"
    r"|\s+(?:(?:after|at|in|for|following)\s+(?:the\s+)?)?(?:(?:final|first|second|third|last|1st|2nd"
    r"|3rd|phone|video|onsite|on-site|technical)\b|round|stage|r\d|screen|interview|panel)",
    re.IGNORECASE,
)
"""How a value may go on behind a word that ends the search: a date, a round, a remark."""


def read_status(text: str) -> tuple[Status, str] | None:
    """The status a text begins with or is, and the word for it; None when it has none.

    A word that ends the search counts only as the whole value or at its begin, followed by a
    date, a round or a remark: "no offer yet" waits.
    """
    last = text.rpartition("/")[2] if " " not in text else text
    found = _STATUS_WORDS.begin(last)
    if found and (STATUSES[found[0]][0] is Status.WAITING or _GOES_ON.match(found[1])):
        return STATUSES[found[0]][:2]
    waits = [n for n in _STATUS_WORDS.find(text) if STATUSES[n][0] is Status.WAITING]
    ends = [n for n in _STATUS_WORDS.find(text) if STATUSES[n][0] is not Status.WAITING]
    return STATUSES[waits[0]][:2] if waits and not ends else None


def nearest_status(text: str) -> str:
    """The status word that was probably meant, or the empty text."""
    return _STATUS_WORDS.nearest(text)


def nearest_format(text: str) -> str:
    """The format word that was probably meant, or the empty text."""
    return _FORMAT_WORDS.nearest(text)


def most_final(one: Status, two: Status) -> Status:
    """Which of two statuses ends more."""
    return min(one, two, key=_FINALITY.index)


def read_format(text: str) -> Format | None:
    """The format a text names, the one with more effort winning ("phone, then on-site")."""
    found = {FORMATS[number][0] for number in _FORMAT_WORDS.find(text)}
    ranks = (Format.PANEL, Format.INFORMATIONAL, Format.ONSITE, Format.VIDEO, Format.PHONE)
    return next((rank for rank in ranks if rank in found), None)


def is_content(text: str) -> bool:
    """The words tell what was talked about ("technical"), not how; no reason for a hint."""
    return bool(_CONTENT.search(words(text)))


def read_round(text: str) -> int | None:
    """The round a text names: `2`, `2nd`, `second`, `Round 2`; `final` is at least 2."""
    plain = words(text)
    number = _ROUND.match(plain)
    if number and 1 <= int(number[1]) <= 20:
        return int(number[1])
    for count, ordinal in enumerate(_ORDINALS, 1):
        if re.search(rf"\b{ordinal}\b", plain):
            return count
    if re.search(r"\b(?:final|last)\b", plain):
        return 2
    if re.search(r"\b(?:screen|screening|phone screen|phonescreen)\b", plain):
        return 1
    return None


def read_channel(text: str) -> Channel | None:
    """The channel a text names, or None."""
    plain = words(text)
    exact = next((c for c, row in CHANNELS.items() if plain in row.split("|")), None)
    if exact:
        return exact
    found = {c for c, row in CHANNELS.items() if re.search(rf"\b(?:{row})\b", plain)}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=256)
def read_part(role: str) -> Part:
    """The part that the words of a person's role give her."""
    plain = words(role)
    if plain == "manager":
        return Part.HIRING_MANAGER
    return next((p for p, row in PARTS if re.search(rf"\b(?:{row})\b", plain)), Part.UNKNOWN)


@lru_cache(maxsize=256)
def leads(role: str) -> bool:
    """Whether the words of a person's role say that people report to her."""
    return bool(re.search(rf"\b(?:{LEADS})\b", words(role)))


def read_flag(text: str) -> bool | None:
    """True or False for a plain yes or no, else None."""
    plain = " ".join(text.casefold().split())
    if plain in YES:
        return True
    return False if plain in NO else None
