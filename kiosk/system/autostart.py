"""Starts the kiosk when its user logs in, without an administrator's rights: chooses between the ways of each system."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.system.autostart_entry import Entry, Found, InTheWay, Refused, Removed, Run, Way, WayName, Write, Written
from kiosk.system.autostart_macos import launch_agents
from kiosk.system.autostart_startup_windows import startup_files
from kiosk.system.autostart_systemd import SystemdUnits
from kiosk.system.autostart_windows import Tasks
from kiosk.system.autostart_xdg import XdgEntries


@dataclass(frozen=True, slots=True)
class Ways:
    """`usual` are tried one after the other until one is not refused; `known` are all that may hold an entry."""

    usual: tuple[Way, ...]
    known: tuple[Way, ...]

    def called(self, name: WayName | None) -> tuple[Way, ...]:
        return tuple(way for way in self.known if way.name == name) if name else self.usual


@dataclass(frozen=True, slots=True)
class Enabled:
    """`note` says what to know about it, "" for nothing."""

    way: WayName
    place: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """An entry of ours, and the way by which it is started."""

    way: WayName
    found: Found


def ways_of(environment: Mapping[str, str], home: Path, write: Write, run: Run, platform: str = sys.platform) -> Ways:
    """Give those of this operating system; all that are neither Windows nor macOS follow freedesktop.org."""
    match platform:
        case "win32":
            ways = tuple(_of_windows(environment, write, run))
            return Ways(ways, ways)
        case "darwin":
            agents = (launch_agents(home, write),)
            return Ways(agents, agents)
        case _:
            return _of_freedesktop(environment, home, write, run)


def enable(ways: Ways, entry: Entry, by: WayName | None = None) -> Enabled | InTheWay | Refused:
    """Write the entry down by one way, and take one of the same screen out of all others."""
    refused = Refused("this computer has no such way")
    for way in ways.called(by):
        match way.put(entry):
            case Written(place, note):
                others = tuple(other for other in ways.known if other is not way)
                return Enabled(way.name, place, note or _note_of(others, entry.name))
            case InTheWay() as in_the_way:
                return in_the_way
            case Refused() as refused:
                pass
    return refused


def disable(ways: Ways, name: str | None = None) -> tuple[tuple[Standing, Removed | Refused], ...]:
    """Take the entry of this name away, or all of ours, and tell what became of each."""
    return tuple(_taken_away(ways.known, name))


def standing(ways: Ways) -> tuple[Standing, ...]:
    return tuple(Standing(way.name, found) for way in ways.known for found in way.found())


def _note_of(others: tuple[Way, ...], name: str) -> str:
    refused = (outcome.why for _, outcome in _taken_away(others, name) if isinstance(outcome, Refused))
    return " ".join(f"It would be started twice: {why}" for why in refused)


def _taken_away(ways: tuple[Way, ...], name: str | None) -> Iterator[tuple[Standing, Removed | Refused]]:
    for way in ways:
        for found in way.found():
            if name in {None, found.name}:
                yield Standing(way.name, found), way.remove(found)


def _of_freedesktop(environment: Mapping[str, str], home: Path, write: Write, run: Run) -> Ways:
    """Prefer what every desktop reads: only some sessions reach the target that starts a unit."""
    chosen = environment.get("XDG_CONFIG_HOME", "")  # the specification: empty or relative counts as none
    config = Path(chosen) if chosen.startswith("/") else home / ".config"
    entries, units = XdgEntries(config, run, write), SystemdUnits(config / "systemd" / "user", run, write)
    return Ways((entries,), (entries, units))


def _of_windows(environment: Mapping[str, str], write: Write, run: Run) -> Iterator[Way]:
    """Prefer a task, for it is started again; policies may forbid it."""
    yield Tasks("\\".join(filter(None, map(environment.get, ("USERDOMAIN", "USERNAME")))), run)
    yield startup_files(environment, write)
