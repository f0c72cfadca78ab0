"""The article's text reaches nothing but the edition, and keeps every letter for search and screen readers."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QColor, QImage, QTextDocument
from PySide6.QtTest import QTest

from kiosk.display.ui.body import Body
from kiosk.display.ui.window import KioskWindow
from kiosk.edition.model import Article, Edition, Figure, Paragraph, Picture, Run

ShowPage: TypeAlias = Callable[..., KioskWindow]
Kind: TypeAlias = QTextDocument.ResourceType
HOSTILE = (
    "file:///etc/hostname", "//server/share/picture.png", r"\\server\share\picture.png", "http://host.example/a.png",
    "https://host.example/a.png", "qrc:/a.png", ":/a.png", "data:image/png;base64,iVBORw0KGgo=", "ftp://host.example/a",
    "/etc/hostname", "kimg:../../../etc/hostname:10x10", "kimg:/etc/hostname:10x10", "kimg:a.png", "", "kimg:",
)  # fmt: skip


@pytest.fixture
def body(make_edition: Callable[..., Edition], show_page: ShowPage) -> Body:
    opening = "Ukraine is preparing to reinforce its frontier with Belarus, its deputy interior minister has said. "
    article = Article("A border", (Paragraph((Run(opening * 3),)), Paragraph((Run("It begins in spring."),))))
    return show_page(make_edition(articles=(article,))).reading.findChildren(Body)[0]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_picture_from_anywhere_else_is_one_blank_pixel(body: Body, name: str) -> None:
    given = body.loadResource(Kind.ImageResource.value, QUrl(name))

    assert isinstance(given, QImage)
    assert (given.width(), given.height()) == (1, 1)
    assert given.pixelColor(0, 0).alpha() == 0


@pytest.mark.parametrize("kind", [Kind.HtmlResource, Kind.StyleSheetResource, Kind.MarkdownResource], ids=str)
@pytest.mark.parametrize("name", HOSTILE)
def test_no_other_resource_is_ever_read(body: Body, name: str, kind: Kind) -> None:
    assert body.loadResource(kind.value, QUrl(name)) == "\n"


def test_a_file_beside_the_edition_is_not_shown(body: Body, tmp_path: Path) -> None:
    red = QImage(40, 40, QImage.Format.Format_RGB32)
    red.fill(QColor("#ff0000"))
    assert red.save(str(tmp_path / "red.png"))

    body.setHtml(f'<img src="{(tmp_path / "red.png").as_uri()}" width="40" height="40">')

    painted = body.grab().toImage()
    assert QColor("#ff0000").rgb() not in {painted.pixel(x, y) for x in range(0, 60, 2) for y in range(0, 60, 2)}


def test_a_picture_that_is_gone_leaves_its_place_blank(
    make_edition: Callable[..., Edition], show_page: ShowPage
) -> None:
    article = Article("A border", (Figure(Picture("gone.png", 400, 300)), Paragraph((Run("Below."),))))
    body = show_page(make_edition(articles=(article,))).reading.findChildren(Body)[0]

    assert body.text_height() > 300


def test_the_first_letter_is_found_though_the_drop_cap_shows_it(body: Body) -> None:
    assert not body.document().find("Ukraine").isNull()


def test_a_screen_reader_reads_the_first_word_whole(body: Body) -> None:
    text = QAccessible.queryAccessibleInterface(body).text(QAccessible.Text.Value)

    assert "Ukraine is preparing" in text


def test_a_drop_cap_is_three_lines_of_the_accent(body: Body) -> None:
    painted, accent = body.grab().toImage(), QColor("#b4472e").rgb()
    rows = [y for y in range(160) if any(painted.pixel(x, y) == accent for x in range(100))]

    assert rows[-1] - rows[0] > 100


def test_text_cannot_be_selected_or_copied(body: Body) -> None:
    QTest.mouseDClick(body.viewport(), Qt.MouseButton.LeftButton, pos=body.rect().center())
    QTest.keyClick(body, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    assert not body.textCursor().hasSelection()
    assert not body.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse


def test_text_cannot_be_edited(body: Body) -> None:
    before = body.toPlainText()

    QTest.keyClicks(body, "x")

    assert body.toPlainText() == before
