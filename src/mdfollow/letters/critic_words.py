"""Words that do harm in a letter, and kinder ones: the table the critic reads by (TONE-2)."""

import re
from enum import StrEnum
from typing import NamedTuple


class Tone(StrEnum):
    """Why a wording is better changed."""

    REPROACH = "reproach"
    PRESSURE = "pressure"
    COUNTING = "counting"
    OFFERS = "offers"
    APOLOGY = "apology"
    FORMULA = "formula"


class Wording(NamedTuple):
    """Patterns, searched without regard to case, and what to write instead of what they find.

    `late`: only where time has passed, in check-ins and requests for feedback; a thank-you may
    tell of silence, delays and weeks.
    """

    tone: Tone
    kinder: str
    patterns: tuple[str, ...]
    late: bool = False


STILL = "Hiring often takes longer than planned; when may I expect the next step?"
WHEN = "When do you expect to know more?"
PLAIN = "I am still very interested in the role."
_NOT = r"(?:not|never|n['’]t)"
_NUMBER = r"(?:\d+|a|one|two|three|four|five|six|seven|eight|nine|ten|several|many|some)"
_SPAN = rf"{_NUMBER} (?:\w+ )?(?:days?|weeks?|months?)"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_DAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|noon|(?:the )?end of|"
    rf"(?:the )?\d|{_MONTH} \d)"
)
_CONTACT = "spoke|talked|met|interviewed|interview|wrote|sent|applied|called"
_REPLY = r"(?:reply|answer|respond|response|let me know|confirm|get back to me|call me)"
_DECIDE = r"(?:decide|decision|hear (?:back )?from you|hear back)"

