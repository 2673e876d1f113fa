"""Many interviews at once, for what is measured and counted."""

from mdfollow.sync.result import Note


def one_org_file(number: int) -> list[Note]:
    """One Org file with `number` interviews, a heading each."""
    heading = (
        "* Company {0} :interview:\n:PROPERTIES:\n:COMPANY: Company {0}\n"
        ":INTERVIEW_DATE: 2026-11-10\n:INTERVIEWERS: Dana Kim, Sam Roe\n:END:\nWords of hers.\n"
    )
    return [Note("all.org", "".join(heading.format(k) for k in range(number)).encode())]
