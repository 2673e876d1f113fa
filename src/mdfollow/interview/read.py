"""A note's fields become its interviews, or every problem at once."""

from collections.abc import Sequence

from mdfollow.interview import codes
from mdfollow.interview.cast import cast_of, joined, nobody_named, thanked_of
from mdfollow.interview.date_fields import clock_of, contacted_of, decision_of, when_of
from mdfollow.interview.detect import NOT_JUDGED, Judgement, Kind, judge
from mdfollow.interview.entries import Entry, entries_of
from mdfollow.interview.facts import (
    Context,
    format_of,
    method_of,
    round_of,
    stage_of,
    status_of,
    text_of,
    texts_of,
)
from mdfollow.interview.fields import (
    ALIASES,
    Fields,
    fields_of,
    fold,
    is_empty,
    near_miss,
    spellings,
)
from mdfollow.interview.findings import Findings
from mdfollow.interview.learned import with_facts_by_person, with_learned
from mdfollow.interview.look import NOTHING_BESIDE, Beside, Look, is_unset, rounds_of
from mdfollow.interview.model import Format, Interview, Person, Status, Wishes
from mdfollow.interview.names import company_key, role_key, with_slugs
from mdfollow.interview.texts import link_target, single
from mdfollow.interview.wishes import read_wishes
from mdfollow.interview.words import most_final, read_flag, read_status
from mdfollow.problem import Problem
from mdfollow.record import dataclass, field, fields, replace
from mdfollow.settings import Settings
from mdfollow.value import Mapping, Place

_KNOWN = spellings(ALIASES)
_KEYS = tuple(_KNOWN)
_FINE = frozenset({"contact", "states", "names", "titles", "knowns", "newsletter", "followup"})
"""Keys near to ours that mean something else; `follow_up` is a day to come in many trackers."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a note's fields say.

    `against` is the one-sentence reason why the note is no interview note, empty when it is one;
    then `interviews` is empty only when `problems` say what could not be read. Problems are
    sorted by place; those of a field beside company and date leave the interview readable.
    """

    interviews: tuple[Interview, ...] = ()
    problems: tuple[Problem, ...] = ()
    against: str = ""
    wishes: Wishes = field(default_factory=Wishes)
    judgement: Judgement = NOT_JUDGED
    """What the note is to us, with the one line it lacks where it is nearly an interview."""


def read(
    given: Mapping | Fields,
    *,
    path: str,
    settings: Settings,
    body: Sequence[tuple[int, str]] = (),
    line: int = 1,
    beside: Beside = NOTHING_BESIDE,
    verdict: Judgement | None = None,
) -> Reading:
    """Read the fields of the note at `path` (relative to the vault, with `/`).

    `body` holds the note's lines outside fences with their numbers, for `learned (Dana): …`
    (TY-4). `line` is where the fields' own heading begins (Org), else 1. `beside` is what else the
    judgement goes by; a `verdict` that is known is not found again.
    """
    fields = fields_of(given) if isinstance(given, Mapping) else given
    verdict = verdict or judge(Look(fields, path, settings, beside))
    if verdict.against:
        return Reading(against=verdict.against, judgement=verdict)
    findings = Findings(path)
    wishes, most = read_wishes(fields, findings)
    broken = _twice(fields, findings)
    context = Context(settings, findings)
    entries = entries_of(fields, verdict, context, line)
    over_all = status_of(fields, context) if rounds_of(fields) else (Status.WAITING, "")
    read_ones = [_interview(entry, verdict, most, over_all) for entry in entries]
    for one in (fields, *(entry.fields for entry in entries if entry.fields is not fields)):
        _near_misses(one, findings)
    if broken or any(one is None for one in read_ones):
        return Reading((), findings.sorted(), "", wishes, verdict)
    found = [one for one in read_ones if one]
    if not found:
        reason = "the interview has no date yet"
        return Reading(against=reason, judgement=Judgement(Kind.NONE, reason))
    interviews = with_learned(_merged(found), body, findings)
    _hints(fields, interviews, findings)
    return Reading(interviews, findings.sorted(), "", wishes, verdict)


