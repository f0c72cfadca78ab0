"""A picture of the screen is what was asked for, and the same for the same input."""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from typing import TypeAlias

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from kiosk.display.options import SnapshotOptions
from kiosk.display.snapshot import Drawn, NotWritten, UnknownArticle, UnknownView, draw, snapshot
from kiosk.display.snapshot_staff import STAFF_VIEWS
from kiosk.display.ui.fonts import load_fonts
from kiosk.edition.deposit import deposit
from kiosk.edition.manifest import Origin
from kiosk.edition.model import Edition
from kiosk.edition.palettes import CONTRAST, DARK, LIGHT
from kiosk.paths import resources
from kiosk.prepare.starter import write_starter

Shoot: TypeAlias = Callable[..., QImage]
NOON = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def options(make_edition: Callable[..., Edition], tmp_path_factory: pytest.TempPathFactory) -> SnapshotOptions:
    store = tmp_path_factory.mktemp("store")
    deposit(store, make_edition(languages=("en", "ar")), {}, Origin(NOON, "1", ()))
    return SnapshotOptions(store, store / "out.png", NOON, width=1280, height=720)


@pytest.fixture(scope="module")
def shoot(qapp: QApplication, options: SnapshotOptions) -> Shoot:
    """Give a function that draws the office's screen, with some of the options changed."""
    assert qapp.applicationName()
    load_fonts(resources() / "fonts")

    def shot(**changes: object) -> QImage:
        return snapshot(replace(options, **changes))

    return shot


def test_two_processes_write_the_same_bytes(tmp_path: Path) -> None:
    write_starter(resources(), tmp_path)
    pictures = [tmp_path / "one.png", tmp_path / "other.png"]

    for picture in pictures:
        order = (
            "snapshot",
            "--config",
            str(tmp_path / "contact.toml"),
            "--now",
            NOON.isoformat(),
            "--out",
            str(picture),
        )
        subprocess.run([sys.executable, "-m", "kiosk", *order], check=True)

    assert pictures[0].read_bytes() == pictures[1].read_bytes()


def test_the_same_screen_twice_is_the_same(shoot: Shoot) -> None:
    assert shoot() == shoot()


def test_the_picture_has_the_size_that_was_asked_for(shoot: Shoot) -> None:
    picture = shoot(width=1080, height=1920)

    assert (picture.width(), picture.height()) == (1080, 1920)


def test_a_ratio_of_two_draws_the_same_screen_with_twice_the_pixels(shoot: Shoot) -> None:
    picture = shoot(device_pixel_ratio=2.0)

    assert (picture.width(), picture.height()) == (2560, 1440)
    assert picture.pixelColor(2559, 1439) == QColor(LIGHT.panel)


@pytest.mark.parametrize(
    ("theme", "paper", "panel"),
    [
        pytest.param("light", LIGHT.paper, LIGHT.panel, id="light"),
        pytest.param("dark", DARK.paper, DARK.panel, id="dark"),
        pytest.param("contrast", CONTRAST.paper, CONTRAST.panel, id="contrast"),
    ],
)
def test_the_theme_gives_both_sides_their_colours(shoot: Shoot, theme: str, paper: str, panel: str) -> None:
    picture = shoot(theme=theme)

    assert picture.pixelColor(0, 0) == QColor(paper)
    assert picture.pixelColor(1279, 719) == QColor(panel)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"text_scale": 1.45}, id="text scale"),
        pytest.param({"low_reach": True}, id="low reach"),
        pytest.param({"article": 1}, id="article"),
        pytest.param({"language": "ar"}, id="language"),
        pytest.param({"captive": False}, id="windowed"),
        pytest.param({"now": NOON.replace(hour=20)}, id="time"),
        pytest.param({"view": "sheet:vcard"}, id="the vCard's sheet"),
        pytest.param({"view": "holding"}, id="holding card"),
    ],
)
def test_each_option_changes_the_picture(shoot: Shoot, change: dict[str, object]) -> None:
    assert shoot(**change) != shoot()


def test_a_sheet_dims_the_screen_around_it(shoot: Shoot) -> None:
    picture = shoot(view="sheet:phone:0")

    assert picture.pixelColor(0, 0).lightness() < QColor(LIGHT.paper).lightness() / 2
    assert picture.pixelColor(640, 240) == QColor(LIGHT.paper)


