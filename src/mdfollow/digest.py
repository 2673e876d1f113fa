"""Short names for texts: ids, keys and fingerprints, the same on every machine."""

import hashlib
import unicodedata

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def digest(text: str, length: int = 6) -> str:
    """First `length` base32 characters of SHA-256 over the NFC form of `text`."""
    raw = hashlib.sha256(unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass"))
    number = int.from_bytes(raw.digest()[:10])
    return "".join(ALPHABET[(number >> shift) & 31] for shift in range(75, 75 - 5 * length, -5))


def fingerprint(text: str, length: int = 6) -> str:
    """Digest of `text` with every run of white space folded to one space and the ends trimmed."""
    return digest(" ".join(text.split()), length)
