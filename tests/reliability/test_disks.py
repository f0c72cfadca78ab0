"""G21, F8: disks that are full, read-only or without inodes, folders that may not be written, a home that is not there."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.supervise.intervals import Intervals
from tests.reliability.lobby import Lobby, dark_colours, is_blank, open_lobby, until, visitor_in

pytestmark = [pytest.mark.xvfb, pytest.mark.timeout(600)]

QUICK = Intervals(trial=0.5, health=1.0)


@pytest.fixture
def lobby(tmp_path: Path) -> Iterator[Lobby]:
    with open_lobby(tmp_path) as opened:
        yield opened


@contextmanager
def disk(folder: Path, options: str) -> Iterator[Path]:
    """Mount a real disk of its own kind, in memory; only root may."""
    folder.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def may_mount() -> bool:
    return os.geteuid() == 0 and subprocess.run(["unshare", "--mount", "true"], check=False).returncode == 0


needs_mount = pytest.mark.skipif(not may_mount(), reason="only root may mount a disk to fill")


def fill(folder: Path) -> None:
    """Write until the disk takes no more."""
    with (folder / "filler").open("wb", buffering=0) as filler:
        try:
            while True:
                filler.write(bytes(4096))
        except OSError:
            pass


def known(lobby: Lobby) -> str:
    """Give what `kiosk status` says."""
    return lobby.run("status").stdout


@needs_mount
@pytest.mark.parametrize(
    "options",
    [
        pytest.param("size=64k,mode=755", id="full"),
        pytest.param("nr_inodes=2,mode=755", id="without inodes"),
        pytest.param("size=1m,ro,mode=755", id="read-only"),
    ],
)
def test_a_disk_that_takes_nothing_is_done_without(lobby: Lobby, options: str) -> None:
    with disk(lobby.state, options):
        if "64k" in options:
            fill(lobby.state)

        lobby.start(QUICK)
        until(lambda: "in a temporary folder" in known(lobby))

        assert "The screen shows edition" in known(lobby)


@needs_mount
def test_without_any_disk_the_state_is_kept_in_memory(lobby: Lobby) -> None:
    with disk(lobby.state, "size=1m,ro,mode=755"), disk(lobby.state.parent / "tmp", "size=1m,ro,mode=755") as temporary:
        lobby.environment["TMPDIR"] = str(temporary)

        lobby.start(QUICK)
        until(lambda: "in memory" in known(lobby))

        assert "The screen shows edition" in known(lobby)


@needs_mount
def test_a_disk_that_fills_up_keeps_the_screen_and_follows_the_files_elsewhere(lobby: Lobby) -> None:
    first, second = (next(colours) for colours in [dark_colours()] * 2)
    with disk(lobby.state, "size=4m,mode=755"):
        lobby.contact.write_text(lobby.paint(first), "utf-8")
        lobby.start(QUICK)
        until(lambda: lobby.shows(first))

        fill(lobby.state)
        with visitor_in(lobby) as visitor:
            lobby.contact.write_text(lobby.paint(second), "utf-8")
            until(lambda: lobby.shows(second))

        assert visitor.blanks == []
        assert "in a temporary folder" in known(lobby)


@needs_mount
def test_a_read_only_disk_shows_the_good_edition_that_is_on_it(lobby: Lobby) -> None:
    colour = next(dark_colours())
    lobby.contact.write_text(lobby.paint(colour), "utf-8")
    kiosk = lobby.start(QUICK)
    until(lambda: lobby.shows(colour) and not lobby.status().is_on_trial)
    kiosk.terminate()
    kiosk.wait(5)
    until(lambda: is_blank(lobby.framebuffer))
    lobby.contact.write_text("nonsense [", "utf-8")
    subprocess.run(["mount", "--bind", str(lobby.state), str(lobby.state)], check=True)
    subprocess.run(["mount", "-o", "remount,ro,bind", str(lobby.state)], check=True)
    try:
        lobby.begin(QUICK, "--kiosk")

        until(lambda: lobby.shows(colour))
    finally:
        subprocess.run(["umount", "--lazy", str(lobby.state)], check=True)


@needs_mount
def test_logging_goes_on_when_there_is_room_again(lobby: Lobby) -> None:
    colours = dark_colours()
    with disk(lobby.state, "size=2m,mode=755"):
        lobby.start(QUICK)
        until(lambda: lobby.status().health == "shown")
        fill(lobby.state)
        lobby.contact.write_text("nonsense [", "utf-8")
        until(lambda: lobby.run("status").returncode == 1)

        (lobby.state / "filler").unlink()
        colour = next(colours)
        lobby.contact.write_text(lobby.paint(colour), "utf-8")
        until(lambda: lobby.shows(colour))

        until(lambda: "Mistaken" in lobby.log() and "Followed" in lobby.log(), 60)


@pytest.mark.parametrize("where", ["a file is in the folder's place", "no home"])
def test_a_folder_that_cannot_be_is_done_without(lobby: Lobby, where: str) -> None:
    if where == "no home":
        del lobby.environment["HOME"]
        del lobby.environment["KIOSK_STATE"]
        lobby.environment["XDG_STATE_HOME"] = "/proc/nowhere"
    else:
        lobby.state.write_text("in the way")

    lobby.start(QUICK)
    until(lambda: "in a temporary folder" in known(lobby) and "The screen shows edition" in known(lobby))


def test_a_terminal_that_takes_no_words_is_done_without(lobby: Lobby) -> None:
    deaf = replace(lobby, stderr=Path("/dev/full"))
    kiosk = deaf.start(QUICK)
    until(lambda: lobby.status().health == "shown")

    lobby.contact.write_text("nonsense [", "utf-8")
    until(lambda: lobby.run("status").returncode == 1)

    assert kiosk.is_running()


@needs_mount
def test_a_second_kiosk_is_refused_though_the_disk_is_full(lobby: Lobby) -> None:
    with disk(lobby.state, "size=3m,mode=755"):
        lobby.start(QUICK)
        until(lambda: lobby.status().health == "shown")
        fill(lobby.state)

        second = lobby.run("run", "--windowed")

        assert second.returncode == 3
        assert "A kiosk runs here already" in second.stderr
