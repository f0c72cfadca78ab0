import sys
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


def test_each_screen_of_one_contact_toml_has_a_state_of_its_own() -> None:
    contact = Path("/a/lobby/contact.toml")

    states = {paths.state_of(contact, screen) for screen in ("", "1", "2", "DP-1")}

    assert len(states) == 4
    assert {state.name.rpartition("-")[0] for state in states} == {"lobby"}


def test_a_screen_named_twice_has_one_state() -> None:
    contact = Path("/a/lobby/contact.toml")

    assert paths.state_of(contact, "1") == paths.state_of(contact, "1")


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Take away the variables that say where folders of all users are, and name a user."""
    for name in ("TMPDIR", "XDG_RUNTIME_DIR", "WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("USER", "reception")
    return monkeypatch


of_linux = pytest.mark.skipif(sys.platform != "linux", reason="the folders of this system are platformdirs' affair")


@of_linux
@pytest.mark.parametrize(
    ("variables", "folders"),
    [
        pytest.param({}, (("/tmp", "temporary"), ("/dev/shm", "memory")), id="the usual ones"),  # noqa: S108  # they are
        pytest.param({"TMPDIR": "/scratch"}, (("/scratch", "temporary"), ("/dev/shm", "memory")), id="another one"),  # noqa: S108  # it is
        pytest.param(
            {"XDG_RUNTIME_DIR": "/run/user/1000"},
            (("/tmp", "temporary"), ("/run/user/1000", "memory"), ("/dev/shm", "memory")),  # noqa: S108  # they are
            id="the session's own",
        ),
        pytest.param(
            {"XDG_RUNTIME_DIR": "run", "TMPDIR": ""},
            (("/tmp", "temporary"), ("/dev/shm", "memory")),  # noqa: S108  # they are
            id="what is not absolute counts as none",
        ),
    ],
)
def test_the_refuges_are_a_temporary_folder_and_then_those_in_memory(
    shared: pytest.MonkeyPatch, variables: dict[str, str], folders: tuple[tuple[str, str], ...]
) -> None:
    for name, value in variables.items():
        shared.setenv(name, value)

    refuges = paths.refuges_of(Path("/state/lobby-1234"))

    assert refuges == tuple((Path(folder) / "kiosk-reception" / "lobby-1234", kind) for folder, kind in folders)


@of_linux
def test_a_user_without_a_name_has_refuges_too(shared: pytest.MonkeyPatch) -> None:
    shared.delenv("USER")

    assert paths.refuges_of(Path("/state/lobby"))[0][0] == Path("/tmp/kiosk-user/lobby")  # noqa: S108  # it is


def test_each_state_has_refuges_of_its_own(shared: pytest.MonkeyPatch) -> None:
    shared.setenv("XDG_RUNTIME_DIR", "/run/user/1000")

    one, two = (paths.refuges_of(Path(f"/state/{name}")) for name in ("lobby-1", "lobby-2"))

    assert not set(one) & set(two)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        pytest.param("", "primary", True, id="the primary one by its name"),
        pytest.param("0", "", True, id="the primary one by its index"),
        pytest.param("1", "0", False, id="another index"),
        pytest.param("DP-1", "HDMI-1", False, id="another name"),
    ],
)
def test_two_kiosks_for_one_screen_want_one_lock(
    shared: pytest.MonkeyPatch, one: str, other: str, *, is_same: bool
) -> None:
    shared.setenv("DISPLAY", ":0")

    locks = paths.screen_lock(Path("/state/a"), one), paths.screen_lock(Path("/state/b"), other)

    assert (locks[0] == locks[1]) is is_same


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_the_screens_of_two_sessions_are_not_the_same(shared: pytest.MonkeyPatch, variable: str) -> None:
    here = paths.screen_lock(Path("/state/a"), "")

    shared.setenv(variable, "another")

    assert paths.screen_lock(Path("/state/a"), "") != here


def test_a_lock_of_a_screen_lies_beside_the_refuges_of_all_states(shared: pytest.MonkeyPatch) -> None:
    shared.setenv("DISPLAY", ":0")

    lock = paths.screen_lock(Path("/state/a"), "")

    assert lock.parent == paths.refuges_of(Path("/state/b"))[0][0].with_name("screens")


@of_linux
def test_a_user_without_a_home_has_folders_that_are_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(_number: int) -> None:
        raise KeyError

    monkeypatch.delenv("HOME")
    monkeypatch.setattr("pwd.getpwuid", nobody)

    assert paths.user_config() == Path("/nonexistent/.config/kiosk")
    assert paths.state_of(Path("/a/contact.toml")).parent == Path("/nonexistent/.local/state/kiosk")


def test_two_displays_write_their_stacks_into_two_files() -> None:
    assert paths.stack_in(Path("/state"), 1) != paths.stack_in(Path("/state"), 2)


def test_settings_that_an_editor_may_not_look_at_are_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KIOSK_DEVICE", raising=False)
    link = tmp_path / "device.toml"
    link.symlink_to(tmp_path / "closed" / "device.toml")
    assert paths.find_device(None, tmp_path / "contact.toml") == link  # one that leads nowhere is told of
    link.resolve().parent.mkdir()
    link.resolve().touch()

    def stat(_path: Path, **_options: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "is_symlink", lambda _path: True)
    monkeypatch.setattr(Path, "stat", stat)
    device = paths.find_device(None, tmp_path / "contact.toml")
    monkeypatch.undo()

    assert not device.exists()