def test_without_an_edition_it_is_the_holding_card(shoot: Shoot, tmp_path: Path) -> None:
    assert shoot(store=tmp_path / "none") == shoot(view="holding")


def test_the_holding_card_covers_everything(shoot: Shoot) -> None:
    picture = shoot(view="holding")

    corners = {picture.pixelColor(x, y).name() for x in (0, 1279) for y in (0, 719)}
    assert corners == {LIGHT.panel}


@pytest.mark.parametrize("view", STAFF_VIEWS)
def test_what_staff_see_lies_over_the_screen(shoot: Shoot, view: str) -> None:
    picture, main = shoot(view=view), shoot()

    assert picture.pixelColor(0, 0).lightness() < main.pixelColor(0, 0).lightness() / 2
    assert picture.copy(450, 270, 380, 180) != main.copy(450, 270, 380, 180)


def test_each_view_of_staffs_is_another_one(shoot: Shoot) -> None:
    pictures = [shoot(view=view) for view in STAFF_VIEWS]

    assert all(one != other for one, other in combinations(pictures, 2))


@pytest.mark.parametrize("view", STAFF_VIEWS)
def test_what_staff_see_needs_no_edition(shoot: Shoot, tmp_path: Path, view: str) -> None:
    over_nothing = shoot(view=view, store=tmp_path / "none")

    assert over_nothing != shoot(view="holding")
    assert over_nothing.pixelColor(1279, 719).lightness() < QColor(LIGHT.panel).lightness()


def test_staff_see_their_own_language(shoot: Shoot) -> None:
    one, other = (shoot(view="staff", language=language) for language in ("en", "ar"))
    card = QRect(440, 160, 400, 400)

    assert one != other
    assert one.copy(card) == other.copy(card)


def test_without_an_edition_it_can_still_be_asked_for(tmp_path: Path) -> None:
    (tmp_path / "contact.toml").write_text("nonsense")
    order = ("snapshot", "--config", str(tmp_path / "contact.toml"), "--view", "pin", "--out", str(tmp_path / "x.png"))

    outcome = subprocess.run([sys.executable, "-m", "kiosk", *order], check=False, stderr=subprocess.DEVNULL)

    assert outcome.returncode == 0
    assert QImage(str(tmp_path / "x.png")).width() == 1920


def test_a_file_that_cannot_be_written_is_told(options: SnapshotOptions, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere" / "out.png"

    assert draw(replace(options, out=nowhere)) == NotWritten(str(nowhere))


def test_a_file_that_can_be_written_is_a_picture(options: SnapshotOptions, tmp_path: Path) -> None:
    assert draw(replace(options, out=tmp_path / "out.png")) == Drawn()
    assert QImage(str(tmp_path / "out.png")).width() == 1280


@pytest.mark.parametrize("view", ["sheet:phone:7", "pin:other", "nonsense"])
def test_a_view_that_is_not_there_is_answered_with_those_that_are(options: SnapshotOptions, view: str) -> None:
    outcome = draw(replace(options, view=view))

    assert isinstance(outcome, UnknownView)
    assert {"sheet:vcard", "sheet:phone:0", "pin", "staff:doctor"} <= set(outcome.known)


@pytest.mark.parametrize("article", [9, -1])
def test_an_article_that_is_not_there_is_not_drawn_as_another(options: SnapshotOptions, article: int) -> None:
    outcome = draw(replace(options, article=article))

    assert isinstance(outcome, UnknownArticle)
    assert not options.out.exists()


def test_text_is_as_large_as_the_distance_to_the_screen_asks(
    make_edition: Callable[..., Edition], tmp_path: Path, shoot: Shoot
) -> None:
    afar = make_edition(look=replace(make_edition().look, viewing_distance_m=1.2), languages=("en", "ar"))
    deposit(tmp_path, afar, {}, Origin(NOON, "1", ()))

    near, here, television = shoot(), shoot(store=tmp_path), shoot(store=tmp_path, screen_inches=65.0)

    assert here != near
    assert television == near
