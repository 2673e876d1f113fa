"""The interview template, in the words and with the marks of the tool that uses it."""

from collections.abc import Mapping
from types import MappingProxyType

from mdfollow.surroundings import Tool

_PLAIN = """\
---
type: interview
company:             # who you talked to
role:
interview_date:      # 2026-11-10
format:              # phone, video, onsite or panel
decision:            # the day they decide, or "3 weeks"; nothing if they did not say
interviewers:        # Dana Kim (hiring manager), Sam Roe <sam@acme.example>
---

## Notes

"""

_OBSIDIAN = """\
---
type: interview
company:
role:
interview_date: "{{date:YYYY-MM-DD}}"
format:
decision:
interviewers:
---

## Notes

"""

_TEMPLATER = """\
---
type: interview
company: <% tp.file.cursor(1) %>
role:
interview_date: <% tp.date.now("YYYY-MM-DD") %>
format:
decision:
interviewers:
---

## Notes

"""

# zk's templates escape what stands in two braces, and a company may be called "Quill & Harrow".
_ZK = """\
---
type: interview
company: "{{{title}}}"
role:
interview_date: {{format-date now "%Y-%m-%d"}}
format:
decision:
interviewers:
---

# {{{title}}}

{{{content}}}
"""

_LOGSEQ = """\
- Interview
  template:: interview
  template-including-parent:: false
\t- type:: interview
\t  company::
\t  role::
\t  interview_date::
\t  format::
\t  decision::
\t  interviewers::
\t- ## Notes
"""

_ORG = """\
* %^{Company} :interview:
:PROPERTIES:
:COMPANY:        %\\1
:ROLE:
:INTERVIEW_DATE: %^{Day of the interview}t
:FORMAT:
:DECISION:
:INTERVIEWERS:
:END:

%?
"""

TEMPLATES: Mapping[Tool, str] = MappingProxyType(
    {
        Tool.OBSIDIAN: _OBSIDIAN,
        Tool.TEMPLATER: _TEMPLATER,
        Tool.LOGSEQ: _LOGSEQ,
        Tool.ZK: _ZK,
        Tool.ORG: _ORG,
        Tool.PLAIN: _PLAIN,
    }
)
"""A template for every tool. None of them is an interview note before it is filled in."""

_CAPTURE = """\
Your Emacs uses it with these lines in your init file (`C-c c i`):

    (with-eval-after-load 'org-capture
      (add-to-list 'org-capture-templates
                   '("i" "Interview" entry (file "{folder}/interviews.org")
                     (file "{folder}/{path}") :empty-lines 1)))"""

USES: Mapping[Tool, str] = MappingProxyType(
    {
        Tool.OBSIDIAN: "Insert it into a new note with “Templates: Insert template”, "
        "then fill in company and people.",
        Tool.TEMPLATER: "Make a note with “Templater: Create new note from template”, "
        "then fill in company and people.",
        Tool.LOGSEQ: "Type /template in the first block of a new page, choose “interview”, "
        "and fill it in.",
        Tool.ZK: 'Use it with: zk new --template {name} --title "Acme"',
        Tool.ORG: _CAPTURE,
        Tool.PLAIN: "Copy it for every interview and fill in company, date and people.",
    }
)
"""How each is used."""


def how_to_use(tool: Tool, folder: str, path: str) -> str:
    """One sentence on using the template at `path` in the vault at `folder`."""
    name = path.rpartition("/")[2]
    return USES[tool].format(folder=folder, path=path, name=name)
