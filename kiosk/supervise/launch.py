"""What the other parts of the program are started with: the same Python or executable, and a clean environment.

It imports as little as it can: the display is started before anything else happens.
"""

import os
import sys

TYPE_CHECKING = False  # typing and collections would be imported before the display is started: 4 ms
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PACKAGES = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120  # pathlib costs 5 ms before the first frame
_ENTRY = f"import sys; sys.path.append({_PACKAGES!r}); from kiosk.__main__ import main; sys.exit(main())"

_OURS_TO_SAY = ("LD_", "PYTHON", "QT_", "WATCHDOG_", "NOTIFY_SOCKET")
"""What these begin would have a child load foreign code, look or listen differently, or speak in our name."""

_KEPT = frozenset(
    {
        "PYTHONHOME",
        "PYTHONPATH",
        "PYTHONUTF8",
        "QT_ACCESSIBILITY",
        "QT_AUTO_SCREEN_SCALE_FACTOR",
        "QT_ENABLE_HIGHDPI_SCALING",
        "QT_FONT_DPI",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON",
        "QT_QPA_PLATFORM",
        "QT_SCALE_FACTOR",
        "QT_SCALE_FACTOR_ROUNDING_POLICY",
        "QT_SCREEN_SCALE_FACTORS",
        "QT_USE_PHYSICAL_DPI",
        "QT_WAYLAND_SHELL_INTEGRATION",
    }
)
"""Of those, what says where the program and the screen are, and how large things are on it."""


def has_screen() -> bool:
    """Tell whether there is a screen to show on; QT_QPA_PLATFORM may name one that needs neither X nor Wayland."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def command(arguments: "Sequence[str]") -> tuple[str, ...]:
    """Give the command line of another `kiosk` command, whether we are a frozen executable or not."""
    if getattr(sys, "frozen", False):
        return (sys.executable, *arguments)
    return (sys.executable, "-P", "-c", _ENTRY, *arguments)


def clean(environment: "Mapping[str, str]") -> dict[str, str]:
    """Give the environment without what would make Qt or Python behave differently from one computer to the next.

    Input methods go with it: visitors type nothing, and candidate windows are a way out.
    """
    return {name: value for name, value in environment.items() if not name.startswith(_OURS_TO_SAY) or name in _KEPT}


def for_display(environment: "Mapping[str, str]") -> dict[str, str]:
    """Give the clean environment with where a session's bus is.

    Told nothing, libdbus looks there all the same, and then starts a bus of its own, which may take 3 s.
    """
    usual = f"unix:path={environment.get('XDG_RUNTIME_DIR') or '/nonexistent'}/bus"
    return {"DBUS_SESSION_BUS_ADDRESS": usual, **clean(environment)}
