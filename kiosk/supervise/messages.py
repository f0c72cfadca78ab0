"""What the supervisor and the display, or the card, say to each other."""

from datetime import datetime
from typing import Literal, TypeAlias, get_args

from kiosk.edition.device import Light
from kiosk.edition.value import Value
from kiosk.supervise.wire import Unreadable, reader

Wanted: TypeAlias = Literal["reload", "doctor", "restart", "switch off", "leave"]
Health: TypeAlias = Literal["starting", "shown", "restarting", "safe mode", "switched off"]


class Begin(Value, frozen=True):
    """To the display, its first line: the folder of the kiosk's state, what to show from it, and how.

    The first of `editions` that is whole is shown. `screen` is "" as device.toml says; a `safe` display shows no
    articles; a `marked` one has the sign for staff in its corner; a `dark` one has been switched off by staff.
    """

    state: str
    captive: bool = False
    screen: str = ""
    editions: tuple[str, ...] = ()
    safe: bool = False
    marked: bool = False
    dark: bool = False


class Show(Value, frozen=True):
    """To the display: read this edition, by its hash, from this folder of state, and show it."""

    state: str
    edition: str
    safe: bool = False


class Mark(Value, frozen=True):
    """To the display: have the sign for staff in the corner, or have it no more."""

    on: bool


class ComeForward(Value, frozen=True):
    """To the display: somebody wants to see the window; `token` is what lets it to the front, "" where the desktop gave none."""

    token: str = ""


class Uncover(Value, frozen=True):
    """To the display: the card has come to lie over the window, as new windows do on Wayland; lie over it again."""


class Painted(Value, frozen=True):
    """From the display: the first complete frame of this edition has been painted; "" means the holding card."""

    edition: str


class Pictured(Value, frozen=True):
    """From a captive display: a picture of what it shows to a fresh visitor lies in the folder of state, for the card."""


class Unshowable(Value, frozen=True):
    """From the display: this edition cannot be read, and why; the screen is as it was.

    One that is not `damaged` may be readable again soon.
    """

    edition: str
    why: str
    damaged: bool = True


class Lacks(Value, frozen=True):
    """From a display that cannot begin: this computer lacks what Qt needs; `what` is one line for people, with the cure."""

    what: str


class Beat(Value, frozen=True):
    """From the display's event loop, every two seconds: what it shows, and how long ago something was painted or touched.

    Ages are in seconds. `frame_age` is None while nobody can see the window, as when it is minimised; `blank` tells
    that the last look at the painted frame found one colour and nothing else.
    """

    edition: str
    frame_age: float | None = None
    touch_age: float = 0.0
    blank: bool = False


class OpenLink(Value, frozen=True):
    """From a display in a window: the visitor wants this link opened by the system's own program."""

    uri: str


class CallStaff(Value, frozen=True):
    """From a captive display: somebody made the hidden gesture and wants the PIN pad."""


class TryPin(Value, frozen=True):
    """From the display: somebody entered this PIN. It is never logged."""

    pin: str


class Wish(Value, frozen=True):
    """From the display: what staff chose from their menu; without a PIN before, nothing comes of it."""

    what: Wanted


class StaffLeft(Value, frozen=True):
    """From the display: pad and menu are closed; the next who wants the menu needs the PIN again."""


class Woken(Value, frozen=True):
    """From a display that was switched off: somebody touched it, or its time has come."""


class Scene(Value, frozen=True):
    """From the display: how light the screen is by the hours, and whether a notice is on it; all times are UTC.

    A screen that is not lit is so until `dark_until`, None where nobody knows. Of a notice, it tells since when it has
    been there and until when it stays.
    """

    light: Light = "lit"
    dark_until: datetime | None = None
    notice_since: datetime | None = None
    notice_until: datetime | None = None


class Pad(Value, frozen=True):
    """To the display: show the PIN pad.

    Without a PIN set it says how to set one; within `wait_seconds` no try is taken; `was_wrong` answers a try.
    """

    has_pin: bool
    wait_seconds: int = 0
    was_wrong: bool = False


class Told(Value, frozen=True):
    """What staff can mend, as prepare tells it; line and column are 0 where the whole file is meant."""

    file: str
    line: int
    column: int
    key: str
    what: str
    cure: str
    severity: Literal["error", "warning"]
    text: str
    """All of it as one line for people."""


class Facts(Value, frozen=True):
    """How the screen stands, for staff who are in front of it: no path, no process, no secret.

    Times are UTC; `edition` is what was last painted, "" for the holding card; `deaths` are those in a row.
    """

    health: Health
    stands: Literal["not read", "shown", "mistaken", "refused", "not made", "not kept"]
    version: str
    started_at: datetime
    edition: str = ""
    shown_since: datetime | None = None
    read_at: datetime | None = None
    is_pinned: bool = False
    is_on_trial: bool = False
    is_kept: bool = True
    """Whether what is shown is kept on the disk that is meant for it."""

    do_files_answer: bool = True
    deaths: int = 0
    memory_bytes: int | None = None


class Menu(Value, frozen=True):
    """To the display: the PIN was right, or what it shows to staff has changed. `file` in `problems` is a bare name."""

    facts: Facts
    problems: tuple[Told, ...] = ()


class Finding(Value, frozen=True):
    """What `kiosk doctor` found out about one danger: whether it is held off, and how to hold it off."""

    key: str
    title: str
    verdict: Literal["held", "not held", "unknown"]
    what: str
    cure: str = ""


class Findings(Value, frozen=True):
    """What `kiosk doctor` said: its only line to the supervisor, and from there to the display."""

    findings: tuple[Finding, ...]


class SwitchOff(Value, frozen=True):
    """To the display: be dark until somebody touches the screen or the office opens."""


class Cover(Value, frozen=True):
    """To the card: lie under the display with the picture in this folder of state, or be black while the screen is `dark`.

    `screen` is "" as device.toml says.
    """

    state: str
    screen: str = ""
    dark: bool = False


class InFront(Value, frozen=True):
    """From the card, every second as long as it is so: it has come to the front, where nothing but its picture is to be seen."""


Message: TypeAlias = (
    Begin
    | Show
    | Mark
    | ComeForward
    | Uncover
    | Painted
    | Pictured
    | Unshowable
    | Lacks
    | Beat
    | OpenLink
    | CallStaff
    | TryPin
    | Wish
    | StaffLeft
    | Woken
    | Scene
    | Pad
    | Menu
    | Findings
    | SwitchOff
    | Cover
    | InFront
)


def from_line(line: str) -> Message | Unreadable:
    """Read one line, with or without its line feed."""
    return _READ(line)


_READ = reader(*get_args(Message))
