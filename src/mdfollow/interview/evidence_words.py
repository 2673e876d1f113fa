"""The words that tell which notes are interviews: data only, every list open to one more word.

All keys are folded (`fields.fold`); all kinds and tags are small letters with `-` between words.
"""

from mdfollow.pattern import pattern

KIND_KEYS = ("type", "kind", "category", "categories", "class", "fileclass", "notetype")
"""Keys whose value says what kind of note it is."""
TAG_KEYS = ("tags", "tag")

_HOW = (
    "phone|telephone|video|zoom|teams|virtual|remote|online|onsite|on-site|in-person|office|panel"
    "|technical|tech|coding|hr|recruiter|hiring-manager|manager|behaviou?ral|case|loop|final"
    "|first|second|third|fourth|initial|intro|screening|informational|1st|2nd|3rd|final-round"
)
INTERVIEW_KIND = pattern(
    rf"(?:job-)?(?:(?:{_HOW})-)*interviews?(?:-(?:notes?|logs?|rounds?))?"
    r"|job-interview-\w+"
    r"|(?:(?:phone|telephone|video|recruiter|hr|initial|tech|technical|talent)-)*"
    r"screen(?:ing)?(?:-(?:call|interview))?"
)
"""Kinds of note that are an interview for a job."""
JOB_KIND = pattern(r"job-(?:interviews?|applications?).*")
INTERVIEW_TAG = pattern(r"(?:job-)?interviews?")
APPLICATION_KIND = pattern(r"(?:job-)?applications?(?:-log)?")


def with_forms(*words: str) -> frozenset[str]:
    """Every key that names such a person: one or more, alone or with name, address or number."""
    ends = ("", "s", "name", "names", "email", "emails", "id", "ids")
    return frozenset(word + end for word in words for end in ends)


OTHER_SIDE = with_forms("candidate", "applicant", "interviewee") | {
    *("scorecard", "scorecards", "recommendation", "recommendations", "hiringrecommendation"),
}
"""Keys of somebody who hires, or who asks the questions."""
OTHER_INTERVIEWS = with_forms(
    *("participant", "respondent", "guest", "host", "subject", "customer", "persona"),
    *("episode", "podcast"),
)
"""Keys of research, radio and the press. A job may have a host or a subject, too: weak."""
OTHER_KINDS = pattern(
    r"(?:user|customer|ux|market|product|design)-(?:research|interviews?|discovery)"
    r"|usability(?:-.*)?|research(?:-.*)?|oral-history|podcasts?|episodes?"
    r"|(?:hiring|recruiting|candidates?)(?:-.*)?|scorecards?|personas?"
    r"|leetcode|interview-(?:questions?|experiences?)|question-bank|flashcards?"
)
"""Kinds and tags that say it is another sort of interview: weak, for a podcast hires, too."""
TOLD_BY_OTHERS = pattern(
    r"clippings?|articles?|transcripts?|blog(?:-posts?)?|newsletters?|videos?|youtube"
    r"|press(?:-release)?|journalism|case-stud(?:y|ies)"
)
"""Kinds and tags of what others published: weak, and only where a company is named at all."""
PUBLISHED_BY_OTHERS = ("published", "outlet", "publication")
NEVER_KINDS = pattern(
    r"interview-prep(?:aration)?|interview-templates?|mock-interviews?.*|.*template.*"
)
"""Kinds and tags that are never the interview itself: what is written before, or to copy."""
PLUGIN_FILES = frozenset({"parsed", "board", "basic", "list", "table", "raw"})
"""Values under `…-plugin` in files that a program keeps for itself."""
PUBLISHING = ("layout", "permalink")
"""Keys of a site that is built from notes."""

HANDS_OFF = frozenset({"false", "off", "no", "skip", "0", "never"})
"""What `mdfollow:` says where a note is to be left alone."""
TEMPLATE_MARK = pattern(r"\{\{|<%|YYYY|yyyy-MM|%\^|%\\\d")
"""What a template holds where a note has a value."""
TO_FILL_IN = pattern(r"\s*(?:<[^<>@]*>|\{[^{}]*\}|\[[^\[\]]*\](?!\())\s*")
"""A name in one pair of brackets: a place to fill in."""
NO_COMPANY = frozenset({"company", "companyname", "nameofcompany", "nameofthecompany"})
"""Folded values under `company` that only say what belongs there."""
