"""Folders of articles: which are shown, in which order and for how long, and what one that is broken does to the others."""

import os
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kiosk.prepare.article.folder import MOST_FILES, read_folder
from kiosk.prepare.article.source import FolderSource
from kiosk.prepare.found import Found, OfficeTime
from kiosk.prepare.problem import Place
from tests.edition.turns import wall

NOW = OfficeTime(datetime(2026, 12, 1, 12, tzinfo=UTC), ZoneInfo("Africa/Harare"))
"""Two in the afternoon on the wall."""


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    return folder


def write(file: Path, title: str, *, date: str = "", saved: str = "2026-11-01T00:00+00:00") -> None:
    front = f"---\ndate: {date}\n---\n" if date else ""
    file.write_text(f"{front}# {title}\n\nText\n", "utf-8")
    moment = datetime.fromisoformat(saved).timestamp()
    os.utime(file, (moment, moment))


def read(folder: Path, limit: int = 10, max_age_days: int = 0) -> Found:
    place = Place(folder.parent / "contact.toml", 7, 10)
    return read_folder(FolderSource(folder, place, "News", limit=limit, max_age_days=max_age_days), NOW)


def titles(found: Found) -> list[str]:
    return [lasting.article.title for lasting in found.articles]


def told(found: Found) -> Iterable[str]:
    return [str(problem) for problem in found.problems]


def test_the_newest_comes_first_by_its_own_date_or_when_it_was_saved(news: Path) -> None:
    write(news / "a.md", "Dated in May", date="2026-05-01", saved="2026-11-30T00:00+00:00")
    write(news / "b.txt", "saved in June", saved="2026-06-01T00:00+00:00")
    write(news / "c.md", "Dated in July", date="1 July 2026", saved="2020-01-01T00:00+00:00")

    found = read(news)

    assert titles(found) == ["Dated in July", "# saved in June", "Dated in May"]
    assert {lasting.article.kicker for lasting in found.articles} == {"News"}
    assert {lasting.until for lasting in found.articles} == {None}


def test_a_web_page_tells_its_date_too(news: Path) -> None:
    write(news / "a.md", "Dated in May", date="2026-05-01")
    meta = '<meta property="article:published_time" content="2026-04-01T08:00:00Z">'
    (news / "b.html").write_text(f"<html><head>{meta}</head><body><h1>April</h1><p>Text</p></body></html>", "utf-8")

    assert titles(read(news)) == ["Dated in May", "April"]


def test_no_more_than_the_limit_are_shown(news: Path) -> None:
    for day in range(1, 6):
        write(news / f"{day}.md", f"Day {day}", date=f"2026-11-0{day}")

    assert titles(read(news, limit=2)) == ["Day 5", "Day 4"]


def test_each_goes_by_itself_when_it_is_too_old(news: Path) -> None:
    write(news / "a.md", "Dated", date="2026-11-30")
    write(news / "b.md", "Saved", saved="2026-11-29T13:00+00:00")

    found = read(news, max_age_days=7)

    assert [(lasting.article.title, lasting.until) for lasting in found.articles] == [
        ("Dated", wall("2026-12-07")),
        ("Saved", wall("2026-12-06 15:00")),
    ]


@pytest.mark.parametrize(
    ("days", "shown"), [pytest.param(1, [], id="gone"), pytest.param(2, ["Yesterday"], id="not gone yet")]
)
def test_one_that_is_too_old_already_is_left_out(news: Path, days: int, shown: list[str]) -> None:
    write(news / "a.md", "Yesterday", date="2026-11-30")

    assert titles(read(news, max_age_days=days)) == shown


def test_old_ones_take_no_place_of_the_limit(news: Path) -> None:
    write(news / "a.md", "Old", saved="2026-01-01T00:00+00:00")
    write(news / "b.md", "New", date="2026-11-30")

    assert titles(read(news, limit=1, max_age_days=30)) == ["New"]


def test_a_broken_one_keeps_none_of_the_others_away(news: Path) -> None:
    write(news / "a.md", "Whole", date="2026-11-01")
    (news / "b.md").write_text("---\ntitle: No end\n", "utf-8")
    (news / "c.txt").write_bytes(b"%PDF-1.7")

    found = read(news, limit=1)

    assert titles(found) == ["Whole"]
    assert {problem.severity for problem in found.problems} == {"warning"}
    assert [told.replace(f"{news.parent}/", "") for told in sorted(told(found))] == [
        (
            'contact.toml:7:10: warning: article.source: "news/c.txt" is a PDF document, not plain text. '
            "The article is left out, and the others are shown. "
            "Copy its words into Notepad, save them as plain text (.txt), and name that file"
        ),
        (
            "news/b.md:1:1: warning: the block that begins with --- has no end. "
            "The article is left out, and the others are shown. "
            "Write a line --- below its last line, before the text"
        ),
    ]


def test_all_that_it_is_made_of_is_watched(news: Path) -> None:
    write(news / "a.md", "One")
    write(news / "b.md", "Two")
    (news / "b.md").write_text("# Two\n\n![Hills](hills.jpg)\n\nText", "utf-8")

    assert set(read(news, limit=1).files) == {news, news / "a.md", news / "b.md", news / "hills.jpg"}


@pytest.mark.parametrize("name", [".a.md", "~$a.docx", "README.md", "readme.txt", "a.jpg", "deeper/a.md"])
def test_what_is_no_article_is_no_trouble(news: Path, name: str) -> None:
    write(news / "one.md", "One")
    (news / name).parent.mkdir(exist_ok=True)
    (news / name).write_bytes(b"%PDF-")

    found = read(news)

    assert (titles(found), found.problems) == (["One"], ())


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_one_whose_name_cannot_be_read_is_told_and_left_out(news: Path) -> None:
    write(news / os.fsdecode(b"caf\xe9.md"), "Old")

    found = read(news)

    assert told(found) == [
        (
            f"{news.parent}/contact.toml:7:10: warning: article.source: "
            'the folder "news" has a file whose name cannot be read: "caf?.md". '
            "It is left out, and the others are shown. Rename it in plain letters"
        )
    ]
    assert (found.articles, found.files) == ((), (news,))


def test_an_empty_folder_is_told(news: Path) -> None:
    assert told(read(news)) == [
        (
            f'{news.parent}/contact.toml:7:10: warning: article.source: there is no article in the folder "news". '
            "Nothing is shown from it. Save a .docx, .txt or .md file there"
        )
    ]


def test_so_is_one_where_all_are_too_old(news: Path) -> None:
    write(news / "a.md", "Old")

    assert told(read(news, max_age_days=3)) == [
        (
            f"{news.parent}/contact.toml:7:10: warning: article.source: "
            'every article in the folder "news" is older than 3 days. '
            "Nothing is shown from it. Write a new one, or a higher max_age_days"
        )
    ]


def test_of_very_many_those_that_were_saved_last_are_looked_at(news: Path) -> None:
    for number in range(MOST_FILES):
        write(news / f"{number}.md", "Young", saved="2026-11-02T00:00+00:00")
    write(news / "old.md", "Old", date="2026-11-30")

    found = read(news)

    assert titles(found) == ["Young"] * 10
    assert [problem.what for problem in found.problems] == [f'the folder "news" has {MOST_FILES + 1} articles']
    assert news / "old.md" not in found.files


def test_a_folder_that_cannot_be_opened_is_a_mistake(news: Path) -> None:
    found = read(news / "gone")

    (problem,) = found.problems
    assert (problem.severity, problem.cure) == (
        "error",
        "Let everyone on this computer read the folder, or correct its name",
    )
    assert found.files == (news / "gone",)
