"""Whom to ask on Linux's message buses not to darken the screen nor to suspend, each in the words of its interface."""

import os
from typing import Final, NamedTuple, Protocol

from kiosk.system.keep_awake_bus import Answer, Bus, Descriptor, Place, Refused

WHO: Final = "Kiosk"
WHY: Final = "This screen is for visitors"

SUSPEND_AND_IDLE: Final = 4 | 8
"""The flags of org.gnome.SessionManager, which the portal took over."""

_REQUEST: Final = "org.freedesktop.portal.Request"
_GRANTED: Final = 0


class Held(NamedTuple):
    """A promise, the unique name of the one that keeps it, and what ends it: a cookie, a path or a descriptor."""

    owner: str
    token: int | str


class Inhibitor(Protocol):
    @property
    def name(self) -> str: ...

    @property
    def place(self) -> Place: ...

    def inhibit(self, bus: Bus) -> Held | Refused:
        """Raise OSError when the bus is gone, TimeoutError when there is no answer in time."""

    def release(self, bus: Bus, held: Held) -> None: ...

    def forget(self, held: Held) -> None:
        """Give back what is ours alone of a promise that nobody keeps any more."""


class ByCookie(NamedTuple):
    """The promise is a number, and ends with our connection at the latest."""

    name: str
    place: Place
    signature: str
    arguments: tuple[object, ...]
    undo: str

    def inhibit(self, bus: Bus) -> Held | Refused:
        match bus.call(self.place, "Inhibit", self.signature, self.arguments):
            case Answer(owner, (int() as cookie,)):
                return Held(owner, cookie)
            case answer:
                return _refused(answer)

    def release(self, bus: Bus, held: Held) -> None:
        bus.tell(self.place, self.undo, "u", (held.token,))

    def forget(self, held: Held) -> None:
        pass


class ByPortal(NamedTuple):
    """The promise is an object, whose signal tells whether the desktop behind the portal keeps it."""

    name: str
    place: Place

    def inhibit(self, bus: Bus) -> Held | Refused:
        handle = f"{self.place.path}/request/{bus.unique_name.lstrip(':').replace('.', '_')}/kiosk"
        options = {"handle_token": ("s", "kiosk"), "reason": ("s", WHY)}
        with bus.hearing(handle, _REQUEST, "Response") as next_response:
            match bus.call(self.place, "Inhibit", "sua{sv}", ("", SUSPEND_AND_IDLE, options)):
                case Answer(owner, (str() as path,)):
                    held = Held(owner, path)
                case answer:
                    return _refused(answer)
            try:
                if next_response()[:1] == (_GRANTED,):
                    return held
            except TimeoutError:
                pass
        self.release(bus, held)
        return Refused("the desktop does not do it")

    def release(self, bus: Bus, held: Held) -> None:
        bus.tell(Place(self.place.service, str(held.token), _REQUEST), "Close", "", ())

    def forget(self, held: Held) -> None:
        pass


class ByDescriptor(NamedTuple):
    """The promise lasts until the descriptor is closed."""

    name: str
    place: Place

    def inhibit(self, bus: Bus) -> Held | Refused:
        match bus.call(self.place, "Inhibit", "ssss", ("idle:sleep", WHO, WHY, "block")):
            case Answer(owner, (Descriptor(number),)):
                return Held(owner, number)
            case answer:
                return _refused(answer)

    def release(self, _bus: Bus, held: Held) -> None:
        self.forget(held)

    def forget(self, held: Held) -> None:
        os.close(int(held.token))


ON_SESSION_BUS: Final[tuple[Inhibitor, ...]] = (
    ByCookie(
        "freedesktop screen saver",
        Place("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
        "ss",
        (WHO, WHY),
        "UnInhibit",
    ),
    ByCookie(
        "GNOME session",
        Place("org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager"),
        "susu",
        (WHO, 0, WHY, SUSPEND_AND_IDLE),
        "Uninhibit",
    ),
    ByPortal(
        "desktop portal",
        Place("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Inhibit"),
    ),
)
ON_SYSTEM_BUS: Final[tuple[Inhibitor, ...]] = (
    ByDescriptor(
        "logind", Place("org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
    ),
)


def _refused(answer: Answer | Refused) -> Refused:
    return answer if isinstance(answer, Refused) else Refused("the answer makes no sense")
