"""German, as the gate reads it: by the form of a phrase, not by its meaning."""

import re

from mdfollow.letters.tables import beginnings
from mdfollow.letters.tables.tongue import Found, Signs, Tongue, vocabulary
from mdfollow.pattern import pattern

PRIVATE = (
    r"\b(?:nicht|nix|bloß nicht) (?:weiter ?sagen|erwähnen|sagen|verraten|ansprechen|erzählen|"
    r"öffentlich|gesagt|erwähnt|für (?:sie|den brief|die))\b|\bsag(?:e)? ich nicht\b|"
    r"\b(?:unter uns|vertraulich|im vertrauen|geheim|psst|noch nicht offiziell|inoffiziell)\b",
    r"\b(?:gehalt|lohn|verdien\w*|bezahl\w*|zahlt|zahlen|brutto|netto|stundenlohn|jahresgehalt|geld)\b"
    r".*\d|\d[\d.,]*\s?(?:€|euro|eur|t€|k)?\s?(?:brutto|netto|im jahr|im monat|pro stunde|die stunde)\b",
    r"\b(?:schwanger\w*|elternzeit|mutterschutz|depression\w*|burn-?out|ist krank|krebs|"
    r"krankgeschrieben|im krankenhaus|in der klinik liegt|scheidung von|geschieden|lässt sich scheiden|alleinerziehend|"
    r"(?:meine|mein|seine|ihre) (?:frau|mann|tochter|sohn|mutter|vater|ex)|behindert|rollstuhl|"
    r"therapie|chronisch)\b(?!\w)",
    r"\b(?:entlassungen|stellenabbau|entlassen|gekündigt|kündigt|rausgeflogen|rausgeworfen|insolven\w+|"
    r"pleite|schließt (?:im|bald|ende)|wird geschlossen|macht zu|hört auf|hört bald auf|"
    r"geht (?:im|bald|ende|in rente|weg)|verlässt|chef wechselt)\b",
    r"\b(?:arrogant|unfreundlich|chaotisch|cholerisch\w*|unhöflich|inkompetent|faul|unsympathisch|"
    r"launisch|schreit|schlecht gelaunt|hasst|zerstritten|mobbing|keine ahnung)\b",
    r"\b(?:soll .{0,30}sein|hat (?:mir )?(?:erzählt|gesagt)|sagt (?:bev|meine|mein|ein)|angeblich|gerücht\w*|"
    r"kununu)\b",
    r"\b(?:nicht bestanden|durchgefallen|trau(?:e)? mich|nicht gut genug|geschummelt|gelogen|"
    r"kann (?:ich )?nicht|schwäche|lücke im lebenslauf)\b",
    r"\b(?:anderes angebot|zusage von|auch beworben|plan b|vorstellungsgespräch bei|zweite wahl)\b",
)
_FOREIGN = vocabulary(
    "the and of with is are they their than on for how from older to your le les des une et el los"
)
_DETERMINERS = vocabulary(
    "der die das ein eine ihr ihre dieser diese dieses jeder jede jedes alle zwei drei vier fünf sechs "
    "sieben acht neun zehn"
)
_ASK = vocabulary("wie warum dass wo wann weshalb")
_HERS = vocabulary("ich mich mir mein meine wir uns unser unsere man sie er ihm ihn ihnen hab")
_CHAT = vocabulary(
    "lol mega cool glaub irgendwie bisschen halt ok super alles nix mal übel toll echt voll eh "
    "januar februar märz april mai juni juli august september oktober november dezember montag "
    "dienstag mittwoch donnerstag freitag samstag sonntag"
)
_PARTICLES = vocabulary("ein aus ab an auf zu mit vor um her hin nach los")
_PARTICIPLE = pattern(r"(?:ge\w+(?:t|en)|\w+ge\w+(?:t|en)|\w+iert|be\w+t|ver\w+t|er\w+t)$")


def _told(text: str, kind: str) -> Found:
    words = text.split()
    low = [word.casefold() for word in words]
    small = {word for word in words if word.islower()}
    if small & (_CHAT | _HERS) or not any(word[0].isupper() for word in words[1:]):
        return None
    first = low[0]
    if first in _ASK and len(words) > 3:
        return "topic", text[0].lower() + text[1:]
    if first not in _DETERMINERS or _is_slang(words) or _PARTICIPLE.fullmatch(low[-1]):
        return None if first not in _DETERMINERS or _is_slang(words) else _passive(text, low)
    keep = text if words[0] in {"Ihr", "Ihre"} else text[0].lower() + text[1:]
    return ("topic", keep) if _is_thing(words) else ("saying", keep[0].upper() + keep[1:])


def _passive(text: str, low: list[str]) -> Found:
    """A main clause that ends in a participle: "Jede Probe wird … verfolgt"."""
    finite = {"wird", "werden", "wurde", "wurden", "hat", "haben", "ist", "sind"} & set(low[1:])
    return ("saying", text[0].upper() + text[1:]) if finite else None


def _is_slang(words: list[str]) -> bool:
    """`die stellen neue Leute ein`: the article stands for people."""
    return (
        words[0].casefold() == "die"
        and words[1].islower()
        and words[1].endswith("en")
        and (words[-1] in _PARTICLES)
    )


def _is_thing(words: list[str]) -> bool:
    """Whether it is a noun phrase: no small word right after the first noun but a preposition."""
    joints = vocabulary(
        "in im am an auf für mit von vom zum zur zu bei der des den dem und oder über unter hinter "
        "vor aus um nach zwischen neben ohne gegen eines einer"
    )
    noun = next((n for n, word in enumerate(words) if n and word[0].isupper()), 0)
    after = words[noun + 1] if noun + 1 < len(words) else ""
    return bool(noun) and (not after or after in joints or after[0].isupper())


def _skill(text: str) -> Found:
    words = text.split()
    small = {word for word in words if word.islower()}
    if small & (_CHAT | (_HERS - {"sie"})) or not any(word[0].isupper() for word in words[1:]):
        return None
    first = words[0].casefold()
    if first == "ich" and len(words) > 3:
        return "did", text[0].upper() + text[1:]
    if first in {"habe", "bin", "war", "spreche", "leite"} and len(words) > 2:
        return "did", f"Ich {first} {' '.join(words[1:])}"
    if _PARTICIPLE.fullmatch(words[-1].casefold()):
        return None
    if first in _DETERMINERS and (_is_thing(words) or re.match(r"\w+ Jahre (?:Erfahrung )?", text)):
        return "topic", text[0].lower() + text[1:]
    return None


TONGUE = Tongue(
    private=Signs(PRIVATE, beginnings.GERMAN),
    foreign=_FOREIGN,
    fact=_told,
    skill=_skill,
)