def _interview(
    entry: Entry, verdict: Judgement, most: int | None, over_all: tuple[Status, str]
) -> Interview | None:
    fields, context = entry.fields, entry.context
    company = _company(fields, context)
    moment = entry.moment
    broken = bool(context.prefix) and _twice(fields, context.findings)
    if not company or moment is None or moment.day is None or broken:
        return None
    day = moment.day
    people = cast_of(fields, context, kind=verdict.kind)
    people, learned, skills = with_facts_by_person(fields, people)
    status, word = _status(entry, moment.remark, over_all)
    found = Interview(
        company=company,
        linked=_linked(fields, company),
        day=day,
        role=_role(fields, verdict, context),
        time=moment.clock or clock_of(fields, context),
        timezone=text_of(fields, "timezone", context) or moment.zone,
        format=format_of(fields, context),
        round=round_of(fields, context),
        people=people,
        status=status,
        status_word=word,
        method=method_of(fields, context),
        culture=text_of(fields, "culture", context).lower(),
        language=_language(text_of(fields, "language", context)),
        learned=learned,
        skills=skills,
        discussed=texts_of(fields, "discussed"),
        news=texts_of(fields, "news"),
        known=texts_of(fields, "known"),
        internal=read_flag(text_of(fields, "internal", context)) is True,
        max_attempts=most,
        line=entry.line,
        stage=stage_of(fields, context),
    )
    return _with_history(found, fields, context)


def _with_history(one: Interview, fields: Fields, context: Context) -> Interview:
    """The interview with what was said and done since."""
    return replace(
        one,
        decision=decision_of(fields, one.day, context),
        asked=when_of(fields, "asked", one.day, context),
        heard=when_of(fields, "heard", one.day, context),
        thanked=thanked_of(fields, one.people, one.day, context),
        contacted=contacted_of(fields, one.day, context),
    )


def _status(entry: Entry, remark: str, over_all: tuple[Status, str]) -> tuple[Status, str]:
    """The more final one of the note's status and the entry's own.

    An interview that did not happen stays one; "2026-11-03 (cancelled)" says so, too.
    """
    own = status_of(entry.fields, entry.context)
    said = read_status(remark) if remark else None
    if said and said[0] is Status.CANCELLED:
        own = said
    if own[0] is Status.CANCELLED or most_final(own[0], over_all[0]) is own[0]:
        return own
    return over_all


_LANGUAGES = {"english": "en", "german": "de", "deutsch": "de", "englisch": "en"}


def _language(typed: str) -> str:
    """`de-DE`, `German`: as two letters; a language we do not know stays as the vault's."""
    word = typed.strip().casefold()
    code = _LANGUAGES.get(word, word[:2] if len(word) < 6 else "")
    return code if code in _LANGUAGES.values() else ""


def _linked(fields: Fields, company: str) -> str:
    """What the company's link points at, where its name here is another."""
    field = fields.filled("company")
    one = single(field.value) if field else None
    target = link_target(one.text) if one else ""
    return target if target != company else ""


def _company(fields: Fields, context: Context) -> str:
    company = text_of(fields, "company", context)
    given = fields.get("company")
    if company or given is None:
        return company
    if given.empty:
        sentence = f"{context.where(given)} is empty"
        context.findings.error(codes.REQUIRED, given.key.place, sentence, "name the company")
    return ""


def _role(fields: Fields, verdict: Judgement, context: Context) -> str:
    field = fields.filled("role")
    if field and not isinstance(field.value, Mapping):
        parts = [single(item) for item in getattr(field.value, "items", ())]
        if len(parts) > 1 and all(parts):
            return ", ".join(part.text for part in parts if part)
        return text_of(fields, "role", context)
    title = text_of(fields, "title", context) if verdict.job else ""
    company = text_of(fields, "company", context)
    # "Interview at Birch" is the note's title, not the job's.
    named = company and company_key(company) in role_key(title)
    return "" if named or "interview" in title.lower() else title