WORDINGS = (
    Wording(
        Tone.REPROACH,
        STILL,
        (
            rf"\b(?:still|yet) ?ha(?:ve|s) ?{_NOT} (?:heard|received|got|had)",
            (
                rf"\bha(?:ve|s|d) ?{_NOT} (?:yet |even |still )*(?:heard|received|had) "
                r"(?:back|anything|from you|an? (?:word|answer|reply|response)|"
                r"any (?:news|word|answer|reply|response))"
            ),
            (
                rf"\byou (?:have|['’]ve|did|do|had) ?{_NOT} (?:yet |even |bothered? to )*"
                r"(?:answer|repl|respon|wr(?:ite|itten)|call|got back)"
            ),
            r"\b(?:feel|am|was|been|being) (?:\w+ )?(?:ignored|ghosted)\b",
            r"\byou (?:have |had )?(?:ignored|ghosted)\b",
        ),
    ),
    Wording(
        Tone.REPROACH,
        WHEN,
        (
            r"\byou (?:had |have )?(?:promised|assured me|guaranteed|swore)\b",
            r"\byou (?:said|told me) (?:that )?you(?: would|['’]d)\b",
            r"\bas (?:you )?promised\b|\bas I (?:have )?already (?:said|wrote|asked)\b",
            r"\byou (?:were|are) supposed to\b",
            r"\byou (?:should|could|might) (?:at least|have (?:told|called|written|let|answered))",
        ),
    ),
    Wording(
        Tone.REPROACH,
        PLAIN,
        (
            (
                r"\b(?:I['’]m|am|feel|feeling) (?:\w+ ){0,2}"
                r"(?:disappointed|frustrated|annoyed|upset|hurt|let down)\b"
            ),
            (
                r"\b(?:is|was|very|so|quite|really|rather|find \w+) "
                r"(?:disappointing|frustrating|annoying|unprofessional|rude|disrespectful)\b"
            ),
            r"\bto my disappointment\b",
        ),
    ),
    Wording(
        Tone.REPROACH,
        STILL,
        (
            r"\bno (?:reply|answer|response|word|news)\b(?= from| yet| so far|[.,;])",
            r"\b(?:your|(?:this|such a|the) long) (?:silence|delay|lack of (?:response|contact))",
            r"\b(?:nobody|no one) (?:has |ever )*(?:replied|answered|called|written)\b",
            r"\bI was told (?:that )?(?:I|you|there)\b|\bwhat happened\?",
            (
                r"\b(?:e-?mailed|written|called|asked|tried|wrote) (?:to )?"
                r"(?:you |reach you |call you )?"
                r"(?:twice|(?:several|many|three) times|repeatedly)"
            ),
            r"\bwhy (?:it|this) (?:is|has) tak|\bwhat is taking so long|\btaking (?:so|too) long",
            r"\b(?:keep|kept|left) (?:me )?(?:waiting|hanging|in the dark)\b",
            r"\b(?:I(?: have|['’]ve) been|I am|I['’]m) (?:still )?waiting\b",
        ),
        late=True,
    ),
    Wording(
        Tone.PRESSURE,
        WHEN,
        (
            r"\b(?:is|it['’]s|most|quite|rather|very) urgent\b|\burgently\b|\basap\b|\ba\.s\.a\.p",
            (
                rf"\b(?:{_REPLY}|{_DECIDE})\b[^.?!]{{0,30}}\b(?:as soon as possible|immediately|"
                r"right away|at the latest|without (?:further )?delay)"
            ),
            r"\b(?:immediate|quick|prompt|speedy) (?:answer|reply|response|decision)\b",
            (
                rf"\b(?:{_REPLY}|{_DECIDE})\b[^.?!]{{0,25}}"
                rf"\b(?:by|until|before|no later than) {_DAY}"
            ),
            (
                r"\b(?:need|require|expect|demand) (?:an|a|your) (?:\w+ )?"
                r"(?:answer|reply|response|decision)\b"
            ),
            r"\bif I (?:do ?not|don['’]t) hear\b|\botherwise I(?: will|['’]ll)\b",
            r"\byou (?:must|have to|need to) (?:understand|see|know|decide|answer|reply|tell|let)",
            r"\bI insist\b|\bplease hurry\b|\btime is running\b",
            r"\bI (?:cannot|can['’]t) wait\b(?! to)",
            r"\bmy (?:own )?deadline\b|\bI have (?:got )?a deadline\b|\bdeadline for your\b",
        ),
    ),
    Wording(
        Tone.PRESSURE,
        PLAIN,
        (r"\b(?:final|last) (?:attempt|notice|chance|reminder|time I (?:write|ask|call))\b",),
    ),
    Wording(
        Tone.COUNTING,
        STILL,
        (
            rf"\b(?:it(?:['’]s| is| has)? (?:now )?been|it is now) (?:\w+ )?{_SPAN}",
            rf"\b{_SPAN} (?:without|of silence)\b",
            rf"\b(?:{_CONTACT}) [^.?!]{{0,20}}{_SPAN} ago\b",
            rf"\b(?:after|for) (?:\w+ )?{_SPAN} (?:of waiting|I (?:still|have))",
            rf"\b{_SPAN} (?:have|has) (?:now )?(?:passed|gone)\b",
        ),
        late=True,
    ),
    Wording(
        Tone.OFFERS,
        PLAIN,
        (
            r"\b(?:another|other|competing|second|better|several) (?:job )?offers?\b(?! of)",
            r"\bother (?:companies|employers|firms) (?:are|have)\b",
        ),
    ),
    Wording(
        Tone.APOLOGY,
        "Leave it out: one friendly message needs no excuse.",
        (
            r"\bsorry (?:to|for|if) (?:both|disturb|follow|writ|ask|call|I|this|the|anoth|yet)\w*",
            r"\bI apologi[sz]e\b|\b(?:my |with )?apologies for\b|\bhate to bother\b",
            r"\bdo(?: not|n['’]t) (?:want|mean) to (?:bother|disturb|be a)\b",
        ),
    ),
    Wording(
        Tone.FORMULA,
        "Say it at once: Thank you for …",
        (r"\bI(?:['’]m| am|['’]d| would)? just (?:want(?:ed|ing)?|like) to\b",),
    ),
    Wording(
        Tone.FORMULA,
        "Begin with your thanks.",
        (r"\bhop(?:e|es|ing) (?:that )?(?:this|my|the)(?: [\w-]+)? finds you\b",),
    ),
    Wording(
        Tone.FORMULA,
        "Ask plainly: when may I expect the next step?",
        (r"\btouch(?:ing)? base\b", r"\bcircl(?:e|ing) back\b"),
    ),
    Wording(
        Tone.FORMULA,
        "Name what you talked about instead.",
        (r"\bper (?:our|my) (?:last |previous )?(?:conversation|e-?mail|call|discussion)\b",),
    ),
    Wording(Tone.FORMULA, "Name one thing you like doing.", (r"\bpassionate(?:ly)? about\b",)),
    Wording(
        Tone.FORMULA,
        "One fact about your work says more.",
        (r"\b(?:perfect|ideal|best) (?:candidate|fit|match)\b|\bdream job\b",),
    ),
    Wording(Tone.FORMULA, "One full stop is friendlier.", (r"!\s*!",)),
)

