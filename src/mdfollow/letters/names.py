"""How a careful person writes somebody's name in a greeting, and a role in a sentence."""

import re

from mdfollow.interview.person_name import person_name


def called(name: str, *, formal: bool = False) -> str:
    """The name after "Dear": "Dana", "Dr. Kim", "J. Kim"; empty when none can be told.

    `formal` keeps given name and surname ("Dana Kim"). Where it is in doubt which word is the
    given name, the whole name stands there.
    """
    return person_name(name).greeting(formal=formal)


def the_title(role: str) -> str:
    """The role's bare name: no article, no "(m/f/d)", no brackets."""
    role = re.sub(r"\s*[(\[]\s*\w(\s*/\s*\w){1,3}\s*[)\]]", "", role)
    role = re.sub(r"[\[\]{}]", "", role.strip(" .,;:"))
    return re.sub(r"^(the|an?)\s+", "", role, flags=re.IGNORECASE)
