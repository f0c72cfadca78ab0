"""Whether the Qt that the screen is drawn with has the mended faults; pip does not tell of those inside PySide6."""

import sys

from kiosk.system.doctor.found import Danger, Found
from kiosk.system.qt_advisories import faults_of, version_of

QT = Danger("qt", "Version of Qt")
UNFIT = (6, 12, 0)
FIT_AGAIN = (3, 12)
"""On an older Python it takes references off None until the interpreter aborts."""

_CURE = "python -m pip install --require-hashes --no-deps -r requirements.txt, with the python of the kiosk"
_CURE_STANDALONE = "Install the newest release of the kiosk: it brings a mended Qt."


def qt(version: str, python: tuple[int, int] = sys.version_info[:2], *, is_standalone: bool = False) -> Found:
    cure = _CURE_STANDALONE if is_standalone else _CURE
    installed = version_of(version)
    if installed is None:
        return QT.unknown("Which version is installed was not found out.", cure)
    if installed >= UNFIT and python < FIT_AGAIN:
        return QT.not_held(f"{version} ends the window within seconds on Python {python[0]}.{python[1]}.", cure)
    if faults := faults_of(installed):
        return QT.not_held(f"{version} has known faults: {', '.join(fault.cve for fault in faults)}.", cure)
    return QT.held(f"{version} has every fault mended that concerns the kiosk.")
