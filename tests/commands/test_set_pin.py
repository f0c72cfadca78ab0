"""What `kiosk set-pin` asks, refuses and writes; the files are real."""

import io
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.commands import set_pin as command
from kiosk.commands.exit_status import DONE, PROBLEMS, REFUSED
from kiosk.commands.set_pin import remove_pin, set_pin
from kiosk.paths import resources
from kiosk.prepare.config.read import read_device
from kiosk.said_as import SAID_AS
from kiosk.staff.pin import matches

PIN = "740962"
Ask = Callable[[str], str]

of_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's own folders closed to others")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def answers(*pins: str) -> Ask:
    """Give somebody at the terminal, who says this and then presses Ctrl+D."""
    left = list(pins)

    def ask(_question: str) -> str:
        if not left:
            raise EOFError
        return left.pop(0)

    return ask


def interrupts(_question: str) -> str:
    raise KeyboardInterrupt


@pytest.fixture
def device(tmp_path: Path) -> Path:
    (tmp_path / "device.toml").write_text('screen = "HDMI-1"  # left\n', "utf-8")
    return tmp_path / "device.toml"


def hash_in(device: Path) -> str:
    loaded = read_device(device)
    assert loaded.value is not None
    return loaded.value.access.pin_hash


def test_a_pin_that_is_typed_twice_is_set(device: Path) -> None:
    assert set_pin(device, answers(PIN, PIN)) == DONE
    assert matches(PIN, hash_in(device))


def test_the_rest_of_the_file_stays(device: Path) -> None:
    set_pin(device, answers(PIN, PIN))

    assert device.read_text("utf-8").startswith('screen = "HDMI-1"  # left\npin_hash = "scrypt$15$8$1$')
    assert tomllib.loads(device.read_text("utf-8")).keys() == {"screen", "pin_hash"}


