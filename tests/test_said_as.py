import pytest

from kiosk.cli import command_line
from kiosk.said_as import SAID_AS, as_typed, is_of_service, program

OF_SERVICE = "sudo kiosk-lobby"


@pytest.fixture
def of_service(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SAID_AS, OF_SERVICE)


@pytest.fixture(autouse=True)
def _usual(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(SAID_AS, raising=False)


def test_usually_it_is_kiosk() -> None:
    assert (program(), is_of_service()) == ("kiosk", False)
    assert as_typed("Run kiosk set-pin again.") == "Run kiosk set-pin again."


@pytest.mark.usefixtures("of_service")
@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("kiosk set-pin", "sudo kiosk-lobby set-pin"),
        ("Run kiosk set-pin again. kiosk status", "Run sudo kiosk-lobby set-pin again. sudo kiosk-lobby status"),
        ("kiosk editions, then kiosk rollback EDITION.", "sudo kiosk-lobby editions, then sudo kiosk-lobby rollback EDITION."),
        ("sudo kiosk-lobby check", "sudo kiosk-lobby check"),
        ("/usr/bin/kiosk check", "/usr/bin/kiosk check"),
        ("kiosk autostart enable", "kiosk autostart enable"),
        ("The kiosk checks it.", "The kiosk checks it."),
        ("kiosk status-line", "kiosk status-line"),
    ],
)  # fmt: skip
def test_to_the_service_each_command_is_said_by_kiosk_lobby(text: str, typed: str) -> None:
    assert as_typed(text) == typed


@pytest.mark.usefixtures("of_service")
def test_so_it_is_in_the_usage_of_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command_line().parse_args(["status", "--help"])

    assert capsys.readouterr().out.startswith("usage: sudo kiosk-lobby status ")
