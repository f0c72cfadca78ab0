"""Night at the screen: dimmed or off while the office is closed, by device.toml, and lit for whoever is there."""

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.display.page.night import Night, light_by, night_at
from kiosk.display.showing import Showing
from kiosk.display.state.attention import AttentionState
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.attention import Attract
from kiosk.edition.device import Device
from kiosk.edition.model import Notice
from kiosk.supervise.messages import Message, Scene


class Nightfall(QObject):
    """A touch wakes the screen until nobody is there any more; staff and an urgent notice keep it lit."""

    changed = Signal()
    """The screen has become lit, dimmed or off."""

    def __init__(  # noqa: PLR0917  # it names all it needs
        self,
        window: KioskWindow,
        showing: Showing,
        attention: AttentionState,
        device: Device,
        is_staff_in: Callable[[], bool],
        send: Callable[[Message], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._showing = showing
        self._attention = attention
        self._setting = device.night
        self._is_staff_in = is_staff_in
        self._send = send
        self._is_awake = False
        self._notice: Notice | None = None
        self.scene = Scene()
        self._connect()

    def start(self) -> None:
        """Darken the screen if it is night, and tell the supervisor, who may remember a display before this one."""
        self.follow()
        self._send(self.scene)

    def follow_device(self, device: Device) -> None:
        self._setting = device.night
        self.follow()

    @Slot()
    def follow(self) -> None:
        """Be as light as it should be now."""
        before, self.scene = self.scene, self._derived()
        if self.scene == before:
            return
        self._window.show_light(self.scene.light)
        self._send(self.scene)
        if self.scene.light != before.light:
            self.changed.emit()

    def _connect(self) -> None:
        self._showing.refreshed.connect(self.follow)
        self._attention.changed.connect(self._follow_attention)
        self._window.curtain.woken.connect(self._wake)

    def _derived(self) -> Scene:
        night, notice = self._night(), self._showing.notice()
        is_urgent = notice is not None and notice.severity == "urgent"
        light = light_by(self._setting, night, is_wanted=self._is_awake or is_urgent or self._is_staff_in())
        return Scene(
            light=light,
            dark_until=night.ends if night and light != "lit" else None,
            notice_since=self._since(notice),
            notice_until=notice.until.astimezone(UTC) if notice else None,
        )

    def _night(self) -> Night | None:
        edition = self._showing.edition
        if edition is None or self._setting == "on":
            return None
        return night_at(edition.hours, self._showing.clock.now(), ZoneInfo(edition.organisation.time_zone))

    def _since(self, notice: Notice | None) -> datetime | None:
        """Give the time at which this very notice came to this screen."""
        before, self._notice = self._notice, notice
        if notice is None:
            return None
        since = self.scene.notice_since if notice == before else None
        return since or self._showing.clock.now().astimezone(UTC)

    @Slot()
    def _follow_attention(self) -> None:
        """Take the touch of a dark screen for no visit yet: the curtain tells when it ends."""
        is_there = not isinstance(self._attention.now, Attract)
        self._is_awake = is_there and (self._is_awake or self.scene.light == "lit")
        self.follow()

    @Slot()
    def _wake(self) -> None:
        self._attention.note_touch()
        self._is_awake = True
        self.follow()
