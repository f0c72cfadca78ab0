"""What a screen reader is told of the real program, and where the keyboard alone leads: seen from another process."""

import dataclasses
import subprocess
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

import psutil
import pytest

from tests.reliability.at_spi import Node, ScreenReader, open_reader
from tests.reliability.lobby import Lobby, dark_colours, display_of, open_lobby, until
from tests.reliability.test_staff_at_the_screen import call, set_pin, shown

pytestmark = pytest.mark.xvfb

MOST_STOPS = 60


@pytest.fixture
def reader_and_lobby(tmp_path: Path) -> Iterator[tuple[ScreenReader, Lobby]]:
    """Open a lobby on a session with a screen reader; its kiosk is long-suffering with who is still."""
    with open_lobby(tmp_path) as lobby, open_reader(tmp_path / "run", lobby.environment) as (reader, environment):
        (lobby.folder / "device.toml").write_text("idle_seconds = 3600\nsheet_seconds = 600\n", "utf-8")
        yield reader, dataclasses.replace(lobby, environment=environment)


@pytest.fixture
def lobby(reader_and_lobby: tuple[ScreenReader, Lobby]) -> Lobby:
    return reader_and_lobby[1]


@pytest.fixture
def kiosk(reader: ScreenReader, lobby: Lobby) -> psutil.Popen:
    """Give a kiosk that shows its page, whose staff have a PIN, and of which the screen reader knows."""
    set_pin(lobby, "246813")
    kiosk = shown(lobby)
    until(lambda: "Larger text" in {node.name for node in reader.shown()})
    return kiosk


@pytest.fixture
def reader(reader_and_lobby: tuple[ScreenReader, Lobby]) -> ScreenReader:
    return reader_and_lobby[0]


@pytest.mark.usefixtures("kiosk")
def test_everything_that_can_be_used_has_a_name_and_says_what_a_touch_does(reader: ScreenReader) -> None:
    nodes = reader.shown()

    assert len([node for node in nodes if node.is_button]) >= 15
    assert _unnamed(nodes) == []


@pytest.mark.usefixtures("kiosk")
def test_a_screen_reader_reads_the_panel_from_top_to_bottom(reader: ScreenReader) -> None:
    names = [node.name.partition(":")[0] for node in reader.shown()]

    order = ["Stay in Touch With Us", "Reception", "Email", "Visit us", "Facebook", "Save our contact", "Larger text"]
    assert [name for name in names if name in order] == order


@pytest.mark.usefixtures("kiosk")
def test_the_keyboard_alone_reaches_everything_and_comes_round(reader: ScreenReader, lobby: Lobby) -> None:
    ring = _tab_ring(reader, lobby)

    buttons = {node.path for node in reader.shown() if node.is_button}
    assert len(ring) == len({node.path for node in ring})
    assert buttons <= {node.path for node in ring}


@pytest.mark.usefixtures("kiosk")
def test_backwards_the_ring_is_the_same(reader: ScreenReader, lobby: Lobby) -> None:
    forwards = [node.path for node in _tab_ring(reader, lobby)]
    backwards = [node.path for node in _tab_ring(reader, lobby, "shift+Tab")]

    assert _turned(backwards[::-1], forwards[0]) == forwards


@pytest.mark.usefixtures("kiosk")
def test_within_low_reach_everything_is_named_and_reached_as_well(reader: ScreenReader, lobby: Lobby) -> None:
    _press_on(reader, lobby, "Controls within low reach")
    until(lambda: "Page down" in {node.name for node in reader.shown()})
    ring = _tab_ring(reader, lobby)

    nodes = reader.shown()
    assert _unnamed(nodes) == []
    assert {node.path for node in nodes if node.is_button} <= {node.path for node in ring}


@pytest.mark.usefixtures("kiosk")
def test_a_sheet_is_opened_read_and_closed_by_the_keyboard(reader: ScreenReader, lobby: Lobby) -> None:
    _press_on(reader, lobby, "Reception: +263 77 567 9494")
    until(lambda: _focused_name(reader) == "Close")
    names = {node.name for node in reader.shown()}

    assert "+263 77 567 9494" in names
    assert _unnamed(reader.shown()) == []
    _press(lobby, "Return")
    until(lambda: _focused_name(reader) == "Reception: +263 77 567 9494")


@pytest.mark.usefixtures("kiosk")
def test_the_pin_pad_tells_what_its_keys_do_and_never_a_digit_that_was_typed(
    reader: ScreenReader, lobby: Lobby
) -> None:
    call(lobby)
    _press(lobby, *"13579")
    until(lambda: "5 digits typed" in {node.name for node in reader.shown()})

    nodes = reader.shown()
    assert _unnamed(nodes) == []
    assert not any("13579" in text for node in nodes for text in (node.name, node.description))


@pytest.mark.parametrize("reloads", [10, pytest.param(100, marks=[pytest.mark.deep, pytest.mark.timeout(900)])])
def test_the_focus_stays_where_it_is_over_every_reload(
    reader: ScreenReader, lobby: Lobby, kiosk: psutil.Popen, reloads: int
) -> None:
    display = display_of(kiosk).pid
    _tab_to(reader, lobby, "Email: hello@haigpark.example")
    before, lost = reader.focused(), []

    for colour in islice(dark_colours(), reloads):
        lobby.contact.write_text(lobby.paint(colour), "utf-8")
        until(partial(lobby.shows, colour))
        if reader.focused() != before:
            lost.append(reader.focused())

    assert lost == []
    assert display_of(kiosk).pid == display


def _unnamed(nodes: list[Node]) -> list[Node]:
    """Give what can be used and lacks a name or a role, and the buttons that do not say what they do."""
    usable = [node for node in nodes if node.is_button or node.is_focusable]
    return [node for node in usable if not node.name or not node.role or (node.is_button and not node.description)]


def _tab_ring(reader: ScreenReader, lobby: Lobby, key: str = "Tab") -> list[Node]:
    """Press the key until the focus comes back to where it came first, and give every stop on the way."""
    ring = [_next_stop(reader, lobby, key)]
    for _ in range(MOST_STOPS):
        stop = _next_stop(reader, lobby, key)
        if stop.path == ring[0].path:
            return ring
        ring.append(stop)
    raise AssertionError(f"{key} does not come round: {[node.name for node in ring]}")


def _next_stop(reader: ScreenReader, lobby: Lobby, key: str) -> Node:
    before = reader.focused()
    _press(lobby, key)
    until(lambda: (now := reader.focused()) is not None and (before is None or now.path != before.path))
    stop = reader.focused()
    assert stop is not None
    return stop


def _tab_to(reader: ScreenReader, lobby: Lobby, name: str) -> None:
    for _ in range(MOST_STOPS):
        if _next_stop(reader, lobby, "Tab").name == name:
            return
    raise AssertionError(f"Tab does not lead to {name}")


def _press_on(reader: ScreenReader, lobby: Lobby, name: str) -> None:
    _tab_to(reader, lobby, name)
    _press(lobby, "Return")


def _press(lobby: Lobby, *keys: str) -> None:
    subprocess.run(["xdotool", "key", "--delay", "30", *keys], env=lobby.environment, check=True, capture_output=True)


def _focused_name(reader: ScreenReader) -> str:
    node = reader.focused()
    return node.name if node else ""


def _turned(ring: list[str], first: str) -> list[str]:
    start = ring.index(first)
    return ring[start:] + ring[:start]