def _twice(fields: Fields, findings: Findings) -> bool:
    """Report keys of ours that are given in two spellings."""
    ours = [one for one in fields.twice if fold(one.key.text) in _KNOWN]
    for again in ours:
        first = fields.entries[fold(again.key.text)].key
        sentence = f"`{again.key.text}` and `{first.text}` (line {first.place.line}) are one key"
        findings.error(codes.TWICE, again.key.place, sentence, "keep one of them")
    return bool(ours)


def _near_misses(fields: Fields, findings: Findings) -> None:
    for folded, given in fields.entries.items():
        if folded in _KNOWN or folded in _FINE or given.empty:
            continue  # most keys: told without what `near_miss` costs
        if meant := near_miss(folded, _KEYS):
            sentence = f"`{given.key.text}` is not read"
            way_out = f"did you mean `{_KNOWN[meant]}`?"
            key = given.key
            findings.meant(codes.NEAR_MISS, key.place, sentence, way_out, key.text, _KNOWN[meant])


def _merged(interviews: Sequence[Interview]) -> tuple[Interview, ...]:
    """One interview for each company, role and date; a missing role joins the day's only one."""
    if len(interviews) == 1:
        return tuple(interviews)
    found: list[Interview] = []
    for one in interviews:
        day = [n for n, other in enumerate(found) if _same_day(one, other)]
        key = role_key(one.role) if one.role else ""
        same = [n for n in day if found[n].role and role_key(found[n].role) == key]
        roleless = [n for n in day if not found[n].role]
        near = same or roleless or (day if not one.role and len(day) == 1 else [])
        if near:
            found[near[0]] = _together(found[near[0]], one)
        else:
            found.append(one)
    return tuple(found)


def _same_day(one: Interview, two: Interview) -> bool:
    return one.day == two.day and company_key(one.company) == company_key(two.company)


def _together(one: Interview, two: Interview) -> Interview:
    people: tuple[Person, ...] = one.people
    for person in two.people:
        people = joined(people, person)
    blank = Interview(one.company, one.day)
    changes = {
        name: getattr(two, name)
        for name in (each.name for each in fields(Interview))
        if getattr(one, name) == getattr(blank, name) != getattr(two, name)
    }
    texts = ("learned", "skills", "discussed", "news", "known")
    lists = {t: tuple(dict.fromkeys((*getattr(one, t), *getattr(two, t)))) for t in texts}
    contacted = tuple(sorted({*one.contacted, *two.contacted}))
    kept = {**changes, **lists, "people": with_slugs(people), "contacted": contacted}
    return replace(one, **{**kept, "line": one.line})


def _hints(fields: Fields, interviews: tuple[Interview, ...], findings: Findings) -> None:
    """What could be better; nothing about interviews whose story has ended."""
    latest = max(interviews, key=lambda one: one.day)
    if latest.status is not Status.WAITING or latest.heard:
        return
    given = fields.get("interviewers") or fields.get("company")
    place = given.key.place if given else Place(latest.line, 1)
    aside = rounds_of(fields) and fields.filled("interviewers")
    told = any(problem.code == codes.NOBODY for problem in findings.problems)
    if not aside and not told and not any(person.interviewer for person in latest.people):
        nobody_named(fields, place, findings)
    if latest.format is Format.INFORMATIONAL or latest.asked or latest.decision.day:
        return
    decision = fields.filled("decision")
    deadline = fields.filled("deadline")
    if deadline and decision is None:
        sentence = f"`{deadline.key.text}` is not read: it is the day to apply by"
        way_out = "write `decision:` for the day they decide"
        findings.hint(codes.DEADLINE, deadline.key.place, sentence, way_out)
    elif decision is None or is_empty(decision.value) or is_unset(decision):
        said = fields.get("decision")
        where = said.key.place if said else place
        sentence = "the day they decide is not known"
        findings.hint(codes.NO_DECISION, where, sentence, "add `decision:` once they have told you")
