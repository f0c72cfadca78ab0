"""The kiosk of the whole computer, which a service of the Debian package runs, as far as every user can see it."""

import sys
from pathlib import Path

CONTACT = Path("/etc/kiosk/contact.toml")
RUNTIME = Path("/run/kiosk")
"""The RuntimeDirectory= of the units: systemd removes it when the service ends."""


def service_runs(contact: Path = CONTACT, runtime: Path = RUNTIME) -> bool:
    return sys.platform == "linux" and contact.is_file() and runtime.is_dir()
