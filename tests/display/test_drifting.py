"""The layout of the real window over virtual minutes."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.display.drifting import Drifting
from kiosk.display.page.derive import derive_page
from kiosk.display.page.moment import Moment
from kiosk.display.page.speech import Speech
from kiosk.display.state.clock import MinuteClock
from kiosk.display.ui.card import Card
from kiosk.display.ui.pictures import Pictures
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.choices import Choices
from kiosk.display.visitor.drift import FURTHEST
from kiosk.edition.model import Edition

NOON = datetime(2026, 11, 23, 10, tzinfo=UTC)
HOUR = 60


class Lobby:
    def __init__(self, app: QApplication, edition: Edition, speech: Speech) -> None:
        self.is_at_rest = True
        self.window = KioskWindow()
        self.window.resize(1280, 720)
        self.window.show_page(derive_page(edition, Moment(NOON), Choices(), speech), Pictures())
        self.window.show()
        self.clock = MinuteClock(app)
        self.drifting = Drifting(self.window, self.clock, lambda: self.is_at_rest, is_on=True)

    def pass_minutes(self, minutes: int) -> list[QPoint]:
        """Give where a corner of the article stood after each of them."""
        stood = []
        for _ in range(minutes):
            self.clock.changed.emit()
            stood.append(self.window.reading.pos())
        return stood


@pytest.fixture
def lobby(qapp: QApplication, qtbot: QtBot, make_edition: Callable[..., Edition], speech: Speech) -> Iterator[Lobby]:
    lobby = Lobby(qapp, make_edition(), speech)
    qtbot.addWidget(lobby.window)
    yield lobby
    lobby.clock.deleteLater()


def test_within_an_hour_every_edge_has_moved_both_ways_and_nothing_too_far(lobby: Lobby) -> None:
    card = lobby.window.findChildren(Card)[0]
    inside = card.mapTo(lobby.window, QPoint()) - lobby.window.reading.pos()
    hour = lobby.pass_minutes(HOUR)

    assert len({place.x() for place in hour}) >= FURTHEST
    assert len({place.y() for place in hour}) >= FURTHEST
    assert max(max(abs(place.x()), abs(place.y())) for place in hour) == FURTHEST
    assert card.mapTo(lobby.window, QPoint()) - lobby.window.reading.pos() == inside


def test_under_somebody_it_stands_still(lobby: Lobby) -> None:
    before = lobby.pass_minutes(5)[-1]
    lobby.is_at_rest = False

    assert set(lobby.pass_minutes(5)) == {before}


def test_switched_off_everything_is_where_it_belongs_and_stays_there(lobby: Lobby) -> None:
    lobby.pass_minutes(5)
    lobby.drifting.turn(on=False)

    assert {lobby.window.reading.pos(), *lobby.pass_minutes(5)} == {QPoint()}


def test_switched_on_again_it_drifts(lobby: Lobby) -> None:
    lobby.drifting.turn(on=False)
    lobby.drifting.turn(on=True)

    assert lobby.pass_minutes(1) != [QPoint()]
