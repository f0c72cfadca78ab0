"""Files of other kinds that are said to be pages, feeds and pictures, and the other way round."""

import io
import json
import tarfile
import zipfile
from collections.abc import Iterator

from tests.hostile.case import HTML, JSON, RSS, Case, sends
from tests.hostile.honest import json_with, page_with, rss_with
from tests.prepare.gathering.paper import jpeg

SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="9" height="9"/></svg>'


def _packed() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("../../../../mnt/zqmarker", "out")
        archive.writestr("[Content_Types].xml", "<Types/>")
    return stream.getvalue()


def _archive() -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        archive.addfile(tarfile.TarInfo("../../mnt/zqmarker"))
    return stream.getvalue()


_FILES = {
    "PNG": b"\x89PNG\r\n\x1a\n" + bytes(500),
    "JPEG": jpeg("red"),
    "GIF": b"GIF89a" + bytes(500),
    "PDF": b"%PDF-1.7\n1 0 obj << /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >> endobj" + bytes(200),
    "SVG": SVG,
    "ZIP": _packed(),
    "tar": _archive(),
    "program of Windows": b"MZ\x90\0" + bytes(200) + b"This program cannot be run in DOS mode." + bytes(500),
    "program of Linux": b"\x7fELF\x02\x01\x01" + bytes(500),
    "program for a shell": b"#!/bin/sh\nrm -rf /\n",
    "class of Java": b"\xca\xfe\xba\xbe" + bytes(500),
    "WebAssembly": b"\0asm\x01\0\0\0" + bytes(200),
    "sound": b"ID3\x04" + bytes(800),
    "film": b"\0\0\0\x18ftypmp42" + bytes(800),
    "font": b"wOF2" + bytes(800),
    "TIFF": b"II*\0" + bytes(400),
    "Word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "RTF": b'{\\rtf1 {\\field{\\*\\fldinst INCLUDEPICTURE "http://10.0.0.1/"}}}',
    "shortcut": b"[InternetShortcut]\r\nURL=file:///mnt/zqmarker\r\n",
    "calendar": b"BEGIN:VCALENDAR\r\nATTACH:file:///mnt/zqmarker\r\nEND:VCALENDAR\r\n",
    "playlist": b"#EXTM3U\nhttp://10.0.0.1/stream\n",
    "pickle": b"cos\nsystem\n(S'touch /mnt/zqmarker'\ntR.",
    "database": b"SQLite format 3\0" + bytes(400),
    "numbers": b"1;2;3\n" * 400,
    "JSON": json.dumps([[[{"a": 1}]]] * 40).encode(),
    "one byte": b"<",
    "NULs": bytes(4000),
    "noise": bytes(place * 167 % 256 for place in range(9000)),
}  # fmt: skip
_KINDS = (HTML, RSS, JSON, "image/png", "application/octet-stream", "")
_HONEST = (("page", page_with()), ("feed", rss_with("")), ("JSON feed", json_with("")))


def cases() -> Iterator[Case]:
    for name, content in _FILES.items():
        for kind in _KINDS[:3]:
            yield Case("kinds", f"{name} said to be {kind}", {"": sends(content, kind)}, "nothing")
        picture = {"": sends(page_with('<img src="p.png">')), "p.png": sends(content, "image/png")}
        yield Case("kinds", f"{name} as a picture", picture, "article")
        whole = {"": sends(rss_with(""), RSS), "story": sends(content, HTML)}
        yield Case("kinds", f"{name} as the whole text", whole, "article", full_text=True)
    for name, text in _HONEST:
        for kind in (
            *_KINDS,
            "text/plain",
            "text/html; charset=none",
            "x" * 3000,
            "\x7f",
            "multipart/mixed; boundary=a",
        ):
            yield Case("kinds", f"{name} said to be {kind[:40]!r}", {"": sends(text, kind)})
