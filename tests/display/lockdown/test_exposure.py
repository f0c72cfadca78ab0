"""A window that somebody has unmapped: Qt says nothing but that it is not exposed, look after look."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.display.lockdown.exposure import LOOKS, Exposure

GONE, SEEN = False, True


class Mapped(QWidget):
    """A window that remembers what Qt had to do for it."""

    def __init__(self) -> None:
        super().__init__()
        self.showFullScreen()
        self.seen = list[bool]()
        self.windowHandle().visibleChanged.connect(self.seen.append)


@pytest.fixture
def window(qtbot: QtBot) -> Mapped:
    window = Mapped()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def exposure(window: Mapped) -> Exposure:
    return Exposure(window.windowHandle())


def looks_until_mapped(exposure: Exposure, window: Mapped) -> int:
    """Look in vain until the window is mapped again."""
    window.seen.clear()
    looks = 0
    while not window.seen:
        exposure.note_look(GONE)
        looks += 1
    return looks


def test_one_look_in_vain_changes_nothing(exposure: Exposure, window: Mapped) -> None:
    exposure.note_look(GONE)

    assert window.seen == []


def test_a_window_that_is_gone_for_two_looks_is_mapped_again(exposure: Exposure, window: Mapped) -> None:
    exposure.note_look(GONE)
    exposure.note_look(GONE)

    assert window.seen == [False, True]
    assert window.isVisible()
    assert window.isFullScreen()


def test_what_does_not_come_back_is_made_anew(exposure: Exposure, window: Mapped) -> None:
    native = window.windowHandle().winId()

    looks_until_mapped(exposure, window)
    in_the_first_place = window.windowHandle().winId()
    looks_until_mapped(exposure, window)

    assert in_the_first_place == native
    assert window.windowHandle().winId() != native
    assert window.isVisible()
    assert window.isFullScreen()


def test_looks_in_vain_that_do_not_follow_each_other_change_nothing(exposure: Exposure, window: Mapped) -> None:
    for _ in range(5):
        exposure.note_look(GONE)
        exposure.note_look(SEEN)

    assert window.seen == []


def test_it_is_tried_for_ever_and_ever_more_slowly(exposure: Exposure, window: Mapped) -> None:
    looks = [looks_until_mapped(exposure, window) for _ in range(2 * len(LOOKS))]

    assert looks == [*LOOKS, *[LOOKS[-1]] * len(LOOKS)]


def test_once_it_was_seen_it_is_mapped_as_soon_as_at_first(exposure: Exposure, window: Mapped) -> None:
    for _ in LOOKS:
        looks_until_mapped(exposure, window)

    exposure.note_look(SEEN)

    assert looks_until_mapped(exposure, window) == LOOKS[0]


def test_its_loss_and_its_return_are_said(exposure: Exposure, window: Mapped) -> None:
    lost, regained = QSignalSpy(exposure.lost), QSignalSpy(exposure.regained)

    looks_until_mapped(exposure, window)
    exposure.note_look(SEEN)
    exposure.note_look(SEEN)

    assert (lost.count(), regained.count()) == (1, 1)


@pytest.mark.parametrize(
    ("platform", "is_in_front", "mapped"),
    [
        pytest.param("wayland", False, [False, True], id="behind, on Wayland"),
        pytest.param("wayland", True, [], id="in front, on Wayland"),
        pytest.param("xcb", False, [], id="on X11, where nothing else comes to the front"),
    ],
)
def test_a_window_that_lies_behind_comes_back(  # noqa: PLR0917  # pytest names what it hands over
    exposure: Exposure,
    window: Mapped,
    monkeypatch: pytest.MonkeyPatch,
    platform: str,
    is_in_front: bool,  # noqa: FBT001  # a column of the table
    mapped: list[bool],
) -> None:
    window.seen.clear()
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: platform)
    monkeypatch.setattr(QWindow, "isActive", lambda _window: is_in_front)

    exposure.come_back()

    assert window.seen == mapped
    assert window.isFullScreen()


class Placeholder:
    """The screen that Qt has in place of the last."""

    def geometry(self) -> QRect:
        return QRect()


@pytest.mark.parametrize("screens", [[], [Placeholder()]], ids=["none", "the empty one"])
def test_without_a_live_screen_it_waits(
    exposure: Exposure, window: Mapped, monkeypatch: pytest.MonkeyPatch, screens: list[Placeholder]
) -> None:
    monkeypatch.setattr(QGuiApplication, "screens", lambda: screens)

    for _ in range(20):
        exposure.note_look(GONE)

    assert window.seen == []


def test_where_a_covered_window_is_not_exposed_it_is_left_alone(
    exposure: Exposure, window: Mapped, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "cocoa")

    for _ in range(20):
        exposure.note_look(GONE)

    assert window.seen == []
