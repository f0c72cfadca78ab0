"""Visitors before the real window, one after the other; the clock of their patience is the test's."""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.display.attendance import Attendance
from kiosk.display.showing import Showing
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.attention import QUESTION_SECONDS, Attract, Reading, StillThere
from kiosk.display.visitor.choices import Choices
from kiosk.edition.model import Article, Edition, Notice, Paragraph, Rotation, Run, Schedule
from kiosk.edition.store import Verified

IDLE = 60.0
MONDAY = datetime(2026, 11, 23, 8, tzinfo=UTC)
"""Ten in the morning in Harare."""
SHORTEST_SECONDS = 1
VISITS = 300


def article(title: str, words: int, schedule: Schedule | None = None) -> Article:
    text = (Paragraph((Run("winter came early " * words),)),)
    return Article(title=title, blocks=text, reading_minutes=0, schedule=schedule)


class Lobby:
    def __init__(self, app: QApplication, edition: Edition) -> None:
        self.time = 0.0
        self.now = MONDAY
        self.is_held = False
        self.window = KioskWindow()
        self.window.resize(1280, 720)
        self.showing = Showing(app, self.window, sheet_seconds=30, captive=True)
        self.showing.clock.now = lambda: self.now
        self.take_up(edition)
        self.window.show()
        self.attendance = Attendance(self.window, self.showing, IDLE, lambda: self.is_held, lambda: self.time)
        self.attendance.start()

    def take_up(self, edition: Edition) -> None:
        self.showing.take_up(Verified("0" * 64, edition, {}), edition)
        self.showing.refresh()

    @property
    def attention(self) -> object:
        return self.attendance.attention.now

    @property
    def choices(self) -> Choices:
        return self.showing.visitor.choices

    def touch(self) -> None:
        QTest.mouseClick(self.window.windowHandle(), Qt.MouseButton.LeftButton, pos=self.window.rect().bottomLeft())

    def pass_time(self, seconds: float) -> None:
        self.time += seconds
        self.attendance.attention.look()

    def pass_patience(self) -> None:
        self.pass_time(IDLE - QUESTION_SECONDS)
        self.pass_time(QUESTION_SECONDS)


@pytest.fixture
def open_lobby(qapp: QApplication, make_edition: Callable[..., Edition]) -> Iterator[Callable[..., Lobby]]:
    lobbies = []

    def opened(*articles: Article, rotation: Rotation = Rotation()) -> Lobby:  # noqa: B008  # a frozen value
        edition = make_edition(articles=articles, rotation=rotation, languages=("en", "fr", "ar"))
        lobbies.append(Lobby(qapp, edition))
        return lobbies[-1]

    yield opened
    for lobby in lobbies:
        lobby.window.deleteLater()


@pytest.fixture
def lobby(open_lobby: Callable[..., Lobby]) -> Lobby:
    return open_lobby(article("one", 400), article("two", 4), article("three", 4))


def test_every_next_visitor_finds_the_screen_as_it_starts(lobby: Lobby) -> None:
    chance = random.Random(6)  # noqa: S311  # visits, not secrets
    window, panel = lobby.window, lobby.window.panel
    acts: tuple[Callable[[], object], ...] = (
        panel.bar.larger_requested.emit,
        panel.bar.smaller_requested.emit,
        panel.bar.contrast_requested.emit,
        panel.bar.language_requested.emit,
        window.reading.next_requested.emit,
        lambda: panel.sheet_touched.emit("vcard"),
        lambda: QTest.keyClick(window, Qt.Key.Key_PageDown),
        lambda: QTest.keyClick(window, Qt.Key.Key_Tab),
    )
    changed = 0
    for _ in range(VISITS):
        for _ in range(chance.randint(1, 6)):
            lobby.touch()
            chance.choice(acts)()
        lobby.showing.visitor.close_sheet()
        changed += lobby.choices != Choices() or window.places() != (0, 0)
        lobby.pass_patience()

        assert isinstance(lobby.attention, Attract)
        assert lobby.choices == Choices()
        assert window.places() == (0, 0)
        assert window.sheet.isHidden()
    assert changed > VISITS / 2


