"""Short names for texts: ids, keys and fingerprints, the same on every machine."""

import hashlib
import unicodedata

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_PAIRS = [one + two for one in ALPHABET for two in ALPHABET]
"""Ten bits each: two characters at a time are looked up."""


def digest(text: str, length: int = 6) -> str:
    """First `length` base32 characters of SHA-256 over the NFC form of `text`."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    raw = hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
    number = int.from_bytes(raw[:10])
    ends = range(70, 70 - 5 * length, -10)
    return "".join([_PAIRS[(number >> shift) & 1023] for shift in ends])[:length]


def fingerprint(text: str, length: int = 6) -> str:
    """Digest of `text` with every run of white space folded to one space and the ends trimmed."""
    return digest(" ".join(text.split()), length)
