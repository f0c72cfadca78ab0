import subprocess
import sys

SLOW = (
    "hashlib",
    "json",
    "socket",
    "subprocess",
    "kiosk.display.captivity",
    "kiosk.edition.links",
    "kiosk.log",
    "kiosk.supervise.jobs",
)
IMPORTED = f"""
import sys
from kiosk.display.plain_import import import_qt
import_qt()
import kiosk.display.app
print([name for name in {SLOW!r} if name in sys.modules])
"""


def test_the_first_frame_does_not_wait_for_what_it_does_not_need() -> None:
    ran = subprocess.run((sys.executable, "-c", IMPORTED), check=True, capture_output=True, text=True)

    assert ran.stdout == "[]\n"
