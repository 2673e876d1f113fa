"""Her own templates: is one for interviews or applications, and does it lack a line of ours."""

import re

from mdfollow.interview.broken import rows
from mdfollow.interview.evidence_words import (
    APPLICATION_KIND,
    INTERVIEW_KIND,
    INTERVIEW_TAG,
    JOB_KIND,
    KIND_KEYS,
    NEVER_KINDS,
    TAG_KEYS,
)
from mdfollow.interview.fields import ALIASES, DATE_WITH_A_MARKER, EXPLICIT_DATE
from mdfollow.interview.look import kind_words

_LINES = 80
"""Lines of a template that are looked at: code of Templater may stand above its fields."""
_TAG = re.compile(r"[\w/-]+")
_OF_A_JOB = re.compile(
    r"(?:date)?applied(?:date|on)?|applicationdate|dateapplication|joburl|joblink|jobposting"
    r"|appstage|jobstatus|salary(?:range)?|recruiter|hiringmanager"
)


def template_line(text: str) -> str | None:
    """The line to put among a template's fields; empty where it lacks none.

    None where the template is for something else, or lacks more than one line.
    """
    keys = dict(reversed(rows("\n".join(text.split("\n")[:_LINES]))))
    kinds = [kind_words(keys[key].strip(" :\"'[]")) for key in KIND_KEYS if key in keys]
    if any(map(NEVER_KINDS.fullmatch, kinds)):
        return None
    tags = [tag for key in TAG_KEYS for tag in _TAG.findall(keys.get(key, ""))]
    marked = any(map(INTERVIEW_KIND.fullmatch, kinds))
    marked = marked or any(INTERVIEW_TAG.fullmatch(kind_words(tag)) for tag in tags)
    company = any(key in keys for key in ALIASES["company"])
    dates = {*EXPLICIT_DATE, *ALIASES["interviews"]}
    dates |= {*ALIASES["interview_date"], *DATE_WITH_A_MARKER} if marked else set()
    day = any(key in keys for key in dates)
    role = any(key in keys for key in ALIASES["role"])
    job = any(map(JOB_KIND.fullmatch, kinds)) or any(map(APPLICATION_KIND.fullmatch, kinds))
    job = job or (role and any(_OF_A_JOB.fullmatch(key) for key in keys))
    if company and day:
        return ""
    if company and (marked or job):
        return "interview_date:"
    return "company:" if day and (marked or role) else None
