"""Whether staff get in at the screen."""

from kiosk.system.doctor.found import Danger, Found

PIN = Danger("pin", "PIN for staff")
CURE = "kiosk set-pin"


def pin(*, has_pin: bool | None, cure: str = CURE) -> Found:
    if has_pin is None:
        return PIN.unknown("Whether one is set was not told.", cure)
    if has_pin:
        return PIN.held("One is set.")
    return PIN.not_held("None is set: staff cannot get to their menu at the screen.", cure)