def test_what_happens_next_is_said(device: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_pin(device, answers(PIN, PIN))

    said = capsys.readouterr()
    assert said.err == ""
    assert said.out == (
        f"The PIN is set; {device} holds its hash, from which nobody reads it.\n"
        "Staff can now touch a corner of the full screen five times and enter the PIN."
        " A kiosk that runs knows it in a moment.\n"
        "Wrong tries from before do not count any more.\n"
    )


def test_nobody_hears_the_pin(device: Path, capsys: pytest.CaptureFixture[str]) -> None:
    set_pin(device, answers(PIN, PIN))
    set_pin(device, answers("135791"))
    set_pin(device, answers(PIN, "740963"))

    said = "".join(capsys.readouterr())
    assert not any(pin in said + device.read_text("utf-8") for pin in (PIN, "135791", "740963"))


def test_a_new_pin_takes_the_place_of_the_old_one(device: Path) -> None:
    set_pin(device, answers(PIN, PIN))
    set_pin(device, answers("851374", "851374"))

    assert matches("851374", hash_in(device))
    assert device.read_text("utf-8").count("pin_hash") == 1


def test_the_same_pin_again_has_another_hash(device: Path) -> None:
    set_pin(device, answers(PIN, PIN))
    before = hash_in(device)

    set_pin(device, answers(PIN, PIN))

    assert hash_in(device) != before


def test_without_a_file_it_is_the_starter_with_the_pin(tmp_path: Path) -> None:
    device = tmp_path / "new" / "device.toml"

    assert set_pin(device, answers(PIN, PIN)) == DONE

    starter = (resources() / "device.toml").read_text("utf-8")
    line = f'pin_hash = "{hash_in(device)}"\n'
    assert line in device.read_text("utf-8")
    assert device.read_text("utf-8").replace(line, "") == starter


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        pytest.param(
            answers("135791"), "The digits of this PIN go up or down in even steps, and others", id="a weak one"
        ),
        pytest.param(answers("142536"), "This PIN is one of those that most people have. Take", id="a common one"),
        pytest.param(answers("7409"), "This PIN has 4 digits. Take 6 to 12. The PIN is as it was.\n", id="a short one"),
        pytest.param(
            answers(PIN, "740963"),
            "These were two different PINs. Run kiosk set-pin again. The PIN is as it was.\n",
            id="two different ones",
        ),
        pytest.param(answers(), "\nThe PIN is as it was.\n", id="none"),
        pytest.param(answers(PIN), "\nThe PIN is as it was.\n", id="one only"),
        pytest.param(interrupts, "\nThe PIN is as it was.\n", id="Ctrl+C"),
    ],
)
def test_it_is_refused_and_nothing_is_written(
    ask: Ask, said: str, device: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = device.read_bytes()

    assert set_pin(device, ask) == PROBLEMS

    assert device.read_bytes() == before
    assert capsys.readouterr().err.startswith(said)


def test_a_weak_pin_is_refused_before_it_is_typed_again(device: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert set_pin(device, answers("135791", "135791")) == PROBLEMS
    assert "two different" not in capsys.readouterr().err


def test_the_questions_say_what_is_wanted(device: Path) -> None:
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return PIN

    set_pin(device, ask)

    assert asked == ["The new PIN, 6 to 12 digits (nothing appears while you type): ", "The same again: "]


def test_at_a_terminal_it_is_typed_unseen(device: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal("851374\n851374\n"))
    monkeypatch.setattr(command, "getpass", answers(PIN, PIN))

    assert set_pin(device) == DONE
    assert matches(PIN, hash_in(device))


@pytest.mark.parametrize("line", [f"{PIN}\n", f"{PIN}\r\n", PIN, f"{PIN}\n851374\n"])
def test_the_first_line_that_is_piped_in_is_the_pin(line: str, device: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(line))

    assert set_pin(device) == DONE
    assert matches(PIN, hash_in(device))


def test_where_nobody_can_type_it_is_said_where_to(
    device: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = device.read_bytes()
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))

    assert set_pin(device) == PROBLEMS

    assert device.read_bytes() == before
    assert capsys.readouterr().err == (
        "A PIN has to be typed in a terminal, and this is none. Open one and type there: kiosk set-pin\n"
        "The PIN is as it was.\n"
    )


@pytest.mark.parametrize("line", ["\n", "135791\n", f"{PIN} \n", "9" * 5000])
def test_what_is_piped_in_may_be_refused(line: str, device: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = device.read_bytes()
    monkeypatch.setattr(sys, "stdin", io.StringIO(line))

    assert set_pin(device) == PROBLEMS
    assert device.read_bytes() == before


@pytest.mark.parametrize("act", [lambda device: set_pin(device, answers(PIN, PIN)), remove_pin])
def test_a_file_with_mistakes_is_not_touched(
    act: Callable[[Path], int], device: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    device.write_text("sheet_seconds = 4\npin = 740962\n", "utf-8")

    assert act(device) == PROBLEMS

    assert device.read_text("utf-8") == "sheet_seconds = 4\npin = 740962\n"
    assert capsys.readouterr().err == (
        f"{device}:1:17: sheet_seconds: is too small. Write 5 or more\n"
        f"{device}:2:1: a PIN cannot be set by hand. Delete this line, and run kiosk set-pin\n"
        "The PIN is as it was.\n"
    )


def test_nobody_is_asked_for_a_pin_that_could_not_be_set(device: Path) -> None:
    device.write_text("sheet_seconds = 4\n", "utf-8")

    def ask(question: str) -> str:
        raise AssertionError(question)

    assert set_pin(device, ask) == PROBLEMS


@of_posix
@pytest.mark.parametrize("act", [lambda device: set_pin(device, answers(PIN, PIN)), remove_pin])
def test_the_file_is_its_owners_alone_afterwards(act: Callable[[Path], int], device: Path) -> None:
    device.chmod(0o644)

    act(device)

    assert device.stat().st_mode & 0o777 == 0o600


@of_posix
def test_a_link_stays_a_link(device: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.toml"
    link.symlink_to(device)

    assert set_pin(link, answers(PIN, PIN)) == DONE
    assert link.is_symlink()
    assert matches(PIN, hash_in(device))


def test_an_encoding_of_notepad_stays(device: Path) -> None:
    device.write_bytes(b"\xff\xfe" + 'screen = "Ré"\r\n'.encode("utf-16-le"))

    set_pin(device, answers(PIN, PIN))

    assert device.read_bytes().decode("utf-16") == f'screen = "Ré"\r\npin_hash = "{hash_in(device)}"\r\n'


def test_a_folder_that_takes_nothing_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("in the way")
    device = tmp_path / "file" / "device.toml"

    assert set_pin(device, answers(PIN, PIN)) == REFUSED
    assert capsys.readouterr().err.startswith(f"{device} could not be written: ")


@pytest.mark.parametrize("piped", ["", "sheet_seconds = 4\n"])
def test_to_the_kiosk_of_the_service_it_is_said_by_kiosk_lobby(
    piped: str, device: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    device.write_text(f"{piped}pin = 1\n" if piped else "", "utf-8")
    monkeypatch.setenv(SAID_AS, "sudo kiosk-lobby")
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))

    set_pin(device)

    said = capsys.readouterr().err
    assert "sudo kiosk-lobby set-pin" in said
    assert " kiosk set-pin" not in said


class TestRemove:
    def test_takes_the_pin_away_and_nothing_else(self, device: Path, capsys: pytest.CaptureFixture[str]) -> None:
        before = device.read_bytes()
        set_pin(device, answers(PIN, PIN))
        capsys.readouterr()

        assert remove_pin(device) == DONE

        assert device.read_bytes() == before
        assert capsys.readouterr().out == (
            "There is no PIN. Nobody gets in at the screen; to choose one, run: kiosk set-pin\n"
        )

    def test_makes_no_file_where_there_is_none(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert remove_pin(tmp_path / "device.toml") == DONE
        assert list(tmp_path.iterdir()) == []
        assert capsys.readouterr().out.startswith("There is no PIN.")

    def test_is_content_where_there_was_no_pin(self, device: Path) -> None:
        before = device.read_bytes()

        assert remove_pin(device) == DONE
        assert device.read_bytes() == before
