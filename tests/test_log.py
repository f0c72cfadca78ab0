import json
import os
import re
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.log import LONGEST_FIELD
from kiosk.log_file import FILE_BYTES, FILES

PRELUDE = """
import logging, pathlib, sys, threading
from kiosk.log import Fault, install, note
install(pathlib.Path({log!r}), "supervisor")
"""


def run(script: str, log: Path) -> subprocess.CompletedProcess[str]:
    """Run the lines in a process of their own: the log takes over the whole process."""
    code = PRELUDE.format(log=str(log)) + script
    env = {**os.environ, "TZ": "Africa/Harare"}
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=env)


def lines(log: Path) -> list[dict[str, object]]:
    """Split where any reader might; U+2028 ends a line for some."""
    return [json.loads(line) for line in log.read_text("utf-8").splitlines()]


def logged(script: str, log: Path) -> dict[str, object]:
    run(script, log)
    (line,) = lines(log)
    return line


def test_a_line_has_its_own_keys_first_and_then_the_fields_of_its_event(tmp_path: Path) -> None:
    line = logged("note('display died', logging.WARNING, status=3, hung=True)", tmp_path / "deep" / "kiosk.log")

    assert list(line) == ["time", "process", "level", "event", "status", "hung"]
    assert list(line.values())[1:] == ["supervisor", "warning", "display died", 3, True]


def test_the_time_is_that_of_no_time_zone(tmp_path: Path) -> None:
    line = logged("import time\nnote('x', seconds=time.time())", tmp_path / "kiosk.log")

    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", str(line["time"]))
    assert datetime.fromisoformat(str(line["time"])).timestamp() == pytest.approx(line["seconds"], abs=60)


def test_a_message_of_a_library_is_an_event(tmp_path: Path) -> None:
    line = logged("logging.getLogger('qt').warning('%s: %s', 'qpa', 'no é')", tmp_path / "kiosk.log")

    assert list(line) == ["time", "process", "level", "event"]
    assert (line["level"], line["event"]) == ("warning", "qpa: no é")


def test_a_message_that_cannot_be_formatted_is_not_lost(tmp_path: Path) -> None:
    outcome = run("logging.raiseExceptions = True\nlogging.error('%d doors', 'x')", tmp_path / "kiosk.log")

    assert lines(tmp_path / "kiosk.log")[0]["event"] == "%d doors ('x',)"
    assert outcome.stderr == ""


@pytest.mark.parametrize(
    ("value", "told"),
    [
        pytest.param(r"'a\nb\r\x00\x1b[0m\x7f'", "a\nb\r\0\x1b[0m\x7f", id="control characters"),
        pytest.param(r"'a\u2028b\u2029c\x85d\u202ee'", "a\u2028b\u2029c\x85d\u202ee", id="what ends or turns a line"),
        pytest.param(r"'a\udc80b'", "a?b", id="half a character"),
        pytest.param("'\"}\\\\'", '"}\\', id="what ends a text"),
        pytest.param("b'x'", "b'x'", id="bytes"),
        pytest.param("[pathlib.PurePosixPath('a'), None, 1]", ["a", None, 1], id="an object in a list"),
        pytest.param("{(1, 2): 3}", "{(1, 2): 3}", id="a key that is no text"),
        pytest.param("float('nan')", "nan", id="not a number"),
        pytest.param("(lambda x: x.append(x) or x)([])", "[[...]]", id="a circle"),
        pytest.param("10 ** 5000", "(ValueError in telling)", id="a number too large to tell"),
        pytest.param("type('X', (), {'__str__': lambda _: 1 / 0})()", "(ZeroDivisionError in telling)", id="no str"),
    ],
)
def test_whatever_a_field_holds_the_line_is_one_line(tmp_path: Path, value: str, told: object) -> None:
    assert logged(f"note('x', value={value})", tmp_path / "kiosk.log")["value"] == told


def test_a_field_does_not_take_the_place_of_the_lines_own(tmp_path: Path) -> None:
    line = logged("note('x', process=1, time=2)", tmp_path / "kiosk.log")

    assert (line["process"], line["process_"], line["time_"]) == ("supervisor", 1, 2)


def test_a_long_field_keeps_its_beginning_and_its_end(tmp_path: Path) -> None:
    value = logged("note('x', value='a' + 'x' * 1_000_000 + 'z')", tmp_path / "kiosk.log")["value"]

    assert isinstance(value, str)
    assert (value[0], value[-1]) == ("a", "z")
    assert f"({1_000_002 - LONGEST_FIELD} characters left out)" in value
    assert len(value) < LONGEST_FIELD + 100


