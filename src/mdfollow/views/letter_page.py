"""A letter on its way out: as a link, as a mail file, as lines for a card."""

from typing import TYPE_CHECKING

from mdfollow.letters.facts import name as one_line
from mdfollow.letters.message import Message
from mdfollow.pattern import pattern

if TYPE_CHECKING:
    from email.headerregistry import Address

CARD = 46
"""Characters of a line on a note card."""
_ADDRESS = pattern(
    r"[^\s@<>()\[\],;:\\\"?&#%/]+@[^\s@<>()\[\],;:\\\"?&#%/.]+(?:\.[^\s@<>()\[\],;:\\\"?&#%/.]+)+"
)


def valid(address: str) -> str:
    """The address where it is exactly one, else nothing."""
    return address if address.isprintable() and _ADDRESS.fullmatch(address) else ""


def mailto(letter: Message, address: str) -> str:
    """The letter as a link that any mail program opens (RFC 6068); the address may be empty."""
    from urllib.parse import quote

    fields = {"subject": letter.subject, "body": letter.text.replace("\n", "\r\n")}
    query = "&".join(f"{key}={quote(text, safe='')}" for key, text in fields.items() if text)
    return f"mailto:{quote(valid(address), safe='@')}?{query}"


def mail_file(letter: Message, to: tuple[str, str], sender: tuple[str, str] = ("", "")) -> bytes:
    """The letter as an `.eml` file, unsent; `to` and `sender` are name and address."""
    from email.message import EmailMessage
    from email.policy import SMTP

    addresses = to[1] + sender[1]
    mail = EmailMessage(policy=SMTP.clone(utf8=not addresses.isascii()))
    for field, (name, address) in {"From": sender, "To": to}.items():
        if valid(address):
            mail[field] = _address(name, address)
    mail["Subject"] = " ".join(letter.subject.split())
    mail["X-Unsent"] = "1"
    mail.set_content(letter.text + "\n", charset="utf-8")
    return mail.as_bytes()


def _address(name: str, address: str) -> "Address":
    from email.headerregistry import Address

    local, _, domain = address.partition("@")
    return Address(one_line(name), local, domain)


def card(letter: Message) -> str:
    """The letter in short lines, to be written by hand."""
    import textwrap

    lines = [
        row
        for line in letter.text.split("\n")
        for row in textwrap.wrap(line, CARD, break_long_words=False) or [""]
    ]
    return "\n".join(lines) + "\n"
