"""How the other parts of the program are started: the same Python or executable, a clean environment, pipes.

It imports as little as it can: the display is started before anything else happens.
"""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence

Child = subprocess.Popen[str]  # no TypeAlias: typing would be imported for it before the display is started

if sys.platform == "win32":
    _OWN_GROUP = subprocess.CREATE_NEW_PROCESS_GROUP  # Ctrl+C reaches the supervisor alone, as with a session on POSIX
else:
    _OWN_GROUP = 0

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


def start_display_early() -> Child | None:
    """Start the display, if there is a screen for it, before it is known what to show: it imports Qt meanwhile."""
    return start_display() if has_screen() else None


def let_go(display: Child | None) -> None:
    """End a display that has not begun: it leaves when its pipe is closed."""
    if display is not None:
        display.communicate()


def start_display() -> Child:
    """Start the display with pipes for the messages; it waits for `Begin`. On POSIX, Ctrl+C does not reach it."""
    return _start(("display",), stdin=subprocess.PIPE, usual=_usual_bus(os.environ))


def start_prepare(arguments: Sequence[str]) -> Child:
    """Start one job; its only line comes on its standard output, what goes wrong with it on its standard error."""
    return _start(("prepare", *arguments), stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)


def start_errand(arguments: Sequence[str]) -> Child:
    """Start one of our commands that answers in one line, or by its exit status alone; its complaints go nowhere."""
    return _start(arguments, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)


def command(arguments: Sequence[str]) -> tuple[str, ...]:
    """Give the command line of another `kiosk` command, whether we are a frozen executable or not."""
    if getattr(sys, "frozen", False):
        return (sys.executable, *arguments)
    return (sys.executable, "-P", "-c", _ENTRY, *arguments)


def clean(environment: Mapping[str, str]) -> dict[str, str]:
    """Give the environment without what would make Qt or Python behave differently from one computer to the next.

    Input methods go with it: visitors type nothing, and candidate windows are a way out.
    """
    return {name: value for name, value in environment.items() if not name.startswith(_OURS_TO_SAY) or name in _KEPT}


def _start(
    arguments: Sequence[str], stdin: int, stderr: int | None = None, usual: Mapping[str, str] | None = None
) -> Child:
    return subprocess.Popen(  # noqa: S603  # our own program
        command(arguments),
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=stderr,
        env={**(usual or {}), **clean(os.environ)},
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
        creationflags=_OWN_GROUP,
    )


def _usual_bus(environment: Mapping[str, str]) -> dict[str, str]:
    """Give where a session's bus is: told nothing, libdbus looks there, and then starts one, which may take 3 s."""
    return {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={environment.get('XDG_RUNTIME_DIR') or '/nonexistent'}/bus"}
