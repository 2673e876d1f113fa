"""Short names for texts: ids, keys and fingerprints, the same on every machine."""

import sys
import unicodedata
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from hashlib import _Hash

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_PAIRS = [one + two for one in ALPHABET for two in ALPHABET]
"""Ten bits each: two characters at a time are looked up."""


def _sha256() -> "Callable[[bytes], _Hash]":
    """The interpreter's own SHA-256: `hashlib` would load OpenSSL for it, 3 ms and 3.5 MB.

    Its name is not a promise (`_sha2` since Python 3.12), so the public one stands behind it.
    """
    try:
        own = import_module("_sha2" if sys.version_info >= (3, 12) else "_sha256").sha256
    except (ImportError, AttributeError):
        own = import_module("hashlib").sha256
    return cast("Callable[[bytes], _Hash]", own)


sha256 = _sha256()


def digest(text: str, length: int = 6) -> str:
    """First `length` (at most six) base32 characters of SHA-256 over the NFC form of `text`."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    bits = int.from_bytes(sha256(text.encode("utf-8", "surrogatepass")).digest()[:4]) >> 2
    return (_PAIRS[bits >> 20] + _PAIRS[bits >> 10 & 1023] + _PAIRS[bits & 1023])[:length]


def fingerprint(text: str, length: int = 6) -> str:
    """Digest of `text` with every run of white space folded to one space and the ends trimmed."""
    return digest(" ".join(text.split()), length)
