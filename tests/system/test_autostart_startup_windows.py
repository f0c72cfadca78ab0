from pathlib import Path

import pytest

from kiosk.edition.durable import write_atomically
from kiosk.system.autostart_entry import Broken, Entry, Foreign, Refused, Written
from kiosk.system.autostart_files import EntryFiles
from kiosk.system.autostart_startup_windows import MARK, command_file_of, entry_in, startup_files
from tests.system.autostart_fakes import entry

KIOSK = r"C:\Program Files\Kiosk\kiosk.exe"


@pytest.fixture
def startup(tmp_path: Path) -> EntryFiles:
    return startup_files({"APPDATA": str(tmp_path)}, write_atomically)


def test_it_is_a_command_file_that_windows_reads_as_utf_8() -> None:
    written = Entry((KIOSK, "run", "--kiosk", "--config", r"C:\Büro\100%\contact.toml"))

    assert (
        command_file_of(written)
        == (
            "@rem Written by kiosk autostart. To remove it: kiosk autostart disable\r\n"
            "@chcp 65001 >nul\r\n"
            '@start "" "C:\\Program Files\\Kiosk\\kiosk.exe" "run" "--kiosk" "--config" "C:\\Büro\\100%%\\contact.toml"\r\n'
        ).encode()
    )


def test_it_lies_in_the_startup_folder(startup: EntryFiles, tmp_path: Path) -> None:
    folder = tmp_path / "Microsoft" / "Windows" / "Start Menu" / "Programs" / "Startup"

    assert startup.put(entry()) == Written(str(folder / "kiosk.cmd"))


@pytest.mark.parametrize("written", [entry(), entry(screen="DELL U2415"), entry("--device", r"C:\50% & co\ ^.toml")])
def test_what_is_written_is_read_again(startup: EntryFiles, written: Entry) -> None:
    startup.put(written)

    assert [(found.state, found.entry) for found in startup.found()] == [("on", written)]


def test_a_quotation_mark_is_refused() -> None:
    assert command_file_of(entry(screen='24"')) == Refused(
        'a command file of Windows cannot hold 24": use another name'
    )


def test_one_that_starts_nothing_is_broken_and_another_foreign() -> None:
    assert entry_in(f"{MARK}\r\n") == Broken()
    assert entry_in('@start "" "kiosk.exe"\r\n') == Foreign()
