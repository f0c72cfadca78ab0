import subprocess
import sys

LARGEST_LOSS = 500

TURN_A_LOOP = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
app = QCoreApplication([])
rung = []
before = sys.getrefcount(None)
for _ in range(2000):
    QTimer.singleShot(0, lambda: rung.append(1))
QTimer.singleShot(50, app.quit)
app.exec()
print(len(rung), before - sys.getrefcount(None))
"""


def test_qt_takes_no_references_off_none() -> None:
    """PySide6 6.12.0 on Python 3.11 does, with every timer, until the interpreter aborts.

    In a process of its own, for what other tests leave behind is freed by the same event loop.
    """
    done = subprocess.run([sys.executable, "-c", TURN_A_LOOP], capture_output=True, text=True, check=True)

    rung, lost = map(int, done.stdout.split())
    assert rung == 2000
    assert lost < LARGEST_LOSS
