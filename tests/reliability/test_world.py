"""Articles from the world on a real screen: they come, follow each other, change, and outlive whatever servers do."""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import psutil
import pytest

from kiosk.edition.codec import encode
from kiosk.edition.sealed import read_sealed, write_sealed
from kiosk.edition.value import replace as changed
from kiosk.edition.web_source import Visit
from kiosk.paths import resources
from kiosk.prepare.gather import NEVER
from kiosk.supervise.intervals import Intervals
from tests.prepare.gathering.paper import Answer, Paper, feed, jpeg, opened, page, paragraphs
from tests.reliability.lobby import TREE, Lobby, open_lobby, until, visitor_in

pytestmark = [pytest.mark.xvfb, pytest.mark.timeout(300)]

LEAD = (500, 450)
"""A point inside the picture above an article."""

ARTICLE_SECONDS = 5
COMES_WITHIN_SECONDS = 40
"""For a visit, an edition, and the rotation's way to it, on a busy computer."""

BACK_WITHIN_SECONDS = 60
RED, GREEN, BLUE, ORANGE = (200, 30, 30), (30, 140, 30), (30, 30, 200), (230, 120, 20)
Colour = tuple[int, int, int]


@dataclass(frozen=True)
class World:
    """A kiosk that shows what three papers have."""

    lobby: Lobby
    papers: tuple[Paper, ...]

    def name_sources(self, *wishes: str) -> None:
        """Write contact.toml so that each paper is an article's source; an entry of its own may have more lines."""
        entries = (_entry(paper.at(path), wishes) for paper, path in zip(self.papers, PATHS, strict=True))
        _write_sources(self.lobby, "".join(entries), self.papers)

    def sees(self, colour: Colour) -> bool:
        return _sees(self.lobby, colour)


PATHS = ("/feed.xml", "/story", "/")


