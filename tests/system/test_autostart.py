from pathlib import Path

import pytest

from kiosk.edition.durable import write_atomically
from kiosk.system.autostart import Enabled, Standing, Ways, disable, enable, standing, ways_of
from kiosk.system.autostart_entry import Found, InTheWay, Refused, Removed
from kiosk.system.doctor.machine import Text
from tests.system.autostart_fakes import System, entry

ACTIVE = {"systemctl --user is-active graphical-session.target": Text("active\n")}


@pytest.fixture
def ways(tmp_path: Path) -> Ways:
    return ways_of({}, tmp_path, write_atomically, System(ACTIVE).run, "linux")


def names_of(ways: Ways) -> tuple[list[str], list[str]]:
    return [way.name for way in ways.usual], [way.name for way in ways.known]


@pytest.mark.parametrize(
    ("platform", "usual", "known"),
    [
        ("linux", ["xdg"], ["xdg", "systemd"]),
        ("freebsd14", ["xdg"], ["xdg", "systemd"]),
        ("win32", ["task", "startup"], ["task", "startup"]),
        ("darwin", ["agent"], ["agent"]),
    ],
)
def test_each_system_has_its_ways(platform: str, usual: list[str], known: list[str], tmp_path: Path) -> None:
    assert names_of(ways_of({}, tmp_path, write_atomically, System().run, platform)) == (usual, known)


@pytest.mark.parametrize(
    ("chosen", "folder"), [("/elsewhere", "elsewhere"), ("", "home/.config"), ("relative", "home/.config")]
)
def test_the_folder_is_that_of_the_specification(chosen: str, folder: str, tmp_path: Path) -> None:
    environment = {"XDG_CONFIG_HOME": f"{tmp_path}{chosen}" if chosen.startswith("/") else chosen}

    enabled = enable(ways_of(environment, tmp_path / "home", write_atomically, System().run, "linux"), entry())

    assert enabled == Enabled("xdg", str(tmp_path / folder / "autostart" / "kiosk.desktop"))


def test_several_screens_have_an_entry_each(ways: Ways) -> None:
    enable(ways, entry(screen="0"))
    enable(ways, entry(screen="1"))

    assert [(each.way, each.found.name) for each in standing(ways)] == [("xdg", "kiosk-0"), ("xdg", "kiosk-1")]


def test_another_way_takes_the_place_of_the_first(ways: Ways) -> None:
    enable(ways, entry())
    enable(ways, entry(screen="1"))

    outcome = enable(ways, entry(), by="systemd")

    assert isinstance(outcome, Enabled)
    assert {(each.way, each.found.name) for each in standing(ways)} == {("systemd", "kiosk"), ("xdg", "kiosk-1")}


def test_one_that_would_be_started_twice_is_told(ways: Ways, tmp_path: Path) -> None:
    enable(ways, entry(), by="systemd")
    link = tmp_path / ".config" / "systemd" / "user" / "graphical-session.target.wants" / "kiosk.service"
    link.unlink()
    link.mkdir()

    outcome = enable(ways, entry())

    assert isinstance(outcome, Enabled)
    assert outcome.note == f"It would be started twice: {link} could not be removed: Is a directory"


def test_where_windows_forbids_the_task_the_startup_folder_is_used(tmp_path: Path) -> None:
    ways = ways_of({"APPDATA": str(tmp_path)}, tmp_path, write_atomically, System().run, "win32")

    outcome = enable(ways, entry())

    assert isinstance(outcome, Enabled)
    assert outcome.way == "startup"


def test_a_way_that_was_asked_for_is_not_replaced_by_another(tmp_path: Path) -> None:
    ways = ways_of({"APPDATA": str(tmp_path)}, tmp_path, write_atomically, System().run, "win32")

    assert enable(ways, entry(), by="task") == Refused("there is no schtasks")


def test_a_file_in_the_way_is_not_gone_round(ways: Ways, tmp_path: Path) -> None:
    theirs = tmp_path / ".config" / "autostart" / "kiosk.desktop"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("[Desktop Entry]\n")

    assert enable(ways, entry()) == InTheWay(str(theirs))


def test_a_way_of_another_system_is_refused(ways: Ways) -> None:
    assert enable(ways, entry(), by="agent") == Refused("this computer has no such way")


def test_one_screen_is_taken_out_and_the_others_stay(ways: Ways) -> None:
    enable(ways, entry(screen="0"))
    enable(ways, entry(screen="1"), by="systemd")

    outcomes = disable(ways, "kiosk-1")

    assert [outcome for _, outcome in outcomes] == [Removed()]
    assert [each.found.name for each in standing(ways)] == ["kiosk-0"]


def test_without_a_name_all_of_ours_are_taken_out_and_nothing_else(ways: Ways, tmp_path: Path) -> None:
    enable(ways, entry(screen="0"))
    enable(ways, entry(screen="1"), by="systemd")
    theirs = tmp_path / ".config" / "autostart" / "kiosk-theirs.desktop"
    theirs.write_text("[Desktop Entry]\nExec=kiosk\n")

    disable(ways)

    assert standing(ways) == ()
    assert [path for path in tmp_path.rglob("*kiosk*") if path.is_file()] == [theirs]


def test_where_there_is_nothing_nothing_is_taken_out(ways: Ways, tmp_path: Path) -> None:
    assert disable(ways) == ()
    assert list(tmp_path.iterdir()) == []


def test_what_stands_there_is_told(ways: Ways, tmp_path: Path) -> None:
    enable(ways, entry())

    file = str(tmp_path / ".config" / "autostart" / "kiosk.desktop")
    assert standing(ways) == (Standing("xdg", Found("kiosk", file, "on", "", entry())),)
