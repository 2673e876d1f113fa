"""How a careful person writes somebody's name in a greeting."""

from mdfollow.interview.person_name import person_name


def called(name: str, *, formal: bool = False) -> str:
    """The name after "Dear": "Dana", "Dr. Kim", "J. Kim"; empty when none can be told.

    `formal` keeps given name and surname ("Dana Kim"). Where it is in doubt which word is the
    given name, the whole name stands there.
    """
    return person_name(name).greeting(formal=formal)
