"""The reader with real editions on a real disk."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QThread, QTimer
from pytestqt.qtbot import QtBot

from kiosk.display.reader import Delivery, EditionReader, delivery, first_delivery, why_unshowable
from kiosk.edition.deposit import Deposited, deposit
from kiosk.edition.device import Device
from kiosk.edition.manifest import Origin
from kiosk.edition.model import Edition
from kiosk.edition.sealed import write_sealed
from kiosk.edition.store import Corrupt, Missing, Reading, Refused, Verified
from kiosk.paths import device_settings_in, store_in
from kiosk.supervise.messages import Begin, Show, Unshowable

GONE = "0" * 64
DEVICE = Device("2", 41)


@pytest.fixture
def whole(tmp_path: Path, edition: Edition) -> Verified:
    """Give an edition that lies in the store, as it is read."""
    outcome = deposit(store_in(tmp_path), edition, {}, Origin(datetime(2026, 11, 23, tzinfo=UTC), "1", ()))
    assert isinstance(outcome, Deposited)
    return Verified(outcome.hash, edition, {})


@pytest.fixture
def damaged(tmp_path: Path, make_edition: Callable[..., Edition]) -> str:
    origin = Origin(datetime(2026, 11, 23, tzinfo=UTC), "1", ())
    outcome = deposit(store_in(tmp_path), make_edition(), {}, origin)
    assert isinstance(outcome, Deposited)
    (store_in(tmp_path) / outcome.hash / "edition.json").write_bytes(b"{}")
    return outcome.hash


class Listener(QObject):
    """Records what was delivered, and in which thread."""

    def __init__(self, reader: EditionReader) -> None:
        super().__init__()
        self.delivered: list[Delivery] = []
        self.threads: list[QThread] = []
        reader.delivered.connect(self._record)

    def _record(self, delivery: Delivery) -> None:
        self.delivered.append(delivery)
        self.threads.append(QThread.currentThread())


def test_a_delivery_is_the_edition_with_the_machines_settings(tmp_path: Path, whole: Verified) -> None:
    write_sealed(device_settings_in(tmp_path), DEVICE)
    order = Show(str(tmp_path), whole.hash, safe=True)

    assert delivery(order) == Delivery(order, whole, DEVICE)


def test_settings_that_are_damaged_are_the_usual_ones(tmp_path: Path, whole: Verified) -> None:
    device_settings_in(tmp_path).write_bytes(b"{}")

    assert delivery(Show(str(tmp_path), whole.hash)).device == Device()


def test_an_order_is_for_this_edition_and_no_other(tmp_path: Path, whole: Verified, damaged: str) -> None:
    readings = [delivery(Show(str(tmp_path), edition)).reading for edition in (damaged, GONE)]

    assert whole.hash not in {damaged, GONE}
    assert isinstance(readings[0], Corrupt)
    assert readings[1] == Missing()


def test_the_first_that_is_whole_is_delivered_first(tmp_path: Path, whole: Verified, damaged: str) -> None:
    begin = Begin(str(tmp_path), editions=(GONE, damaged, whole.hash), safe=True)

    assert first_delivery(begin) == Delivery(Show(str(tmp_path), whole.hash, safe=True), whole, Device())


def test_without_one_the_first_delivery_is_of_none(tmp_path: Path) -> None:
    first = first_delivery(Begin(str(tmp_path)))

    assert first == Delivery(Show(str(tmp_path), ""), Missing(), Device())


@pytest.mark.parametrize(
    ("wanted", "reading", "complaint"),
    [
        pytest.param("a", "a", None, id="it is there"),
        pytest.param("", "a", None, id="any is"),
        pytest.param("b", "a", Unshowable("b", "it is damaged"), id="another one is"),
        pytest.param("b", Corrupt("b", "it has changed"), Unshowable("b", "it has changed"), id="it is damaged"),
        pytest.param(
            "b", Refused("b", "I/O error"), Unshowable("b", "I/O error", damaged=False), id="the disk refuses it now"
        ),
        pytest.param("b", Missing(), Unshowable("b", "it is not there"), id="it is not there"),
        pytest.param("", Missing(), None, id="none is wanted and none there"),
    ],
)
def test_the_supervisor_hears_what_cannot_be_shown(
    edition: Edition, wanted: str, reading: Reading | str, complaint: Unshowable | None
) -> None:
    read = Verified(reading, edition, {}) if isinstance(reading, str) else reading

    assert why_unshowable(wanted, read) == complaint


def test_deliveries_come_in_the_order_of_the_orders_and_in_this_thread(
    qapp: QCoreApplication, qtbot: QtBot, tmp_path: Path, whole: Verified
) -> None:
    reader = EditionReader()
    listener = Listener(reader)
    orders = [Show(str(tmp_path), edition) for edition in (whole.hash, GONE, whole.hash)]

    for order in orders:
        reader.ask(order)

    qtbot.waitUntil(lambda: len(listener.delivered) == 3)
    assert [delivered.order for delivered in listener.delivered] == orders
    assert set(listener.threads) == {qapp.thread()}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes among the files")
def test_a_disk_that_hangs_does_not_keep_the_event_loop(
    qtbot: QtBot, tmp_path: Path, whole: Verified, damaged: str
) -> None:
    manifest = store_in(tmp_path) / damaged / "manifest.json"
    manifest.unlink()
    os.mkfifo(manifest)
    reader = EditionReader()
    listener = Listener(reader)

    tick = QTimer(singleShot=True)
    reader.ask(Show(str(tmp_path), damaged))
    reader.ask(Show(str(tmp_path), whole.hash))
    with qtbot.waitSignal(tick.timeout):
        tick.start(1)
    before = len(listener.delivered)
    manifest.open("w").close()

    qtbot.waitUntil(lambda: len(listener.delivered) == 2)
    assert before == 0
    assert listener.delivered[1].reading == whole
