"""Word documents (.docx): mammoth reads what they mean, not how they look."""

from functools import partial
from io import BytesIO
from pathlib import Path

import mammoth  # type: ignore[import-untyped]  # mammoth has no types
from mammoth.documents import Image  # type: ignore[import-untyped]  # mammoth has no types

from kiosk.prepare.article.foreign import OLD_WORD, foreign_kind
from kiosk.prepare.article.office_package import LARGEST_FILE, UNREADABLE, RefusedError, check_package, title_property
from kiosk.prepare.article.particulars import Particulars
from kiosk.prepare.article.saved import Embedded, Saved
from kiosk.prepare.article.saved_tree import inner_html, one_line, taken_title
from kiosk.prepare.article.text import Missing, Unreadable, content_of
from kiosk.prepare.html.tree import TooIntricate, parse_html

LARGEST_PICTURE = 12_000_000

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='caption'] => figcaption:fresh
p[style-name='Caption'] => figcaption:fresh
"""
_SAVE_ANEW = 'Open it in Word, choose "Save as" and there "Word document (.docx)" or "Plain text (.txt)"'


def read_word_file(file: Path) -> Saved | Missing | Unreadable:
    content = content_of(file, LARGEST_FILE)
    if not isinstance(content, bytes):
        return content
    if len(content) > LARGEST_FILE:
        return Unreadable(
            f"is larger than {LARGEST_FILE // 1_000_000} MB", "Make its pictures smaller, or leave some out"
        )
    if content.startswith(OLD_WORD.beginnings):
        return Unreadable("is a Word document of an old kind, or has a password", OLD_WORD.cure)
    if (foreign := foreign_kind(content)) and not content.startswith(b"PK"):
        return Unreadable(foreign.what, foreign.cure)
    try:
        check_package(content)
        return _saved(content)
    except RefusedError as refused:
        return Unreadable(str(refused), _SAVE_ANEW)


def _saved(content: bytes) -> Saved | Unreadable:
    pictures = _Pictures()
    root = parse_html(f"<body>{_html(content, pictures)}")
    if isinstance(root, TooIntricate):
        return Unreadable(root.what, _SAVE_ANEW)
    part = root.find("body")
    title = taken_title(part) or one_line(title_property(content))
    return Saved(inner_html(part), _given(title), pictures.contents)


def _html(content: bytes, pictures: "_Pictures") -> str:
    try:
        result = mammoth.convert_to_html(
            BytesIO(content),
            style_map=_STYLES,
            include_embedded_style_map=False,
            external_file_access=False,
            convert_image=mammoth.images.img_element(pictures.note),
        )
    except Exception as error:  # mammoth has no error of its own: a wrong part ends in whatever it stumbles over
        raise RefusedError("is no Word document, or is damaged") from error
    return str(result.value)


class _Pictures:
    """Names the pictures in a document; what they hold is unpacked when it is asked for."""

    def __init__(self) -> None:
        self.contents: Embedded = {}

    def note(self, image: Image) -> dict[str, str]:
        name = f"picture-{len(self.contents) + 1}"
        self.contents[name] = partial(_unpacked, image)
        return {"src": name}


def _unpacked(image: Image) -> bytes:
    """Give a picture's content, nothing for one that is not in the document."""
    try:
        with image.open() as opened:
            return bytes(opened.read(LARGEST_PICTURE + 1))
    except (KeyError, *UNREADABLE):
        return b""


def _given(title: str) -> Particulars:
    """Who wrote a document is not among its properties: there stands who pays for Word."""
    return Particulars(
        title=title,
        publisher="",
        author="",
        caption="",
        alt="",
        summary="",
        language="",
        published=None,
        source=None,
    )