def test_a_traceback_is_one_field(tmp_path: Path) -> None:
    line = logged("try:\n 1 / 0\nexcept ZeroDivisionError:\n logging.exception('oh')", tmp_path / "kiosk.log")

    assert (line["level"], line["event"]) == ("error", "oh")
    assert str(line["trace"]).startswith("Traceback (most recent call last):\n")
    assert str(line["trace"]).endswith("\nZeroDivisionError: division by zero")


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("1 / 0", id="in the main thread"),
        pytest.param("t = threading.Thread(target=lambda: 1 / 0)\nt.start()\nt.join()", id="in another"),
        pytest.param("sys.stderr = None\n1 / 0", id="without a standard error"),
    ],
)
def test_an_uncaught_exception_is_recorded_with_its_trace(tmp_path: Path, script: str) -> None:
    line = logged(script, tmp_path / "kiosk.log")

    assert list(line) == ["time", "process", "level", "event", "trace"]
    assert (line["level"], line["event"]) == ("critical", "uncaught exception")
    assert str(line["trace"]).endswith("ZeroDivisionError: division by zero")


def test_an_uncaught_exception_is_printed_too(tmp_path: Path) -> None:
    outcome = run("1 / 0", tmp_path / "kiosk.log")

    assert outcome.stderr.count("ZeroDivisionError: division by zero") == 1


def test_a_thread_that_ends_itself_is_no_exception(tmp_path: Path) -> None:
    run("t = threading.Thread(target=sys.exit)\nt.start()\nt.join()", tmp_path / "kiosk.log")

    assert not (tmp_path / "kiosk.log").exists()


def test_a_fault_is_told_where_it_begins_and_where_it_is_over(tmp_path: Path) -> None:
    script = "fault = Fault('disk full', clock=iter([10.0, 22.5]).__next__)\n"

    run(script + "fault.begin(free=0)\nfault.begin(free=1)\nfault.end(free=9)\nfault.end()", tmp_path / "kiosk.log")

    begin, end = (list(line.items())[2:] for line in lines(tmp_path / "kiosk.log"))
    assert begin == [("level", "warning"), ("event", "disk full"), ("free", 0)]
    assert end == [("level", "info"), ("event", "disk full: over"), ("free", 9), ("lasted_seconds", 12.5)]


def test_a_fault_knows_whether_it_is_on_and_can_come_back(tmp_path: Path) -> None:
    acts = "for act in (fault.end, fault.begin, fault.end, fault.begin):\n act()\n note('now', on=fault.is_on)"

    run(f"fault = Fault('x')\n{acts}", tmp_path / "kiosk.log")

    states = [line["on"] for line in lines(tmp_path / "kiosk.log") if line["event"] == "now"]
    assert states == [False, True, False, True]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_no_reason_to_fail() -> None:
    outcome = run("for _ in range(3): logging.error('x')\nprint('alive')", Path("/dev/full"))

    assert (outcome.returncode, outcome.stdout, outcome.stderr) == (0, "alive\n", "")


def test_a_folder_that_cannot_be_made_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    outcome = run("logging.error('x')\nprint('alive')", tmp_path / "file" / "kiosk.log")

    assert (outcome.returncode, outcome.stdout, outcome.stderr) == (0, "alive\n", "")


def test_what_waits_is_written_when_the_process_ends(tmp_path: Path) -> None:
    folder = tmp_path / "log"
    folder.write_text("in the way")

    run(f"note('a')\npathlib.Path({str(folder)!r}).unlink()\nnote('b')", folder / "kiosk.log")

    assert [line["event"] for line in lines(folder / "kiosk.log")] == ["a", "b"]


def test_how_many_lines_were_lost_is_a_line_like_others(tmp_path: Path) -> None:
    folder = tmp_path / "log"
    folder.write_text("in the way")

    run(f"for _ in range(203): note('a')\npathlib.Path({str(folder)!r}).unlink()", folder / "kiosk.log")

    assert list(lines(folder / "kiosk.log")[0].items())[1:] == [
        ("process", "supervisor"),
        ("level", "warning"),
        ("event", "lines were lost"),
        ("count", 3),
    ]


def test_the_log_never_outgrows_its_files(tmp_path: Path) -> None:
    run("for _ in range(12_000): logging.error('x' * 1000)", tmp_path / "kiosk.log")

    sizes = [path.stat().st_size for path in tmp_path.iterdir()]
    assert len(sizes) == FILES
    assert max(sizes) <= FILE_BYTES
