"""`kiosk display`: the window itself, as the supervisor starts it."""

from pathlib import Path

from kiosk.display.app import main
from kiosk.display.options import DisplayOptions
from kiosk.edition.codec import UndecodableError, decode
from kiosk.edition.device import Device
from kiosk.paths import device_settings_in, store_in


def display(state: Path, *, captive: bool, screen: str | None) -> int:
    return main(DisplayOptions(store_in(state), device_settings(device_settings_in(state)), captive, screen))


def device_settings(file: Path) -> Device:
    """Read what `prepare` made of device.toml; without it, or when it is damaged, every setting is the usual one."""
    try:
        return decode(Device, file.read_bytes())
    except (OSError, UndecodableError):
        return Device()
