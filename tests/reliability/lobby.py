"""A lobby to test in: an X server whose screen can be read from outside, a real kiosk, and a visitor who watches."""

import os
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from kiosk.edition.codec import encode
from kiosk.paths import resources
from kiosk.prepare.starter import write_starter
from kiosk.supervise.intervals import Intervals
from kiosk.supervise.status import Status, read_status
from tests.bench.framebuffer import Framebuffer
from tests.bench.screen import HEIGHT, WIDTH, open_screen

TREE = Path(__file__).parents[2]
LOOKS_PER_SECOND = 20
FEWEST_COLOURS = 16
SMALLEST_SHARE = 0.02
"""Of the pixels that are not of the commonest colour, on a screen that shows something."""

PANEL = (1910, 560)
"""A point of the contact panel on which nothing stands, so that its colour tells which save is on the screen."""

APPEARS_WITHIN_SECONDS = 20.0


@dataclass
class Visitor:
    """Looks at the screen twenty times a second and remembers every time that it was blank, as (from, to)."""

    framebuffer: Framebuffer
    looks: int = 0
    blanks: list[tuple[float, float]] = field(default_factory=list)
    _since: float | None = None
    _ended: threading.Event = field(default_factory=threading.Event)

    def watch(self) -> None:
        while not self._ended.wait(1 / LOOKS_PER_SECOND):
            self.look()

    def look(self) -> None:
        now = time.monotonic()
        self.looks += 1
        if is_blank(self.framebuffer):
            self._since = self._since or now
        elif self._since is not None:
            self.blanks.append((self._since, now))
            self._since = None

    def leave(self) -> None:
        self._ended.set()
        if self._since is not None:
            self.blanks.append((self._since, time.monotonic()))

    def longest_blank(self) -> float:
        return max((end - begin for begin, end in self.blanks), default=0.0)


@dataclass(frozen=True)
class Lobby:
    """`folder` holds staff's files, `state` what the kiosk keeps."""

    folder: Path
    state: Path
    environment: dict[str, str]
    framebuffer: Framebuffer
    stderr: Path = Path(os.devnull)
    started: list[psutil.Popen] = field(default_factory=list)

    @property
    def contact(self) -> Path:
        return self.folder / "contact.toml"

    def keep_still(self) -> None:
        """Let no article move by itself, so that the screen is the same as long as nobody touches it."""
        text = self.contact.read_text("utf-8")
        assert "scrolls = true" in text
        self.contact.write_text(text.replace("scrolls = true", "scrolls = false"), "utf-8")

    def start(self, intervals: Intervals = Intervals(), *more: str) -> psutil.Popen:  # noqa: B008  # a frozen value
        """Start a kiosk that fills the screen, and wait until it shows something."""
        kiosk = self.begin(intervals, "--kiosk", *more)
        until(lambda: not is_blank(self.framebuffer), APPEARS_WITHIN_SECONDS)
        return kiosk

    def begin(self, intervals: Intervals, *more: str) -> psutil.Popen:
        driver = TREE / "tests" / "reliability" / "run_kiosk.py"
        command = [sys.executable, str(driver), encode(intervals).decode(), str(self.contact), *more]
        with self.stderr.open("wb") as stderr:
            self.started.append(psutil.Popen(command, env=self.environment, cwd=TREE, stderr=stderr))
        return self.started[-1]

    def status(self) -> Status:
        """Give what the kiosk tells of itself; the very first time it comes a little later than the picture."""
        until(lambda: read_status((self.state,)) is not None)
        status = read_status((self.state,))
        assert status is not None
        return status

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a `kiosk` command as staff would."""
        program = [sys.executable, "-m", "kiosk", *command, "--config", str(self.contact)]
        return subprocess.run(program, env=self.environment, capture_output=True, text=True, check=False, timeout=60)

    def paint(self, colour: tuple[int, int, int]) -> str:
        """Give the starter's text with a panel of this colour."""
        starter = (resources() / "contact.toml").read_text("utf-8")
        return starter.replace("[look]\n", f'[look]\npanel = "{hexadecimal(colour)}"\n', 1)

    def shows(self, colour: tuple[int, int, int]) -> bool:
        return self.framebuffer.pixel(*PANEL) == colour

    def log(self, process: str = "supervisor") -> str:
        file = self.state / "log" / f"{process}.log"
        return file.read_text("utf-8") if file.exists() else ""


