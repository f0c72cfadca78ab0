"""A visitor watches while a script saves, breaks, deletes, locks, kills and hangs everything, and sees whole screens only.

Where the window itself was killed the screen may be uncovered, for two seconds at most; at no other time, for no moment.
`KIOSK_MINUTES` sets how long the deep test lasts.
"""

import os
import random
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from kiosk.paths import store_in
from kiosk.supervise.intervals import Intervals
from tests.reliability.lobby import Lobby, dark_colours, open_lobby, until, visitor_in
from tests.reliability.save_styles import STYLES

pytestmark = [pytest.mark.xvfb, pytest.mark.timeout(7200)]

BETWEEN = Intervals(patience=20.0, trial=2.0, well=2.0, health=5.0)
UNCOVERED_SECONDS = 2.0
FOLLOWS_WITHIN_SECONDS = 40.0
BROKEN = ("", "[[[", 'name = "', "\x00", "[organisation]\nnme = 1\n", "x" * 300_000)


@pytest.fixture
def lobby(tmp_path: Path) -> Iterator[Lobby]:
    with open_lobby(tmp_path) as opened:
        yield opened


class Vandal:
    """Does one thing after the other to a kiosk and its files, and remembers when it uncovered the screen."""

    def __init__(self, lobby: Lobby, kiosk: psutil.Popen, seed: int) -> None:
        self._lobby = lobby
        self._kiosk = kiosk
        self._chance = random.Random(seed)  # noqa: S311  # the same every time
        self._colours = dark_colours()
        self._saved = next(self._colours)
        self.uncovered: list[float] = []
        self.done: dict[str, int] = {}

    def acts(self) -> tuple[Callable[[], None], ...]:
        files = (self.save_well, self.save_well, self.save_badly, self.delete, self.lock, self.flap)
        processes = (self.kill_display, self.kill_prepare, self.stop_prepare, self.stop_display)
        return (*files, *processes, self.damage_editions, self.remove_logs)

    def act(self) -> None:
        act = self._chance.choice(self.acts())
        self.done[act.__name__] = self.done.get(act.__name__, 0) + 1
        act()

    def mend(self) -> None:
        """Save something new, whatever was done before, and wait until it is on the screen."""
        self.save_well()
        until(lambda: self._lobby.shows(self._saved), FOLLOWS_WITHIN_SECONDS)

    def save_well(self) -> None:
        self._saved = next(self._colours)
        style = self._chance.choice(list(STYLES.values()))
        try:
            style(self._lobby.contact, self._lobby.paint(self._saved))
        except OSError:  # that way of saving needs a file that is there
            self._lobby.folder.mkdir(exist_ok=True)
            self._lobby.contact.write_text(self._lobby.paint(self._saved), "utf-8")

    def save_badly(self) -> None:
        self._lobby.contact.write_text(self._chance.choice(BROKEN), "utf-8")

    def delete(self) -> None:
        self._lobby.contact.unlink(missing_ok=True)

    def lock(self) -> None:
        """Let nobody read it; root could, so that a folder takes its place."""
        self._lobby.contact.unlink(missing_ok=True)
        self._lobby.contact.mkdir()
        self._chance.random()
        self._lobby.contact.rmdir()

    def flap(self) -> None:
        for _ in range(20):
            self.save_badly()
            self._lobby.contact.write_text(self._lobby.paint(self._saved), "utf-8")

    def kill_display(self) -> None:
        self.uncovered.append(time.monotonic())
        self._signal_display(self._chance.choice((signal.SIGKILL, signal.SIGSEGV, signal.SIGTERM)))

    def stop_display(self) -> None:
        """Stop it for longer than it may be silent: it is killed then."""
        self._signal_display(signal.SIGSTOP)
        pid = self._lobby.status().display_pid
        until(lambda: self._lobby.status().display_pid != pid, 2 * BETWEEN.patience)
        self.uncovered.append(time.monotonic())

    def kill_prepare(self) -> None:
        self.save_well()
        self._signal_prepare(signal.SIGKILL)

    def stop_prepare(self) -> None:
        self.save_well()
        self._signal_prepare(signal.SIGSTOP)
        self._signal_prepare(signal.SIGCONT)

    def damage_editions(self) -> None:
        shown = self._lobby.status().edition
        for folder in store_in(self._lobby.state).iterdir():
            if folder.is_dir() and folder.name != shown:
                (folder / "edition.json").write_bytes(b"damaged")

    def remove_logs(self) -> None:
        shutil.rmtree(self._lobby.state / "log", ignore_errors=True)

    def _signal_display(self, number: signal.Signals) -> None:
        until(self._has_display, 90)
        psutil.Process(self._lobby.status().display_pid).send_signal(number)

    def _has_display(self) -> bool:
        """Tell whether there is one, and so well that its death would count as the first."""
        status = self._lobby.status()
        children = {child.pid for child in self._kiosk.children()}
        return status.health == "shown" and status.deaths == 0 and status.display_pid in children

    def _signal_prepare(self, number: signal.Signals) -> None:
        end = time.monotonic() + 3
        while time.monotonic() < end:
            for child in self._kiosk.children():
                try:
                    if "prepare" in child.cmdline():
                        child.send_signal(number)
                        return
                except psutil.NoSuchProcess:
                    continue


def watch(lobby: Lobby, seconds: float, seed: int) -> None:
    kiosk = lobby.start(BETWEEN)
    vandal = Vandal(lobby, kiosk, seed)
    end = time.monotonic() + seconds
    with visitor_in(lobby) as visitor:
        vandal.mend()
        while time.monotonic() < end:
            for _ in range(3):
                vandal.act()
            vandal.mend()
    print(  # noqa: T201  # the figure
        f"\n{visitor.looks} looks, {len(visitor.blanks)} times uncovered, for {visitor.longest_blank():.2f} s at most; "
        f"{dict(sorted(vandal.done.items()))}"
    )
    unexplained = [
        (begin, end)
        for begin, end in visitor.blanks
        if end - begin > UNCOVERED_SECONDS or not any(-1 <= begin - at <= 3 for at in vandal.uncovered)
    ]
    assert unexplained == []
    assert kiosk.is_running()
    assert "Traceback" not in lobby.log()


@pytest.mark.deep
def test_an_hour_of_vandalism(lobby: Lobby) -> None:
    watch(lobby, float(os.environ.get("KIOSK_MINUTES", "10")) * 60, seed=1)


def test_a_minute_of_vandalism(lobby: Lobby) -> None:
    watch(lobby, 45, seed=2)
