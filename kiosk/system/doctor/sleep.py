"""What sends the computer to sleep: logind's own idea of it, and the keys of a keyboard that say so."""

import re
from collections.abc import Iterator

from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Machine, Refused, Text, printed

SLEEP = Danger("sleep", "Computer goes to sleep")
MASKED = "/etc/systemd/system/sleep.target"
"""A link to /dev/null, where it is masked."""

FILE = "/etc/systemd/logind.conf"
FOLDERS = ("/usr/lib/systemd/logind.conf.d", "/run/systemd/logind.conf.d", "/etc/systemd/logind.conf.d")
ASLEEP = {"HandleSuspendKey": "suspend", "HandleHibernateKey": "hibernate", "IdleAction": "ignore"}
"""What logind.conf(5) says holds where nothing is written. The power key is left alone: staff use it."""

_CURE = (
    "sudo mkdir -p /etc/systemd/logind.conf.d && printf '[Login]\\nHandleSuspendKey=ignore\\nHandleHibernateKey=ignore\\n"
    "IdleAction=ignore\\n' | sudo tee /etc/systemd/logind.conf.d/90-kiosk.conf, then restart the computer"
)


def sleep(machine: Machine) -> Found:
    if machine.read(MASKED) == Text(""):
        return SLEEP.held("systemd is not allowed to (sleep.target is masked).")
    if not machine.names_in("/run/systemd"):
        return SLEEP.unknown(
            "systemd does not run here, and doctor knows no other.", "Switch off sleeping in its place."
        )
    if any(isinstance(machine.read(path), Refused) for path in _files(machine)):
        return SLEEP.unknown("The settings of logind may not be read.", _CURE)
    awake = {name: _value(machine, name, usual) for name, usual in ASLEEP.items()}
    if bad := [f"{name}={value}" for name, value in awake.items() if value != "ignore"]:
        return SLEEP.not_held(f"A key or a pause sends it to sleep: {', '.join(bad)}.", _CURE)
    return SLEEP.held("Neither a pause nor a key of the keyboard does it.")


def _value(machine: Machine, name: str, usual: str) -> str:
    """Give the last value that is written, as systemd does."""
    pattern = re.compile(rf"^\s*{name}\s*=\s*(\S*)", re.MULTILINE)
    told = [value for path in _files(machine) for value in pattern.findall(printed(machine.read(path)))]
    return told[-1] if told and told[-1] else usual


def _files(machine: Machine) -> Iterator[str]:
    yield FILE
    for folder in FOLDERS:
        yield from (f"{folder}/{name}" for name in machine.names_in(folder) if name.endswith(".conf"))
