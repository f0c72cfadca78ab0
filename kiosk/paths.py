"""Where things lie: staff's files, the kiosk's own state, and the resources it came with.

On Linux the folders of the XDG specification are computed here: platformdirs gives the same and would delay the first
frame by 15 ms. Nor are there dataclasses here, which cost 6.
"""

import os
import sys
from pathlib import Path
from zlib import crc32

CONTACT = "contact.toml"
DEVICE = "device.toml"
_PACKAGE = Path(__file__).parent
_ON_LINUX: bool = sys.platform == "linux"


def state_of(contact: Path) -> Path:
    """Give `$KIOSK_STATE`, or else a folder for this contact.toml alone; all in it can be deleted and comes back."""
    if chosen := os.environ.get("KIOSK_STATE"):
        return Path(chosen).absolute()
    place = contact.absolute()
    return _user_state() / f"{place.parent.name}-{crc32(os.fsencode(place)):08x}"


def store_in(state: Path) -> Path:
    """Give the folder of the editions."""
    return state / "editions"


def device_settings_in(state: Path) -> Path:
    """Give the settings of `device.toml` as the display reads them."""
    return state / "device.json"


def log_in(state: Path, part: str) -> Path:
    """Give the log of a part of the program, such as "display": two processes cannot rotate one file."""
    return state / "log" / f"{part}.log"


def find_contact(chosen: str | None) -> Path:
    """Give the first of `--config`, `$KIOSK_CONFIG`, `./contact.toml` and the user's own, which need not exist yet."""
    if named := chosen or os.environ.get("KIOSK_CONFIG"):
        return Path(named).absolute()
    here = Path(CONTACT).absolute()
    return here if here.is_file() else user_config() / CONTACT


def find_device(chosen: str | None, contact: Path) -> Path:
    """Give the first of `--device`, `$KIOSK_DEVICE` and the one beside contact.toml, which need not exist."""
    named = chosen or os.environ.get("KIOSK_DEVICE")
    return Path(named).absolute() if named else contact.parent / DEVICE


def user_config() -> Path:
    if _ON_LINUX:
        return _xdg("XDG_CONFIG_HOME", ".config")
    import platformdirs  # noqa: PLC0415  # not on Linux, see above

    return platformdirs.user_config_path("kiosk", appauthor=False)


def resources() -> Path:
    """Give the folder of the starter files and fonts: beside the package in a checkout, inside it when installed."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def _user_state() -> Path:
    if _ON_LINUX:
        return _xdg("XDG_STATE_HOME", ".local/state")
    import platformdirs  # noqa: PLC0415  # not on Linux, see above

    return platformdirs.user_state_path("kiosk", appauthor=False)


def _xdg(variable: str, usual: str) -> Path:
    chosen = os.environ.get(variable, "")  # the specification: empty or relative counts as none
    base = Path(chosen) if chosen.startswith("/") else Path.home() / usual
    return base / "kiosk"
