"""English, as the gate reads it: by the form of a phrase, not by its meaning."""

import re

from mdfollow.letters.tables import beginnings
from mdfollow.letters.tables.english_private import PRIVATE
from mdfollow.letters.tables.tongue import Found, Signs, Tongue, vocabulary

_FOREIGN = vocabulary(
    "der das und ist ein eine einen nicht mit für auf im am zum zur bei über wie von vom sind habe "
    "hat wird werden auch nach ich sie wir le les des une du et avec pour est dans j ai el los las "
    "una con para por del y il della che gli het een van niet och att är ett på er"
) - vocabulary("am")

_CHAT = vocabulary(
    "lol tbh pls plz idk omg rly prob probably btw imo gonna wanna thx ok okay yeah yep haha hmm "
    "tbd tbc todo kinda sorta stuff thing things something somehow someone guess fyi asap wks wk "
    "yrs yr hrs hr mins min dept mgr mgmt insta etc loads lots w n u ur re ref qs q pct approx cos "
    "cuz bc tho ppl msg info nah meh wow cool great nice good really maybe perhaps apparently "
    "supposedly actually basically think thought seems seemed sounds sounded bit look check ask "
    "see saw need remember mum teh recieve recieving dont didnt cant wont isnt thats its' im ive "
) - vocabulary("good great nice see need")
"""Chat words and vague ones: to be typed again before they are sent."""
_DAYS = vocabulary(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july "
    "august september october november december jan feb mar apr jun jul aug sep sept oct nov dec"
)
_PROCESS = vocabulary(
    "interview interviews rounds salary commute parking toilet toilets references reference boss "
    "one ones guy guys guy's lady hard bad easy boring offer offers question questions answer "
    "answers hiring laptop money contract probation holiday holidays benefits "
    "overtime best worst most role job position vacancy office best-looking"
)
"""The interview itself, its conditions, and judgements: nothing to thank for as typed."""
_ENDS = vocabulary("left off needed more required remote good only too again soon pending now")
_DEEDS = vocabulary(
    "reduced increased introduced improved launched designed coordinated mentored coached migrated "
    "negotiated translated restored planned supported handled repaired installed edited delivered "
    "raised saved opened moved created developed doubled halved painted baked"
)
"""Words in -ed that are a deed whatever follows."""
_HERS = vocabulary(
    "i i'm i’m im i've i’ve i'd i’d i'll i’ll me my mine myself we us our we're we’re"
)
_THIRD = vocabulary(
    "she he her his him hers they them their theirs they're they’re they'd they’d she's she’s he's "
    "he’s they've they’ve he'd she'd themself"
)
_NUMBERS = vocabulary(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty "
    "hundred a"
)
_THE = vocabulary("the your this that these those")
_EACH = vocabulary("every each all both")
_COUNTS = _NUMBERS - {"a", "hundred"}
_BE = vocabulary(
    "is are was were has have had can could will would may might must does do did be been being"
)
_ASK = vocabulary("how why where when what who whether")
_BASE = vocabulary(
    "pick share meet take make work sign plan build keep get choose bring write own teach learn "
    "run use sit leave start eat bake cook read help hold handle test ship decide borrow begin "
    "visit train grow set send review rotate swap lead do find give know come go still always"
)
"""What a plural subject does, after which it is a sentence."""
_NOT_PLURAL = vocabulary(
    "likes wants pays starts offers runs works uses has does goes needs thinks says reads answers "
    "prefers loves makes gets knows lives drives is was this lots means plays speaks asks hates "
    "takes keeps looks wears sits comes plus less across yes always sometimes perhaps news series"
)
_PLAIN_PLURALS = vocabulary("people children men women staff police crew youth families")
_JOINTS = vocabulary(
    "of from for with on in behind between to at by about across through during over under near "
    "around inside into against among without within per as than"
)
_WHO = vocabulary("that who which whose where")
_PAST = vocabulary(
    "ran wrote built led cut grew took made brought taught won kept held drove gave found began "
    "oversaw sold spent set put rebuilt rewrote sped drew chose flew dealt fought stood rode swam "
    "laid proofread bound spun wove threw sewed sang spoke"
)
_NO_VERB = vocabulary(
    "advanced applied automated based certified combined detailed distributed embedded experienced "
    "fixed hosted integrated limited linked mixed needed qualified related skilled structured "
    "unified united used varied accredited licensed chartered dedicated motivated talented seasoned "
    "loved hated registered retired employed married educated red asked told tried wanted hoped liked enjoyed talked mentioned interested bored tired "
    "organized organised trained need seed feed speed exceed indeed"
)
"""Words in -ed that describe, or that tell of the interview and not of a skill."""
_AFTER_ANY = vocabulary("organised organized trained")
"""Of those, the ones that are verbs before a determiner or a number."""
_AFTER = (
    vocabulary(
        "the a an my our your his her their all every each both several many most more new into from "
        "for to with on in at up out over off down back about by as through between across under"
    )
    | _COUNTS
)
_VAGUE = vocabulary("few lot bit couple load ton kind sort little")


