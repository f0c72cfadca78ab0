"""What is kept of the world: whole or not at all, and within its limit."""

import hashlib
import os
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.edition.model import Article, Block, Figure, Paragraph, Picture, Run
from kiosk.edition.value import replace
from kiosk.edition.web_source import WebSource, articles_file, kept_in
from kiosk.prepare.kept import FORGOTTEN_AFTER_SECONDS, Kept, KeptArticle, Shelf, keep, read_kept, read_picture, sweep
from kiosk.prepare.picture import PreparedPicture

SOURCE = WebSource("https://paper.example/feed.xml")
WHEN = datetime(2026, 11, 1, 8, 0, tzinfo=UTC)


def picture(content: bytes) -> PreparedPicture:
    return PreparedPicture(Picture(f"{hashlib.sha256(content).hexdigest()}.jpg", 100, 80), content)


def kept_with(*pictures: PreparedPicture, source: WebSource = SOURCE) -> Kept:
    blocks: tuple[Block, ...] = (Paragraph((Run("Rain at last."),)), *(Figure(each.picture) for each in pictures))
    return Kept(source, (KeptArticle("1", Article("Rain", blocks), WHEN),))


def stored(state: Path, *contents: bytes, source: WebSource = SOURCE) -> list[str]:
    pictures = [picture(content) for content in contents]
    for each in pictures:
        Shelf(state).put(each)
    keep(state, kept_with(*pictures, source=source))
    return [each.picture.file for each in pictures]


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    (name,) = stored(tmp_path, b"rain")

    assert read_kept(tmp_path, SOURCE) == kept_with(picture(b"rain"))
    assert read_picture(tmp_path, name) == b"rain"


def test_nothing_is_kept_of_a_source_that_was_never_visited(tmp_path: Path) -> None:
    assert read_kept(tmp_path, SOURCE) == Kept(SOURCE)


def test_what_an_address_has_brought_stays_whatever_else_is_wished_of_it(tmp_path: Path) -> None:
    stored(tmp_path)

    assert read_kept(tmp_path, replace(SOURCE, limit=5)) == kept_with()
    assert read_kept(tmp_path, replace(SOURCE, address="https://other.example/")).articles == ()


def test_no_flipped_bit_of_the_articles_is_believed(tmp_path: Path) -> None:
    stored(tmp_path)
    file = articles_file(tmp_path, SOURCE)
    whole = file.read_bytes()

    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert read_kept(tmp_path, SOURCE).articles == ()


def test_a_damaged_picture_is_as_good_as_none_and_is_written_anew(tmp_path: Path) -> None:
    (name,) = stored(tmp_path, b"rain")
    (kept_in(tmp_path) / "pictures" / name).write_bytes(b"ruin")
    assert read_picture(tmp_path, name) is None

    stored(tmp_path, b"rain")

    assert read_picture(tmp_path, name) == b"rain"


@pytest.mark.parametrize("name", ["../articles.json", "rain.jpg", "", "/etc/passwd", f"{'0' * 64}.svg"])
def test_no_other_file_is_given_as_a_picture(tmp_path: Path, name: str) -> None:
    stored(tmp_path, b"rain")

    assert read_picture(tmp_path, name) is None


def test_the_same_articles_are_not_written_again(tmp_path: Path) -> None:
    stored(tmp_path, b"rain")
    before = articles_file(tmp_path, SOURCE).stat()

    stored(tmp_path, b"rain")

    after = articles_file(tmp_path, SOURCE).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_pictures_that_no_article_shows_are_swept(tmp_path: Path) -> None:
    old, kept = stored(tmp_path, b"old", b"kept")
    keep(tmp_path, kept_with(picture(b"kept")))

    sweep(tmp_path, ())

    assert read_picture(tmp_path, old) is None
    assert read_picture(tmp_path, kept) == b"kept"


def test_the_pictures_that_were_used_least_lately_leave_when_there_are_too_many_bytes(tmp_path: Path) -> None:
    names = stored(tmp_path, b"a" * 100, b"b" * 100, b"c" * 100)
    for age, name in enumerate(names):
        os.utime(kept_in(tmp_path) / "pictures" / name, (time.time() - age, time.time() - age))

    sweep(tmp_path, (), most_bytes=250)

    assert [read_picture(tmp_path, name) is not None for name in names] == [True, True, False]


OTHER = WebSource("https://gone.example/")


def stored_long_ago(state: Path) -> str:
    (name,) = stored(state, b"gone", source=OTHER)
    long_ago = time.time() - FORGOTTEN_AFTER_SECONDS - 60
    os.utime(articles_file(state, OTHER).parent, (long_ago, long_ago))
    return name


def test_a_source_that_nobody_wants_any_more_is_forgotten_with_its_pictures(tmp_path: Path) -> None:
    gone = stored_long_ago(tmp_path)
    (name,) = stored(tmp_path, b"rain")

    sweep(tmp_path, (SOURCE.key,))

    assert read_kept(tmp_path, OTHER).articles == ()
    assert read_picture(tmp_path, gone) is None
    assert read_picture(tmp_path, name) == b"rain"


def test_a_source_that_is_wanted_outlives_a_kiosk_that_was_off_for_months(tmp_path: Path) -> None:
    name = stored_long_ago(tmp_path)

    sweep(tmp_path, (SOURCE.key, OTHER.key))

    assert read_kept(tmp_path, OTHER).articles
    assert read_picture(tmp_path, name) == b"gone"


def test_pictures_that_nobody_shows_take_no_room_from_those_that_are_shown(tmp_path: Path) -> None:
    (name,) = stored(tmp_path, b"a" * 100)
    Shelf(tmp_path).put(picture(b"b" * 300))

    sweep(tmp_path, (SOURCE.key,), most_bytes=250)

    assert read_picture(tmp_path, name) is not None


def test_sweeping_where_nothing_was_ever_kept_does_nothing(tmp_path: Path) -> None:
    sweep(tmp_path, ())

    assert list(tmp_path.iterdir()) == []
