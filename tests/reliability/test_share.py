"""E8, E11: staff's files on a share that hangs, vanishes or flaps; the display's event loop never waits for it."""

import json
import shutil
import time
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.edition.journal import read_journal, write_pin
from kiosk.paths import store_in
from kiosk.supervise.intervals import Intervals
from tests.reliability.lobby import Lobby, dark_colours, open_lobby, until, visitor_in

pytestmark = [pytest.mark.xvfb, pytest.mark.timeout(600)]

QUICK = Intervals(trial=0.5)
NOTICED_WITHIN_SECONDS = 30.0
RECOVERS_WITHIN_SECONDS = 5.0


@pytest.fixture
def lobby(tmp_path: Path) -> Iterator[Lobby]:
    with open_lobby(tmp_path) as opened:
        yield opened


@pytest.fixture
def share(lobby: Lobby) -> Path:
    """Give the file whose being there lets the share of staff's files hang."""
    slow = Path(__file__).with_name("slow_disk")
    lobby.environment["PYTHONPATH"] += f":{slow}"
    lobby.environment["KIOSK_TEST_SHARE"] = str(lobby.folder)
    return Path(f"{lobby.folder}.hangs")


def status(lobby: Lobby) -> dict[str, object]:
    answer = json.loads(lobby.run("status", "--json").stdout)
    assert isinstance(answer, dict)
    return answer


def test_a_share_that_hangs_stops_nothing_but_the_reload(lobby: Lobby, share: Path) -> None:
    colours = dark_colours()
    before, after = next(colours), next(colours)
    lobby.contact.write_text(lobby.paint(before), "utf-8")
    kiosk = lobby.start(QUICK)
    until(lambda: lobby.shows(before))

    with visitor_in(lobby) as visitor:
        share.touch()
        lobby.contact.write_text(lobby.paint(after), "utf-8")
        until(lambda: lobby.status().waits_for_files_since is not None, NOTICED_WITHIN_SECONDS)
        ages = [lobby.status().frame_age]
        share.unlink()
        recovered = until(lambda: lobby.shows(after))

    assert visitor.blanks == []
    assert '"display died"' not in lobby.log()
    assert recovered <= RECOVERS_WITHIN_SECONDS
    assert ages[0] is not None
    assert kiosk.is_running()


def test_staff_go_back_to_an_earlier_version_while_the_share_hangs(lobby: Lobby, share: Path) -> None:
    colours = dark_colours()
    old, new = next(colours), next(colours)
    lobby.contact.write_text(lobby.paint(old), "utf-8")
    lobby.start(QUICK)
    until(lambda: lobby.shows(old) and not lobby.status().is_on_trial)
    lobby.contact.write_text(lobby.paint(new), "utf-8")
    until(lambda: lobby.shows(new) and not lobby.status().is_on_trial)
    share.touch()
    until(lambda: lobby.status().waits_for_files_since is not None, NOTICED_WITHIN_SECONDS)

    write_pin(store_in(lobby.state), read_journal(store_in(lobby.state)).previous)

    assert until(lambda: lobby.shows(old)) <= RECOVERS_WITHIN_SECONDS
    share.unlink()


def test_a_share_that_is_away_and_back_is_followed(lobby: Lobby) -> None:
    colours = dark_colours()
    before, after = next(colours), next(colours)
    lobby.contact.write_text(lobby.paint(before), "utf-8")
    lobby.start(QUICK)
    until(lambda: lobby.shows(before))

    with visitor_in(lobby) as visitor:
        away = lobby.folder.rename(lobby.folder.with_name("away"))
        until(lambda: lobby.run("status").returncode == 1)
        (away / "contact.toml").write_text(lobby.paint(after), "utf-8")
        shutil.copytree(away, lobby.folder)
        recovered = until(lambda: lobby.shows(after))

    assert visitor.blanks == []
    assert recovered <= RECOVERS_WITHIN_SECONDS
    until(lambda: lobby.run("status").returncode == 0)


def test_a_file_that_flaps_between_two_versions_is_held_and_then_followed(lobby: Lobby) -> None:
    colours = dark_colours()
    one, other = next(colours), next(colours)
    lobby.contact.write_text(lobby.paint(one), "utf-8")
    lobby.start(QUICK)
    until(lambda: lobby.shows(one))
    seen: list[float] = []
    began = time.monotonic()

    for turn in range(40):
        wanted = other if turn % 2 == 0 else one
        lobby.contact.write_text(lobby.paint(wanted), "utf-8")
        try:
            until(partial(lobby.shows, wanted), 3.0)
        except AssertionError:
            break
        seen.append(time.monotonic())

    assert 4 <= len(seen) <= 8
    assert min(later - earlier for earlier, later in pairwise(seen)) >= 1.0 - 0.2
    assert status(lobby)["is_held"] is True
    until(lambda: lobby.shows(wanted), 40)
    assert time.monotonic() - began < 90


def test_a_storm_of_saves_ends_with_the_last_one(lobby: Lobby) -> None:
    colours = dark_colours()
    lobby.start(QUICK)
    until(lambda: lobby.status().health == "shown")
    end = time.monotonic() + 4

    with visitor_in(lobby) as visitor:
        while time.monotonic() < end:
            last = next(colours)
            lobby.contact.write_text(lobby.paint(last), "utf-8")
        until(lambda: lobby.shows(last))

    assert visitor.blanks == []


def test_staff_go_back_to_an_earlier_version_and_follow_the_file_again(lobby: Lobby) -> None:
    colours = dark_colours()
    old, new, newest = (next(colours) for _ in range(3))
    lobby.contact.write_text(lobby.paint(old), "utf-8")
    lobby.start(QUICK)
    until(lambda: lobby.shows(old) and not lobby.status().is_on_trial)
    lobby.contact.write_text(lobby.paint(new), "utf-8")
    until(lambda: lobby.shows(new) and not lobby.status().is_on_trial)

    gone_back = lobby.run("rollback")
    until(lambda: lobby.shows(old))
    lobby.contact.write_text(lobby.paint(newest), "utf-8")
    until(lambda: len(lobby.run("editions").stdout.splitlines()) > 2)
    stayed = lobby.shows(old)
    lobby.run("rollback", "--release")
    until(lambda: lobby.shows(newest))

    assert gone_back.returncode == 0
    assert "To follow the files again: kiosk rollback --release" in gone_back.stdout
    assert stayed


def test_a_bad_edit_marks_the_screen_until_it_is_mended(lobby: Lobby) -> None:
    colour = next(dark_colours())
    lobby.contact.write_text(lobby.paint(colour), "utf-8")
    lobby.start(QUICK)
    until(lambda: lobby.shows(colour))
    text = lobby.paint(colour)

    lobby.contact.write_text(text.replace('country = "ZW"', 'country = "Zimbabway"'), "utf-8")
    until(lambda: lobby.framebuffer.pixel(27, 27) == (0xE8, 0xA3, 0x17))
    said = lobby.run("status")
    lobby.contact.write_text(text, "utf-8")
    until(lambda: lobby.framebuffer.pixel(27, 27) != (0xE8, 0xA3, 0x17))

    assert lobby.shows(colour)
    assert said.returncode == 1
    assert "they have 1 mistake, and the screen waits for you to mend this:" in said.stdout
    assert f"{lobby.contact}:" in said.stdout
    assert lobby.run("status").returncode == 0
