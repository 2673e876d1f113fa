"""One interview, told in every way a note may spell its fields."""

YAML = """\
---
company: Acme
role: Platform Engineer
interview_date: 2026-11-10
format: onsite
Hear Back: "3 weeks"   # they said
status:   Interviewing   # hm
interviewers:
  - Dana Kim <dana@acme.example> (hiring manager)
  - Sam Roe <sam@acme.example> (recruiter)
---
Her own words, which stay.
"""
TOML = """\
+++
company = "Acme"
role = "Platform Engineer"
interview_date = 2026-11-10
format = "onsite"
hear_back = '3 weeks' # they said
status = "Interviewing"
interviewers = ["Dana Kim <dana@acme.example> (hiring manager)", "Sam Roe (recruiter)"]

[extra]
heard = "elsewhere"
+++
Her own words, which stay.
"""
PAGE = """\
type:: interview
company:: [[Acme]]
role:: Platform Engineer
interview-date:: [[2026-11-10]]
format:: onsite
hear-back:: 3 weeks
status:: Interviewing
interviewers:: Dana Kim <dana@acme.example> (hiring manager); Sam Roe (recruiter)

- Her own words, which stay.
"""
ORG = """\
#+TITLE: My search
* Acme :interview:
:PROPERTIES:
:COMPANY:        Acme
:ROLE:           Platform Engineer
:INTERVIEW_DATE: [2026-11-10 Tue]
:FORMAT:         onsite
:HEAR_BACK:      3 weeks
:STATUS:         Interviewing
:INTERVIEWERS:   Dana Kim <dana@acme.example> (hiring manager); Sam Roe (recruiter)
:END:
Her own words, which stay.
* Shopping
"""
KEYWORDS = """\
#+title: Acme
#+company: Acme
#+role: Platform Engineer
#+interview_date: <2026-11-10 Tue>
#+format: onsite
#+hear_back: 3 weeks
#+status: Interviewing
#+interviewers: Dana Kim <dana@acme.example> (hiring manager); Sam Roe (recruiter)

Her own words, which stay.
"""

NOTES: dict[str, tuple[str, str]] = {
    "yaml": ("acme.md", YAML),
    "crlf": ("acme.md", YAML.replace("\n", "\r\n")),
    "bom": ("acme.md", "\ufeff" + YAML),
    "toml": ("acme.md", TOML),
    "page": ("pages/acme.md", PAGE),
    "org": ("acme.org", ORG),
    "keywords": ("acme.org", KEYWORDS),
}
"""Path and text; in every one the decision has a name of her own."""
LINES = {"org": 2}
"""The line an interview's fields begin in, where it is not the first."""
