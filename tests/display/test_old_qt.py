import json
import os
import subprocess
import sys
from pathlib import Path

from kiosk.paths import log_in
from kiosk.supervise.messages import Beat, Begin, Painted, from_line
from kiosk.supervise.wire import to_line

DISPLAY_WITH_OLD_QT = """
import sys
import kiosk.display.app as app
from kiosk.commands.display import display
app.qVersion = lambda: "6.11.2"
sys.exit(display())
"""
LOG = """
import sys
from pathlib import Path
from kiosk.log import install
from kiosk.display.old_qt import log_known_faults
install(Path(sys.argv[1]), "display")
log_known_faults(sys.argv[2])
"""


def logged(version: str, file: Path) -> list[dict[str, object]]:
    """Give the lines of the log of a process of its own, for a log is a whole process's."""
    subprocess.run([sys.executable, "-c", LOG, file, version], check=True, env=os.environ)
    return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []


def test_a_qt_with_known_faults_is_told_to_the_log_with_the_version_that_has_them_mended(tmp_path: Path) -> None:
    (line,) = logged("6.11.2", tmp_path / "display.log")

    assert line["level"] == "warning"
    assert line["event"] == "Qt has known faults"
    assert line["version"] == "6.11.2"
    assert line["faults"] == ["CVE-2026-105923"]
    assert line["mended"] == "6.11.3"


def test_a_mended_qt_is_not_worth_a_line(tmp_path: Path) -> None:
    assert logged("6.11.3", tmp_path / "display.log") == []


def test_a_version_that_cannot_be_read_is_not_worth_a_line_either(tmp_path: Path) -> None:
    assert logged("unknown", tmp_path / "display.log") == []


def test_the_display_tells_it_once_it_has_painted_and_shows_the_screen_all_the_same(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    order = [sys.executable, "-c", DISPLAY_WITH_OLD_QT]
    with subprocess.Popen(order, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(to_line(Begin(str(tmp_path))))
        process.stdin.flush()
        said = next(said for line in process.stdout if not isinstance(said := from_line(line), Beat))
        process.stdin.close()

    assert said == Painted("")
    told = [json.loads(line) for line in log_in(tmp_path, "display").read_text().splitlines()]
    assert [line["event"] for line in told if line["level"] == "warning"] == ["Qt has known faults"]
