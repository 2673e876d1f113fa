"""RFC 5545 read by the letter, without the library that wrote it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_LINE = re.compile(
    r'(?P<name>[A-Z0-9-]+)(?P<params>(?:;[A-Z0-9-]+=(?:"[^"]*"|[^;:"]*))*):(?P<value>.*)'
)
_DAY, _TIME = r"\d{8}", r"\d{8}T\d{6}"
_VALUES = {
    "DTSTAMP": rf"{_TIME}Z",
    "COMPLETED": rf"{_TIME}Z",
    "TRIGGER": r"-?PT?[0-9HMSDW]+",
    "STATUS": r"NEEDS-ACTION|COMPLETED|CANCELLED",
    "CLASS": r"PRIVATE",
    "TRANSP": r"OPAQUE|TRANSPARENT",
    "ACTION": r"DISPLAY",
    "VERSION": r"2\.0",
    "URL": r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-F]{2})+",
}
_NEEDS = {
    "VCALENDAR": {"PRODID", "VERSION"},
    "VTODO": {"UID", "DTSTAMP", "SUMMARY", "DUE", "STATUS"},
    "VEVENT": {"UID", "DTSTAMP", "SUMMARY", "DTSTART", "DTEND"},
    "VALARM": {"ACTION", "TRIGGER", "DESCRIPTION"},
}
_TEXTS = {"SUMMARY", "DESCRIPTION", "UID"}


class Property(NamedTuple):
    params: dict[str, str]
    value: str


class Part(NamedTuple):
    name: str
    fields: dict[str, Property]
    parts: list["Part"]

    def all(self) -> Iterator["Part"]:
        yield self
        for part in self.parts:
            yield from part.all()


def read(data: bytes) -> Part:
    """The one calendar in a file; an AssertionError names what the RFC does not allow."""
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    folded = data.split(b"\r\n")[:-1]
    assert all(len(line) <= 75 for line in folded)
    lines = re.sub(rb"\r\n[ \t]", b"", data).decode("utf-8").split("\r\n")[:-1]
    assert not any(re.search(r"[\x00-\x08\x0a-\x1f\x7f]", line) for line in lines)
    top = Part("", {}, [])
    open_parts = [top]
    for line in lines:
        found = _LINE.fullmatch(line)
        assert found, line
        name, value = found["name"], found["value"]
        params = dict(each.split("=", 1) for each in found["params"].split(";")[1:])
        if name == "BEGIN":
            open_parts.append(Part(value, {}, []))
        elif name == "END":
            part = open_parts.pop()
            assert part.name == value
            _check(part)
            open_parts[-1].parts.append(part)
        else:
            assert name not in open_parts[-1].fields, f"{name} twice"
            open_parts[-1].fields[name] = Property(params, value)
    assert open_parts == [top]
    (calendar,) = top.parts
    _check_uids(calendar)
    return calendar


def _check(part: Part) -> None:
    assert _NEEDS[part.name] <= part.fields.keys(), part
    for name, field in part.fields.items():
        if name in _VALUES:
            assert re.fullmatch(_VALUES[name], field.value), (name, field)
        if name in {"DUE", "DTSTART", "DTEND"}:
            is_day = field.params.get("VALUE") == "DATE"
            assert re.fullmatch(_DAY if is_day else rf"{_TIME}Z?", field.value), (name, field)
        if name in _TEXTS:
            assert not re.search(r"(?<!\\)(?:\\\\)*[,;]", field.value), (name, field)
            assert re.fullmatch(r"(?:[^\\]|\\[\\;,nN])*", field.value), (name, field)
    start, end = part.fields.get("DTSTART"), part.fields.get("DTEND") or part.fields.get("DUE")
    if start and end:
        assert start.params == end.params
        assert start.value < end.value
    if part.name == "VTODO" and "DTSTART" not in part.fields:
        for alarm in part.parts:
            assert alarm.fields["TRIGGER"].params["RELATED"] == "END"


def _check_uids(calendar: Part) -> None:
    names = [part.fields["UID"].value for part in calendar.parts]
    assert len(names) == len(set(names))
