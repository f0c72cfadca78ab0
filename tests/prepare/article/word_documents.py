"""Word documents made by hand, as small as Word reads them (ECMA-376, Part 1)."""

import io
import zipfile
from collections.abc import Mapping

from PIL import Image

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_STYLES = {"Title": "Title", "Heading1": "heading 1", "Heading2": "heading 2", "Quote": "Quote", "Caption": "caption"}


def drawn(colour: str = "red", width: int = 50) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, 40), colour).save(buffer, "PNG")
    return buffer.getvalue()


def document(
    *paragraphs: str, pictures: tuple[bytes, ...] = (), title: str = "", parts: Mapping[str, str | bytes] | None = None
) -> bytes:
    """Give a .docx; `title` is its property of that name, `parts` are added, or stand for the usual ones."""
    links = "".join(_relation(f"p{place}", "image", f"media/{place}.png") for place in range(len(pictures)))
    links += _relation("h1", "hyperlink", "https://a.example/", ' TargetMode="External"')
    links += _relation("x1", "image", "file:///etc/passwd", ' TargetMode="External"')
    whole: dict[str, str | bytes] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="png" ContentType="image/png"/></Types>',
        "_rels/.rels": _relations(_relation("r1", "officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {_NAMES}><w:body>{''.join(paragraphs)}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(links),
        "word/styles.xml": f"<w:styles {_NAMES}>{''.join(_style(*one) for one in _STYLES.items())}</w:styles>",
        **{f"word/media/{place}.png": content for place, content in enumerate(pictures)},
        **({"docProps/core.xml": _core(title)} if title else {}),
        **(parts or {}),
    }
    return packed(whole)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def paragraph(text: str, style: str = "", marks: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{named}<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def picture(relation: str = "p0", alt: str = "Hills") -> str:
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="a" descr="{alt}"/><a:graphic><a:graphicData><pic:pic>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r></w:p>"
    )


def linked_picture() -> str:
    return picture().replace('r:embed="p0"', 'r:link="x1"')


def link(text: str) -> str:
    return f'<w:p><w:hyperlink r:id="h1"><w:r><w:t>{text}</w:t></w:r></w:hyperlink></w:p>'


def table(*rows: tuple[str, ...]) -> str:
    """Give a table whose first row is its head."""
    return f"<w:tbl>{''.join(_row(row, is_head=not place) for place, row in enumerate(rows))}</w:tbl>"


def _row(cells: tuple[str, ...], *, is_head: bool) -> str:
    head = "<w:trPr><w:tblHeader/></w:trPr>" if is_head else ""
    return f"<w:tr>{head}{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"


def _relations(inside: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _relation(name: str, kind: str, target: str, more: str = "") -> str:
    return f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"{more}/>'


def _style(name: str, shown: str) -> str:
    return f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/></w:style>'


def _core(title: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:creator>Licensee</dc:creator></cp:coreProperties>"
    )
