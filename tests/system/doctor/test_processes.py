from pathlib import Path

from kiosk.system.doctor import processes_macos, processes_windows
from kiosk.system.doctor.machine import Absent, Answer, Process, Text
from kiosk.system.doctor.processes_linux import processes

PS = """\
    1     0 /sbin/launchd
  412   501 /System/Library/CoreServices/Dock.app/Contents/MacOS/Dock
  413   501 /Applications/My App.app/Contents/MacOS/My App
  ???
  pid uid comm
"""
TASKLIST = """\
"System Idle Process","0","Services","0","8 K"
"explorer.exe","4,312","Console","1","90,000 K"
"Explorer.EXE","4312","Console","1","90,000 K"
"kiosk.exe","4711","Console","1","90,000 K"
"explorer.exe","5000","RDP-Tcp#0","2","90,000 K"
"""


def test_linux_tells_them_in_proc(tmp_path: Path) -> None:
    for pid, comm, cmdline in [("1", "systemd\n", b"/sbin/init\0splash\0"), ("2", "kthreadd\n", b"")]:
        (tmp_path / pid).mkdir()
        (tmp_path / pid / "comm").write_text(comm)
        (tmp_path / pid / "cmdline").write_bytes(cmdline)
    user = tmp_path.stat().st_uid

    found = sorted(processes(str(tmp_path)), key=lambda process: process.pid)

    assert found == [Process(1, "systemd", ("/sbin/init", "splash"), user), Process(2, "kthreadd", ("",), user)]


def test_one_that_ends_meanwhile_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "1").mkdir()
    (tmp_path / "uptime").touch()

    assert processes(str(tmp_path)) == ()


def test_macos_tells_them_by_ps() -> None:
    def run(*command: str) -> Answer:
        return Text(PS) if command == ("ps", "-A", "-o", "pid=,uid=,comm=") else Absent()

    found = processes_macos.processes(run)

    assert [(process.pid, process.name, process.user) for process in found] == [
        (1, "launchd", 0),
        (412, "Dock", 501),
        (413, "My App", 501),
    ]


def tasklist(*command: str) -> Answer:
    return Text(TASKLIST) if command == ("tasklist", "/FO", "CSV", "/NH") else Absent()


def test_windows_tells_those_of_our_session() -> None:
    found = processes_windows.processes(tasklist, own_pid=4711)

    assert found == (Process(4312, "explorer.exe"), Process(4711, "kiosk.exe"))


def test_where_our_own_is_not_found_windows_tells_all() -> None:
    found = processes_windows.processes(tasklist, own_pid=1)

    assert [process.pid for process in found] == [0, 4312, 4711, 5000]
