"""K4: whatever cleans temporary folders may take all of it: the program runs on, reloads, and its window comes back."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from kiosk.paths import resources
from tests.package.office import Office, open_office, restarted
from tests.reliability.lobby import PANEL, until

pytestmark = [pytest.mark.package, pytest.mark.xvfb]

ORANGE = (120, 50, 10)


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
    repaint(office)
    until(lambda: office.framebuffer.pixel(*PANEL) == ORANGE, seconds=5)
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


def repaint(office: Office) -> None:
    starter = (resources() / "contact.toml").read_text("utf-8")
    panel = '[look]\npanel = "#{:02x}{:02x}{:02x}"\n'.format(*ORANGE)
    office.contact.write_text(starter.replace("[look]\n", panel, 1), "utf-8")


def files_in_memory(kiosk: psutil.Popen) -> set[str]:
    return {each.path for process in (kiosk, *kiosk.children()) for each in process.memory_maps()}
