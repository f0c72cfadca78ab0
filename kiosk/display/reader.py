"""Reads editions in a thread of its own: the event loop never waits for a disk."""

from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from PySide6.QtCore import QObject, Signal

from kiosk.edition.device import Device, device_settings
from kiosk.edition.store import Corrupt, Missing, Reading, Refused, Verified, read, read_first
from kiosk.edition.value import Value
from kiosk.paths import device_settings_in, store_in
from kiosk.supervise.messages import Begin, Show, Unshowable


class Delivery(Value, frozen=True):
    """What was asked for, as it lies on the disk, with this machine's settings."""

    order: Show
    reading: Reading
    device: Device


class EditionReader(QObject):
    """Reads in a thread, from the first order on; `delivered` comes in that of the event loop, in the order of the orders."""

    delivered = Signal(Delivery)

    def __init__(self) -> None:
        super().__init__()
        self._orders: SimpleQueue[Show] = SimpleQueue()
        self._has_begun = False

    def ask(self, order: Show) -> None:
        self._orders.put(order)
        if not self._has_begun:  # the first frame would wait 1 ms for the thread
            self._has_begun = True
            Thread(target=self._read_for_ever, name="edition-reader", daemon=True).start()

    def _read_for_ever(self) -> None:
        while True:
            self.delivered.emit(delivery(self._orders.get()))


def delivery(order: Show) -> Delivery:
    """Read an edition and the machine's settings, whatever state they are in."""
    state = Path(order.state)
    return Delivery(order, read(store_in(state), order.edition), device_settings(device_settings_in(state)))


def first_delivery(begin: Begin) -> Delivery:
    """Read what is shown first, before the event loop runs: the best of the editions that is whole."""
    state = Path(begin.state)
    reading = read_first(store_in(state), begin.editions)
    edition = reading.hash if isinstance(reading, Verified) else ""
    return Delivery(Show(begin.state, edition, begin.safe), reading, device_settings(device_settings_in(state)))


def why_unshowable(wanted: str, reading: Reading) -> Unshowable | None:
    """Give what to tell the supervisor of an edition that was asked for and is not what was read."""
    match reading:
        case Verified(hash=edition) if edition == wanted or not wanted:
            return None
        case Verified():
            return Unshowable(wanted, "it is damaged")
        case Corrupt(why=why):
            return Unshowable(wanted, why)
        case Refused(why=why):
            return Unshowable(wanted, why, damaged=False)
        case Missing():
            return Unshowable(wanted, "it is not there") if wanted else None