REASONS = {
    Tone.REPROACH: "“{words}” may be read as a reproach.",
    Tone.PRESSURE: "“{words}” puts the reader under pressure.",
    Tone.COUNTING: "“{words}” counts their silence, and silence is rarely about you.",
    Tone.OFFERS: "“{words}” brings other employers into it.",
    Tone.APOLOGY: "“{words}” excuses a message that is welcome.",
    Tone.FORMULA: "“{words}” stands in many letters and says little.",
}

FORMULAS = (
    "i look forward to hearing from you",
    "thank you for taking the time to",
    "thank you again for your time and",
    "please let me know if you need",
    "please do not hesitate to contact me",
    "if there is anything else you need",
)
"""Polite turns that two letters may share."""

THANKS = re.compile(
    r"\bthank|\bgrateful|\bgratitude|\bappreciat|\bkind of you\b|\bobliged\b|\bindebted\b",
    re.IGNORECASE,
)
_WOULD = r"(?:would|['’]d) (?:still |really |very much |also |gladly |so )*"
INTEREST = re.compile(
    r"\binterest|\bkeen|\bexcit|\beager|\benthusias|\blook(?:ing|ed)? forward|\bappeal|"
    r"\battract|\bdrawn\b|\bsuits? me|\bsee myself|\bmotivat|\bcurious|\bgladly\b|"
    rf"\b{_WOULD}(?:love|like|enjoy|welcome|be (?:\w+ )?(?:glad|happy|delighted|proud|honou?red|"
    r"thrilled|a pleasure|a joy))|"
    r"\bmy wish\b|\bam sure that the role\b|\bmakes? me want|\bwant (?:the|this|to) |"
    r"\bjoin(?:ing)?\b|\bhope (?:it|this|to)\b|\blike the (?:thought|job|work|role)\b|"
    r"\bgood reason to do\b|"
    r"\binviting\b|\bsounds (?:even )?better\b|\bbe of use\b|\bglad (?:of|to have)\b",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"\?|\blet me know\b|\bcould you tell\b|\bwould you (?:write|tell|send|let)\b|"
    r"\bhear (?:about|from|when)\b|\bwhen (?:the|a|you|things|I)\b",
    re.IGNORECASE,
)
SKILL_TALK = re.compile(
    r"\bmention|\badd\b|\bexperience|\bskill|\bbackground|\bcertif|\bexpert|\bstrength|"
    r"\bI(?:['’]ve| have| had)? (?:also |once |previously )*(?:\w+ed|ran|run|led|built|wrote|know|"
    r"knew|taught|made|cut|grew|bring)\b|\bI (?:can|could) (?:bring|offer|help)|\bgood at\b",
    re.IGNORECASE,
)
THEIRS = re.compile(
    r"\byou (?:told|said|mentioned|showed|explained|described|asked)|\byour?\b(?! team)|"
    r"\b(?:we|our) (?:talk|discuss|spoke|conversation)",
    re.IGNORECASE,
)
"""A sentence about what they said, not about what she can do."""
