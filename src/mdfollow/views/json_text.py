"""JSON as text that any reader takes."""

from mdfollow.pattern import pattern

_LONE = pattern("[\ud800-\udfff]")


def json_text(value: object, *, ascii_only: bool = False) -> str:
    r"""`value` as indented JSON with a final newline.

    Bytes of a file name that are no UTF-8 (lone surrogates) are spelled `\udcXX`.
    """
    import json

    text = json.dumps(value, ensure_ascii=ascii_only, indent=2)
    return _LONE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
