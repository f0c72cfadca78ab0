from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.cli import execute
from kiosk.commands.check import check
from kiosk.commands.exit_status import DONE, PROBLEMS
from kiosk.edition.sealed import write_sealed
from kiosk.edition.web_source import Visit, WebSource, visit_file
from kiosk.paths import resources
from kiosk.prepare.starter import write_starter


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_starter(resources(), tmp_path)
    return tmp_path


def test_the_starter_is_well(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = folder / "contact.toml", folder / "device.toml"

    assert check(files, as_json=False) == DONE
    assert capsys.readouterr().out == f"{files[0]}, {files[1]}: all is well.\n"


@pytest.mark.parametrize("name", ["contact.toml", "device.toml"])
def test_a_named_file_that_is_not_there_is_never_well(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (folder / name).unlink()

    assert check((folder / name,), as_json=False) == PROBLEMS
    assert "there is no such file" in capsys.readouterr().out


def test_a_source_in_long_trouble_is_told_and_no_mistake(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    source = WebSource("https://paper.example/feed")
    with (folder / "contact.toml").open("a", encoding="utf-8") as file:
        file.write(f'[[article]]\nsource = "{source.address}"\n')
    visit_file(tmp_path / "state", source).parent.mkdir(parents=True)
    visit = Visit(
        datetime(2026, 11, 1, tzinfo=UTC), None, 9, "offline", "cannot be reached", "See whether it is online"
    )
    write_sealed(visit_file(tmp_path / "state", source), visit)

    assert check((folder / "contact.toml",), as_json=False) == DONE
    assert capsys.readouterr().out.endswith(
        "warning: article.source: has never been reached: the address cannot be reached. "
        "Nothing of it is shown yet. See whether it is online\n"
    )


def test_a_source_in_the_office_s_network_is_told_unless_device_toml_allows_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (folder / "contact.toml").open("a", encoding="utf-8") as file:
        file.write('[[article]]\nsource = "https://wiki/feed"\n')

    assert check((folder / "contact.toml",), as_json=False) == DONE
    assert "wiki is a host of your own network. The kiosk does not go there." in capsys.readouterr().out

    (folder / "device.toml").write_text('[network]\nallowed_hosts = ["wiki"]\n', "utf-8")
    check((folder / "contact.toml",), as_json=False)
    assert capsys.readouterr().out.endswith(": all is well.\n")


def test_the_files_of_another_kiosk_are_checked_by_its_contact_toml(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("KIOSK_DEVICE", raising=False)
    monkeypatch.chdir(tmp_path.parent)
    (folder / "device.toml").write_text("sheet_seconds = 1\n", "utf-8")

    assert execute(["check", "--config", str(folder / "contact.toml")]) == PROBLEMS
    assert f"{folder / 'device.toml'}:1:" in capsys.readouterr().out
