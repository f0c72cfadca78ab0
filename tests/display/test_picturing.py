"""The picture for the card: of the real window, at rest and as a fresh visitor finds it, once for each edition and look."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.display.card_picture import CardPicture, Frame, read_picture, unpacked
from kiosk.display.picturing import Picturing
from kiosk.display.showing import Showing
from kiosk.display.ui.window import KioskWindow
from kiosk.edition.model import Edition, Notice
from kiosk.edition.store import Verified
from kiosk.edition.value import replace
from kiosk.paths import picture_in
from kiosk.supervise.messages import Message, Pictured, Show

NOON = datetime(2026, 11, 23, 10, tzinfo=UTC)
EVENING = datetime(2026, 11, 23, 18, tzinfo=UTC)
REST_MS = 20
WIDTH, HEIGHT = 960, 540


class Lobby:
    def __init__(self, app: QApplication, edition: Edition, state: Path) -> None:
        self.now, self.is_at_rest = NOON, True
        self.said: list[Message] = []
        self.file = picture_in(state)
        self.order = Show(str(state), "0" * 64)
        self.window = KioskWindow()
        self.window.resize(WIDTH, HEIGHT)
        self.showing = Showing(app, self.window, sheet_seconds=30, captive=True)
        self.showing.clock.now = lambda: self.now
        self.take_up(edition)
        self.window.show()
        self.picturing = Picturing(
            self.window, self.showing, self.order, lambda: self.is_at_rest, self.said.append, REST_MS
        )

    def take_up(self, edition: Edition, name: str = "0") -> None:
        self.showing.take_up(Verified(name * 64, edition, {}), edition)
        self.showing.refresh()

    def is_still(self) -> bool:
        return not any(timer.isActive() for timer in self.picturing.findChildren(QTimer))


@pytest.fixture
def lobby(qapp: QApplication, qtbot: QtBot, make_edition: Callable[..., Edition], tmp_path: Path) -> Iterator[Lobby]:
    full = make_edition()
    long = replace(full.articles[0], blocks=full.articles[0].blocks * 20)
    still = replace(full, look=replace(full.look, motion="reduced"), articles=(long, full.articles[1]))
    lobby = Lobby(qapp, still, tmp_path)
    qtbot.addWidget(lobby.window)
    qtbot.waitExposed(lobby.window)
    qtbot.waitUntil(lobby.window.windowHandle().isExposed)
    lobby.window.repaint()
    yield lobby
    lobby.showing.clock.deleteLater()


@pytest.fixture
def pictured(lobby: Lobby, qtbot: QtBot) -> Lobby:
    """Give the lobby with its first picture."""
    lobby.picturing.consider()
    qtbot.waitUntil(lambda: lobby.said == [Pictured()])
    return lobby


def wait_in_vain(lobby: Lobby, qtbot: QtBot) -> None:
    """Let everything come to rest, and see that nothing more was said."""
    before = len(lobby.said)
    lobby.showing.refresh()
    qtbot.waitUntil(lobby.is_still)
    qtbot.wait(5 * REST_MS)
    assert len(lobby.said) == before


def test_the_picture_is_what_was_painted(pictured: Lobby) -> None:
    picture = read_picture(pictured.file)
    assert isinstance(picture, CardPicture)
    frame, painted = unpacked(picture), pictured.window.grab().toImage()

    assert isinstance(frame, Frame)
    assert (frame.width, frame.height, frame.ratio) == (WIDTH, HEIGHT, 1.0)
    assert frame.pixels[:] == bytes(painted.constBits())


def test_one_edition_is_pictured_once(pictured: Lobby, qtbot: QtBot) -> None:
    pictured.showing.show_next_article()

    wait_in_vain(pictured, qtbot)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda lobby: lobby.take_up(lobby.showing.edition, "1"), id="another edition"),
        pytest.param(lambda lobby: lobby.window.resize(WIDTH + 40, HEIGHT), id="another size"),
        pytest.param(lambda lobby: setattr(lobby, "now", EVENING), id="the office has closed"),
        pytest.param(lambda lobby: lobby.showing.visitor.toggle_contrast(), id="other colours"),
        pytest.param(lambda lobby: lobby.window.show_mark(on=True), id="the sign for staff"),
        pytest.param(lambda lobby: setattr(lobby, "now", NOON + timedelta(days=1)), id="another day"),
    ],
)
def test_another_look_is_pictured_anew(pictured: Lobby, qtbot: QtBot, change: Callable[[Lobby], None]) -> None:
    change(pictured)
    pictured.showing.refresh()

    qtbot.waitUntil(lambda: len(pictured.said) == 2)


def test_a_notice_is_pictured(pictured: Lobby, qtbot: QtBot) -> None:
    edition = pictured.showing.edition
    assert edition is not None
    notice = Notice("Leave the building", "By the stairs.", EVENING, severity="urgent")

    pictured.take_up(replace(edition, notice=notice))

    qtbot.waitUntil(lambda: len(pictured.said) == 2)


@pytest.mark.parametrize(
    "disturb",
    [
        pytest.param(lambda lobby: setattr(lobby, "is_at_rest", False), id="somebody is there"),
        pytest.param(lambda lobby: lobby.window.show_light("dimmed"), id="dimmed"),
        pytest.param(lambda lobby: lobby.window.show_light("off"), id="off"),
        pytest.param(lambda lobby: lobby.window.show_dark(on=True), id="switched off by staff"),
        pytest.param(lambda lobby: lobby.showing.visitor.open_sheet("mail:0"), id="an open code"),
        pytest.param(lambda lobby: lobby.showing.ask(on=True), id="the question"),
        pytest.param(lambda lobby: lobby.window.reading._article.verticalScrollBar().setValue(9), id="scrolled"),
        pytest.param(lambda lobby: lobby.picturing.follow(replace(lobby.order, safe=True)), id="without articles"),
    ],
)
def test_what_a_fresh_visitor_does_not_find_is_not_pictured(
    lobby: Lobby, qtbot: QtBot, disturb: Callable[[Lobby], None]
) -> None:
    disturb(lobby)

    wait_in_vain(lobby, qtbot)
    assert not lobby.file.exists()


def test_nothing_is_pictured_while_it_fades(lobby: Lobby, qtbot: QtBot) -> None:
    edition = lobby.showing.edition
    assert edition is not None
    lobby.take_up(replace(edition, look=replace(edition.look, motion="full")))

    lobby.showing.show_next_article()

    assert lobby.window.reading.is_fading
    wait_in_vain(lobby, qtbot)


def test_what_could_not_be_pictured_is_when_that_is_over(lobby: Lobby, qtbot: QtBot) -> None:
    lobby.window.show_dark(on=True)
    wait_in_vain(lobby, qtbot)

    lobby.window.show_dark(on=False)
    lobby.showing.clock.changed.emit()

    qtbot.waitUntil(lambda: lobby.said == [Pictured()])


def test_the_holding_card_is_not_pictured(qapp: QApplication, lobby: Lobby, qtbot: QtBot) -> None:
    assert qapp is not None
    lobby.showing.edition = None

    wait_in_vain(lobby, qtbot)
    assert not lobby.file.exists()


def test_where_nothing_can_be_written_nothing_is_said_and_the_former_stays(pictured: Lobby, qtbot: QtBot) -> None:
    before = pictured.file.read_bytes()
    pictured.picturing.follow(replace(pictured.order, state=str(pictured.file / "not a folder")))

    edition = pictured.showing.edition
    assert edition is not None
    pictured.take_up(edition, "1")

    wait_in_vain(pictured, qtbot)
    assert pictured.file.read_bytes() == before


def test_at_rest_no_timer_runs(pictured: Lobby, qtbot: QtBot) -> None:
    qtbot.waitUntil(pictured.is_still)
