"""A night before the real program: hours that are over, a device.toml that staff change, touches and notices."""

import re
import subprocess
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import psutil
import pytest

from kiosk.supervise.intervals import Intervals
from kiosk.supervise.status import read_status
from tests.reliability.lobby import Lobby, display_of, open_lobby, until

pytestmark = pytest.mark.xvfb

OFFICE = ZoneInfo("Africa/Harare")
PAPER, DUSK, BLACK = (0xFB, 0xF9, 0xF4), (88, 87, 85), (0, 0, 0)
PLACE = (40, 500)
"""A place of the paper on which nothing stands."""

IDLE_SECONDS = 20
FOLLOWS_WITHIN_SECONDS = 10.0
FLASHES_FOR_SECONDS = 1.0
NOTICED_WITHIN_SECONDS = 2.0


class Night:
    def __init__(self, lobby: Lobby) -> None:
        self.lobby = lobby

    @property
    def colour(self) -> tuple[int, int, int]:
        return self.lobby.framebuffer.pixel(*PLACE)

    def start_dark(self) -> psutil.Popen:
        """Start a kiosk whose screen is to be off."""
        self.set_device("off")
        kiosk = self.lobby.begin(Intervals(), "--kiosk")
        until(self._says_that_it_is_off)
        self.becomes(BLACK)
        return kiosk

    def _says_that_it_is_off(self) -> bool:
        status = read_status((self.lobby.state,))
        return status is not None and status.scene.light == "off"

    def set_device(self, night: str) -> None:
        text = f'night = "{night}"\nidle_seconds = {IDLE_SECONDS}\ndrift = false\n'
        (self.lobby.folder / "device.toml").write_text(text, "utf-8")

    def close_office(self) -> None:
        """Let it have closed before, and open again in a good while, on whichever day that is."""
        now = datetime.now(OFFICE)
        opens = f'"{now + timedelta(hours=2):%H:%M}-{now - timedelta(hours=1):%H:%M}"'
        text = self.lobby.contact.read_text("utf-8").replace('theme = "auto"', 'theme = "light"')
        self.lobby.contact.write_text(re.sub(r"(?m)^([a-z]+day) = .*$", rf"\1 = {opens}", text), "utf-8")

    def give_notice(self, since: datetime, until: datetime) -> None:
        times = f"since = {since:%Y-%m-%dT%H:%M:%S}\nuntil = {until:%Y-%m-%dT%H:%M:%S}\n"
        notice = f'\n[notice]\ntitle = "Leave the building"\ntext = "Use the stairs."\nseverity = "urgent"\n{times}'
        self.lobby.contact.write_text(self.lobby.contact.read_text("utf-8") + notice, "utf-8")

    def touch(self) -> None:
        command = ["xdotool", "mousemove", "40", "500", "click", "1"]
        subprocess.run(command, env=self.lobby.environment, check=True, capture_output=True)

    def becomes(self, colour: tuple[int, int, int], within: float = FOLLOWS_WITHIN_SECONDS) -> float:
        return until(lambda: self.colour == colour, within)


@pytest.fixture
def night(tmp_path: Path) -> Iterator[Night]:
    with open_lobby(tmp_path) as lobby:
        night = Night(lobby)
        night.close_office()
        yield night


def test_a_night_is_dimmed_woken_switched_off_and_told(night: Night) -> None:
    night.set_device("dim")
    night.lobby.start()
    night.becomes(DUSK)
    assert "It is dimmed until" in night.lobby.run("status").stdout

    night.touch()
    night.becomes(PAPER, 1.0)
    night.becomes(DUSK, IDLE_SECONDS + 3)

    night.set_device("off")
    night.becomes(BLACK)
    status = night.lobby.run("status")
    assert "It is off until" in status.stdout
    assert status.returncode == 0

    night.set_device("on")
    night.becomes(PAPER)


def test_an_urgent_notice_comes_in_time_lights_the_screen_and_goes_in_time(night: Night) -> None:
    night.start_dark()
    begins = datetime.now(OFFICE).replace(microsecond=0) + timedelta(seconds=12)
    ends = begins + timedelta(seconds=6)
    night.give_notice(begins, ends)

    until(lambda: night.colour != BLACK)
    late = datetime.now(OFFICE) - begins
    night.becomes(BLACK, 20)
    longer = datetime.now(OFFICE) - ends

    assert timedelta() <= late < timedelta(seconds=NOTICED_WITHIN_SECONDS)
    assert timedelta() <= longer < timedelta(seconds=NOTICED_WITHIN_SECONDS)
    assert '"notice shown"' in night.lobby.log()
    assert '"notice gone"' in night.lobby.log()


def test_a_display_that_is_started_at_night_does_not_shine_for_long_and_is_left_in_peace(night: Night) -> None:
    kiosk = night.start_dark()
    time.sleep(Intervals().trial)
    display_of(kiosk).kill()
    until(lambda: night.lobby.status().deaths == 1)

    shone = seconds_of_light(night, seconds=Intervals().patience + 5)

    assert shone < FLASHES_FOR_SECONDS
    assert night.lobby.status().deaths == 1


def seconds_of_light(night: Night, seconds: float) -> float:
    """Watch for so long, and give how long of it the screen was not black."""
    shone, began = 0.0, time.monotonic()
    before = began
    while (now := time.monotonic()) - began < seconds:
        shone += now - before if night.colour != BLACK else 0.0
        before = now
        time.sleep(0.01)
    return shone
