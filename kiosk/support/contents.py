"""What is in a support bundle: members with their names, what could not be had, and how much of it fits. Pure."""

import io
import json
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MOST_BYTES = 5_000_000
README = """\
This file is for whoever helps you with the kiosk: whoever installed it, your administrator, or the address that they gave
you. Please send it to them as it is, for example by mail.

What is in it: which versions run here; what `kiosk doctor`, `kiosk check`, `kiosk status` and `kiosk editions` say; your
settings files; the logs, of which the oldest lines may be cut off, and where a window hung; and pictures of the screen,
unless they were left out. manifest.json tells of every part, and of what could not be had, and why.

What was taken out: the PIN, passwords and tokens, phone numbers, e-mail addresses, names, streets, remarks in your files;
the names of this computer, of its user, of folders and screens, addresses in the network. In their place stand x for a
letter and 9 for a digit, or a word such as <home>, <user>, <host>, <settings> and <state>. In contact.toml every line is
where it was, so that line 44 is still line 44.

What was not: a picture shows what every visitor can see on the screen, with its names and numbers. Without it:
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


def packed(parts: Sequence[Part], made_at: tuple[int, int, int, int, int, int]) -> bytes:
    """Give the ZIP file, the README and the manifest first; equal parts at one moment give equal bytes."""
    first = (Member("README.txt", README.encode()), Member("manifest.json", _manifest(parts)))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for member in (*first, *(part for part in parts if isinstance(part, Member))):
            entry = zipfile.ZipInfo(member.name, made_at)
            entry.external_attr = 0o600 << 16
            file.writestr(entry, member.content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _manifest(parts: Iterable[Part]) -> bytes:
    told = [
        {"name": part.name, "bytes": len(part.content), "note": part.note}
        if isinstance(part, Member)
        else {"name": part.name, "missing": part.why}
        for part in parts
    ]
    return (json.dumps(told, indent=1, ensure_ascii=False) + "\n").encode()
