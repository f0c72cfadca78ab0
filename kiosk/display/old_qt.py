"""A Qt with known faults is told to the log; the screen is shown all the same."""

import logging

from kiosk.log import note
from kiosk.system.qt_advisories import faults_of, floor, version_of


def log_known_faults(version: str) -> None:
    installed = version_of(version)
    faults = () if installed is None else faults_of(installed)
    if faults:
        lowest = ".".join(map(str, floor()))
        note("Qt has known faults", logging.WARNING, version=version, faults=[one.cve for one in faults], mended=lowest)
