import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kiosk.commands.agenda import agenda
from kiosk.commands.exit_status import DONE, PROBLEMS
from kiosk.edition.model import Article, Paragraph, Run
from kiosk.edition.web_source import WebSource
from kiosk.paths import resources
from kiosk.prepare.kept import Kept, KeptArticle, keep
from kiosk.prepare.starter import write_starter

CHRISTMAS = date(2026, 12, 25)


@pytest.fixture
def contact(tmp_path: Path) -> Path:
    """Give the contact.toml of a folder with the starter files, where the first article is for Fridays."""
    write_starter(resources(), tmp_path)
    file = tmp_path / "contact.toml"
    text = file.read_text("utf-8").replace('# days = ["friday", "saturday"]', 'days = ["friday"]')
    file.write_text(text, "utf-8")
    return file


def device_with(contact: Path, line: str) -> Path:
    device = contact.parent / "device.toml"
    device.write_text(f"{line}\n", "utf-8")
    return device


def test_it_tells_what_will_be_shown_by_the_office_s_clock(contact: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert agenda(contact, contact.parent / "device.toml", CHRISTMAS, 2, as_json=False) == DONE

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("By the clock of Africa/Harare, where it is ")
    assert lines[3:8] == [
        "Friday 25 December 2026",
        "  The office is closed (Christmas Day).",
        '  00:00-24:00  "Kyiv plans a stronger guard on its northern borde…": on Fridays',
        '               "How this screen works, and how to make it yours": always',
        "",
    ]
    assert '  not on this day: "Kyiv plans a stronger guard on its northern borde…": only on Fridays' in lines


def test_the_night_of_device_toml_is_told(contact: Path, capsys: pytest.CaptureFixture[str]) -> None:
    agenda(contact, device_with(contact, 'night = "off"'), CHRISTMAS, 1, as_json=False)

    assert "  The screen is off 00:00-24:00.\n" in capsys.readouterr().out


def test_without_a_date_it_begins_today(contact: Path, capsys: pytest.CaptureFixture[str]) -> None:
    agenda(contact, contact.parent / "device.toml", None, 1, as_json=False)

    assert ", today\n" in capsys.readouterr().out


def test_programs_get_json(contact: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert agenda(contact, contact.parent / "device.toml", CHRISTMAS, 3, as_json=True) == DONE

    told = json.loads(capsys.readouterr().out)
    assert told["time_zone"] == "Africa/Harare"
    assert [day["day"] for day in told["days"]] == ["2026-12-25", "2026-12-26", "2026-12-27"]
    assert [day["stretches"][0]["shown"] for day in told["days"]] == [[0, 1], [1], [1]]


@pytest.mark.parametrize("name", ["contact.toml", "device.toml"])
def test_a_mistake_in_the_files_is_told_in_place_of_an_agenda(
    contact: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with (contact.parent / name).open("a", encoding="utf-8") as file:
        file.write("nonsense\n")

    assert agenda(contact, contact.parent / "device.toml", None, 7, as_json=False) == PROBLEMS

    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("There is no agenda of files with mistakes.")
    assert f"{name}:" in told.err


def test_articles_of_sources_are_told_by_title_and_sources_that_have_none_by_address(
    contact: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    paper, other = WebSource("https://paper.example/feed"), WebSource("https://other.example/feed")
    article = Article("From the world", (Paragraph((Run("Text"),)),))
    keep(tmp_path / "state", Kept(paper, (KeptArticle("1", article, datetime(2026, 12, 1, tzinfo=UTC)),)))
    with contact.open("a", encoding="utf-8") as file:
        file.write("".join(f'[[article]]\nsource = "{one.address}"\n' for one in (paper, other, other)))

    agenda(contact, contact.parent / "device.toml", CHRISTMAS, 1, as_json=False)

    told = capsys.readouterr().out
    assert '               "From the world": always\n' in told
    assert told.endswith("or what has come is too old:\n  other.example/feed\n")
