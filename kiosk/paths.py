"""Where things lie: staff's files, the kiosk's own state, and the resources it came with.

On Linux the folders of the XDG specification are computed here: platformdirs gives the same and would delay the first
frame by 15 ms. Nor are there dataclasses here, which cost 6.
"""

import os
import sys
from pathlib import Path
from typing import Literal, TypeAlias
from zlib import crc32

CONTACT = "contact.toml"
DEVICE = "device.toml"
_NOT_FOR_EDITORS = ".no-device.toml"
Refuge: TypeAlias = Literal["temporary", "memory"]
_PACKAGE = Path(__file__).parent
_ON_LINUX: bool = sys.platform == "linux"


def state_of(contact: Path, screen: str = "") -> Path:
    """Give `$KIOSK_STATE`, or else a folder for this contact.toml on this screen; all in it can be deleted."""
    if chosen := os.environ.get("KIOSK_STATE"):
        return Path(chosen).absolute()
    place = contact.absolute()
    key = os.fsencode(place) + (b"\0" + os.fsencode(screen) if screen else b"")
    return _user_state() / f"{place.parent.name}-{crc32(key):08x}"


def refuges_of(state: Path) -> tuple[tuple[Path, Refuge], ...]:
    """Give the folders for the same state where the usual one takes nothing: a temporary one, and those in memory."""
    if not _ON_LINUX:
        import tempfile  # noqa: PLC0415  # not on Linux, see above

        return ((Path(tempfile.gettempdir()) / "kiosk" / state.name, "temporary"),)
    mine = f"kiosk-{os.environ.get('USER') or 'user'}"
    temporary = Path(os.environ.get("TMPDIR") or "/tmp")  # noqa: S108  # make_private() sees that it is ours
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    in_memory = ((Path(runtime) / mine / state.name,) if runtime.startswith("/") else ()) + (
        Path("/dev/shm") / mine / state.name,  # noqa: S108  # as above
    )
    return (temporary / mine / state.name, "temporary"), *((folder, "memory") for folder in in_memory)


def screen_lock(state: Path, screen: str) -> Path:
    """Give the lock of a screen, which no two kiosks of one user may share; the session is part of its name."""
    session = "|".join(os.environ.get(name, "") for name in ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM"))
    wanted = "primary" if screen in {"", "0"} else screen
    folder = refuges_of(state)[0][0].parent / "screens"
    return folder / f"screen-{crc32(os.fsencode(f'{session}|{wanted}')):08x}.lock"


def state_lock(state: Path) -> Path:
    """Give the lock of a folder of state, which no two kiosks may share."""
    return state / "lock"


def store_in(state: Path) -> Path:
    """Give the folder of the editions."""
    return state / "editions"


def device_settings_in(state: Path) -> Path:
    """Give the settings of `device.toml` as the display reads them."""
    return state / "device.json"


def access_in(state: Path) -> Path:
    """Give the hash of staff's PIN, apart from the settings: the display never reads it."""
    return state / "access.json"


def prepared_in(state: Path) -> Path:
    """Give what was told when the last edition was made."""
    return state / "prepared.json"


def attempts_in(state: Path) -> Path:
    """Give the count of wrong PINs."""
    return state / "attempts.json"


def call_in(state: Path) -> Path:
    """Give the file of a call to the front, in a folder of its own: the system gives notice of whatever happens there."""
    return state / "calls" / "front"


def picture_in(state: Path) -> Path:
    """Give the picture of the screen for the card, which lies under the display."""
    return state / "picture"


def log_in(state: Path, part: str) -> Path:
    """Give the log of a part of the program, such as "display": two processes cannot rotate one file."""
    return state / "log" / f"{part}.log"


def stack_in(state: Path, pid: int) -> Path:
    """Give the file in which a display writes down where it hung."""
    return state / "log" / f"display-{pid}.stack"


def find_contact(chosen: str | None) -> Path:
    """Give the first of `--config`, `$KIOSK_CONFIG`, `./contact.toml` and the user's own, which need not exist yet."""
    if named := chosen or os.environ.get("KIOSK_CONFIG"):
        return Path(named).absolute()
    here = Path(CONTACT).absolute()
    return here if here.is_file() else user_config() / CONTACT


def find_device(chosen: str | None, contact: Path) -> Path:
    """Give the first of `--device`, `$KIOSK_DEVICE` and the one beside contact.toml, which need not exist.

    An editor of a lobby computer finds a link there to settings that are not for editors: for them, it does not exist.
    """
    if named := chosen or os.environ.get("KIOSK_DEVICE"):
        return Path(named).absolute()
    beside = contact.parent / DEVICE
    return contact.parent / _NOT_FOR_EDITORS if _leads_where_nobody_may_look(beside) else beside


def _leads_where_nobody_may_look(link: Path) -> bool:
    if not link.is_symlink():
        return False
    try:
        link.stat()
    except PermissionError:
        return True
    except OSError:  # one that leads nowhere is told of
        return False
    return False


def user_config() -> Path:
    if _ON_LINUX:
        return _xdg("XDG_CONFIG_HOME", ".config")
    import platformdirs  # noqa: PLC0415  # not on Linux, see above

    return platformdirs.user_config_path("kiosk", appauthor=False)


def resources() -> Path:
    """Give the folder of the starter files and fonts: beside the package in a checkout, inside it when installed."""
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"


def icon() -> Path:
    """Give the picture for a window's frame and the list of windows."""
    return resources() / "icon.png"


def _user_state() -> Path:
    if _ON_LINUX:
        return _xdg("XDG_STATE_HOME", ".local/state")
    import platformdirs  # noqa: PLC0415  # not on Linux, see above

    return platformdirs.user_state_path("kiosk", appauthor=False)


def _xdg(variable: str, usual: str) -> Path:
    chosen = os.environ.get(variable, "")  # the specification: empty or relative counts as none
    base = Path(chosen) if chosen.startswith("/") else _home() / usual
    return base / "kiosk"


def _home() -> Path:
    """Give the user's folder, or one that does not exist where there is none: what is kept there goes elsewhere."""
    try:
        return Path.home()
    except RuntimeError:
        return Path("/nonexistent")