MOODS = (
    Answer(b"", status=500),
    Answer(b"Not here", "text/plain", 404),
    Answer(b""),
    Answer(bytes(range(256)) * 40, "application/rss+xml"),
    Answer(b"<html><body><form>Please log in to the network</form></body></html>"),
    Answer(b"not packed", headers={"Content-Encoding": "gzip"}),
    Answer(b"", status=302, headers={"Location": "http://169.254.169.254/latest"}),
    Answer(bytes(9_000_000), "application/rss+xml"),
    Answer(b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><rss>&b;</rss>', "application/rss+xml"),
)
LINK_COMES = (
    "link add cable type veth peer name socket",
    "address add 198.18.0.2/24 dev cable",
    "link set socket up",
    "link set cable up",
    "route add default via 198.18.0.1",
)
WEEK_OF_FAILURES = 300


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with ExitStack() as stack:
        lobby = stack.enter_context(open_lobby(tmp_path))
        papers = tuple(stack.enter_context(opened()) for _ in PATHS)
        first, second, third = papers
        publish_feed(first, "Rain at last", RED)
        publish_page(second, "A new bridge", GREEN)
        publish_feed(third, "The market moves", BLUE)
        third.put("/", _front_page())
        world = World(lobby, papers)
        world.name_sources()
        yield world


def publish_feed(paper: Paper, title: str, colour: Colour) -> None:
    """Let the paper's feed have one story, whose text is behind its link."""
    paper.put(_picture(colour), jpeg(f"rgb{colour}", (1600, 900)), "image/jpeg")
    paper.put("/feed.xml", feed(paper, (title,), _told_with(title, _picture(colour))), "application/rss+xml")


def publish_page(paper: Paper, title: str, colour: Colour) -> None:
    paper.put(_picture(colour), jpeg(f"rgb{colour}", (1600, 900)), "image/jpeg")
    paper.put("/story", page(title, _told_with(title, _picture(colour))))


def test_three_sources_follow_each_other_change_and_outlive_their_servers_moods(world: World) -> None:
    kiosk = world.lobby.start()
    for colour in (RED, GREEN, BLUE):
        until(lambda colour=colour: world.sees(colour), COMES_WITHIN_SECONDS)  # type: ignore[misc]  # bound at once

    publish_feed(world.papers[0], "Rain again", ORANGE)
    world.name_sources("limit = 1")
    until(lambda: world.sees(ORANGE), COMES_WITHIN_SECONDS)

    with visitor_in(world.lobby) as visitor:
        for number in range(len(MOODS) // len(PATHS)):
            for place, (paper, path) in enumerate(zip(world.papers, PATHS, strict=True)):
                paper.pages[path] = MOODS[number * len(PATHS) + place]
            world.name_sources(f"refresh_minutes = {6 + number}")
            _until_all_are_asked(world, number)
        for colour in (ORANGE, GREEN, BLUE):
            until(lambda colour=colour: world.sees(colour), COMES_WITHIN_SECONDS)  # type: ignore[misc]  # bound at once
    assert visitor.longest_blank() == 0
    assert kiosk.poll() is None


@pytest.mark.deep
def test_a_week_without_a_network_keeps_the_stories_and_ends_within_a_minute(tmp_path: Path) -> None:
    with open_lobby(tmp_path) as lobby, island(tmp_path) as far:
        far.publish("Rain at last", RED)
        far.serve()
        far.connect()
        _write_sources(lobby, _entry(far.address, ()), ())
        far.start(lobby)
        until(lambda: _sees(lobby, RED), COMES_WITHIN_SECONDS)

        far.disconnect()
        far.publish("Rain again", ORANGE)
        _end(far.kiosk)
        _let_a_week_pass(lobby.state)
        far.start(lobby)
        until(lambda: _sees(lobby, RED), COMES_WITHIN_SECONDS)
        until(lambda: _last_visit(lobby.state).failures > WEEK_OF_FAILURES, COMES_WITHIN_SECONDS + BACK_WITHIN_SECONDS)

        with visitor_in(lobby) as visitor:
            far.serve()
            far.connect()
            until(lambda: _sees(lobby, ORANGE), BACK_WITHIN_SECONDS)
        assert visitor.longest_blank() == 0


def _picture(colour: Colour) -> str:
    return "/{:02x}{:02x}{:02x}.jpg".format(*colour)


def _told_with(title: str, picture: str) -> str:
    return f'<img src="{picture}" alt="{title}">{paragraphs(title)}'


def _front_page() -> str:
    head = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'
    links = "".join(f'<li><a href="/{number}">An older story, number {number}</a></li>' for number in range(20))
    return f"<html><head><title>The Paper</title>{head}</head><body><ul>{links}</ul></body></html>"


def _entry(address: str, wishes: tuple[str, ...]) -> str:
    return "\n".join(("[[article]]", f'source = "{address}"', "allow_http = true", *wishes, "", ""))


def _write_sources(lobby: Lobby, entries: str, papers: tuple[Paper, ...]) -> None:
    text = (resources() / "contact.toml").read_text("utf-8")
    before, after = text.index("[[article]]"), text.index("[rotation]")
    rotation = text[after:].replace("shortest_seconds = 20", f"shortest_seconds = {ARTICLE_SECONDS}")
    rotation = rotation.replace("longest_seconds = 120", f"longest_seconds = {ARTICLE_SECONDS}")
    lobby.contact.write_text(text[:before] + entries + rotation.replace("scrolls = true", "scrolls = false"), "utf-8")
    hosts = [f"127.0.0.1:{paper.port}" for paper in papers] or ["127.0.0.1:8099"]
    device = (resources() / "device.toml").read_text("utf-8")
    assert "allowed_hosts = []" in device
    named = device.replace("allowed_hosts = []", f"allowed_hosts = {json.dumps(hosts)}").replace(
        'proxy = ""', 'proxy = "none"'
    )
    (lobby.folder / "device.toml").write_text(named, "utf-8")


def _sees(lobby: Lobby, colour: Colour) -> bool:
    shown = lobby.framebuffer.pixel(*LEAD)
    return all(abs(one - other) < 24 for one, other in zip(shown, colour, strict=True))  # what JPEG may change


def _until_all_are_asked(world: World, mood: int) -> None:
    wanted = mood + 2
    until(lambda: all(_times(paper, path) >= wanted for paper, path in zip(world.papers, PATHS, strict=True)))


def _times(paper: Paper, path: str) -> int:
    return paper.paths.count(path)


def _let_a_week_pass(state: Path) -> None:
    """Write down the last visit as it would be after a week without an answer."""
    (file,) = (state / "kept").glob("*/visit.json")
    visit = read_sealed(file, Visit(NEVER))
    assert visit.reached_at is not None
    ago = visit.tried_at - timedelta(days=7)
    late = visit.tried_at - timedelta(minutes=31)
    write_sealed(file, changed(visit, reached_at=ago, tried_at=late, failures=WEEK_OF_FAILURES, trouble="offline"))


def _last_visit(state: Path) -> Visit:
    (file,) = (state / "kept").glob("*/visit.json")
    return read_sealed(file, Visit(NEVER))


def _end(kiosk: psutil.Popen | None) -> None:
    assert kiosk is not None
    kiosk.terminate()
    kiosk.wait(10)


class _Named:
    """What a feed asks of a paper: where its pages lie."""

    @staticmethod
    def at(path: str) -> str:
        return f"http://127.0.0.1:8099{path}"


@dataclass
class Island:
    """A network of its own, with a web server and no way to the world until there is one."""

    holder: subprocess.Popen[bytes]
    pages: Path
    server: subprocess.Popen[bytes] | None = None
    kiosk: psutil.Popen | None = None

    address = "http://127.0.0.1:8099/feed.xml"

    def inside(self, *command: str) -> list[str]:
        return ["nsenter", "-t", str(self.holder.pid), "-U", "-n", "--preserve-credentials", *command]

    def publish(self, title: str, colour: Colour) -> None:
        (self.pages / _picture(colour)[1:]).write_bytes(jpeg(f"rgb{colour}", (1600, 900)))
        story = _told_with(title, _picture(colour))
        (self.pages / "feed.xml").write_text(feed(_Named(), (title,), story), "utf-8")

    def serve(self) -> None:
        order = (sys.executable, "-m", "http.server", "8099", "--bind", "127.0.0.1", "--directory", str(self.pages))
        self.server = subprocess.Popen(self.inside(*order), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def connect(self) -> None:
        """Give the island a way to the world; the server is within it, so that nobody sees where the way leads."""
        for order in LINK_COMES:
            subprocess.run(self.inside("ip", *order.split()), check=True, capture_output=True)

    def disconnect(self) -> None:
        subprocess.run(self.inside("ip", "link", "del", "cable"), check=True, capture_output=True)
        self._stop(self.server)

    def start(self, lobby: Lobby) -> None:
        driver = str(TREE / "tests" / "reliability" / "run_kiosk.py")
        order = self.inside(sys.executable, driver, encode(Intervals()).decode(), str(lobby.contact), "--kiosk")
        self.kiosk = psutil.Popen(order, env=lobby.environment, cwd=TREE)
        lobby.started.append(self.kiosk)

    def close(self) -> None:
        self._stop(self.server)
        self._stop(self.holder)

    @staticmethod
    def _stop(process: subprocess.Popen[bytes] | None) -> None:
        if process is not None:
            process.terminate()
            process.wait(5)


@contextmanager
def island(folder: Path) -> Iterator[Island]:
    if shutil.which("nsenter") is None or subprocess.run(["unshare", "-Urn", "true"], check=False).returncode:
        pytest.skip("this machine allows no network namespace")
    pages = folder / "pages"
    pages.mkdir()
    holder = subprocess.Popen(["unshare", "-Urn", "sh", "-c", "ip link set lo up && exec sleep 600"])
    time.sleep(0.5)
    far = Island(holder, pages)
    try:
        yield far
    finally:
        far.close()
