"""How an article's blocks are set: sides, insets, line ends, tables."""

# ruff: noqa: RUF001  # letters of many scripts are what is tested

from collections.abc import Callable, Iterator
from typing import TypeAlias

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextTable

from kiosk.display.ui.document import fill
from kiosk.display.ui.margin import BARS, BULLET, GROUND, MARK, RULE
from kiosk.display.ui.style import Style
from kiosk.edition.model import Block, Code, Figure, Heading, Listing, Paragraph, Picture, Quote, Run, Table
from kiosk.edition.palettes import LIGHT

STYLE = Style(LIGHT, 1.0)
WIDTH = 1000
ARABIC, ENGLISH = "الماء ليس له جواز سفر", "Water has no passport"
RIGHT, LEFT = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
NEVER_FIRST, NEVER_LAST = "，。、；：！？）」』》”％ァィゥェォッャュョー", "（「『《“"


def paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),))


LayOut: TypeAlias = Callable[..., QTextDocument]


@pytest.fixture
def lay_out() -> Iterator[LayOut]:
    """Give a function that lays blocks out; the documents live as long as the test, for their blocks point into them."""
    kept = []

    def lay_out(*blocks: Block, width: int = WIDTH, from_right: bool = False) -> QTextDocument:
        document = QTextDocument()
        kept.append(document)
        fill(document, blocks, STYLE, width, from_right=from_right)
        document.size()
        return document

    yield lay_out
    kept.clear()


def blocks_of(made: QTextDocument) -> Iterator[QTextBlock]:
    block = made.begin()
    while block.isValid():
        yield block
        block = block.next()


def block_with(made: QTextDocument, text: str) -> QTextBlock:
    return next(block for block in blocks_of(made) if text in block.text())


def lines_of(block: QTextBlock) -> list[str]:
    layout = block.layout()
    lines = (layout.lineAt(number) for number in range(layout.lineCount()))
    return [block.text()[line.textStart() : line.textStart() + line.textLength()].strip() for line in lines]


def is_slanted(block: QTextBlock) -> bool:
    return block.begin().fragment().charFormat().font().italic()


@pytest.mark.parametrize("from_right", [False, True])
def test_each_paragraph_begins_on_the_side_of_its_own_letters(lay_out: LayOut, *, from_right: bool) -> None:
    made = lay_out(paragraph(ARABIC), paragraph(ENGLISH), paragraph("2026"), from_right=from_right)

    sides = [block.blockFormat().layoutDirection() for block in blocks_of(made)]
    assert sides == [RIGHT, LEFT, RIGHT if from_right else LEFT]


def test_a_quote_stands_in_from_the_side_where_it_begins_with_a_bar_there(lay_out: LayOut) -> None:
    made = lay_out(Quote((paragraph(ENGLISH),)), Quote((paragraph(ARABIC),)))

    english, arabic = (block.blockFormat() for block in blocks_of(made))
    assert (english.leftMargin() > 0, english.rightMargin()) == (True, 0)
    assert (arabic.rightMargin() > 0, arabic.leftMargin()) == (True, 0)
    assert (english.property(BARS), arabic.property(BARS)) == ("0", "0")


def test_a_quote_leans_only_where_its_letters_can(lay_out: LayOut) -> None:
    made = lay_out(Quote((paragraph(ENGLISH),)), Quote((paragraph(ARABIC),)))

    assert [is_slanted(block) for block in blocks_of(made)] == [True, False]


def test_whose_words_they_were_is_named_upright_and_close_by(lay_out: LayOut) -> None:
    made = lay_out(Quote((paragraph(ENGLISH), paragraph("— Tendai Chikomo"))))

    words, name = blocks_of(made)
    assert (is_slanted(words), is_slanted(name)) == (True, False)
    assert name.begin().fragment().charFormat().font().pixelSize() < 31
    assert words.blockFormat().bottomMargin() < 12


def test_each_level_of_a_list_stands_one_step_further_in(lay_out: LayOut) -> None:
    inner = Listing((((paragraph("inner")),),))
    made = lay_out(Listing(((paragraph("outer"), inner),), first=7))

    outer, nested = blocks_of(made)
    assert nested.blockFormat().leftMargin() == 2 * outer.blockFormat().leftMargin()
    assert (outer.blockFormat().property(MARK), nested.blockFormat().property(MARK)) == ("7.", BULLET)


def test_a_long_number_has_room_before_its_text(lay_out: LayOut) -> None:
    short, long = (next(blocks_of(lay_out(Listing(((paragraph("x"),),), first)))) for first in (1, 123_456_789))

    assert long.blockFormat().leftMargin() > 2 * short.blockFormat().leftMargin()


def test_an_item_without_words_keeps_its_mark(lay_out: LayOut) -> None:
    made = lay_out(Listing(((Code("x"),),)))

    assert next(blocks_of(made)).blockFormat().property(MARK) == BULLET


def test_half_of_the_width_is_left_however_deep_the_text_stands(lay_out: LayOut) -> None:
    block: Block = paragraph("deep")
    for _ in range(60):
        block = Quote((block,))

    assert block_with(lay_out(block), "deep").blockFormat().leftMargin() == WIDTH // 2


