import json
import re
import sys
import time
from pathlib import Path

import pytest

from kiosk.commands.doctor import doctor, lines_of
from kiosk.commands.exit_status import DONE, PROBLEMS
from kiosk.edition.device import Access
from kiosk.edition.sealed import write_sealed
from kiosk.paths import access_in
from kiosk.said_as import SAID_AS
from kiosk.supervise.messages import Finding, Findings, from_line
from kiosk.system.doctor.found import Danger

KEYS, PIN, CLOCK = Danger("keys", "Keys"), Danger("pin", "PIN"), Danger("clock", "Clock")
CONTACT = """\
[organisation]
name = "Büro"
languages = ["en", "zxx"]
logo = "pictures/logo.png"
[[article]]
file = "articles/border.md"
[[article]]
file = "articles/nul\\u0000.md"
"""


@pytest.fixture
def lobby(tmp_path: Path) -> Path:
    """Give a folder with staff's files, all of which are there."""
    (tmp_path / "contact.toml").write_text(CONTACT, "utf-8")
    (tmp_path / "device.toml").write_text('screen = "DP-99"\npin_hash = "scrypt$1"\n', "utf-8")
    for name in ("pictures/logo.png", "articles/border.md"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).touch()
    return tmp_path


def findings_of(lobby: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Finding]:
    """Let the doctor look at this very computer, and read its line."""
    doctor(lobby / "contact.toml", lobby / "device.toml", lobby / "state", as_json=True)
    message = from_line(capsys.readouterr().out)
    assert isinstance(message, Findings)
    return {finding.key: finding for finding in message.findings}


def test_what_is_not_held_comes_first_and_the_count_last() -> None:
    findings = (
        CLOCK.held("It is set by the network."),
        PIN.unknown("Nobody told.", "kiosk set-pin"),
        KEYS.not_held("openbox acts on Alt+F4.", "Use cage"),
    )

    assert list(lines_of(findings)) == [
        "NOT HELD",
        "  Keys: openbox acts on Alt+F4.",
        "    -> Use cage",
        "",
        "UNKNOWN",
        "  PIN: Nobody told.",
        "    -> kiosk set-pin",
        "",
        "HELD",
        "  Clock: It is set by the network.",
        "",
        "1 not held, 1 unknown, 1 held.",
    ]


def test_a_cure_for_the_kiosk_of_the_service_is_said_by_kiosk_lobby(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SAID_AS, "sudo kiosk-lobby")

    assert "    -> sudo kiosk-lobby set-pin" in lines_of((PIN.unknown("Nobody told.", "kiosk set-pin"),))


def test_a_group_without_findings_is_left_out() -> None:
    assert list(lines_of((CLOCK.held("It is right."),))) == [
        "HELD", "  Clock: It is right.", "", "0 not held, 0 unknown, 1 held.",
    ]  # fmt: skip


@pytest.mark.parametrize("as_json", [False, True])
def test_it_looks_at_this_computer_within_six_seconds(
    lobby: Path, capsys: pytest.CaptureFixture[str], *, as_json: bool
) -> None:
    began = time.monotonic()

    exit_status = doctor(lobby / "contact.toml", lobby / "device.toml", lobby / "state", as_json=as_json)

    assert time.monotonic() - began < 6
    printed = capsys.readouterr().out
    is_open = '"not held"' in printed if as_json else printed.startswith("NOT HELD\n")
    assert exit_status == (PROBLEMS if is_open else DONE)


def test_as_json_it_is_one_line_and_a_message_of_the_supervisor(
    lobby: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    doctor(lobby / "contact.toml", lobby / "device.toml", lobby / "state", as_json=True)

    printed = capsys.readouterr().out
    assert printed.endswith("\n")
    assert printed.count("\n") == 1
    assert json.loads(printed)["kind"] == "Findings"
    assert isinstance(from_line(printed), Findings)


def test_no_folder_of_this_computer_is_in_the_message(lobby: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = "".join(finding.what + finding.cure for finding in findings_of(lobby, capsys).values())

    assert str(lobby) not in told
    assert str(Path.home()) + "/" not in told
    assert not re.search(r"(?<![\w.~:/])/\w+/|[A-Z]:\\", told)


def test_people_are_told_the_folders(lobby: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (lobby / "contact.toml").chmod(0o666)

    doctor(lobby / "contact.toml", lobby / "device.toml", lobby / "state", as_json=False)

    assert f"chmod o-w {lobby / 'contact.toml'}" in capsys.readouterr().out


def test_the_files_that_contact_toml_names_are_looked_at(lobby: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert findings_of(lobby, capsys)["sources"].what.startswith(
        "contact.toml and the 2 files that it names can be read."
    )

    (lobby / "pictures/logo.png").unlink()
    (lobby / "articles/border.md").unlink()

    assert findings_of(lobby, capsys)["sources"].what == "logo.png, border.md: named in contact.toml, and not there."


@pytest.mark.parametrize("text", ["name = ", 'organisation = "Büro"\narticle = ["border.md"]'])
def test_a_contact_toml_with_mistakes_is_looked_at_as_far_as_it_goes(
    lobby: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    (lobby / "contact.toml").write_text(text, "utf-8")

    assert findings_of(lobby, capsys)["fonts"].verdict == "held"


def test_one_that_is_no_toml_is_for_another_command(lobby: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (lobby / "contact.toml").write_text("name = ", "utf-8")

    assert findings_of(lobby, capsys)["sources"].cure == "kiosk check"


def test_its_languages_need_fonts(lobby: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (lobby / "contact.toml").write_text(CONTACT.replace("zxx", "dz"), "utf-8")

    assert "Tibetan" in findings_of(lobby, capsys)["fonts"].what


@pytest.mark.skipif(sys.platform != "linux", reason="screens are told otherwise elsewhere")
def test_the_screen_that_device_toml_names_is_looked_for(
    lobby: Path, capsys: pytest.CaptureFixture[str], xserver: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", xserver["DISPLAY"])
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    assert '"DP-99", which device.toml names, is not connected' in findings_of(lobby, capsys)["screen"].what


@pytest.mark.parametrize(
    ("line", "verdict"), [('pin_hash = "scrypt$1"', "held"), ("", "not held"), ('pin_hash = ""', "not held")]
)
def test_device_toml_tells_whether_a_pin_is_set(
    lobby: Path, capsys: pytest.CaptureFixture[str], line: str, verdict: str
) -> None:
    (lobby / "device.toml").write_text(line, "utf-8")

    assert findings_of(lobby, capsys)["pin"].verdict == verdict


@pytest.mark.parametrize(("pin_hash", "verdict"), [("scrypt$1", "held"), ("", "not held")])
def test_where_it_cannot_be_made_out_what_the_kiosk_knows_counts(
    lobby: Path, capsys: pytest.CaptureFixture[str], pin_hash: str, verdict: str
) -> None:
    (lobby / "device.toml").write_text("screen = ", "utf-8")
    (lobby / "state").mkdir()
    write_sealed(access_in(lobby / "state"), Access(pin_hash))

    assert findings_of(lobby, capsys)["pin"].verdict == verdict


def test_the_version_of_qt_is_found(lobby: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert findings_of(lobby, capsys)["qt"].verdict != "unknown"


def test_the_clock_of_this_computer_is_not_before_the_installation(
    lobby: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "before this program was installed" not in findings_of(lobby, capsys)["clock"].what


def test_nothing_is_written(lobby: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(lobby.rglob("*"))

    findings_of(lobby, capsys)

    assert len(before) == 6
    assert sorted(lobby.rglob("*")) == before
