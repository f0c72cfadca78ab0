from pathlib import Path

import pytest

from kiosk import paths


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a home folder of its own and no variables."""
    for name in ("KIOSK_CONFIG", "KIOSK_DEVICE", "KIOSK_STATE", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_contact_toml_is_the_one_that_is_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_CONFIG", "/elsewhere/b.toml")
    (home / "contact.toml").touch()

    assert paths.find_contact("a.toml") == home / "a.toml"


def test_or_the_one_of_the_environment(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_CONFIG", "/elsewhere/b.toml")
    (home / "contact.toml").touch()

    assert paths.find_contact(None) == Path("/elsewhere/b.toml")


def test_or_the_one_in_this_folder(home: Path) -> None:
    (home / "contact.toml").touch()

    assert paths.find_contact(None) == home / "contact.toml"


def test_or_the_users_own(home: Path) -> None:
    assert paths.find_contact(None) == home / ".config" / "kiosk" / "contact.toml"


def test_device_toml_lies_beside_contact_toml() -> None:
    assert paths.find_device(None, Path("/staff/contact.toml")) == Path("/staff/device.toml")


def test_unless_another_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_DEVICE", "/etc/kiosk/device.toml")

    assert paths.find_device(None, Path("/staff/contact.toml")) == Path("/etc/kiosk/device.toml")
    assert paths.find_device("/here.toml", Path("/staff/contact.toml")) == Path("/here.toml")


def test_each_contact_toml_has_a_state_of_its_own(home: Path) -> None:
    one, two = paths.state_of(Path("/a/lobby/contact.toml")), paths.state_of(Path("/b/lobby/contact.toml"))

    assert one != two
    assert one.parent == two.parent == home / ".local" / "state" / "kiosk"
    assert one.name.startswith("lobby-")


def test_the_state_can_be_put_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_STATE", "/var/lib/kiosk")

    assert paths.state_of(Path("/a/contact.toml")) == Path("/var/lib/kiosk")


@pytest.mark.parametrize("value", ["", "relative/folder"])
def test_an_xdg_folder_that_is_not_absolute_counts_as_none(
    home: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", value)

    assert paths.user_config() == home / ".config" / "kiosk"


def test_the_resources_hold_the_starter() -> None:
    assert (paths.resources() / "contact.toml").is_file()
