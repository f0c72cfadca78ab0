"""Row C6: whatever the XML asks for, no file is opened, no address connected to, and none takes long.

strace tells, not the reader's own word; that it would tell is shown by parsers that do as they are asked.
"""

import json
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.prepare.feed.choose import chosen
from kiosk.prepare.feed.feed import MOST_ENTRIES, Feed
from kiosk.prepare.feed.read import looks_like_feed, read_feed
from kiosk.prepare.sanitise import clean_text
from tests.prepare.feed.feeds import FORMATS, NOW, URL, stories
from tests.prepare.feed.hostile import hostile_feeds

ROOT = Path(__file__).parents[3]
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32-le")
ADDRESS = "http://127.0.0.1:9/SECRET"
LONGEST_SECONDS = 2
needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace tells what a process opens")


@pytest.fixture
def marker(tmp_path: Path) -> Path:
    path = tmp_path / "marker.dtd"
    path.write_text("SECRET", "utf-8")
    return path


def touches(trace: Path, command: tuple[str, ...], marker: Path) -> tuple[str, list[str]]:
    """Run a command and give its output, and each line that opens the marker or connects to an address."""
    watched = ("strace", "-f", "-qq", "-e", "trace=open,openat,connect", "-e", "signal=none", "-o", str(trace))
    done = subprocess.run((*watched, *command), cwd=ROOT, check=True, capture_output=True, text=True, timeout=110)
    lines = trace.read_text("utf-8", "replace").splitlines()
    return done.stdout, [line for line in lines if marker.name in line or re.search(r"connect\(.*AF_INET", line)]


@needs_strace
def test_no_feed_opens_a_file_or_an_address_and_none_takes_long(tmp_path: Path, marker: Path) -> None:
    folder = tmp_path / "feeds"
    folder.mkdir()
    feeds = list(hostile_feeds(str(marker), ADDRESS))
    for name, text in feeds:
        for encoding in ENCODINGS:
            (folder / f"{name} {encoding}").write_bytes(text.encode(encoding))

    read_all = (sys.executable, "-m", "tests.prepare.feed.read_all", str(folder))
    output, touched = touches(tmp_path / "trace", read_all, marker)

    seconds: dict[str, float] = json.loads(output)
    assert len(feeds) >= 40
    assert len(seconds) == len(feeds) * len(ENCODINGS)
    assert touched == []
    assert {name: taken for name, taken in seconds.items() if taken > LONGEST_SECONDS} == {}


OBEDIENT = {
    "lxml": "from lxml import etree; etree.fromstring({text!r}, etree.XMLParser("
    "resolve_entities=True, load_dtd=True, no_network=False, recover=True))",
    "sax": "import io, xml.sax; parser = xml.sax.make_parser(); parser.setFeature(xml.sax.handler.feature_external_ges, 1)\n"
    "try: parser.parse(io.BytesIO({text!r}))\nexcept Exception: pass",
}


@needs_strace
@pytest.mark.parametrize(("parser", "asked"), [("lxml", "external entity file"), ("sax", "external entity http")])
def test_a_parser_that_does_as_it_is_asked_is_caught(tmp_path: Path, marker: Path, parser: str, asked: str) -> None:
    text = dict(hostile_feeds(str(marker), ADDRESS))[asked].encode()

    _, touched = touches(tmp_path / "trace", (sys.executable, "-c", OBEDIENT[parser].format(text=text)), marker)

    assert touched


def mutations(count: int) -> Iterator[bytes]:
    chance = random.Random(7)  # noqa: S311  # not for secrets: the same mutations each time
    seeds = [FORMATS[name](stories(seed)).encode() for name in FORMATS for seed in range(3)]
    seeds += [text.encode() for _, text in hostile_feeds("/marker", ADDRESS) if len(text) < 20_000]
    for _ in range(count):
        content = bytearray(chance.choice(seeds))
        for _ in range(chance.randint(1, 6)):
            _mutate(content, chance)
        yield bytes(content)


TOKENS = (
    b"<![CDATA[", b"]]>", b"&nbsp;", b"&#xD800;", b"&#0;", b"<!DOCTYPE x>", b"<item>", b"</item>", b"<link>", b"\x00",
    b"\xff\xfe", b"<?xml ", b"?>", b"<!--", b"-->", b"<dc:creator>", b' xml:base="//[x"', b' type="xhtml"', b"\\ud800",
    b"null", b"[[[", b"{", b"9999-99-99T99:99:99Z", b"javascript:", b"https://[", b"\xf0\x9f", b"<b a='", b"<entry>",
    b' width="\xd9\xa1"', b' mode="base64"', b"<title/>", b"&amp;lt;script&amp;gt;",
)  # fmt: skip


def _mutate(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content) + 1)
    end = min(len(content), start + chance.randint(1, 40))
    match chance.randrange(5):
        case 0 if content and start < len(content):
            content[start] ^= 1 << chance.randrange(8)
        case 1:
            del content[start:end]
        case 2:
            content[start:start] = chance.choice(TOKENS)
        case 3:
            content[start:start] = content[start:end] * chance.randint(1, 4)
        case _:
            del content[max(start, len(content) // 2) :]


def is_sound(found: object) -> bool:
    """Tell whether all is as promised of what may be shown."""
    if not isinstance(found, Feed):
        return True
    shown = [text for one in found.entries for text in (one.title, one.author, one.summary, one.language)]
    addresses = [text for one in found.entries for text in (one.link, one.picture) if text]
    return (
        len(found.entries) <= MOST_ENTRIES
        and len({one.identity for one in found.entries}) == len(found.entries)
        and all(one.title and one.base.startswith("http") for one in found.entries)
        and all("\n" not in text and clean_text(text) == text for text in shown)
        and all(address.startswith(("https://", "http://")) for address in addresses)
        and all(one.content.encode("utf-8") is not None for one in found.entries)
        and len(chosen(found, NOW, 5, 30)) <= MOST_ENTRIES
    )


def sound_mutations(count: int) -> int:
    """Count the mutations that are still read as a feed, having made sure that each is sound."""
    read = 0
    for content in mutations(count):
        looks_like_feed(content, "")
        found = read_feed(content, "application/xml", URL)
        assert is_sound(found), content
        read += isinstance(found, Feed)
    return read


def test_a_thousand_broken_feeds_break_nothing() -> None:
    assert sound_mutations(1000) > 250


@pytest.mark.deep
def test_five_thousand_broken_feeds_break_nothing() -> None:
    assert sound_mutations(5000) > 1250
