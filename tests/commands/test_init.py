from pathlib import Path

import pytest

from kiosk.commands.exit_status import DONE, REFUSED
from kiosk.commands.init import init
from kiosk.said_as import SAID_AS


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder that a user is in, beside a home without settings."""
    monkeypatch.delenv("KIOSK_CONFIG", raising=False)
    monkeypatch.delenv(SAID_AS, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    monkeypatch.setattr("kiosk.paths._ON_LINUX", True)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "here"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Give the contact.toml of the user's settings folder."""
    file = tmp_path / "settings" / "kiosk" / "contact.toml"
    file.parent.mkdir(parents=True)
    file.touch()
    return file


def last_line(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out.splitlines()[-1]


def test_it_says_how_to_show_what_it_wrote(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert init(Path()) == DONE

    assert (here / "contact.toml").is_file()
    assert last_line(capsys) == "Edit contact.toml and show it with: kiosk run --config contact.toml"


def test_one_here_hides_the_users_own(here: Path, own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    init(Path())

    assert last_line(capsys) == (
        f"A kiosk started in this folder shows {here / 'contact.toml'} from now on. "
        f"For the one you had: kiosk run --config {own}"
    )


def test_one_elsewhere_hides_nothing(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    init(tmp_path / "elsewhere")

    assert str(own) not in capsys.readouterr().out


def test_nor_does_the_users_own(own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(own.parent)

    init(Path())

    assert last_line(capsys) == "Edit contact.toml and show it with: kiosk run --config contact.toml"


@pytest.mark.usefixtures("own")
def test_what_the_environment_names_goes_before_both(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KIOSK_CONFIG", "/srv/lobby/contact.toml")

    init(Path())

    assert last_line(capsys) == ("A kiosk without --config shows /srv/lobby/contact.toml, for $KIOSK_CONFIG names it.")


def test_a_folder_that_takes_nothing_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "file").touch()

    assert init(here / "file") == REFUSED
    assert capsys.readouterr().err.startswith("The starter files could not be written: ")