def test_a_heading_is_nearer_to_what_follows(lay_out: LayOut) -> None:
    made = lay_out(paragraph(ENGLISH), Heading(2, (Run("What they say"),)), paragraph(ENGLISH))

    look = block_with(made, "What").blockFormat()
    assert look.topMargin() > 2 * look.bottomMargin()


def test_an_article_that_begins_with_a_heading_begins_at_its_top(lay_out: LayOut) -> None:
    assert next(blocks_of(lay_out(Heading(2, (Run("First"),))))).blockFormat().topMargin() == 0


def test_a_caption_is_nearer_to_its_picture_than_to_the_text_below(lay_out: LayOut) -> None:
    made = lay_out(Figure(Picture("a.png", 400, 300), (Run("The gauge"),)), paragraph(ENGLISH))

    picture, caption, _ = blocks_of(made)
    assert caption.blockFormat().bottomMargin() > 2 * picture.blockFormat().bottomMargin()


def test_a_picture_begins_on_the_side_of_its_caption(lay_out: LayOut) -> None:
    made = lay_out(Figure(Picture("a.png", 400, 300), (Run(ARABIC),)))

    assert [block.blockFormat().layoutDirection() for block in blocks_of(made)] == [RIGHT, RIGHT]


def test_code_runs_from_left_to_right_on_a_ground_and_wraps(lay_out: LayOut) -> None:
    made = lay_out(Code("x = 1  # " + "a remark " * 40), from_right=True)

    code = next(blocks_of(made))
    assert (code.blockFormat().layoutDirection(), code.blockFormat().property(GROUND) > 0) == (LEFT, True)
    assert all(
        0 < line.naturalTextWidth() <= WIDTH for line in map(code.layout().lineAt, range(code.layout().lineCount()))
    )
    assert code.layout().lineCount() > 2


CHINESE = "乌克兰内政部副部长表示，乌克兰正准备加强边境。“没有一个人感到惊讶，”他说，“也没有人被问过。”（记者：莫约）《评论》报道！"
JAPANESE = "ウクライナ内務省の副大臣は、準備を進めていると述べた。「そこに住む人で驚いた者はいない」（記者：モヨ）ちょっと、待って。"


@pytest.mark.parametrize("text", [CHINESE, JAPANESE], ids=["Chinese", "Japanese"])
@pytest.mark.parametrize("width", range(300, 620, 16))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(lay_out: LayOut, text: str, width: int) -> None:
    lines = lines_of(next(blocks_of(lay_out(paragraph(text * 3), width=width))))

    assert len(lines) > 4
    assert [line for line in lines[1:] if line[0] in NEVER_FIRST] == []
    assert [line for line in lines[:-1] if line[-1] in NEVER_LAST] == []


def cells(*rows: tuple[str, ...]) -> Table:
    head, *body = (tuple((Run(text),) for text in row) for row in rows)
    return Table(head, tuple(body))


def texts_across(table: QTextTable) -> list[str]:
    return [table.cellAt(0, column).firstCursorPosition().block().text() for column in range(table.columns())]


def table_in(made: QTextDocument) -> QTextTable:
    (table,) = (frame for frame in made.rootFrame().childFrames() if isinstance(frame, QTextTable))
    return table


def test_figures_end_below_each_other(lay_out: LayOut) -> None:
    made = lay_out(cells(("Month", "Level"), ("January", "12,840.25")))

    assert block_with(made, "12,840").blockFormat().alignment() & Qt.AlignmentFlag.AlignRight
    assert not block_with(made, "January").blockFormat().alignment() & Qt.AlignmentFlag.AlignRight


def test_a_hairline_parts_the_rows(lay_out: LayOut) -> None:
    made = lay_out(cells(("Month", "Level"), ("January", "3"), ("April", "4")))

    ruled = [block.text() for block in blocks_of(made) if block.blockFormat().hasProperty(RULE)]
    assert ruled == ["January", "April"]


def test_a_table_from_right_to_left_has_its_first_column_on_the_right(lay_out: LayOut) -> None:
    made = lay_out(cells(("الشهر", "المستوى"), ("يناير", "3.20")))

    assert texts_across(table_in(made)) == ["المستوى", "الشهر"]


def test_a_table_wider_than_the_page_becomes_a_paragraph_for_each_row(lay_out: LayOut) -> None:
    made = lay_out(cells(("Station", *["Total"] * 11), ("Mabelreign", *["1,234,567,890.25"] * 11)))

    assert made.rootFrame().childFrames() == []
    assert "Total: 1,234,567,890.25" in block_with(made, "Mabelreign").text()


@pytest.mark.parametrize("block", [Code("x = 1"), Quote((Code("x"),))])
def test_a_ground_at_the_end_is_not_cut_off(lay_out: LayOut, block: Block) -> None:
    made = lay_out(block)

    code = next(blocks_of(made))
    foot = made.documentLayout().blockBoundingRect(code).top() + 36 + code.blockFormat().property(GROUND)
    assert made.size().height() >= foot
