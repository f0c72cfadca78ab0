import plistlib
import subprocess
from pathlib import Path

import pytest

from kiosk.edition.durable import write_atomically
from kiosk.system.autostart_entry import Broken, Entry, Foreign, InTheWay, Removed, Written
from kiosk.system.autostart_files import EntryFiles
from kiosk.system.autostart_macos import SHELL, entry_in, launch_agents, property_list_of
from tests.system.autostart_fakes import entry

ODD = entry("--device", "/Users/Zoë/50% <of> & \"$HOME\" 'x' \\ `id`.toml")


@pytest.fixture
def agents(tmp_path: Path) -> EntryFiles:
    return launch_agents(tmp_path, write_atomically)


def test_it_lies_where_launchd_looks_under_its_own_label(agents: EntryFiles, tmp_path: Path) -> None:
    file = tmp_path / "Library" / "LaunchAgents" / "org.kiosk-autostart.kiosk-DP-1.plist"

    assert agents.put(entry(screen="DP-1")) == Written(str(file))
    assert plistlib.loads(file.read_bytes())["Label"] == "org.kiosk-autostart.kiosk-DP-1"


def test_launchd_starts_it_at_log_in_and_again_when_it_fails() -> None:
    told = plistlib.loads(property_list_of(entry()))

    assert told == {
        "Label": "org.kiosk-autostart.kiosk",
        "ProgramArguments": [*SHELL, *entry().command],
        "RunAtLoad": True,
        "KeepAlive": {"SuccessfulExit": False},
        "ThrottleInterval": 10,
        "ProcessType": "Interactive",
        "LimitLoadToSessionType": "Aqua",
    }


@pytest.mark.parametrize(
    ("program", "exit_status"),
    [
        pytest.param("exit 0", 0, id="closed"),
        pytest.param("exit 5", 0, id="left by staff"),
        pytest.param("exit 1", 1, id="a bug"),
        pytest.param("exit 3", 3, id="refused"),
        pytest.param("kill -9 $$", 137, id="killed"),
    ],
)
def test_only_what_staff_left_and_what_was_closed_counts_as_a_success(program: str, exit_status: int) -> None:
    ended = subprocess.run([*SHELL, "/bin/sh", "-c", program], check=False, stderr=subprocess.DEVNULL)

    assert ended.returncode == exit_status


def test_the_shell_takes_every_word_as_it_was_meant() -> None:
    told = subprocess.run([*SHELL, "printf", "%s\\n", *ODD.command], capture_output=True, text=True, check=True)

    assert tuple(told.stdout.splitlines()) == ODD.command


@pytest.mark.parametrize("written", [entry(), entry(screen="DELL U2415"), ODD])
def test_what_is_written_is_read_again(agents: EntryFiles, written: Entry) -> None:
    agents.put(written)

    assert [(found.name, found.state, found.entry) for found in agents.found()] == [(written.name, "on", written)]


@pytest.mark.parametrize(
    "content", [b"no plist", plistlib.dumps({"Label": "com.example.kiosk"}), plistlib.dumps([1]), b"\xff\xfe", b""]
)
def test_what_somebody_else_wrote_stays(agents: EntryFiles, content: bytes) -> None:
    theirs = agents.file_of("kiosk")
    theirs.parent.mkdir(parents=True)
    theirs.write_bytes(content)

    assert agents.put(entry()) == InTheWay(str(theirs))
    assert theirs.read_bytes() == content


@pytest.mark.parametrize("words", [[], ["/bin/sh"], "kiosk run", [1, 2, 3, 4, 5]])
def test_one_of_ours_that_starts_nothing_is_broken(words: object) -> None:
    text = plistlib.dumps({"Label": "org.kiosk-autostart.kiosk", "ProgramArguments": words}).decode()

    assert entry_in(text) == Broken()


def test_no_property_list_is_somebody_elses() -> None:
    assert entry_in("<plist><dict><key>Label</key>") == Foreign()


def test_nothing_is_left_when_it_is_removed(agents: EntryFiles) -> None:
    agents.put(entry())

    assert [agents.remove(found) for found in agents.found()] == [Removed()]
    assert list(agents.folder.iterdir()) == []
