"""G14: a month of reloads in minutes: memory, descriptors, threads and objects stay as they were.

Memory is judged by what is the display's own: the share of Qt's libraries in its PSS changes whenever another program
with Qt comes or goes. Both are printed.
"""

import io
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import psutil
import pytest
from msgspec.structs import replace
from PIL import Image

from kiosk.edition.deposit import Deposited, deposit
from kiosk.edition.digest import sha256
from kiosk.edition.manifest import Origin
from kiosk.edition.model import Article, Edition, Figure, Paragraph, Picture, Run
from kiosk.edition.palettes import CONTRAST, DARK, LIGHT
from kiosk.edition.store import Verified, read_newest
from kiosk.paths import resources, store_in
from kiosk.prepare.job import prepare
from kiosk.prepare.starter import write_starter
from kiosk.supervise.messages import Begin, Painted, Show, from_line
from kiosk.supervise.wire import to_line

pytestmark = [pytest.mark.xvfb, pytest.mark.timeout(3600)]

ARTICLES = 97
PICTURES_EACH = 3
SETTLED_AFTER = 200
MOST_GROWTH_BYTES = 8_000_000
MOST_SLOPE_BYTES = 1_000
WORDS = [
    "the",
    "screen",
    "shows",
    "what",
    "the",
    "office",
    "says",
    "and",
    "keeps",
    "it",
    "there",
    "through",
    "wind",
    "and",
    "weather",
    "for",
    "all",
    "who",
    "come",
]


def pictures_of(chance: random.Random) -> dict[str, bytes]:
    found = {}
    for _ in range(PICTURES_EACH):
        tile = Image.frombytes("RGB", (30, 20), chance.randbytes(30 * 20 * 3))
        buffer = io.BytesIO()
        tile.resize((900, 600)).save(buffer, "JPEG", quality=85)
        found[f"{sha256(buffer.getvalue())}.jpg"] = buffer.getvalue()
    return found


def article_of(number: int, chance: random.Random, pictures: dict[str, bytes]) -> Article:
    figures = [Figure(Picture(name, 900, 600, "a picture")) for name in pictures]
    paragraphs = [Paragraph((Run(" ".join(chance.choices(WORDS, k=90)).capitalize() + "."),)) for _ in range(6)]
    blocks = [block for pair in zip(paragraphs, (*figures, *figures), strict=True) for block in pair]
    return Article(f"Article {number}", tuple(blocks), picture=figures[0])


def put(state: Path, edition: Edition, number: int) -> Show:
    """Put an edition with an article and pictures of its own into a folder of state of its own."""
    chance = random.Random(number)  # noqa: S311  # the same every time
    pictures = pictures_of(chance)
    own = replace(edition, articles=(article_of(number, chance, pictures),))
    outcome = deposit(store_in(state), own, pictures, Origin(datetime(2026, 11, 24, tzinfo=UTC), "1", ()))
    assert isinstance(outcome, Deposited)
    return Show(str(state), outcome.hash)


@pytest.fixture
def office(tmp_path: Path) -> Edition:
    """Give the starter's edition without its articles."""
    write_starter(resources(), tmp_path / "staff")
    prepare(tmp_path / "staff" / "contact.toml", tmp_path / "staff" / "device.toml", tmp_path / "office")
    reading = read_newest(store_in(tmp_path / "office"))
    assert isinstance(reading, Verified)
    look = replace(reading.edition.look, light=LIGHT, dark=DARK, contrast=CONTRAST)
    return replace(reading.edition, articles=(), look=look)


@pytest.fixture
def shows(tmp_path: Path, office: Edition) -> list[Show]:
    return [put(tmp_path / f"state-{number}", office, number) for number in range(ARTICLES)]


@pytest.fixture
def display(xserver: dict[str, str], tmp_path: Path, shows: list[Show]) -> Iterator[psutil.Popen]:
    program = [sys.executable, str(Path(__file__).with_name("counted_display.py")), str(tmp_path / "counts")]
    process = psutil.Popen(program, env=xserver, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    process.stdin.write(to_line(Begin(shows[0].state, captive=True, editions=(shows[0].edition,))))
    process.stdin.flush()
    yield process
    process.communicate(timeout=10)


def show_all(display: psutil.Popen, shows: list[Show], times: int, note: Callable[[int], None]) -> int:
    """Show one after the other, and give how many different ones the display says it has painted."""
    painted = {wait_for_paint(display)}
    for number in range(times):
        display.stdin.write(to_line(shows[(number + 1) % len(shows)]))
        display.stdin.flush()
        painted.add(wait_for_paint(display))
        note(number)
    return len(painted)


def wait_for_paint(display: psutil.Popen) -> str:
    while not isinstance(message := from_line(display.stdout.readline()), Painted):
        assert display.poll() is None
    return message.edition


def slope(values: list[int]) -> float:
    """Fit a line by least squares and give its rise for each value."""
    middle, mean = (len(values) - 1) / 2, sum(values) / len(values)
    above = sum((place - middle) * (value - mean) for place, value in enumerate(values))
    return above / sum((place - middle) ** 2 for place in range(len(values)))


def soak(display: psutil.Popen, shows: list[Show], times: int, counts: Path) -> tuple[list[int], str]:
    """Give the display's own memory after each reload, and the figures in words."""
    memory: list[int] = []
    pss: list[int] = []
    descriptors: list[int] = []

    def note(_number: int) -> None:
        use = display.memory_full_info()
        memory.append(use.uss)
        pss.append(use.pss)
        descriptors.append(display.num_fds())

    different = show_all(display, shows, times, note)
    objects = [line.split() for line in counts.read_text("utf-8").splitlines()]
    warm = min(SETTLED_AFTER, len(memory) // 2)
    rise = slope(memory[warm:])
    words = (
        f"{times} reloads, {different} different editions shown; PSS {pss[warm] / 1e6:.1f} to {pss[-1] / 1e6:.1f} MB, "
        f"own {memory[warm] / 1e6:.1f} to {memory[-1] / 1e6:.1f} MB, slope {rise:.0f} bytes a reload; descriptors {min(descriptors)} to {max(descriptors)}; "
        f"QObjects {objects[warm][0]} to {objects[-1][0]}; threads {objects[warm][2]} to {objects[-1][2]}"
    )
    assert different == min(len(shows), times + 1)
    assert objects[-1] == objects[warm], words
    assert max(descriptors[warm:]) <= descriptors[warm] + 1, words
    return memory, words


def test_ninety_six_reloads_leave_nothing_behind(display: psutil.Popen, shows: list[Show], tmp_path: Path) -> None:
    memory, words = soak(display, shows, 96, tmp_path / "counts")

    print(f"\n{words}")  # noqa: T201  # the figure
    assert memory[-1] - memory[len(memory) // 2] <= MOST_GROWTH_BYTES, words


@pytest.mark.deep
def test_a_month_of_reloads_leaves_nothing_behind(display: psutil.Popen, shows: list[Show], tmp_path: Path) -> None:
    memory, words = soak(display, shows, 2880, tmp_path / "counts")

    print(f"\n{words}")  # noqa: T201  # the figure
    assert memory[-1] - memory[SETTLED_AFTER] <= MOST_GROWTH_BYTES, words
    assert slope(memory[SETTLED_AFTER:]) <= MOST_SLOPE_BYTES, words


def test_a_display_that_keeps_things_would_be_found() -> None:
    """The positive control of the figures above: a leak of four kilobytes a reload."""
    leaking = [100_000_000 + 4096 * number + (number % 7) * 20_000 for number in range(400)]

    assert slope(leaking[SETTLED_AFTER:]) > MOST_SLOPE_BYTES
