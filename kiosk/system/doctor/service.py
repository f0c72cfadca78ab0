"""Whether somebody starts the kiosk again when it ends."""

from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Machine, Process, Text
from kiosk.system.doctor.ready_linux import restarted_always
from kiosk.system.doctor.running import kiosks
from kiosk.system.doctor.unit import Unit

SERVICE = Danger("service", "Restart of the kiosk")
_ASKED = ("-p", "Restart", "-p", "StartLimitIntervalUSec")


def service(machine: Machine, processes: tuple[Process, ...], unit: Unit | None) -> Found:
    if unit is not None:
        return _judged(machine, unit)
    if kiosks(processes):
        what = "The kiosk was not started by a service: when it is killed as a whole, nothing starts it again."
        return SERVICE.not_held(what, restarted_always(machine))
    return SERVICE.unknown("No kiosk runs now.", "Start the kiosk, then run kiosk doctor again.")


def _judged(machine: Machine, unit: Unit) -> Found:
    scope = ("--user",) if unit.is_of_user else ()
    match machine.run("systemctl", *scope, "show", unit.name, *_ASKED):
        case Text(text, 0):
            told = dict(line.split("=", 1) for line in text.splitlines() if "=" in line)
        case _:
            return SERVICE.unknown(f"systemd did not tell of {unit.name}.", f"systemctl show {unit.name}")
    lines = [*_restart(told.get("Restart", "no")), *_limit(told.get("StartLimitIntervalUSec", "10s"))]
    if not lines:
        return SERVICE.held(f"{unit.name} starts it again, always.")
    edit = " ".join((*("systemctl", "--user"), "edit")) if unit.is_of_user else "sudo systemctl edit"
    cure = f"{edit} {unit.name}, and write: {' '.join(line for line, _ in lines)}"
    return SERVICE.not_held(f"{unit.name} {' and '.join(what for _, what in lines)}.", cure)


def _restart(value: str) -> tuple[tuple[str, str], ...]:
    return () if value == "always" else (("[Service] Restart=always", f"has Restart={value}"),)


def _limit(value: str) -> tuple[tuple[str, str], ...]:
    what = f"gives up when it ends too often within {value}"
    return () if value == "0" else (("[Unit] StartLimitIntervalSec=0", what),)
