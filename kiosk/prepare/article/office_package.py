"""What a .docx file is before anything reads it: a packed folder of XML, which may unpack to more than any computer holds."""

import zipfile
import zlib
from io import BytesIO
from xml.parsers import expat

import lxml.etree  # type: ignore[import-untyped]  # lxml has no types

LARGEST_FILE = 60_000_000
MOST_PARTS = 3000
LARGEST_UNPACKED = 200_000_000
LARGEST_XML = 12_000_000
"""Bytes of one part: a document of 300 thousand characters has up to 5 million."""

MOST_ELEMENTS = 120_000
"""Of all parts: as many take mammoth 3 s and 180 MB; ten thousand words have up to 40 thousand."""

DEEPEST_ELEMENT = 100

_CORE = "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_XML_BEGINNINGS = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe", b"\xfe\xff", b"\0<")

UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError)
"""What a packed file raises that is wrong, packed in a wrong way, or encrypted."""

_MEANS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""How parts are packed (ECMA-376, Part 2, annex B); Python may know of others, or may come without them."""


class RefusedError(Exception):
    """Leaves the reading at once; its text continues a sentence that begins with the file's name."""


def check_package(content: bytes) -> None:
    """Read through the file once, or raise RefusedError: what comes after may trust its size, depth and plain XML."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            _check_size(package)
            counter = _Counter()
            for part in package.infolist():
                _check_part(package, part, counter)
    except UNREADABLE as error:
        raise RefusedError("is damaged, or protected by a password") from error


def title_property(content: bytes) -> str:
    """Give the title that a checked document has among its properties, "" for none."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        if _CORE not in package.namelist() or not _is_xml(package, package.getinfo(_CORE)):
            return ""
        core = package.read(_CORE)
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = lxml.etree.fromstring(core, parser=parser)
    return "" if root is None else root.findtext(_TITLE) or ""


def _check_size(package: zipfile.ZipFile) -> None:
    parts = package.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise RefusedError("unpacks to more than a document of words and pictures has")


def _check_part(package: zipfile.ZipFile, part: zipfile.ZipInfo, counter: "_Counter") -> None:
    if part.compress_type not in _MEANS:
        raise RefusedError("is damaged, or protected by a password")
    if not _is_xml(package, part):
        return
    if part.file_size > LARGEST_XML:
        raise RefusedError("has more text than any article")
    _check_xml(package.read(part), counter)


def _is_xml(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Tell it by the first bytes: the names of parts are free."""
    with package.open(part) as opened:
        return opened.read(64).lstrip().startswith(_XML_BEGINNINGS)


def _check_xml(content: bytes, counter: "_Counter") -> None:
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = counter.refuse_doctype
    parser.StartElementHandler = counter.start
    parser.EndElementHandler = counter.end
    try:
        parser.Parse(content, True)  # noqa: FBT003  # expat's own way to say "this is all"
    except expat.ExpatError as error:
        raise RefusedError("is damaged: one of its parts cannot be read") from error


class _Counter:
    def __init__(self) -> None:
        self._elements = 0
        self._depth = 0

    def refuse_doctype(self, *_told: object) -> None:
        raise RefusedError("holds what no document of Word holds")

    def start(self, _name: str, _attributes: object) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > MOST_ELEMENTS or self._depth > DEEPEST_ELEMENT:
            raise RefusedError("is more intricate than any article")

    def end(self, _name: str) -> None:
        self._depth -= 1
