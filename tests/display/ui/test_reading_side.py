"""What the reading side does between two readings: another one fades in from finished frames, and all else is there at once."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TypeAlias

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.display.page.derive import derive_page
from kiosk.display.page.moment import Moment
from kiosk.display.page.speech import Speech
from kiosk.display.ui.article import ArticleView
from kiosk.display.ui.body import Body
from kiosk.display.ui.fade import Fade
from kiosk.display.ui.footer import Rotation
from kiosk.display.ui.pictures import Pictures
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.choices import Choices
from kiosk.edition.model import Edition, Figure, Notice, Paragraph, Picture, Run
from tests.display.ui.conftest import NOON
from tests.display.ui.test_pictures import RED, png

ShowPage: TypeAlias = Callable[..., KioskWindow]
Change: TypeAlias = Callable[[Edition], tuple[Edition, Choices]]
PIPE = Notice("The main entrance is closed", "A pipe has burst.", datetime(2026, 12, 1, tzinfo=UTC))
LONG = (Paragraph((Run("Winter came early. " * 900),)),)


def fade_of(window: KioskWindow) -> Fade:
    return window.reading.findChildren(Fade)[0]


def seen(window: KioskWindow) -> QImage:
    return window.reading.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def next_article(edition: Edition) -> tuple[Edition, Choices]:
    return edition, Choices(article=1)


def notice(edition: Edition) -> tuple[Edition, Choices]:
    return replace(edition, notice=PIPE), Choices()


def no_article(edition: Edition) -> tuple[Edition, Choices]:
    return replace(edition, articles=()), Choices()


def larger_text(edition: Edition) -> tuple[Edition, Choices]:
    return edition, Choices(text_scale=1.3)


def contrast(edition: Edition) -> tuple[Edition, Choices]:
    return edition, Choices(high_contrast=True)


def correction(edition: Edition) -> tuple[Edition, Choices]:
    first, *others = edition.articles
    return replace(edition, articles=(replace(first, title="A stronger fence"), *others)), Choices()


@pytest.mark.parametrize("change", [next_article, notice, no_article])
def test_another_reading_fades_in(make_edition: Callable[..., Edition], show_page: ShowPage, change: Change) -> None:
    edition, choices = change(make_edition())
    show_page(make_edition())

    window = show_page(edition, choices=choices)

    assert fade_of(window).is_running
    assert fade_of(window).geometry() == window.reading.rect()


@pytest.mark.parametrize("change", [larger_text, contrast, correction])
def test_what_stays_the_same_reading_is_there_at_once(
    make_edition: Callable[..., Edition], show_page: ShowPage, change: Change
) -> None:
    edition, choices = change(make_edition())
    show_page(make_edition())

    window = show_page(edition, choices=choices)

    assert not fade_of(window).is_running


def test_a_notice_that_goes_fades_out(make_edition: Callable[..., Edition], show_page: ShowPage) -> None:
    show_page(make_edition(notice=PIPE))

    assert fade_of(show_page(make_edition())).is_running


def test_the_first_reading_is_there_at_once(make_edition: Callable[..., Edition], show_page: ShowPage) -> None:
    assert not fade_of(show_page(make_edition())).is_running


def test_nothing_fades_where_motion_is_reduced(make_edition: Callable[..., Edition], show_page: ShowPage) -> None:
    calm = make_edition(look=replace(make_edition().look, motion="reduced"))
    show_page(calm)

    assert not fade_of(show_page(calm, choices=Choices(article=1))).is_running


def test_nothing_fades_in_another_size(make_edition: Callable[..., Edition], show_page: ShowPage) -> None:
    show_page(make_edition())

    assert not fade_of(show_page(make_edition(), choices=Choices(article=1, low_reach=True))).is_running


def test_nothing_fades_from_before_the_holding_card(
    make_edition: Callable[..., Edition], show_page: ShowPage, show_holding: Callable[[], KioskWindow]
) -> None:
    show_page(make_edition())
    show_holding()

    assert not fade_of(show_page(make_edition(), choices=Choices(article=1))).is_running


def test_its_end_is_the_finished_frame_to_the_pixel(
    make_edition: Callable[..., Edition], show_page: ShowPage, qtbot: QtBot
) -> None:
    at_once = show_page(make_edition(articles=(make_edition().articles[1],)))
    at_once = show_page(make_edition())
    window = show_page(make_edition(), choices=Choices(article=1))
    after = fade_of(window)._after.toImage()

    with qtbot.waitSignal(fade_of(window).finished):
        pass

    assert window is at_once
    assert seen(window) == after


def test_its_frames_are_of_the_screens_own_pixels(make_edition: Callable[..., Edition], show_page: ShowPage) -> None:
    show_page(make_edition())
    window = show_page(make_edition(), choices=Choices(article=1))
    fade, ratio = fade_of(window), window.devicePixelRatioF()

    assert fade._before.size() == fade._after.size() == window.reading.size() * ratio
    assert not fade._after.hasAlphaChannel()


def test_a_fade_that_is_overtaken_begins_with_what_is_seen(
    make_edition: Callable[..., Edition], show_page: ShowPage
) -> None:
    show_page(make_edition())
    window = show_page(make_edition(), choices=Choices(article=1))
    fade = fade_of(window)
    began = fade._began
    fade._clock = lambda: began + 0.144
    half = seen(window)

    show_page(make_edition(notice=PIPE), choices=Choices(article=1))

    assert fade.is_running
    assert fade._before.toImage() == half


def test_a_change_of_the_text_size_ends_a_fade(make_edition: Callable[..., Edition], show_page: ShowPage) -> None:
    show_page(make_edition())
    show_page(make_edition(), choices=Choices(article=1))

    assert not fade_of(show_page(make_edition(), choices=Choices(article=1, text_scale=1.3))).is_running


def test_a_change_beside_it_lets_a_fade_go_on(make_edition: Callable[..., Edition], show_page: ShowPage) -> None:
    show_page(make_edition())
    show_page(make_edition(), choices=Choices(article=1))

    assert fade_of(show_page(make_edition(), choices=Choices(article=1, sheet="vcard"))).is_running


def test_the_window_tells_of_its_paint_before_the_fade_ends_and_with_the_next_reading_in_it(
    make_edition: Callable[..., Edition], show_page: ShowPage, qtbot: QtBot
) -> None:
    window = show_page(make_edition())
    before = seen(window)
    with qtbot.waitSignal(window.painted):
        window.announce_next_paint()
        show_page(make_edition(), choices=Choices(article=1))

    assert fade_of(window).is_running
    assert seen(window) != before


def test_a_picture_that_the_new_edition_lacks_is_seen_until_it_has_faded(
    make_edition: Callable[..., Edition], window: KioskWindow, speech: Speech
) -> None:
    first, second = make_edition().articles
    pictured = replace(first, picture=Figure(Picture("red.png", 40, 20, "")))
    pages = [
        derive_page(make_edition(articles=(article,)), Moment(NOON), Choices(), speech)
        for article in (pictured, second)
    ]
    pictures = Pictures({"red.png": png(RED, 40, 20)})
    window.resize(1920, 1080)
    window.show_page(pages[0], pictures)
    window.show()
    before = seen(window)

    pictures.hold({})
    window.show_page(pages[1], pictures)

    assert fade_of(window)._before.toImage() == before


def test_a_touch_during_a_fade_ends_it_and_is_not_lost(
    make_edition: Callable[..., Edition], show_page: ShowPage, qtbot: QtBot
) -> None:
    show_page(make_edition())
    window = show_page(make_edition(), choices=Choices(article=1))
    button = window.reading.findChildren(Rotation)[0]
    place = button.mapTo(window, button.rect().center())

    with qtbot.waitSignal(window.reading.next_requested):
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)

    assert not fade_of(window).is_running


@pytest.fixture
def long_page(make_edition: Callable[..., Edition], show_page: ShowPage) -> KioskWindow:
    first, *others = make_edition().articles
    return show_page(make_edition(articles=(replace(first, blocks=LONG), *others)))


def test_a_long_article_glides_as_fast_as_it_is_read(long_page: KioskWindow) -> None:
    article = long_page.reading.findChildren(ArticleView)[0]
    long_page.reading.glide(600)
    course = article._runner.course

    assert course is not None
    whole = article.hidden_height() + article.height()
    assert (course.end - course.start) / course.seconds == pytest.approx(whole / 600)


def test_gliding_stops_when_it_is_told_to(long_page: KioskWindow) -> None:
    article = long_page.reading.findChildren(ArticleView)[0]
    long_page.reading.glide(600)
    was_moving = article.is_moving

    long_page.reading.stop_gliding()

    assert (was_moving, article.is_moving) == (True, False)


def test_what_fits_does_not_glide(make_edition: Callable[..., Edition], show_page: ShowPage) -> None:
    window = show_page(make_edition())
    window.reading.glide(60)

    assert not window.reading.findChildren(ArticleView)[0].is_moving


def test_nothing_glides_where_motion_is_reduced(make_edition: Callable[..., Edition], show_page: ShowPage) -> None:
    first, *others = make_edition().articles
    look = replace(make_edition().look, motion="reduced")
    window = show_page(make_edition(articles=(replace(first, blocks=LONG), *others), look=look))
    window.reading.glide(60)

    assert not window.reading.findChildren(ArticleView)[0].is_moving


def test_an_article_that_begins_again_fades_to_its_top(long_page: KioskWindow, qtbot: QtBot) -> None:
    article = long_page.reading.findChildren(ArticleView)[0]
    article.turn_pages(3)
    before = seen(long_page)

    long_page.reading.fade_to_top()

    fade = fade_of(long_page)
    assert (article.place(), fade.is_running, fade._before.toImage() == before) == (0, True, True)
    with qtbot.waitSignal(fade.finished):
        pass


def test_at_its_top_already_it_does_not(long_page: KioskWindow) -> None:
    long_page.reading.fade_to_top()

    assert not fade_of(long_page).is_running


def middle_of_link(window: KioskWindow) -> QPoint:
    body = window.reading.findChildren(Body)[0]
    place = body.cursorRect(body.document().find("plan")).center()
    return body.viewport().mapTo(window, place - QPoint(8, 0))


def touch(window: KioskWindow, place: QPoint, led: int) -> list[str]:
    """Press, lead the finger down by so many pixels, lift it, and give what that opens."""
    opened: list[str] = []
    window.reading.sheet_touched.connect(opened.append)
    QTest.mousePress(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(window.windowHandle(), place + QPoint(0, led))
    QTest.mouseRelease(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place + QPoint(0, led))
    return opened


@pytest.mark.parametrize(("led", "opened"), [(0, ["link:0"]), (5, ["link:0"]), (14, []), (200, [])])
def test_a_tap_on_a_link_opens_it_and_a_swipe_neither_opens_nor_selects(
    make_edition: Callable[..., Edition], show_page: ShowPage, led: int, opened: list[str]
) -> None:
    window = show_page(make_edition())

    assert touch(window, middle_of_link(window), led) == opened
    assert not window.reading.findChildren(Body)[0].textCursor().hasSelection()
