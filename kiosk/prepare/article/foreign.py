"""Files that are no plain text, known by how they begin: their names may say otherwise."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Foreign:
    """A kind of file; `what` continues a sentence that begins with the file's name."""

    beginnings: tuple[bytes, ...]
    what: str
    cure: str


_OPEN_DOCUMENT_MARK = b"mimetypeapplication/vnd.oasis.opendocument"
_SAVE_AS = 'choose "Save as" and there "Word document (.docx)" or "Plain text (.txt)", and name that file'
_OPEN_DOCUMENT = Foreign((), "is an OpenDocument file, not plain text", f"Open it, {_SAVE_AS}")
_WORD = Foreign(
    (b"PK\x03\x04",),  # other packed files, such as .zip, begin like .docx
    "is a Word document, not plain text",
    f"Give it a name that ends in .docx; or open it in Word, {_SAVE_AS}",
)
OLD_WORD = Foreign(
    (b"\xd0\xcf\x11\xe0", b"{\\rtf"),
    "is a Word document, not plain text",
    f"Open it in Word, {_SAVE_AS}",
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
    if content.startswith(_WORD.beginnings) and _OPEN_DOCUMENT_MARK in content[:100]:
        return _OPEN_DOCUMENT
    kinds = (_WORD, OLD_WORD, _PDF, _PICTURE)
    return next((kind for kind in kinds if content.startswith(kind.beginnings)), None)
