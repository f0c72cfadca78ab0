"""Switches the screen's power off and on again, where the computer can; where it cannot, a black picture must do."""

import sys

from kiosk.system.screen_power_outcome import OnlyDark, SwitchedOff

__all__ = ["OnlyDark", "SwitchedOff", "switch_off", "switch_on"]


def switch_off(platform: str = sys.platform) -> SwitchedOff | OnlyDark:
    """Switch it off, within two seconds or so. Nothing is believed that the computer does not confirm, if it can."""
    match platform:
        case "linux":
            from kiosk.system import screen_power_linux  # noqa: PLC0415  # only where it is used

            return screen_power_linux.switch_off()
        case "win32":
            from kiosk.system import screen_power_windows  # noqa: PLC0415  # only where it is used

            return screen_power_windows.switch_off()
        case "darwin":
            from kiosk.system import screen_power_macos  # noqa: PLC0415  # only where it is used

            return screen_power_macos.switch_off()
        case _:
            return OnlyDark(f"nobody knows how on {platform}")


def switch_on(platform: str = sys.platform) -> None:
    """Switch it on; harmless where it is on."""
    match platform:
        case "linux":
            from kiosk.system import screen_power_linux  # noqa: PLC0415  # only where it is used

            screen_power_linux.switch_on()
        case "win32":
            from kiosk.system import screen_power_windows  # noqa: PLC0415  # only where it is used

            screen_power_windows.switch_on()
        case "darwin":
            from kiosk.system import screen_power_macos  # noqa: PLC0415  # only where it is used

            screen_power_macos.switch_on()
