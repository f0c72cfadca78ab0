"""Looks the whole machine over, the most dangerous first."""

from collections.abc import Iterator

from kiosk.system.doctor.accessibility import accessibility
from kiosk.system.doctor.accessibility_windows import accessibility_windows
from kiosk.system.doctor.autostart import CURE as AT_LOGIN
from kiosk.system.doctor.autostart import autostart_linux, autostart_macos, autostart_windows
from kiosk.system.doctor.bindings import bindings
from kiosk.system.doctor.blanking import blanking, locker
from kiosk.system.doctor.blanking_windows import blanking_windows, locker_windows, sleep_windows
from kiosk.system.doctor.clock import clock_linux, clock_macos, clock_windows
from kiosk.system.doctor.desktop import desktop
from kiosk.system.doctor.disk import disk
from kiosk.system.doctor.fonts import fonts
from kiosk.system.doctor.found import Found
from kiosk.system.doctor.letters import letters
from kiosk.system.doctor.libraries import libraries
from kiosk.system.doctor.login import login
from kiosk.system.doctor.login_windows import login_windows
from kiosk.system.doctor.machine import Machine
from kiosk.system.doctor.notifications import notifications
from kiosk.system.doctor.permissions import permissions
from kiosk.system.doctor.permissions_windows import permissions_windows
from kiosk.system.doctor.pin import CURE, pin
from kiosk.system.doctor.places import Places, places_of
from kiosk.system.doctor.qt import qt
from kiosk.system.doctor.ready_linux import CONTACT, SERVICE_ON, SET_PIN
from kiosk.system.doctor.rights import root, sudo
from kiosk.system.doctor.screen_size import screen_size
from kiosk.system.doctor.screens import screen_linux
from kiosk.system.doctor.screens_windows import screen_windows
from kiosk.system.doctor.server_keys import sysrq, terminals, zap
from kiosk.system.doctor.service import service
from kiosk.system.doctor.session import session_of
from kiosk.system.doctor.session_macos import login_macos, notifications_macos, power_macos, screen_macos, session_macos
from kiosk.system.doctor.settings_macos import settings as settings_macos
from kiosk.system.doctor.settings_windows import settings as settings_windows
from kiosk.system.doctor.shell_windows import edition, keyboard_filter, shell
from kiosk.system.doctor.sleep import sleep
from kiosk.system.doctor.sources import sources
from kiosk.system.doctor.subject import Subject
from kiosk.system.doctor.unit import unit_of
from kiosk.system.doctor.updates import updates
from kiosk.system.doctor.updates_windows import updates_windows
from kiosk.system.doctor.version import version


def examine(machine: Machine, subject: Subject) -> tuple[Found, ...]:
    places = places_of(machine, subject)
    match machine.system:
        case "win32":
            return tuple(_windows(machine, subject, places))
        case "darwin":
            return tuple(_macos(machine, subject, places))
        case _:
            return tuple(_linux(machine, subject, places))


def _linux(machine: Machine, subject: Subject, places: Places) -> Iterator[Found]:
    session = session_of(machine)
    unit = unit_of(machine, session.processes)
    inside = machine.within(session.environment)
    is_of_service = subject.contact == CONTACT
    yield desktop(machine, session)
    yield bindings(inside, session)
    yield terminals(inside, session)
    yield zap(inside, session)
    yield sysrq(machine)
    yield accessibility(inside, session)
    yield notifications(inside, session)
    yield root(machine, session.user)
    yield sudo(machine, session.user)
    yield pin(has_pin=subject.has_pin, cure=SET_PIN if is_of_service else CURE)
    yield from permissions(subject, places, session.user)
    yield locker(inside, session)
    yield blanking(inside, session)
    yield sleep(machine)
    yield service(machine, session.processes, unit)
    yield login(machine, session, unit)
    yield autostart_linux(machine, session, unit, SERVICE_ON if is_of_service else AT_LOGIN)
    yield updates(machine)
    yield from version(machine)
    yield screen_linux(inside, session, subject.screen)
    yield from screen_size(machine, subject)
    yield sources(machine, subject, places)
    yield fonts(machine, subject.languages)
    yield disk(machine, subject, places)
    yield clock_linux(machine, subject)
    yield libraries(subject.lacking)
    yield from letters(machine, subject)
    yield qt(subject.qt, is_standalone=subject.is_standalone)


def _windows(machine: Machine, subject: Subject, places: Places) -> Iterator[Found]:
    yield edition(machine)
    yield shell(machine)
    yield keyboard_filter(machine)
    yield accessibility_windows(machine)
    yield from settings_windows(machine)
    yield root(machine, machine.user)
    yield pin(has_pin=subject.has_pin)
    yield from permissions_windows(machine, subject)
    yield locker_windows(machine)
    yield blanking_windows(machine)
    yield sleep_windows(machine)
    yield login_windows(machine)
    yield autostart_windows(machine)
    yield updates_windows(machine)
    yield screen_windows(machine, subject.screen)
    yield from screen_size(machine, subject)
    yield sources(machine, subject, places)
    yield disk(machine, subject, places)
    yield clock_windows(machine, subject)
    yield from letters(machine, subject)
    yield qt(subject.qt, is_standalone=subject.is_standalone)


def _macos(machine: Machine, subject: Subject, places: Places) -> Iterator[Found]:
    yield session_macos(machine)
    yield from settings_macos(machine)
    yield notifications_macos()
    yield root(machine, machine.user)
    yield pin(has_pin=subject.has_pin)
    yield from permissions(subject, places, machine.user)
    yield from power_macos(machine)
    yield login_macos(machine)
    yield autostart_macos(machine)
    yield screen_macos(machine, subject.screen)
    yield from screen_size(machine, subject)
    yield sources(machine, subject, places)
    yield disk(machine, subject, places)
    yield clock_macos(machine, subject)
    yield from letters(machine, subject)
    yield qt(subject.qt, is_standalone=subject.is_standalone)