def _told(text: str, kind: str) -> Found:
    """A learned or known fact or news, by how it begins."""
    words = text.replace("’", "'").split()
    low = [word.casefold() for word in words]
    if _is_unfit(text, low, kind):
        return None
    first, second, rest = low[0], low[1], text[0].lower() + text[1:]
    if first == "that":
        return ("saying", rest[5:]) if len(words) > 3 and _told(rest[5:], kind) else None
    if first in _ASK:
        asks = second in _BE or first in {"who", "when"}
        return None if asks or len(words) < 4 else ("topic", rest)
    if first in _COUNTS:
        return ("saying", rest) if len(words) > 3 and low[2] in _BASE else None
    if first in {"a", "an"} | _THE | _EACH:
        vague = (first in {"a", "an"} and second in _VAGUE) or (first in _EACH and len(words) < 4)
        return None if vague else (("topic" if _is_thing(low) else "saying"), rest)
    return _without_article(text, rest, low, kind)


def _without_article(text: str, rest: str, low: list[str], kind: str) -> Found:
    first, second = low[0], low[1]
    if first == "there" and second in _BE:
        return "saying", rest
    if first in {"everyone", "everybody", "nobody"} and len(low) > 2:
        return "saying", rest
    if kind == "learned" and re.fullmatch(r"[a-z]+[^aeiou\W]ing|[a-z]+ying", first):
        followed = second in {"the", "a", "an", "your"} | _EACH | _COUNTS
        return ("topic", rest) if followed and not set(low) & _BE else None
    if kind == "news" and text[0].isupper():
        return _headline(text, low)
    return _sentence(rest, low) if text[0].islower() or first.endswith("s") else None


def _is_unfit(text: str, low: list[str], kind: str) -> bool:
    """Whether a word in it says that it is a note to herself, or about somebody."""
    bare = {word.strip("'.") for word in low}
    if bare & (_CHAT | _HERS) or _DAYS & set(text.split()) or low[-1] in _ENDS:
        return True
    if kind == "learned" and bare & _PROCESS:
        return True
    third = bare & _THIRD and not re.search(r"\w+ their own\b", text)
    return bool(third) or low[0] in _THIRD or low[1] in _THIRD | {"one", "ones"}


def _sentence(rest: str, low: list[str]) -> Found:
    """A plural subject with what it does: "drivers pick their own routes"."""
    first, second = low[0], low[1]
    if re.fullmatch(r"[a-z]+-[a-z]+", first) and second in {"moves", "rotates", "goes", "stays"}:
        return "saying", rest
    if first in _NOT_PLURAL or len(low) < 4:
        return None
    plural = (first.endswith("s") and not first.endswith(("ss", "us", "is", "'s"))) or (
        first in _PLAIN_PLURALS
    )
    if plural and (second in _BASE or second in {"are", "were", "have", "can", "may", "must"}):
        return "saying", rest
    if (
        second.endswith("s")
        and not second.endswith(("ss", "us", "is", "'s"))
        and (low[2] in {"are", "were", "have"})
    ):
        return "saying", rest
    return None


def _headline(text: str, low: list[str]) -> Found:
    """News that begins with a name, when it is a whole sentence: "Acme opens a Leeds site"."""
    found = re.match(
        r"(?:[A-Z][\w&'-]*|of|the|and|&)(?: (?:[A-Z][\w&'-]*|of|the|and|&))* "
        r"(?:now )?(\w+(?:s|ed)|won|is|was|has|will|takes) "
        r"(a|an|the|its|your|two|three|four|five|six|ten|into|in|up|to|on|for|over|new|named|been|rated|voted|"
        r"open|opening|by|forty|first|school|one|part)\b",
        text,
    )
    if not found or found[1].casefold() in {"numbers"} or len(low) < 4:
        return None
    return "saying", text


