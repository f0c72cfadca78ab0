"""K4: whatever cleans temporary folders may take all of it: the program runs on, reloads, and its window comes back."""

import shutil
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from time import monotonic, sleep

import psutil
import pytest

from kiosk.paths import resources
from tests.package.office import Office, open_office, restarted
from tests.reliability.lobby import PANEL, is_blank, until

pytestmark = [pytest.mark.package, pytest.mark.xvfb]

ORANGE = (120, 50, 10)
BLUE = (10, 50, 120)
HOUR = 3600


@pytest.fixture
def office(package: Path, tmp_path: Path) -> Iterator[Office]:
    with open_office(package, tmp_path) as office:
        yield office


def wipe(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


def test_without_its_temporary_files_it_reloads_and_its_window_comes_back(office: Office) -> None:
    kiosk = office.start("run", "--kiosk")
    office.until_finished()

    wipe(office.temporary)
    repaint(office, ORANGE)
    until_painted(office, ORANGE)
    wipe(office.temporary)
    restarted(kiosk)
    office.until_finished()

    assert office.framebuffer.pixel(*PANEL) == ORANGE


def test_it_is_not_unpacked_into_a_temporary_folder(office: Office) -> None:
    kiosk = office.start()
    office.until_finished()

    in_memory = files_in_memory(kiosk)

    assert any(file.startswith(str(office.program.parent)) for file in in_memory)
    assert [file for file in in_memory if file.startswith(str(office.temporary))] == []


@pytest.mark.deep
@pytest.mark.timeout(HOUR + 600)
def test_for_an_hour_without_temporary_files_every_minute_has_its_reload_and_no_blank(office: Office) -> None:
    kiosk = office.start("run", "--kiosk")
    office.until_finished()
    colours = cycle((ORANGE, BLUE))
    ends = monotonic() + HOUR
    minutes = looks = 0
    while monotonic() < ends:
        wipe(office.temporary)
        colour = next(colours)
        repaint(office, colour)
        until_painted(office, colour)
        minute_ends = monotonic() + 60
        while monotonic() < minute_ends:
            assert not is_blank(office.framebuffer)
            looks += 1
            sleep(1)
        minutes += 1
        if minutes % 10 == 0:
            restarted(kiosk)
            office.until_finished()

    assert minutes >= 55
    assert looks >= 55 * 50


def until_painted(office: Office, colour: tuple[int, int, int]) -> None:
    until(lambda: office.framebuffer.pixel(*PANEL) == colour, seconds=5)


def repaint(office: Office, colour: tuple[int, int, int]) -> None:
    starter = (resources() / "contact.toml").read_text("utf-8")
    panel = '[look]\npanel = "#{:02x}{:02x}{:02x}"\n'.format(*colour)
    office.contact.write_text(starter.replace("[look]\n", panel, 1), "utf-8")


def files_in_memory(kiosk: psutil.Popen) -> set[str]:
    return {each.path for process in (kiosk, *kiosk.children()) for each in process.memory_maps()}
