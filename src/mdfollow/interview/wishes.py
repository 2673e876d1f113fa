"""What the `mdfollow:` map of a note asks for that note alone."""

from mdfollow.interview.codes import NEAR_MISS, WISH
from mdfollow.interview.fields import Fields, fold, near_miss, shown
from mdfollow.interview.findings import Findings
from mdfollow.interview.model import Wishes
from mdfollow.interview.texts import brief
from mdfollow.interview.words import read_flag
from mdfollow.value import Mapping, Scalar, Value

MOST = 4
DRAFTS = ("thanks", "all", "none")
_KEYS = {"maxattempts": "max_attempts", "dialect": "dialect", "drafts": "drafts"}


def read_wishes(fields: Fields, findings: Findings) -> tuple[Wishes, int | None]:
    """The wishes, and the number of attempts this note allows (AMT-4), None when not said."""
    field = fields.get("mdfollow")
    if field is None or not isinstance(field.value, Mapping):
        return Wishes(), None
    given: dict[str, Value] = {}
    for key, value in field.value.entries:
        folded = fold(key.text)
        if folded in _KEYS:
            given[folded] = value
            continue
        meant = near_miss(folded, tuple(_KEYS))
        way_out = (
            f"did you mean `{_KEYS[meant]}`?"
            if meant
            else "it takes max_attempts, dialect and drafts"
        )
        new = _KEYS[meant] if meant else ""
        sentence = f"mdfollow.{key.text} is not read"
        findings.meant(NEAR_MISS, key.place, sentence, way_out, key.text, new)
    dialect = given.get("dialect")
    return Wishes(
        dialect=shown(dialect).lower() if isinstance(dialect, Scalar) else "",
        drafts=_drafts(given.get("drafts"), findings),
    ), _most(given.get("maxattempts"), findings)


def _drafts(value: Value | None, findings: Findings) -> str:
    if value is None:
        return ""
    text = shown(value).lower()
    flag = read_flag(text)
    if text in DRAFTS:
        return text
    if flag is not None:
        return "all" if flag else "none"
    sentence = f"mdfollow.drafts: '{brief(text)}' is not known"
    findings.error(WISH, value.place, sentence, f"write {', '.join(DRAFTS)}")
    return ""


def _most(value: Value | None, findings: Findings) -> int | None:
    if value is None:
        return None
    text = shown(value).strip()
    if text.isdecimal() and len(text) < 3:
        return min(int(text), MOST)
    sentence = f"mdfollow.max_attempts: '{brief(text)}' is not a number from 0 to {MOST}"
    findings.error(WISH, value.place, sentence, "write a number")
    return None
