"""Whether the screen is large enough to be read from as far away as contact.toml asks."""

from collections.abc import Iterator
from math import ceil, floor, hypot

from kiosk.system.doctor.edid import millimetres_of, serial_of
from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Machine
from kiosk.system.doctor.screens import DRM, connected
from kiosk.system.doctor.subject import Subject

SIZE = Danger("screen-size", "Size of the screen")
TELL = "Write its diagonal in inches into device.toml, such as: screen_inches = 43"
MM_AN_INCH = 25.4
USUAL_SHAPE = 16, 9


def screen_size(machine: Machine, subject: Subject) -> Iterator[Found]:
    """Judge the largest text that the screen can show; nothing where nobody told a distance."""
    if subject.viewing_distance_m <= 0:
        return
    sides = _told_by_staff(subject.screen_inches) if subject.screen_inches else _told_by_screen(machine, subject.screen)
    yield judged(subject, min(sides))


def judged(subject: Subject, side_mm: float) -> Found:
    farthest, wanted = side_mm * subject.metres_per_mm, f"{subject.viewing_distance_m:g}"
    if farthest == 0:
        return SIZE.unknown("The screen did not tell its size; the kiosk takes it for 24 inches.", TELL)
    reads = f"The contact details are read from {floor(farthest * 10) / 10:g} m"
    if farthest >= subject.viewing_distance_m:
        return SIZE.held(f"{reads}, as far as contact.toml asks ({wanted} m).")
    times = ceil(10 * subject.viewing_distance_m / farthest) / 10
    what = f"{reads}, not from the {wanted} m of contact.toml."
    return SIZE.not_held(
        what, f"Take a screen {times:g} times as large, or write in contact.toml a viewing_distance_m that it reaches"
    )


def _told_by_staff(inches: float) -> tuple[float, float]:
    share = inches * MM_AN_INCH / hypot(*USUAL_SHAPE)
    return USUAL_SHAPE[0] * share, USUAL_SHAPE[1] * share


def _told_by_screen(machine: Machine, wanted: str) -> tuple[float, float]:
    """Ask the screen that is wanted, by name or serial number, or else the first; 0 by 0 where none tells."""
    edids = {name: machine.read_bytes(f"{DRM}/{name}/edid") for name in connected(machine)}
    called = [edid for name, edid in edids.items() if name.endswith(f"-{wanted}") or serial_of(edid) == wanted]
    return next((millimetres_of(edid) for edid in (*called, *edids.values())), (0, 0))
