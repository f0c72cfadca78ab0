"""Looks at all that the kiosk is made from and keeps, each on its own drive, once."""

from collections.abc import Mapping
from typing import TypeAlias

from kiosk.system.doctor.machine import Machine, Place
from kiosk.system.doctor.subject import Subject

Places: TypeAlias = Mapping[str, Place]
"""What lies at staff's files and the folders of the two settings files, and at the folder of state and all above it."""


def places_of(machine: Machine, subject: Subject) -> Places:
    staff = (subject.contact, subject.contact.parent, *subject.files)
    device = (subject.device, subject.device.parent)
    state = (subject.state, *subject.state.parents)
    groups = (tuple(map(str, group)) for group in (state, staff, device))
    return {path: place for paths in groups for path, place in zip(paths, machine.look(paths), strict=True)}
