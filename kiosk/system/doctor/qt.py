"""Whether the Qt that the screen is drawn with has the mended faults; pip does not tell of those inside PySide6."""

import re
import sys

from kiosk.system.doctor.found import Danger, Found

QT = Danger("qt", "Version of Qt")
MENDED = {
    (6, 9, 3): "CVE-2025-10728, CVE-2025-10729",
    (6, 11, 3): "CVE-2026-105923",
}
"""The first version that has each mended, and what it was: all of them in SVG pictures."""

UNFIT = (6, 12, 0)
FIT_AGAIN = (3, 12)
"""On an older Python it takes references off None until the interpreter aborts."""

_CURE = "python -m pip install --require-hashes --no-deps -r requirements.txt, with the python of the kiosk"


def qt(version: str, python: tuple[int, int] = sys.version_info[:2]) -> Found:
    parts = re.match(r"(\d+)\.(\d+)\.(\d+)", version)
    if parts is None:
        return QT.unknown("Which version is installed was not found out.", _CURE)
    installed = (int(parts[1]), int(parts[2]), int(parts[3]))
    if installed >= UNFIT and python < FIT_AGAIN:
        return QT.not_held(f"{version} ends the window within seconds on Python {python[0]}.{python[1]}.", _CURE)
    if faults := [fault for mended, fault in MENDED.items() if installed < mended]:
        return QT.not_held(f"{version} has known faults: {', '.join(faults)}.", _CURE)
    return QT.held(f"{version} has every fault mended that concerns the kiosk.")
