"""What `device.toml` says, read and checked."""

from dataclasses import dataclass, field

from kiosk.edition.device import Access, Device
from kiosk.edition.web_source import Network


@dataclass(frozen=True, slots=True)
class DeviceFile:
    """The display's settings, and what it never sees."""

    device: Device
    access: Access
    network: Network = field(default_factory=Network)
