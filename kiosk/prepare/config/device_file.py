"""What `device.toml` says, read and checked."""

from dataclasses import dataclass

from kiosk.edition.device import Access, Device


@dataclass(frozen=True, slots=True)
class DeviceFile:
    """The display's settings, and what it never sees."""

    device: Device
    access: Access
