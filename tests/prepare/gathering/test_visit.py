"""What a visit asks for, and what it makes of the answers: through a door that writes every address down and leads nowhere."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.edition.model import Article, Figure
from kiosk.edition.pictures import pictures_of_article
from kiosk.edition.sealed import write_sealed
from kiosk.edition.web_source import Network, WebSource, kept_in, network_file
from kiosk.prepare.article.runs import text_of
from kiosk.prepare.fetch import Fetched, NotFetched, Outcome, Request, Unchanged, Validators
from kiosk.prepare.gather import gather
from kiosk.prepare.gathering.memory import Memory
from kiosk.prepare.gathering.pictures import MOST_IN_AN_ARTICLE
from kiosk.prepare.kept import read_kept
from kiosk.supervise.jobs import Gather, Gathered
from tests.prepare.gathering.paper import NEWS, feed, jpeg, page, paragraphs

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
SITE = "https://www.paper.co.zw"
FEED, STORY = f"{SITE}/feed.xml", f"{SITE}/story"


@dataclass
class World:
    """Answers by address; `asked` are the requests that came, `tags` the ETags of what may be unchanged."""

    state: Path
    pages: dict[str, bytes] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)
    asked: list[Request] = field(default_factory=list)

    def at(self, path: str) -> str:
        return SITE + path

    def put(self, address: str, content: str | bytes) -> None:
        self.pages[address] = content.encode() if isinstance(content, str) else content

    def door(self, request: Request) -> Outcome:
        self.asked.append(request)
        tag = self.tags.get(request.url, "")
        if tag and request.known.etag == tag:
            return Unchanged()
        url = self.leads.get(request.url, request.url)
        if url not in self.pages:
            return NotFetched("refused", "has no such page", "Look for a slip")
        return Fetched(url, self.pages[url], "", Validators(tag))

    def visit(self, source: WebSource) -> Gathered:
        self.asked.clear()
        return gather(Gather(str(self.state), source), NOW, self.door)

    def addresses(self) -> list[str]:
        return [request.url for request in self.asked]

    def shown(self, source: WebSource) -> tuple[Article, ...]:
        return tuple(each.article for each in read_kept(self.state, source).articles)

    def titles(self, source: WebSource) -> list[str]:
        return [article.title for article in self.shown(source)]


@pytest.fixture
def world(tmp_path: Path) -> World:
    world = World(tmp_path)
    world.put(FEED, feed(world))
    return world


def images(*addresses: str) -> str:
    return "".join(f'<p><img src="{address}" alt="Hills"></p>{paragraphs("Hills", 1)}' for address in addresses)


def test_pictures_are_asked_of_the_own_site_the_leads_host_and_those_that_are_named(world: World) -> None:
    own, lead, named = f"{SITE}/a.jpg", "https://cdn.elsewhere.com/lead.jpg", "https://pictures.example.org/b.jpg"
    trackers = ("https://tracker.example.net/p.gif", "//metrics.com/1.png", "https://paper.co.zw.evil.com/x.jpg")
    head = f'<meta property="og:image" content="{lead}">'
    world.put(STORY, page("Hills", paragraphs("Hills") + images(own, named, *trackers), head))
    for number, address in enumerate((own, lead, named, *trackers)):
        world.put(address, jpeg("green", (400, 300 + number)))

    world.visit(WebSource(STORY, picture_hosts=("pictures.example.org",)))

    assert set(world.addresses()) == {STORY, own, lead, named}
    assert len(world.addresses()) == 4


def test_an_article_asks_for_so_many_pictures_and_no_more(world: World) -> None:
    addresses = [f"{SITE}/{number}.jpg" for number in range(MOST_IN_AN_ARTICLE + 3)]
    world.put(STORY, page("Hills", paragraphs("Hills") + images(*addresses)))

    world.visit(WebSource(STORY))

    assert world.addresses() == [STORY, *addresses[:MOST_IN_AN_ARTICLE]]


def test_a_page_of_the_world_leads_to_no_host_of_the_office(world: World) -> None:
    office = Network(allowed_hosts=("wiki.office.example",))
    write_sealed(network_file(world.state), office)
    world.put("https://wiki.office.example/feed.xml", feed(world))

    world.visit(WebSource(FEED, full_text=True))
    assert {request.network.allowed_hosts for request in world.asked} == {()}

    world.visit(WebSource("https://wiki.office.example/feed.xml"))
    assert {request.network.allowed_hosts for request in world.asked} == {office.allowed_hosts}


def test_a_picture_that_did_not_come_is_asked_for_once_more(world: World) -> None:
    picture = f"{SITE}/hills.jpg"
    world.put(FEED, feed(world, NEWS[:1], paragraphs("Rain") + images(picture)))
    world.tags[FEED] = '"1"'
    source = WebSource(FEED)
    asked = []
    for _ in range(3):
        world.visit(source)
        asked.append(world.addresses())

    assert asked == [[FEED, picture], [FEED, picture], [FEED]]


def test_a_picture_that_comes_the_second_time_is_shown(world: World) -> None:
    picture = f"{SITE}/hills.jpg"
    world.put(FEED, feed(world, NEWS[:1], paragraphs("Rain") + images(picture)))
    world.tags[FEED] = '"1"'
    source = WebSource(FEED)
    world.visit(source)

    world.put(picture, jpeg("green"))
    world.visit(source)

    assert len(list(pictures_of_article(world.shown(source)[0]))) == 1


def test_a_damaged_picture_is_brought_anew(world: World) -> None:
    picture = f"{SITE}/hills.jpg"
    world.put(FEED, feed(world, NEWS[:1], paragraphs("Rain") + images(picture)))
    world.put(picture, jpeg("green"))
    world.tags[FEED] = '"1"'
    world.visit(WebSource(FEED))
    (file,) = (kept_in(world.state) / "pictures").iterdir()
    file.write_bytes(b"ruin")

    world.visit(WebSource(FEED))

    assert picture in world.addresses()
    assert file.read_bytes() != b"ruin"


def test_another_picture_at_the_same_address_comes_with_the_text_that_goes_with_it(world: World) -> None:
    picture, source = f"{SITE}/today.jpg", WebSource(FEED)
    shown = []
    for day, colour in (("Monday", "red"), ("Tuesday", "green")):
        world.put(FEED, feed(world, NEWS[:1], paragraphs(day) + images(picture)))
        world.put(picture, jpeg(colour))
        world.visit(source)
        shown.append([each.file for each in pictures_of_article(world.shown(source)[0])])

    assert shown[0] != shown[1]


def test_a_page_that_is_another_at_each_visit_but_says_the_same_asks_for_no_picture_again(world: World) -> None:
    picture = f"{SITE}/hills.jpg"
    world.put(picture, jpeg("green"))
    for nonce in ("1", "2"):
        head = f'<meta name="csrf-token" content="{nonce}">'
        world.put(STORY, page("Hills", paragraphs("Hills") + images(picture), head))
        world.visit(WebSource(STORY))

    assert world.addresses() == [STORY]


def test_other_wishes_are_followed_though_the_feed_is_the_same(world: World) -> None:
    world.put(FEED, feed(world, NEWS[:1], paragraphs("Rain") + images("https://pictures.example.org/b.jpg")))
    world.put("https://pictures.example.org/b.jpg", jpeg("green"))
    world.tags[FEED] = '"1"'
    world.visit(WebSource(FEED))
    wished = WebSource(FEED, picture_hosts=("pictures.example.org",))

    world.visit(wished)

    assert len(list(pictures_of_article(world.shown(wished)[0]))) == 1


def test_an_article_whose_correction_cannot_be_shown_stays_as_it_was(world: World) -> None:
    source = WebSource(FEED, limit=2)
    world.visit(source)
    broken = feed(world, NEWS[:1], "<p>Oops.</p>")
    rest = feed(world, NEWS[1:2])
    items = re.findall("<item>.*?</item>", broken + rest, re.DOTALL)
    world.put(FEED, re.sub("<item>.*</item>", "", broken).replace("</channel>", "".join(items) + "</channel>"))

    gathered = world.visit(source)

    assert world.titles(source) == list(NEWS[:2])
    assert "Rain at last, part 1" in text_of(world.shown(source)[0].blocks)
    assert len(gathered.left_out) == 1


def test_a_feed_that_has_fewer_entries_than_before_loses_no_article(world: World) -> None:
    source = WebSource(FEED, limit=3)
    world.visit(source)
    world.put(FEED, feed(world, ("The very newest",)))

    world.visit(source)

    assert world.titles(source) == ["The very newest", *NEWS[:2]]


def test_a_feed_that_is_full_leaves_the_old_ones_behind(world: World) -> None:
    source = WebSource(FEED, limit=2)
    world.visit(source)
    world.put(FEED, feed(world, ("One", "Two", "Three")))

    world.visit(source)

    assert world.titles(source) == ["One", "Two"]


@pytest.mark.parametrize("elsewhere", ["https://portal.hotel.com/welcome", "https://paper.co.zw.evil.com/feed.xml"])
def test_another_site_does_not_take_the_place_of_the_one_that_was_there(world: World, elsewhere: str) -> None:
    source = WebSource(FEED, limit=2)
    world.visit(source)
    world.leads[FEED] = elsewhere
    world.put(elsewhere, feed(world, ("Buy this", "Buy that")))

    visit = world.visit(source).visit

    assert visit.trouble == "nothing to show"
    assert elsewhere.split("/")[2] in visit.what
    assert world.titles(source) == list(NEWS[:2])


def test_a_redirect_within_the_site_is_followed(world: World) -> None:
    source = WebSource(FEED, limit=2)
    world.visit(source)
    world.leads[FEED] = "https://feeds.paper.co.zw/world"
    world.put("https://feeds.paper.co.zw/world", feed(world, ("One", "Two")))

    world.visit(source)

    assert world.titles(source) == ["One", "Two"]


def test_where_time_runs_out_what_is_kept_stays_and_staff_are_not_told_of_age(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = WebSource(FEED, limit=2)
    world.visit(source)
    monkeypatch.setattr("kiosk.prepare.gathering.entries.CPU_SECONDS", 0.0)
    world.put(FEED, feed(world, ("One", *NEWS[:1])))

    world.visit(source)
    assert world.titles(source) == list(NEWS[:2])

    visit = world.visit(WebSource(f"{SITE}/never-read.xml")).visit
    assert visit.trouble == "refused"
    world.put(f"{SITE}/never-read.xml", feed(world))
    assert "in time" in world.visit(WebSource(f"{SITE}/never-read.xml")).visit.what


def test_the_title_is_not_said_again_by_the_first_line(world: World) -> None:
    world.put(FEED, feed(world, NEWS[:1], f"<h2>{NEWS[0].upper()}</h2>{paragraphs('Rain')}"))
    source = WebSource(FEED)

    world.visit(source)

    assert text_of(world.shown(source)[0].blocks).startswith("Rain, part 1")


def test_no_picture_is_asked_for_where_the_text_is_not_shown(world: World) -> None:
    world.put(FEED, feed(world, NEWS[:1], f"<p>Short.</p><img src='{SITE}/hills.jpg'>"))

    world.visit(WebSource(FEED))

    assert world.addresses() == [FEED]


def test_a_page_that_kills_under_a_new_face_each_time_is_known_by_its_entry(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.put(FEED, feed(world, NEWS[:2], "<p>Only the beginning.</p>"))
    for number, title in enumerate(NEWS[:2]):
        world.put(world.at(f"/{number}"), page(title, paragraphs(title)))
    source = WebSource(FEED, full_text=True)
    monkeypatch.setattr("kiosk.prepare.gathering.workshop.read_page", killed_by(NEWS[0]))
    for visit in range(2):
        world.put(world.at("/0"), page(NEWS[0], paragraphs(f"{NEWS[0]} {visit}")))
        with pytest.raises(KilledError):
            world.visit(source)

    world.visit(source)

    assert world.titles(source) == [NEWS[1]]


class KilledError(BaseException):
    """As the system kills a process: nothing after it runs."""


def killed_by(title: str) -> Callable[[str, str], object]:
    from kiosk.prepare.web.read import read_page  # noqa: PLC0415  # the real one, before it is replaced

    def read(text: str, url: str) -> object:
        if title in text:
            raise KilledError
        return read_page(text, url)

    return read


def test_a_lead_picture_stands_once(world: World) -> None:
    picture = f"{SITE}/hills.jpg"
    world.put(picture, jpeg("green"))
    head = f'<meta property="og:image" content="{picture}">'
    caption = f'<figure><img src="{picture}"><figcaption>The hills</figcaption></figure>'
    world.put(STORY, page("Hills", caption + paragraphs("Hills"), head))

    world.visit(WebSource(STORY))

    (article,) = world.shown(WebSource(STORY))
    assert article.picture is not None
    assert "".join(run.text for run in article.picture.caption) == "The hills"
    assert not [block for block in article.blocks if isinstance(block, Figure)]


def test_a_page_that_is_another_each_time_and_breaks_the_reader_is_left_alone_for_hours(world: World) -> None:
    source = WebSource(STORY)
    for nonce in range(3):
        with suppress(Killed), Memory(world.state, source).trying(f"page {nonce}"):
            raise Killed

    gathered = world.visit(source)

    assert world.asked == []
    assert gathered.visit.trouble == "broken"
    assert gathered.visit.what == "has broken the kiosk's reader each time"
    assert gathered.visit.not_before == NOW + timedelta(hours=6)


class Killed(BaseException):
    """Stands for the end of the process: nothing after it runs."""