def test_the_question_comes_before_that_and_any_touch_answers_it(lobby: Lobby) -> None:
    lobby.touch()
    lobby.window.panel.bar.larger_requested.emit()
    lobby.pass_time(IDLE - QUESTION_SECONDS)

    assert isinstance(lobby.attention, StillThere)
    assert lobby.window.question.isVisible()

    lobby.touch()

    assert isinstance(lobby.attention, Reading)
    assert lobby.window.question.isHidden()
    assert lobby.choices == Choices(text_scale=1.2)


def test_the_touch_that_answers_does_nothing_else(lobby: Lobby) -> None:
    lobby.touch()
    lobby.window.panel.bar.larger_requested.emit()
    lobby.pass_time(IDLE - QUESTION_SECONDS)
    row = lobby.window.panel.bar.tab_stops()[1]
    place = row.mapTo(lobby.window, row.rect().center())

    QTest.mouseClick(lobby.window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)

    assert lobby.choices == Choices(text_scale=1.2)


def test_a_key_answers_too(lobby: Lobby) -> None:
    lobby.touch()
    lobby.window.panel.bar.larger_requested.emit()
    lobby.pass_time(IDLE - QUESTION_SECONDS)

    QTest.keyClick(lobby.window.windowHandle(), Qt.Key.Key_Down)

    assert isinstance(lobby.attention, Reading)
    assert lobby.window.places() == (0, 0)


def test_who_only_looked_is_not_asked(lobby: Lobby) -> None:
    lobby.touch()
    lobby.pass_time(IDLE)

    assert isinstance(lobby.attention, Attract)


def test_an_open_code_is_not_covered_by_the_question(lobby: Lobby) -> None:
    lobby.touch()
    lobby.window.panel.sheet_touched.emit("vcard")
    lobby.pass_time(10 * IDLE)

    assert isinstance(lobby.attention, Reading)
    assert lobby.window.sheet.isVisible()


def test_staff_are_not_asked(lobby: Lobby) -> None:
    lobby.touch()
    lobby.window.panel.bar.larger_requested.emit()
    lobby.is_held = True
    lobby.pass_time(10 * IDLE)

    assert isinstance(lobby.attention, Reading)


def test_articles_follow_each_other_while_nobody_is_there(open_lobby: Callable[..., Lobby], qtbot: QtBot) -> None:
    quick = Rotation(SHORTEST_SECONDS, SHORTEST_SECONDS)
    lobby = open_lobby(article("one", 4), article("two", 4), rotation=quick)

    qtbot.waitUntil(lambda: lobby.choices.article == 1, timeout=4000)
    qtbot.waitUntil(lambda: lobby.choices.article == 0, timeout=4000)


