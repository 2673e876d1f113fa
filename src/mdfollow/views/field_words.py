"""What `docs/fields.md` says of every key: in words, with examples that a test reads."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Words(NamedTuple):
    """One field: what it is for, and lines of frontmatter as somebody would write them."""

    text: str
    examples: tuple[str, ...] = ()


_ROUNDS = """\
interviews:
  - date: 2026-11-03
    format: phone
    interviewers: Sam Roe
  - date: 2026-11-11
    format: onsite
    interviewers: [Dana Kim, Lee Ortiz]"""

FIELDS: Mapping[str, Words] = MappingProxyType(
    {
        "company": Words(
            "Who you talked to: a text or a link. Case and legal forms (Inc., GmbH …) make no "
            "difference between two notes.",
            ("company: Acme", 'company: "[[Acme]]"'),
        ),
        "role": Words(
            "The job. It keeps two applications at one company apart, and stands in the drafts.",
            ("role: Platform Engineer",),
        ),
        "title": Words(
            "The role, where the note is of a job kind (`type: job-interview`, `application`) and "
            "has no other key for it.",
        ),
        "interview_date": Words(
            "The day of the interview, with a time if you like. Of a range the last day counts, a "
            "list of days is that many interviews. The shapes are under [Dates](#dates).",
            (
                *("interview_date: 2026-11-03", "interview_date: 2026-11-03 10:00"),
                "interview_date: [2026-11-03, 2026-11-10]",
            ),
        ),
        "date": Words(
            "The day of the interview as well, but only where a type, a tag, the folder or "
            "`mdfollow: true` says that the note is an interview.",
        ),
        "time": Words("The time of day, where the date has none.", ("time: 15:15", "time: 3 pm")),
        "timezone": Words(
            "Kept as you write it; nothing is converted.", ("timezone: Europe/Oslo",)
        ),
        "decision": Words(
            "When they decide: a date, or a span counted from the interview. Leave it out, or "
            "write `unknown`, until you know. The shapes are under "
            "[When they decide](#when-they-decide). Words that cannot be read hold nothing back: "
            "the thank-yous are written, and one warning says what to write.",
            ("decision: 3 weeks", "decision: 2026-11-24", "decision: unknown"),
        ),
        "deadline": Words(
            "Never read as the decision: it is the day to apply by. `check` says so where no "
            "decision is given.",
        ),
        "asked": Words(
            "You asked when they decide and got no date: `true`, or the day you asked.",
            ("asked: true", "asked: 2026-11-03"),
        ),
        "interviewers": Words(
            "Who interviewed you, each in any of the shapes under "
            "[How to name people](#how-to-name-people); several in "
            "one line, separated by commas, “and” or `;`, or one an entry. A link to "
            "somebody's own note shows what stands there: role, address, telephone, what is known. "
            "A full name that stands there twice is one person, unless an address, a role or a "
            "number tells two apart.",
            (
                "interviewers: Dana Kim, Sam Roe",
                "interviewers: [Dana Kim (hiring manager), Sam Roe <sam@acme.example>]",
                "interviewer1: Dana Kim",
            ),
        ),
        "attendees": Words(
            "Read as the interviewers under `type: interview` where none are named, with a hint: "
            "were they all in the room?",
            ("people: Dana Kim",),
        ),
        "contacts": Words(
            "The people of an application. A recruiter or hiring manager among them is known and "
            "gets the check-ins, but no thank-you; for somebody who interviewed, role and address "
            "are taken from here where they are missing.",
            ("contacts: [Sam Roe <sam@acme.example> (recruiter)]",),
        ),
        "recruiter": Words(
            "Gets your check-ins, in turn with the hiring manager. A thank-you only if also an "
            "interviewer, or with `thank: true`.",
            ("recruiter: Sam Roe <sam@acme.example>",),
        ),
        "hiring_manager": Words(
            "Gets your check-ins in turn with the recruiter. The same holds for the thank-you.",
            ("hiring_manager: Dana Kim",),
        ),
        "format": Words(
            "How it was held. It decides how many check-ins there are. The words are under "
            "[Formats](#formats).",
            ("format: onsite", "format: Zoom"),
        ),
        "round": Words(
            "Which round this was. Without it: one more than the rounds before it.",
            ("round: 2", "round: second", "round: phone screen"),
        ),
        "status": Words(
            "Where the application stands. If several keys say it, the most final word counts. "
            "The words are under [Statuses](#statuses).",
            ("status: waiting", "stage: Rejected"),
        ),
        "heard": Words(
            "They answered: the day, or `true`. No more check-ins then.",
            ("heard: 2026-11-24", "heard: true"),
        ),
        "thanked": Words(
            "Thank-yous you sent without the task list: `true`, a day, or names.",
            ("thanked: true", "thanked: Dana Kim"),
        ),
        "contacted": Words(
            "Check-ins you made without the task list: their days.",
            ("contacted: 2026-11-27", "contacted: [2026-11-27, 2026-12-04]"),
        ),
        "method": Words(
            "How check-ins go, where the person has no `prefers`: phone, email or card.",
            ("method: email",),
        ),
        "culture": Words(
            "`traditional` or `formal`: thank-yous go by card or letter.", ("culture: formal",)
        ),
        "language": Words(
            "What the letters of this note are written in, where it is not the vault's language.",
            ("language: de",),
        ),
        "learned": Words(
            "What you learned there; it goes into a draft. With a name it is that person's: a map "
            "by name, `- Dana: …` items, and in the text of the note `learned (Dana): …`, "
            '`Dana: …` or `**Dana:** …` (questions and addresses are left out). `{say: "…"}` is '
            "taken as typed.",
            ("learned: on-call moves to the product teams",),
        ),
        "skills": Words(
            "What you can do and may not have said; each draft uses a different one.",
            ("skills: [ran the pager hand-over, wrote the incident handbook]",),
        ),
        "discussed": Words(
            "What you talked about already; no draft names it as new.",
            ("discussed: [Kubernetes]",),
        ),
        "news": Words(
            "News of the company, for the first line of a check-in.",
            ("news: Acme opens a Leeds site",),
        ),
        "known": Words(
            "What you know of them, for you: it is shown with the plan and stands in no draft.",
            ("known: answers in the evening",),
        ),
        "internal": Words(
            "You work there already: drafts speak of the team, and a refusal is followed by a "
            "question for feedback.",
            ("internal: true",),
        ),
        "mdfollow": Words(
            "`false` keeps the note without a plan; `true` makes it an interview note; a map holds "
            "settings for this note: `max_attempts`, `dialect`, `drafts` (all, thanks, none).",
            ("mdfollow: {max_attempts: 1, drafts: none}",),
        ),
        "interviews": Words(
            "Several interviews in one note: a list, each entry with keys of its own. Company, "
            "role, recruiter, hiring manager, method, culture, skills, news and status are taken "
            "over from the note; its `decision` and `heard` belong to the last entry.",
            (_ROUNDS,),
        ),
    }
)
"""Every field of `ALIASES`, in its order."""

PERSON: Mapping[str, str] = MappingProxyType(
    {
        "name": "the name, with a role in brackets if you like",
        "role": "what they do",
        "email": "their address; without one the thank-you goes on a card or by way of another",
        "phone": "their number",
        "prefers": "phone, email or card",
        "learned": "what you learned from them",
        "skills": "the skill to name to them",
        "known": "what you know of them, for you alone",
        "thank": "`true` or `false`: whether there is a thank-you, whatever else the note says",
    }
)
"""Every field of `PERSON_ALIASES`."""

DATES = (
    *("2026-11-03", "2026-11-03T10:00", "2026-11-03 10:00:00+01:00", "2026/11/03", "Nov 3 2026"),
    *("3 November 2026", "Tuesday, November 3, 2026", "[[2026-11-03]]", "<2026-11-03 Tue 10:00>"),
    *("20261103", "2026.11.03", "2026_11_03", "03-Nov-2026", "2026-W45-2", "[[2026/11/03]]"),
    *("[Tuesday](daily/2026-11-03.md)", "2026-11-03 (rescheduled)", "2026-11-03?"),
    *("2026-11-03 15:15 Europe/Berlin", "<2026-11-03 mar. 10:00>", "2026-11-01 to 2026-11-03"),
    *("11/24/2026", "24.11.2026", "03/11/2026", "last Tuesday"),
)
"""Dates shown with their readings, two of them refused."""

DECISIONS = (
    *("2026-11-24", "Nov 24", "3 weeks", "3w", "21 days", "in 3 weeks", "2-3 weeks"),
    *("a week or two", "10 business days", "tomorrow", "Friday", "next Friday", "next week"),
    *("end of day Friday", "Monday morning", "Wednesday or Thursday", "a week from Friday"),
    *("end of the month", "early December", "mid November", "late November", "the 24th"),
    *("week of Nov 23", "2026-W48", "first week of December", "before Christmas"),
    *("1 week after final round", "unknown", "TBD", "soon"),
)
"""Decisions shown with the day they come to."""

PEOPLE = (
    *("Dana Kim", "[[Dana Kim]]", "Dana Kim <dana@acme.example>", "Dana Kim (hiring manager)"),
    *("Dana Kim – hiring manager", "Dana Kim: hiring manager", "Paul Wren, PhD"),
    *("[[Lee Ortiz]] (peer)", "Sam Roe <sam@acme.example> (recruiter)", "dana.kim@acme.example"),
    *("Lind, Mara", "Roth, Anna (Dr)", "Dana Kim (she/her)", "the hiring team"),
)
"""People shown as they are read."""

SPELT: Mapping[str, str] = MappingProxyType(
    {
        each.replace("_", "").lower(): each
        for each in (
            *("company_name", "job_title", "job_position", "interviewed_on", "interview_at"),
            *("date_interview", "date_of_interview", "interview_day", "interview_datetime"),
            *("scheduled_at", "start_time", "interview_time", "expected_decision", "answer_by"),
            *("decision_date", "decision_by", "expected_by", "hear_back", "hear_back_by"),
            *("asked_decision", "interviewed_by", "hiring_manager", "interview_type"),
            *("round_number", "interview_round", "round_name", "app_stage", "job_status"),
            *("heard_back", "answer_date", "response_date", "thank_you_sent", "last_contact"),
            *("last_contacted", "last_followup", "company_news", "about_them", "interview_date"),
            *("interviewer_name", "interviewer_names", "interview_format", "decision_expected"),
            *(
                "expected_response",
                "internal_candidate",
                "full_name",
                "email_address",
                "phone_number",
            ),
        )
    }
)
"""Folded keys as somebody would write them."""

NEVER = """\
* `deadline`: it is the day to apply by, never the decision.
* Notes of somebody who hires: `candidate`, `applicant`, `interviewee`, `scorecard` or
  `recommendation` among the keys; types like `interview-prep` and `mock-interview`; boards and
  drawings of other programs.
* Notes of other interviews (`participant`, `respondent`, `guest`, `host`, `subject`, `customer`,
  `persona`, `episode`, `podcast`, types and tags like `user-research`) and of published pages
  (`layout`, `permalink`, `_posts`) and clippings, unless company, a key of its own for the day,
  and a role, decision or recruiter say that it is yours. `mdfollow: true` always says so.
* Templates: a folder called `templates`, `_templates` or `Templates`, the one in the setting
  `templates`, and notes in which company or date still is a place to fill in (`{{…}}`, `<%…%>`,
  `<Company name>`, `YYYY-MM-DD`).
* What your notes program leaves out: Obsidian's excluded files, the folders of templates that
  Obsidian and Templater know, Logseq's `:hidden`, and a vault inside the vault. A note that has
  a plan already is still read, wherever it is.
* What sync programs and editors put beside a note: conflict copies, backups, `.trash`.
* The text of the note, but for `learned (Dana): …` and mdfollow's own tasks.
* Every key that is not on this page. One that is a letter away from these gets a hint.
"""
"""What is not read."""
