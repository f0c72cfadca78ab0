import os
import sys
import time
from pathlib import Path

import pytest

from kiosk.system.doctor.examine import examine
from kiosk.system.doctor.machine import Absent, Refused, Silent, Text, There
from kiosk.system.doctor.this_machine import ALL_SECONDS, ThisMachine
from tests.system.doctor.fake_machine import SUBJECT

HANGS = (sys.executable, "-c", "import time; time.sleep(60)")


@pytest.fixture
def machine() -> ThisMachine:
    return ThisMachine(os.environ)


@pytest.fixture
def hurried() -> ThisMachine:
    """Give a machine with a fifth of a second left, whose drives all hang."""
    now = time.monotonic()
    return ThisMachine(os.environ, started_at=now - ALL_SECONDS + 0.2, clock=lambda: now, python=HANGS)


def test_places_are_told_in_the_order_of_the_question(machine: ThisMachine, tmp_path: Path) -> None:
    (tmp_path / "contact.toml").write_text("a = 1")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")

    folder, nothing, file, loop = machine.look(
        (str(tmp_path), str(tmp_path / "nothing"), str(tmp_path / "contact.toml"), str(tmp_path / "loop"))
    )

    assert isinstance(folder, There)
    assert folder.is_folder
    assert folder.free_bytes > 0
    assert (nothing, loop) == (Absent(), Refused())
    assert isinstance(file, There)
    assert not file.is_folder


def test_a_drive_that_hangs_makes_all_its_places_silent(hurried: ThisMachine, tmp_path: Path) -> None:
    assert hurried.look((str(tmp_path), str(tmp_path / "contact.toml"))) == (Silent(), Silent())


def test_nobody_waits_for_it_twice(hurried: ThisMachine, tmp_path: Path) -> None:
    file = str(tmp_path / "contact.toml")
    hurried.look((file,))
    began = time.monotonic()

    assert hurried.toml(file) == Silent()
    assert hurried.look((file,)) == (Silent(),)
    assert time.monotonic() - began < 0.1


def test_a_toml_file_is_given_as_json(machine: ThisMachine, tmp_path: Path) -> None:
    (tmp_path / "device.toml").write_text('screen = "HDMI-1"')

    assert machine.toml(str(tmp_path / "device.toml")) == Text('{"screen": "HDMI-1"}\n', 0)


def test_when_all_time_is_used_up_no_program_is_asked() -> None:
    late = ThisMachine(os.environ, clock=lambda: time.monotonic() + ALL_SECONDS)

    assert late.run(sys.executable, "-c", "print(1)") == Silent()


@pytest.mark.skipif(sys.platform != "linux", reason="the programs are those of Linux")
def test_programs_that_all_hang_keep_nobody_for_long(tmp_path: Path) -> None:
    for name in ("apt-config", "timedatectl", "id", "systemctl", "setxkbmap", "xset", "xrandr", "gsettings"):
        (tmp_path / name).write_text("#!/bin/sh\n/bin/sleep 60\n")
        (tmp_path / name).chmod(0o755)
    began = time.monotonic()
    hung = ThisMachine({"PATH": str(tmp_path)}, started_at=began - ALL_SECONDS + 1)

    verdicts = {found.key: found.verdict for found in examine(hung, SUBJECT)}

    assert time.monotonic() - began < 3
    assert (verdicts["updates"], verdicts["qt"]) == ("unknown", "held")


def test_a_program_sees_the_environment_it_is_to_see(machine: ThisMachine) -> None:
    inside = machine.within({**os.environ, "DISPLAY": ":77"})

    assert inside.run(sys.executable, "-c", "import os; print(os.environ['DISPLAY'])") == Text(":77\n", 0)


def test_files_of_the_system_are_read(machine: ThisMachine, tmp_path: Path) -> None:
    (tmp_path / "rc.xml").write_bytes(b"Caf\xe9")

    assert machine.read(str(tmp_path / "rc.xml")) == Text("Caf\ufffd")
    assert machine.read_bytes(str(tmp_path / "rc.xml")) == b"Caf\xe9"
    assert machine.names_in(str(tmp_path)) == ("rc.xml",)


def test_files_that_are_not_there_are_absent(machine: ThisMachine, tmp_path: Path) -> None:
    assert machine.read(str(tmp_path / "rc.xml")) == Absent()
    assert machine.read_bytes(str(tmp_path / "rc.xml")) == b""
    assert machine.names_in(str(tmp_path / "nowhere")) == ()


def test_a_folder_cannot_be_read_as_a_file(machine: ThisMachine, tmp_path: Path) -> None:
    assert machine.read(str(tmp_path)) == Refused()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_this_process_is_among_those_that_run(machine: ThisMachine) -> None:
    (ours,) = (process for process in machine.processes() if process.pid == os.getpid())

    assert ours.user == machine.user
    assert ours.arguments[0] == Path("/proc/self/cmdline").read_bytes().split(b"\0")[0].decode()


@pytest.mark.skipif(sys.platform == "win32", reason="ps is of POSIX")
def test_so_it_is_by_ps() -> None:
    as_on_macos = ThisMachine(os.environ, system="darwin")

    assert os.getpid() in {process.pid for process in as_on_macos.processes()}


def test_programs_of_windows_are_named_in_full() -> None:
    on_windows = ThisMachine({"SYSTEMROOT": r"D:\Windows"}, system="win32")

    assert on_windows.run("tasklist") == Absent()
    assert on_windows.in_full("tasklist") == r"D:\Windows\System32\tasklist.exe"


def test_the_clock_is_that_of_the_computer(machine: ThisMachine) -> None:
    assert abs(machine.now().timestamp() - time.time()) < 5
