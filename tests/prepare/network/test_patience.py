import subprocess
import sys
import threading
import time

from kiosk.prepare.network.patience import within

HANGS = """
import time
from kiosk.prepare.network.patience import within
print(within(0.05, lambda: time.sleep(60)))
"""


def test_an_answer_in_time_is_given() -> None:
    assert within(5, lambda: "here") == "here"


def test_one_that_does_not_come_is_not_waited_for() -> None:
    never = threading.Event()
    begin = time.monotonic()

    assert within(0.05, never.wait) is None

    assert time.monotonic() - begin < 2
    never.set()


def test_what_hangs_ends_with_the_program() -> None:
    child = subprocess.run([sys.executable, "-c", HANGS], capture_output=True, text=True, timeout=20, check=True)

    assert child.stdout == "None\n"
