"""Words for numbers and for units of time."""

_NUMBERS = (
    "zero/a,an,one/two,couple,couple of,a couple,a couple of/three/four/five/six/seven/eight/nine"
    "/ten/eleven/twelve/thirteen/fourteen/fifteen/sixteen/seventeen/eighteen/nineteen/twenty"
)
NUMBERS = {
    word: number for number, row in enumerate(_NUMBERS.split("/")) for word in row.split(",")
}
"""Number words with their number; "a few" is none."""

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth"
ORDINALS = tuple(_ORDINALS.split())
"""Ordinals from the first on."""

UNITS = {
    "hour": "hours",
    "hr": "hours",
    "h": "hours",
    "day": "days",
    "d": "days",
    "calendar day": "days",
    "week": "weeks",
    "wk": "weeks",
    "w": "weeks",
    "fortnight": "fortnights",
    "month": "months",
    "mo": "months",
    "mth": "months",
    "year": "years",
    "yr": "years",
    "business day": "workdays",
    "working day": "workdays",
    "work day": "workdays",
    "workday": "workdays",
    "weekday": "workdays",
    "bd": "workdays",
}
"""Units as typed, singular, with the unit they mean."""
