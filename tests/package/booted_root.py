"""A bare Debian that is booted with its own systemd, in a container: what its services do can be seen there.

It has no screen and no terminal. cage shows on an output in memory, and a stand-in waits where the login would.
"""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psutil
import pytest

from tests.package.bare_root import APT, BareRoot, bare_root, may_enter
from tests.reliability.lobby import until

PACKAGES = ("systemd", "systemd-sysv", "dbus", "udev", "cage", "seatd", "xwayland")
UNITS = "/etc/systemd/system"
WATCHDOG_SECONDS = 6
IN_MEMORY = f"""\
[Service]
Environment=WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman
WatchdogSec={WATCHDOG_SECONDS}
"""
LOGIN = "[Service]\nExecStart=/bin/sleep infinity\n"
BOOTS_WITHIN_SECONDS = 60
SETTINGS = ("HOME=/root", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8", "DEBIAN_FRONTEND=noninteractive")


LACKING = tuple(name for name in ("systemd-nspawn", "nsenter") if shutil.which(name) is None)

BOOTED = [
    pytest.mark.package,
    pytest.mark.deep,
    pytest.mark.timeout(600),
    pytest.mark.skipif(not may_enter(), reason="only root may make a bare root and boot it"),
    pytest.mark.skipif(
        bool(LACKING), reason=f"{' and '.join(LACKING)} must be installed: apt install systemd-container"
    ),
]
"""The marks of tests that need one."""


@dataclass(slots=True)
class BootedRoot:
    root: BareRoot
    container: psutil.Popen

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the administrator."""
        (init,) = self.container.children()
        enter = ("nsenter", f"--target={init.pid}", "--mount", "--uts", "--ipc", "--pid", "--net", "--cgroup")
        order = [*enter, "env", "-i", *SETTINGS, *command]
        return subprocess.run(order, check=False, capture_output=True, text=True, timeout=120)

    def shows(self, unit: str, name: str) -> str:
        """Give a property of a unit."""
        return self.run("systemctl", "show", unit, "--property", name, "--value").stdout.strip()

    def is_active(self, unit: str) -> bool:
        return self.shows(unit, "ActiveState") == "active"

    def switch_off_and_on(self) -> None:
        self.switch_off()
        self.container = _started(self.root)
        until(self.is_booted, BOOTS_WITHIN_SECONDS)

    def switch_off(self) -> None:
        self.container.terminate()  # which halts what is inside
        self.container.wait(30)

    def is_booted(self) -> bool:
        return bool(self.container.children()) and self.run("systemctl", "is-system-running").stdout.strip() in {
            "running",
            "degraded",
        }


@contextmanager
def booted_root() -> Iterator[BootedRoot]:
    with bare_root() as root:
        root.as_root(*APT, "update")
        root.as_root(*APT, "install", *PACKAGES)
        drop_in = root.file(f"{UNITS}/kiosk.service.d/in-memory.conf")
        drop_in.parent.mkdir(parents=True)
        drop_in.write_text(IN_MEMORY)
        root.file(f"{UNITS}/getty@tty1.service").write_text(LOGIN)
        booted = BootedRoot(root, _started(root))
        try:
            until(booted.is_booted, BOOTS_WITHIN_SECONDS)
            yield booted
        finally:
            booted.switch_off()


def _started(root: BareRoot) -> psutil.Popen:
    options = ("--quiet", "--boot", "--register=no", "--keep-unit", "--console=pipe")
    order = ["systemd-nspawn", f"--directory={root.folder}", *options, "systemd.unit=multi-user.target"]
    nothing = subprocess.DEVNULL
    return psutil.Popen(order, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True)