def _is_thing(low: list[str]) -> bool:
    """Whether the words are certainly a noun phrase and no sentence; in doubt they are not."""
    if set(low) & (_BE | _PLAIN_PLURALS) or (low[0] in {"this", "that"} and len(low) < 3):
        return _is_thing(low[: _clause(low)]) if _clause(low) else False
    stop = next((n for n, word in enumerate(low) if n and word in _JOINTS | _WHO), len(low))
    head = low[1:stop]
    if not head or any(_may_be_verb(word) for word in head):
        return False
    if stop < len(low) and low[stop] in _WHO:
        return True
    rest = low[stop + 1 :]
    return not any(
        _may_be_verb(word)
        and before not in _JOINTS | _THE | _EACH | _COUNTS | {"a", "an", "and"}
        and n + 1 < len(rest)
        for n, (before, word) in enumerate(
            zip([low[min(stop, len(low) - 1)], *rest], rest, strict=False)
        )
    )


def _clause(low: list[str]) -> int:
    """Where a relative clause begins, if the finite verbs stand behind it; 0 for none."""
    place = next((n for n, word in enumerate(low) if n > 1 and word in _WHO), 0)
    return place if place and not set(low[:place]) & _BE else 0


def _may_be_verb(word: str) -> bool:
    if word in _PAST or word.endswith("ed"):
        return True
    return word.endswith("s") and not word.endswith(("'s", "s'", "ss", "us", "is"))


def _skill(text: str) -> Found:
    """A skill: a sentence of hers, a verb that gets its "I", or a noun phrase."""
    words = text.replace("’", "'").split()
    low = [word.casefold() for word in words]
    bare = {word.strip("'.") for word in low}
    unfit = (_CHAT - {"check", "remember"}) | (_THIRD - {"their"})
    if bare & unfit or "i" in words or _DAYS & set(words):
        return None
    if words[0] == "I":
        return ("did", text) if low[1] not in {"think", "guess", "can", "could", "am"} else None
    if bare & (_HERS | {"best", "most", "greatest"}) or low[0] in _THIRD:
        return None
    rest = text[0].lower() + text[1:]
    if _is_verb_first(words, low):
        return "did", f"I {rest}"
    return ("topic", rest) if _is_asset(rest, low) else None


def _is_verb_first(words: list[str], low: list[str]) -> bool:
    """Whether it begins with what she did, or with what she speaks or knows."""
    if low[0] in {"speak", "know"}:
        return len(words) < 8
    if len(words) < 3 or words[0].isupper():
        return False
    return low[0] in _PAST or (low[0].endswith("ed") and _is_deed(low))


def _is_asset(rest: str, low: list[str]) -> bool:
    """Whether it is a noun phrase for something she has: "a habit of …", "five years of …"."""
    first, second = low[0], low[1]
    if first in {"a", "an"}:
        return second not in _VAGUE and not set(low) & _BE and not _is_who(low)
    if first == "the":
        return _is_thing(low)
    if first in {"experience", "training", "patience"}:
        return second in {"in", "with", "as", "of"}
    time = r"\w+ (?:years|winters|summers|seasons|months) (?:of|in|as|with|on|at) "
    return bool(re.match(time, rest)) and (first in _COUNTS or first.isdigit())


def _is_who(low: list[str]) -> bool:
    """Whether it says what she is and not what she has: "a fast learner"."""
    head = low[: next((n for n, word in enumerate(low) if word in _JOINTS | _WHO), len(low))][-1]
    return head.endswith(("er", "or", "ist", "ian", "person", "nurse", "cook", "chef", "clerk"))


def _is_deed(low: list[str]) -> bool:
    """Whether a word in -ed is what she did, seen from what follows."""
    first, second = low[0], low[1]
    if first in _DEEDS:
        return True
    if first in _NO_VERB:
        return first in _AFTER_ANY and second in _AFTER
    plural = second.endswith("s") and not second.endswith(("ss", "us", "is"))
    return second in _AFTER or plural or second == "and"


TONGUE = Tongue(
    private=Signs(PRIVATE, beginnings.ENGLISH),
    foreign=_FOREIGN,
    fact=_told,
    skill=_skill,
)
