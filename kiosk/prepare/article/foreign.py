"""Files that are no plain text, known by how they begin: their names may say otherwise."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Foreign:
    """A kind of file; `what` continues a sentence that begins with the file's name."""

    beginnings: tuple[bytes, ...]
    what: str
    cure: str


_WORD = Foreign(
    (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf"),  # other packed files, .odt and .zip, begin like .docx
    "is a Word document, not plain text",
    'Open it in Word, choose "Save as" and there "Plain text (.txt)", and name that file',
)
_PDF = Foreign(
    (b"%PDF-",),
    "is a PDF document, not plain text",
    "Copy its words into Notepad, save them as plain text (.txt), and name that file",
)
_PICTURE = Foreign(
    (b"\x89PNG", b"\xff\xd8\xff", b"GIF8"),
    "is a picture, not plain text",
    "Name a file with the words of the article; in it, ![What is to be seen](hills.jpg) shows a picture",
)


def foreign_kind(content: bytes) -> Foreign | None:
    return next((kind for kind in (_WORD, _PDF, _PICTURE) if content.startswith(kind.beginnings)), None)
