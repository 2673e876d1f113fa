"""Every problem code a note's fields can earn, with what it means. Numbers never change meaning."""

REQUIRED = "MDF101"
TWO_READINGS = "MDF102"
ADDRESS = "MDF103"
DATE = "MDF104"
OUT_OF_ORDER = "MDF105"
TWICE = "MDF106"
SHAPE = "MDF107"
WISH = "MDF108"
CROWD = "MDF109"
NEAR_MISS = "MDF120"
NOBODY = "MDF121"
NO_DECISION = "MDF122"
DEADLINE = "MDF123"
IN_THE_ROOM = "MDF124"
WORD = "MDF125"
COUNT = "MDF126"
CONTACT = "MDF127"
WEEKDAY = "MDF128"
PERSON = "MDF129"
ASIDE = "MDF130"
FOREIGN = "MDF139"
NEARLY = "MDF140"

BESIDE = frozenset({ADDRESS, OUT_OF_ORDER, WISH})
"""Errors that leave the plan sound: the field counts as not given. All others stop the note."""

CODES: dict[str, str] = {
    REQUIRED: "company or interview date is there but cannot be read",
    TWO_READINGS: "a date like 03/11/2026 has two readings",
    ADDRESS: "not an e-mail address",
    DATE: "not a date, time or span of time",
    OUT_OF_ORDER: "the decision date is before the interview or more than a year after (EXP-2)",
    TWICE: "two spellings of one key, such as `Company` and `company`",
    SHAPE: "a list or map where a text belongs, or the other way round",
    WISH: "a setting under `mdfollow:` that is not known",
    CROWD: "more people than one interview has",
    "MDF110": "the frontmatter cannot be read",
    "MDF111": "a key is given twice",
    "MDF112": "the frontmatter is too long or nested too deep",
    "MDF113": "an alias, anchor or merge key that is not read",
    "MDF114": "a character that cannot stand in frontmatter",
    "MDF115": "the frontmatter is not closed",
    NEAR_MISS: "a key that looks like one of ours",
    NOBODY: "nobody is named who interviewed (TY-1)",
    NO_DECISION: "the decision date is not known (ASK-1)",
    DEADLINE: "`deadline` is the application's and is not read as the decision date",
    IN_THE_ROOM: "people taken from a list that may name others too",
    WORD: "a status, format, round or channel word that is not known",
    COUNT: "a number of contacts without their dates",
    CONTACT: "a contact or answer dated before the interview",
    WEEKDAY: "the weekday does not belong to the date",
    PERSON: "a name that belongs to nobody in the interview, or an address without a name",
    FOREIGN: "a key of ours that holds something else; it is left out",
    NEARLY: "a note that looks like an interview and lacks one line",
    ASIDE: "a key that stands beside the list of interviews and is not read there",
}
