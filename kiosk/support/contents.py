"""What is in a support bundle: members with their names, what could not be had, and how much of it fits. Pure."""

import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MOST_BYTES = 5_000_000
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""A ZIP file knows no earlier time; a computer whose battery is empty does."""

README = """\
This file is for whoever helps you with the kiosk: whoever installed it, your administrator, or the address that they gave
you. Please send it to them as it is, for example by mail.

What is in it: which versions run here; what `kiosk doctor`, `kiosk check`, `kiosk status` and `kiosk editions` say; your
settings files; the logs, of which the oldest lines may be cut off, and where a window hung; and pictures of the screen,
unless they were left out. manifest.json tells of every part, and of what could not be had, and why.

What was taken out of the texts, with x for a letter and 9 for a digit in its place, so that lengths can still be seen:
- of your settings files: remarks, and every value but those that are nobody's in particular, such as the country, languages,
  days, hours, dates, colours and the names of social networks. In place of the PIN, of passwords and tokens stand stars.
  Every line is where it was: line 44 is still line 44.
- of everything else: what your settings files say, and what the newest versions that are kept say of your office and its
  contact details, word by word; what `kiosk check` and `kiosk status` quote from your files; the titles of articles in the
  list of versions.
- what looks like a phone number, an e-mail address, a link, an address in a network, a password or a token.
In place of the names of this computer and its user, and of the folders of the user, the settings and the kiosk, stand words
such as <host>, <user>, <home>, <settings> and <state>.

What may still be there: names that only the logs know, for no program can tell them from other words; words of three letters
or fewer inside others or in other capitals; words that the kiosk itself uses, such as "contact"; which program, system and
screens run here.
A picture shows what every visitor can see on the screen, with its names and numbers. Without it:
kiosk bundle --without-pictures

Whatever you are not sure of: open the file and look, it is an ordinary ZIP file of texts.
"""


@dataclass(frozen=True, slots=True)
class Member:
    name: str
    content: bytes
    note: str = ""
    """What to know about it, such as that its beginning was cut off."""


@dataclass(frozen=True, slots=True)
class Missing:
    name: str
    why: str


Part = Member | Missing


def member(name: str, text: str, note: str = "") -> Member:
    return Member(name, text.encode(errors="replace"), note)


def packed(parts: Sequence[Part], made_at: tuple[int, int, int, int, int, int]) -> bytes:
    """Give the ZIP file, the README and the manifest first; equal parts at one moment give equal bytes."""
    first = (Member("README.txt", README.encode()), Member("manifest.json", _manifest(parts)))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for part in (*first, *(part for part in parts if isinstance(part, Member))):
            entry = zipfile.ZipInfo(part.name, max(made_at, EARLIEST))
            entry.external_attr = 0o600 << 16
            file.writestr(entry, part.content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _manifest(parts: Iterable[Part]) -> bytes:
    told = [
        {"name": part.name, "bytes": len(part.content), "note": part.note}
        if isinstance(part, Member)
        else {"name": part.name, "missing": part.why}
        for part in parts
    ]
    return (json.dumps(told, indent=1, ensure_ascii=False) + "\n").encode()
