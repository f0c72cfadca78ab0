"""K3: whoever can write into the home, or set the session's environment, has nothing of his loaded by the program."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import PySide6
import pytest

from tests.package.office import Office, open_office, restarted

pytestmark = [pytest.mark.package, pytest.mark.xvfb]

QT = Path(PySide6.__file__).parent / "Qt"
MODULES = ("PySide6", "kiosk", "sitecustomize", "usercustomize", "msgspec", "json")
LIBRARIES = ("libQt6Core.so.6", "libQt6Gui.so.6", "libQt6Widgets.so.6", "libQt6XcbQpa.so.6", "libQt6DBus.so.6")
QT_CONF = "[Paths]\nPrefix = {0}\nPlugins = {0}\n"
BARE = "from PySide6.QtWidgets import QApplication, QWidget; a = QApplication([]); w = QWidget(); w.show(); a.exec()"


@pytest.fixture
def office(package: Path, tmp_path: Path) -> Iterator[Office]:
    with open_office(package, tmp_path) as office:
        yield office


@pytest.fixture
def planted(office: Office) -> dict[str, str]:
    """Plant it in the home, which is also the current folder, and give the settings that lead there."""
    home = str(office.home)
    for folder in (office.home, office.home / ".local/lib/python3.11/site-packages"):
        plant_modules(folder, office.temporary / "was_run")
    for name in LIBRARIES:
        shutil.copy2(QT / "lib" / name, office.home)
    for name in ("platforms", "xcbglintegrations", "imageformats", "platformthemes"):
        shutil.copytree(QT / "plugins" / name, office.home / name)
    (office.home / "qt.conf").write_text(QT_CONF.format(home))
    (office.home / "qt6.conf").write_text(QT_CONF.format(home))
    return {
        "LD_LIBRARY_PATH": home,
        "LD_LIBRARY_PATH_ORIG": home,
        "PYTHONHOME": home,
        "PYTHONPATH": home,
        "PYTHONSTARTUP": f"{home}/sitecustomize.py",
        "PYTHONINSPECT": "1",
        "QT_PLUGIN_PATH": home,
        "QT_QPA_PLATFORM_PLUGIN_PATH": f"{home}/platforms",
        "QT_QPA_PLATFORMTHEME": "gtk3",
        "QT_STYLE_OVERRIDE": "foreign",
    }


def plant_modules(folder: Path, was_run: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for module in MODULES:
        (folder / f"{module}.py").write_text(f"open({str(was_run)!r}, 'a').write(__file__ + chr(10))")


def loaded_from(office: Office, processes: list[psutil.Process]) -> list[str]:
    """Give the files below the home that these processes have in memory."""
    maps = (each.path for process in processes for each in process.memory_maps())
    return [path for path in maps if path.startswith(str(office.home))]


def test_nothing_planted_is_loaded(office: Office, planted: dict[str, str]) -> None:
    kiosk = office.start(settings=planted)
    office.until_finished()
    first = loaded_from(office, [kiosk, *kiosk.children(recursive=True)])
    window = restarted(kiosk)
    office.until_finished()

    assert first == []
    assert loaded_from(office, [kiosk, window]) == []
    assert not (office.temporary / "was_run").exists()


def test_what_came_with_the_program_is_loaded_from_nowhere_else(office: Office) -> None:
    kiosk = office.start()
    office.until_finished()
    folder = office.program.parent
    came_with_it = {file.name for file in folder.rglob("*.so*")}

    loaded = {Path(each.path) for process in (kiosk, *kiosk.children()) for each in process.memory_maps()}

    assert any(file.is_relative_to(folder) for file in loaded)
    assert [file for file in loaded if file.name in came_with_it and not file.is_relative_to(folder)] == []


@pytest.mark.parametrize("level", ["-1", "0", "1"])
def test_nobody_tells_the_program_where_it_lies(office: Office, planted: dict[str, str], level: str) -> None:
    theirs = office.home / "program"
    shutil.copytree(office.program.parent, theirs)
    told = {
        "_PYI_APPLICATION_HOME_DIR": str(theirs / "_internal"),
        "_PYI_ARCHIVE_FILE": str(office.program),
        "_PYI_PARENT_PROCESS_LEVEL": level,
        "_MEIPASS2": str(theirs / "_internal"),
    }

    kiosk = office.start(settings={**planted, **told})
    office.until_finished()

    assert loaded_from(office, [kiosk, *kiosk.children(recursive=True)]) == []


def test_the_other_commands_load_nothing_planted_either(office: Office, planted: dict[str, str]) -> None:
    for command in (("init", str(office.contact.parent)), ("check",), ("snapshot", "--out", "a.png"), ("doctor",)):
        assert "Traceback" not in office.run(*command, settings=planted).stderr

    assert (office.home / "a.png").is_file()
    assert not (office.temporary / "was_run").exists()


def test_python_would_run_what_is_planted(office: Office, planted: dict[str, str]) -> None:
    environment = {**office.environment, "PYTHONPATH": planted["PYTHONPATH"]}
    subprocess.run([sys.executable, "-c", ""], env=environment, cwd=office.home, check=False, stderr=subprocess.DEVNULL)

    assert (office.temporary / "was_run").exists()


def test_a_bare_window_would_load_what_is_planted(office: Office, planted: dict[str, str]) -> None:
    environment = {
        **office.environment,
        "QT_PLUGIN_PATH": planted["QT_PLUGIN_PATH"],
        "LD_LIBRARY_PATH": str(QT / "lib"),
    }
    bare = psutil.Popen([sys.executable, "-P", "-c", BARE], env=environment, stderr=subprocess.DEVNULL)
    try:
        office.until_not_blank(10)
        assert loaded_from(office, [bare])
    finally:
        bare.kill()
        bare.wait()
