"""JSON as text that any reader takes."""

from mdfollow.views.shown import in_json


def json_text(value: object, *, ascii_only: bool = False) -> str:
    r"""`value` as indented JSON with a final newline.

    Bytes of a file name that are no UTF-8 (lone surrogates), and whatever a terminal would obey,
    are spelled `\udcXX`.
    """
    import json

    return in_json(json.dumps(value, ensure_ascii=ascii_only, indent=2)) + "\n"


def error_text(sentence: str, *, ascii_only: bool = False) -> str:
    """The document of a run that ended before it had anything to tell."""
    return json_text({"version": 1, "error": sentence}, ascii_only=ascii_only)