def test_one_that_is_longer_than_the_screen_glides_on_until_somebody_comes(
    open_lobby: Callable[..., Lobby], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.display.attendance.GLIDE_AFTER_MS", 10)
    lobby = open_lobby(replace(article("long", 400), reading_minutes=1))
    qtbot.waitUntil(lambda: lobby.window.places()[0] > 0, timeout=4000)

    lobby.touch()

    before = lobby.window.places()
    qtbot.wait(500)
    assert lobby.window.places() == before


def test_without_motion_nothing_glides(
    open_lobby: Callable[..., Lobby], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.display.attendance.GLIDE_AFTER_MS", 10)
    still = Rotation(scrolls=False)
    lobby = open_lobby(replace(article("long", 400), reading_minutes=1), rotation=still)

    qtbot.wait(500)

    assert lobby.window.places() == (0, 0)


def test_the_only_one_begins_again_from_its_top(open_lobby: Callable[..., Lobby], qtbot: QtBot) -> None:
    quick = Rotation(SHORTEST_SECONDS, SHORTEST_SECONDS)
    lobby = open_lobby(article("long", 400), rotation=quick)
    QTest.keyClick(lobby.window, Qt.Key.Key_PageDown)
    assert lobby.window.places()[0] > 0

    qtbot.waitUntil(lambda: lobby.window.places() == (0, 0), timeout=4000)


def test_the_first_touch_stops_them(open_lobby: Callable[..., Lobby], qtbot: QtBot) -> None:
    quick = Rotation(SHORTEST_SECONDS, SHORTEST_SECONDS)
    lobby = open_lobby(article("one", 4), article("two", 4), rotation=quick)
    lobby.touch()
    with qtbot.assertNotEmitted(lobby.showing.visitor.changed, wait=1500 * SHORTEST_SECONDS):
        pass

    lobby.pass_time(IDLE)
    qtbot.waitUntil(lambda: lobby.choices.article == 1, timeout=4000)


def test_what_has_had_its_time_goes_but_not_under_somebodys_finger(open_lobby: Callable[..., Lobby]) -> None:
    until_eleven = Schedule(end=11 * 60)
    lobby = open_lobby(article("early", 4, until_eleven), article("all day", 4))
    assert lobby.choices.article == 0
    lobby.touch()
    lobby.now = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    lobby.showing.clock.changed.emit()
    assert lobby.choices.article == 0

    lobby.pass_time(IDLE)
    lobby.showing.clock.changed.emit()
    assert lobby.choices.article == 1


def test_the_first_to_be_seen_is_the_first_that_is_on(open_lobby: Callable[..., Lobby]) -> None:
    assert open_lobby(article("later", 4, Schedule(start=12 * 60)), article("now", 4)).choices.article == 1


def test_with_none_on_the_screen_welcomes(open_lobby: Callable[..., Lobby]) -> None:
    lobby = open_lobby(article("later", 4, Schedule(start=12 * 60)))
    assert lobby.showing.article() is None

    lobby.now = datetime(2026, 11, 23, 10, 30, tzinfo=UTC)
    lobby.showing.clock.changed.emit()
    assert lobby.choices.article == 0


def test_the_first_article_that_comes_is_shown_to_whoever_stands_at_the_welcome(
    open_lobby: Callable[..., Lobby], make_edition: Callable[..., Edition]
) -> None:
    lobby = open_lobby()
    lobby.touch()
    assert lobby.showing.article() is None

    lobby.take_up(make_edition(articles=(article("later", 4, Schedule(start=12 * 60)), article("now", 4))))

    assert lobby.choices.article == 1


def test_equal_articles_follow_each_other_for_ever(open_lobby: Callable[..., Lobby], qtbot: QtBot) -> None:
    twice = article("twice", 4)
    lobby = open_lobby(twice, twice, rotation=Rotation(SHORTEST_SECONDS, SHORTEST_SECONDS))

    qtbot.waitUntil(lambda: lobby.choices.article == 1, timeout=4000)
    qtbot.waitUntil(lambda: lobby.choices.article == 0, timeout=4000)
    qtbot.waitUntil(lambda: lobby.choices.article == 1, timeout=4000)


def test_the_next_begins_at_its_top_even_when_it_has_the_same_title(open_lobby: Callable[..., Lobby]) -> None:
    lobby = open_lobby(article("news", 400), article("news", 300))
    QTest.keyClick(lobby.window, Qt.Key.Key_PageDown)
    assert lobby.window.places()[0] > 0

    lobby.window.reading.next_requested.emit()

    assert lobby.window.places() == (0, 0)


def test_what_a_screen_reader_presses_without_a_touch_is_forgotten_too(lobby: Lobby) -> None:
    lobby.window.panel.bar.larger_requested.emit()
    assert isinstance(lobby.attention, Reading)

    lobby.pass_patience()

    assert lobby.choices == Choices()


def test_a_reload_asks_nobody_who_changed_nothing(lobby: Lobby) -> None:
    lobby.touch()
    before = lobby.showing.edition
    assert before is not None
    is_as_found = lobby.attendance.is_as_found()
    lobby.take_up(replace(before, articles=(article("new", 4), *before.articles)))
    if is_as_found:
        lobby.attendance.take_as_found()
    assert lobby.choices.article == 1

    lobby.pass_time(IDLE)

    assert isinstance(lobby.attention, Attract)


def test_an_urgent_notice_is_covered_by_nothing(lobby: Lobby) -> None:
    lobby.touch()
    lobby.window.panel.bar.larger_requested.emit()
    lobby.pass_time(IDLE - QUESTION_SECONDS)
    assert lobby.window.question.isVisible()
    before = lobby.showing.edition
    assert before is not None

    lobby.take_up(replace(before, notice=Notice("Fire", "Leave now.", MONDAY + timedelta(hours=1), severity="urgent")))

    assert lobby.window.question.isHidden()


def test_an_open_code_gives_way_to_an_urgent_notice(lobby: Lobby) -> None:
    lobby.touch()
    lobby.window.panel.sheet_touched.emit("vcard")
    before = lobby.showing.edition
    assert before is not None

    lobby.take_up(replace(before, notice=Notice("Fire", "Leave now.", MONDAY + timedelta(hours=1), severity="urgent")))

    assert lobby.window.sheet.isHidden()


def test_nothing_glides_behind_a_notice(
    open_lobby: Callable[..., Lobby], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.display.attendance.GLIDE_AFTER_MS", 10)
    lobby = open_lobby(replace(article("long", 400), reading_minutes=1))
    qtbot.waitUntil(lambda: lobby.window.places()[0] > 0, timeout=4000)
    before = lobby.showing.edition
    assert before is not None

    lobby.take_up(replace(before, notice=Notice("Closed", "Today.", MONDAY + timedelta(hours=1))))

    place = lobby.window.places()
    qtbot.wait(300)
    assert lobby.window.places() == place


def test_a_dark_screen_keeps_nothing_of_the_visit_before(lobby: Lobby) -> None:
    lobby.touch()
    lobby.window.panel.bar.larger_requested.emit()
    lobby.is_held = True
    lobby.window.show_dark(on=True)
    lobby.attendance.pause()

    assert isinstance(lobby.attention, Attract)
    assert lobby.choices == Choices()


def test_keys_wake_a_dark_screen_whatever_visit_went_before(lobby: Lobby) -> None:
    lobby.touch()
    lobby.window.panel.bar.larger_requested.emit()
    lobby.pass_time(IDLE - QUESTION_SECONDS)
    lobby.attendance.attention.changed.connect(lambda: lobby.window.show_dark(on=True))
    lobby.pass_time(QUESTION_SECONDS)

    assert lobby.window.focusWidget() is lobby.window.curtain


def test_the_ring_of_the_keyboard_is_gone_for_the_next(lobby: Lobby) -> None:
    QTest.keyClick(lobby.window.windowHandle(), Qt.Key.Key_Tab)
    assert lobby.window.focusWidget() is not lobby.window

    lobby.pass_time(IDLE)

    assert lobby.window.focusWidget() is lobby.window


def test_a_wheel_answers_the_question(lobby: Lobby) -> None:
    lobby.touch()
    lobby.window.panel.bar.larger_requested.emit()
    lobby.pass_time(IDLE - QUESTION_SECONDS)

    QTest.wheelEvent(lobby.window.windowHandle(), QPointF(100, 100), QPoint(0, -120))

    assert isinstance(lobby.attention, Reading)


def test_a_finger_that_rests_is_somebody(lobby: Lobby) -> None:
    handle, place = lobby.window.windowHandle(), lobby.window.rect().bottomLeft()
    lobby.touch()
    lobby.window.panel.bar.larger_requested.emit()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=place)
    lobby.pass_time(IDLE)
    assert isinstance(lobby.attention, Reading)

    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=place)
    lobby.pass_time(0)
    assert isinstance(lobby.attention, StillThere)


def test_a_finger_that_never_goes_is_a_fault_of_the_screen(lobby: Lobby) -> None:
    lobby.window.panel.bar.larger_requested.emit()
    QTest.mousePress(lobby.window.windowHandle(), Qt.MouseButton.LeftButton, pos=lobby.window.rect().bottomLeft())
    lobby.pass_time(2 * IDLE)

    assert isinstance(lobby.attention, StillThere)
    QTest.mouseRelease(lobby.window.windowHandle(), Qt.MouseButton.LeftButton, pos=lobby.window.rect().bottomLeft())