@contextmanager
def open_lobby(folder: Path, size: tuple[int, int] = (WIDTH, HEIGHT)) -> Iterator[Lobby]:
    """Open a lobby with the starter files, and end every kiosk in it afterwards."""
    staff, screen_folder = folder / "staff", folder / "screen"
    screen_folder.mkdir()
    write_starter(resources(), staff)
    with open_screen(screen_folder, size=size) as screen:
        settings = {"KIOSK_STATE": str(folder / "state"), "PYTHONPATH": str(TREE), "TMPDIR": str(folder)}
        lobby = Lobby(staff, folder / "state", {**screen.environment, **settings}, screen.framebuffer)
        try:
            yield lobby
        finally:
            for kiosk in lobby.started:
                _end(kiosk)


@contextmanager
def visitor_in(lobby: Lobby) -> Iterator[Visitor]:
    """Let a visitor watch the screen for the length of the block."""
    with visitor_before(lobby.framebuffer) as visitor:
        yield visitor


@contextmanager
def visitor_before(framebuffer: Framebuffer) -> Iterator[Visitor]:
    visitor = Visitor(framebuffer)
    thread = threading.Thread(target=visitor.watch)
    thread.start()
    try:
        yield visitor
    finally:
        visitor.leave()
        thread.join()


def is_blank(framebuffer: Framebuffer) -> bool:
    """Tell whether the screen shows nothing: hardly a colour, or hardly a pixel that is not of the ground."""
    colours = Counter(framebuffer.sample())
    ground = colours.most_common(1)[0][1]
    return len(colours) < FEWEST_COLOURS or 1 - ground / colours.total() < SMALLEST_SHARE


def display_of(kiosk: psutil.Popen) -> psutil.Process:
    """Give the display that has lived longest."""
    return min(displays_of(kiosk), key=lambda child: child.create_time())


def displays_of(kiosk: psutil.Popen) -> list[psutil.Process]:
    return [child for child in kiosk.children() if _is_display(child)]


def cards_of(kiosk: psutil.Popen) -> list[psutil.Process]:
    return [child for child in kiosk.children() if _command_of(child)[-1:] == ["card"]]


def is_gone(process: psutil.Process) -> bool:
    """Tell whether it has ended, be it that nobody has taken note of that yet."""
    try:
        return process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def until(is_so: Callable[[], bool], seconds: float = APPEARS_WITHIN_SECONDS) -> float:
    """Wait until it is so, and give how long that took; an AssertionError when it does not come."""
    began = time.monotonic()
    while not is_so():
        assert time.monotonic() - began < seconds, f"did not come within {seconds:g} s"
        time.sleep(0.01)
    return time.monotonic() - began


def hexadecimal(colour: tuple[int, int, int]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def dark_colours() -> Iterator[tuple[int, int, int]]:
    """Give colours that stand any text, each another, so that no save can be taken for one before it."""
    for number in range(100_000):
        yield 8 + number % 40, 30 + number // 40 % 40, 24 + number // 1600 % 40


def percentile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, round(share * (len(values) - 1)))]


def _is_display(process: psutil.Process) -> bool:
    return " ".join(_command_of(process)).endswith((" display", "ill_display.py"))


def _command_of(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.NoSuchProcess:
        return []


def _end(kiosk: psutil.Popen) -> None:
    """End it, and whatever it left behind."""
    children = kiosk.children() if kiosk.poll() is None else []
    if kiosk.poll() is None:
        kiosk.terminate()
    try:
        kiosk.wait(5)
    except psutil.TimeoutExpired:
        kiosk.kill()
        kiosk.wait()
    for child in psutil.wait_procs(children, timeout=1)[1]:
        child.kill()
