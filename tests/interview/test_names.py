"""Slugs, companies, and who is the same person under a new name (TY-7)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mdfollow.digest import digest
from mdfollow.interview.model import Person
from mdfollow.interview.names import MAX_SLUG, company_key, renamed, role_key, slug, with_slugs


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Dana Kim", "dana-kim"),
        ("  DANA   kim ", "dana-kim"),
        ("Paul Wren, PhD", "paul-wren-phd"),
        ("Zoë O’Neill", "zoë-o-neill"),
        ("Zoe\u0308", "zoë"),
        ("Ｄａｎａ", "dana"),
        ("Straße", "strasse"),
        ("田中 花子", "田中-花子"),
        ("राम प्रसाद", "राम-प्रसाद"),
        ("--", "person"),
        ("", "person"),
        ("🙂", "person"),
        ("x" * 60, "x" * 40),
        ("a" * 39 + " b", "a" * 39),
    ],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


@given(st.text(max_size=60))
def test_a_slug_is_short_never_empty_and_its_own_slug(name: str) -> None:
    key = slug(name)
    assert 1 <= len(key) <= MAX_SLUG
    assert slug(key) == key
    assert not set(key) & set(" /:=\n\t")


@given(st.lists(st.sampled_from(["Sam", "sam", "Sam 2", "S" * 50, "", "Dana"]), max_size=12))
def test_slugs_are_unique_within_an_interview(names: list[str]) -> None:
    people = with_slugs(Person(name, "") for name in names)
    keys = [person.slug for person in people]
    assert len(set(keys)) == len(keys)
    assert all(len(key) <= MAX_SLUG for key in keys)
    assert [person.name for person in people] == names


def test_equal_names_are_numbered_in_order() -> None:
    people = with_slugs([Person("Sam", ""), Person("Sam", ""), Person("", "", email="sam@x.y")])
    assert [person.slug for person in people] == ["sam", "sam-2", "sam-3"]


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Acme", "ACME", True),
        ("Acme", "Acme Inc.", True),
        ("Acme", "Acme, LLC", True),
        ("Acme GmbH", "acme gmbh & co. kg", True),
        ("Acme Labs", "AcmeLabs", True),
        ("companies/Acme", "Acme", True),
        ("Acme S.A.", "Acme", True),
        ("Acme", "Acme Labs", False),
        ("Inc", "Inc.", True),
        ("Co", "Ltd", False),
        ("株式会社アクメ", "株式会社アクメ", True),
        ("!!!", "???", False),
    ],
)
def test_company_key(one: str, two: str, same: bool) -> None:
    assert (company_key(one) == company_key(two)) is same


def test_role_key() -> None:
    assert role_key("Platform  Engineer") == role_key("platform-engineer")
    assert role_key("Platform Engineer") != role_key("Platform Engineer II")


def people(*names: str) -> tuple[Person, ...]:
    """People from `Name` or `Name <mail>`."""
    found = []
    for text in names:
        name, _, mail = text.partition(" <")
        found.append(Person(name, "", email=mail.rstrip(">")))
    return with_slugs(found)


def mails(**known: str) -> dict[str, str]:
    return {key.replace("_", "-"): digest(mail.casefold(), 4) for key, mail in known.items()}


@pytest.mark.parametrize(
    ("gone", "new", "known", "expected"),
    [
        (["dana-kimm"], ["Dana Kim"], {}, {"dana-kimm": "dana-kim"}),
        (["dana"], ["Dana Kim"], {}, {"dana": "dana-kim"}),
        (["dana-kim"], ["Dana"], {}, {"dana-kim": "dana"}),
        (["dana-kim"], ["Dana Kim-Roe"], {}, {"dana-kim": "dana-kim-roe"}),
        (["dana-kim"], ["Dana Roe"], {}, {"dana-kim": "dana-roe"}),
        (["dana-kim"], ["Daniela Kim"], {}, {"dana-kim": "daniela-kim"}),
        (["dena-kym"], ["Dana Kim"], {}, {"dena-kym": "dana-kim"}),
        (["dkim"], ["Dana Kim <dkim@acme.example>"], {}, {"dkim": "dana-kim"}),
        (["sam-roe"], ["Dana Kim"], {}, {}),
        (["sam-roe"], [], {}, {}),
        ([], ["Dana Kim"], {}, {}),
        (["sam-roe"], ["Sam Roe"], {}, {}),
        (["dana-kim"], ["Dana Roe", "Dana Lee"], {}, {}),
        (["dana-roe", "dana-lee"], ["Dana Kim"], {}, {}),
        (["dana-kim", "sam-roe"], ["Sam Rowe", "Dana Kimm"], {},
         {"dana-kim": "dana-kimm", "sam-roe": "sam-rowe"}),
        (["dana-kimm"], ["Dana Lee", "Dana Kim"], {}, {"dana-kimm": "dana-kim"}),
        (["ann"], ["Bo"], {}, {}),
        (["al"], ["Bo"], {}, {}),
        (["dr-kim"], ["Dr. Roe"], {}, {}),
        (["ann-lee-phd"], ["Bo Moss, PhD"], {}, {}),
        (["sam-2"], ["Sam Roe"], {}, {"sam-2": "sam-roe"}),
        (["robert-kim"], ["Bob Smith <bob@acme.example>"], {"robert_kim": "Bob@acme.example"},
         {"robert-kim": "bob-smith"}),
        (["dana-kim", "robert-kim"], ["Dana Kimm", "Dana Kin <r@acme.example>"],
         {"robert_kim": "r@acme.example"}, {"robert-kim": "dana-kin", "dana-kim": "dana-kimm"}),
        (["田中-花子"], ["田中 華子"], {}, {"田中-花子": "田中-華子"}),
    ],
)  # fmt: skip
def test_renamed(
    gone: list[str], new: list[str], known: dict[str, str], expected: dict[str, str]
) -> None:
    assert renamed(gone, people(*new), mails(**known)) == expected


_NAMES = st.lists(
    st.sampled_from(["Dana Kim", "Dana", "Sam Roe", "Sam Rowe", "Lee", "Ann Lee", "Bo"]),
    unique=True,
    max_size=4,
)


@given(_NAMES, _NAMES, st.randoms())
def test_never_by_place_in_the_list(old: list[str], new: list[str], chance: st.DataObject) -> None:
    gone, fresh = [slug(name) for name in old], list(people(*new))
    found = renamed(gone, fresh, {})
    assert len(set(found.values())) == len(found)
    assert set(found) <= set(gone)
    chance.shuffle(gone)  # type: ignore[attr-defined]
    chance.shuffle(fresh)  # type: ignore[attr-defined]
    assert renamed(gone, fresh, {}) == found
