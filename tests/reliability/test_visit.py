"""A whole visit before the real program, by mouse and keys from outside; its pictures are kept in build/visit/."""

import subprocess
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.package.pixels import codes_on, image_of
from tests.reliability.lobby import TREE, Lobby, open_lobby, until

pytestmark = pytest.mark.xvfb

USUAL = (1920, 1080)
SIZES = [USUAL, *(pytest.param(size, marks=pytest.mark.deep) for size in ((1080, 1920), (1024, 600), (3840, 2160)))]
PAPER = (0xFB, 0xF9, 0xF4)
IDLE_SECONDS, QUESTION_SECONDS, ARTICLE_SECONDS = 20, 15, 5
CALL = "tel:+263775679494"
OFFICE = ZoneInfo("Africa/Harare")
EMPTY = (0.02, 0.5)
"""A place of the paper on which nothing stands, as shares of width and height."""

LARGER, CONTRAST = (1442, 1031), (1518, 1031)
"""Of the visitor's bar on a screen of 1920 x 1080."""

TABS_BACK_TO_PHONE = 14
LARGEST_TAPS = 3
SETTINGS = {
    'theme = "auto"': 'theme = "light"',
    "shortest_seconds = 20": f"shortest_seconds = {ARTICLE_SECONDS}",
    "longest_seconds = 120": f"longest_seconds = {ARTICLE_SECONDS}",
    "scrolls = true": "scrolls = false",
}


class Walk:
    """Somebody who walks up to the screen, touches it, and takes pictures."""

    def __init__(self, lobby: Lobby, size: tuple[int, int]) -> None:
        self.lobby = lobby
        self.size = size
        self._album = TREE / "build" / "visit" / f"{size[0]}x{size[1]}"
        self._album.mkdir(parents=True, exist_ok=True)
        lobby.start()

    def xdotool(self, *words: object) -> None:
        subprocess.run(["xdotool", *map(str, words)], env=self.lobby.environment, check=True, capture_output=True)

    def touch(self, place: tuple[int, int]) -> None:
        self.xdotool("mousemove", *place, "click", 1)

    def touch_paper(self) -> None:
        self.touch(self.at(EMPTY))

    def turn_wheel(self) -> None:
        self.xdotool("mousemove", *self.at(EMPTY), "click", 5)

    def keep(self, name: str) -> None:
        """Take a picture once nothing moves any more."""
        self.come_to_rest()
        image_of(self.lobby.framebuffer).save(self._album / f"{name}.png")

    def come_to_rest(self) -> None:
        def rests() -> bool:
            before = self.lobby.framebuffer.rows()
            time.sleep(0.15)
            return before == self.lobby.framebuffer.rows()

        until(rests)

    def sees_code(self, payload: str) -> bool:
        return payload in codes_on(self.lobby.framebuffer)

    def is_dimmed(self) -> bool:
        """Tell whether a card lies over the page, which dims its margin."""
        return self.lobby.framebuffer.pixel(*self.at(EMPTY)) != PAPER

    def write(self, before: str, after: str) -> None:
        text = self.lobby.contact.read_text("utf-8")
        assert before in text
        self.lobby.contact.write_text(text.replace(before, after, 1), "utf-8")

    def at(self, shares: tuple[float, float]) -> tuple[int, int]:
        return round(self.size[0] * shares[0]), round(self.size[1] * shares[1])


@pytest.fixture
def walk(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Walk]:
    size: tuple[int, int] = getattr(request, "param", USUAL)
    with open_lobby(tmp_path, size) as lobby:
        (lobby.folder / "device.toml").write_text(f"idle_seconds = {IDLE_SECONDS}\ndrift = false\n", "utf-8")
        text = lobby.contact.read_text("utf-8")
        for before, after in SETTINGS.items():
            assert before in text
            text = text.replace(before, after, 1)
        lobby.contact.write_text(text, "utf-8")
        yield Walk(lobby, size)


@pytest.mark.parametrize("walk", SIZES, indirect=True, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_visitor_takes_a_number_along_and_leaves_the_screen_to_the_next(walk: Walk) -> None:
    screen = walk.lobby.framebuffer
    walk.keep("1 attract")
    first = screen.picture()
    until(lambda: not screen.shows(first), ARTICLE_SECONDS + 3)
    walk.keep("2 the next article")
    second = screen.picture()

    walk.touch_paper()
    walk.turn_wheel()
    until(lambda: not screen.shows(second), 3)
    walk.keep("3 read")
    walk.xdotool("key", "--delay", 60, *["shift+Tab"] * TABS_BACK_TO_PHONE, "Return")
    until(lambda: walk.sees_code(CALL))
    walk.keep("4 sheet")
    walk.xdotool("key", "Escape")
    until(lambda: not walk.is_dimmed())
    for _ in range(ARTICLE_SECONDS):
        time.sleep(2)
        walk.xdotool("key", "Tab")
    assert not screen.shows(first)
    until(walk.is_dimmed, IDLE_SECONDS - QUESTION_SECONDS + 3)
    walk.keep("5 still there")
    until(lambda: not walk.is_dimmed(), QUESTION_SECONDS + 3)
    until(lambda: screen.shows(first) or screen.shows(second), ARTICLE_SECONDS + 3)
    walk.keep("6 reset")


def test_larger_text_and_strong_colours_are_gone_for_the_next(walk: Walk) -> None:
    screen = walk.lobby.framebuffer
    walk.come_to_rest()
    first = screen.picture()
    for _ in range(LARGEST_TAPS):
        walk.touch(LARGER)
        time.sleep(0.3)
    walk.keep("7 text at 175 %")
    walk.touch(CONTRAST)
    until(lambda: screen.pixel(*walk.at(EMPTY)) != PAPER)
    walk.keep("8 high contrast")
    walk.touch_paper()
    begun = time.monotonic()
    until(lambda: screen.pixel(*walk.at(EMPTY)) == PAPER, IDLE_SECONDS + 8)
    assert time.monotonic() - begun >= IDLE_SECONDS - 1
    until(lambda: screen.shows(first), 3)


def test_a_notice_takes_the_place_of_the_article_and_gives_it_back(walk: Walk) -> None:
    screen = walk.lobby.framebuffer
    walk.touch_paper()
    walk.come_to_rest()
    article = screen.picture()
    until_when = datetime.now(UTC) + timedelta(seconds=8)
    told = '[notice]\ntitle = "Fire drill"\ntext = "Please leave by the front door."\nseverity = "urgent"\n'
    walk.write("[look]\n", f"{told}until = {until_when:%Y-%m-%dT%H:%M:%S}Z\n\n[look]\n")

    until(lambda: not screen.shows(article), 3)
    walk.keep("9 notice")

    until(lambda: datetime.now(UTC) > until_when, 10)
    until(lambda: screen.shows(article), 2 + 1)


def test_closed_for_a_holiday_is_said_with_its_reason(walk: Walk) -> None:
    screen = walk.lobby.framebuffer
    walk.touch_paper()
    walk.come_to_rest()
    before = screen.picture()
    today = datetime.now(OFFICE).date()
    walk.write("2026-12-25", today.isoformat())
    walk.write("Christmas Day", "Founders' Day")

    until(lambda: not screen.shows(before), 3)
    walk.keep("10 closed for a holiday")
