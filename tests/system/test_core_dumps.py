import subprocess
import sys

import pytest

from kiosk.system.core_dumps import forbid

PROGRAM = """
import resource
from kiosk.system.core_dumps import forbid
resource.setrlimit(resource.RLIMIT_CORE, (4096, resource.getrlimit(resource.RLIMIT_CORE)[1]))
{}
print(*resource.getrlimit(resource.RLIMIT_CORE))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits are of POSIX")
@pytest.mark.parametrize(("line", "soft"), [("forbid()", "0"), ("pass", "4096")])
def test_there_is_no_room_for_a_core_dump(line: str, soft: str) -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM.format(line)], capture_output=True, text=True, check=True)

    assert done.stdout.split()[0] == soft


def test_on_windows_nothing_happens() -> None:
    forbid("win32")
