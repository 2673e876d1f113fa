"""Fields as plain Python values."""

from mdfollow.value import Scalar, Sequence, Value


def plain(value: Value) -> object:
    """The value without places, as Python lists and dicts of texts."""
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Sequence):
        return [plain(item) for item in value.items]
    return {key.text: plain(inner) for key, inner in value.entries}
