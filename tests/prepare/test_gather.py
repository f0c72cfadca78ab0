"""Visits to a real server on loopback: what becomes of feeds, pages and home pages, and of a server's moods."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.edition.model import Article, Figure
from kiosk.edition.sealed import write_sealed
from kiosk.edition.web_source import WebSource, articles_file, network_file
from kiosk.prepare.article.runs import text_of
from kiosk.prepare.gather import gather, read_visit
from kiosk.prepare.kept import read_kept, read_picture
from kiosk.supervise.jobs import Gather, Gathered
from tests.prepare.gathering.paper import NEWS, Answer, Paper, feed, jpeg, page, paragraphs

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)


@dataclass
class Desk:
    """A kiosk's folder of state, and visits from it."""

    state: Path
    paper: Paper
    now: datetime = NOW

    def visit(self, source: WebSource) -> Gathered:
        write_sealed(network_file(self.state), self.paper.network)
        return gather(Gather(str(self.state), source), self.now)

    def shown(self, source: WebSource) -> tuple[Article, ...]:
        return tuple(each.article for each in read_kept(self.state, source).articles)

    def titles(self, source: WebSource) -> tuple[str, ...]:
        return tuple(article.title for article in self.shown(source))


@pytest.fixture
def desk(tmp_path: Path, paper: Paper) -> Desk:
    paper.put("/feed.xml", feed(paper), "application/rss+xml")
    return Desk(tmp_path, paper)


def test_a_feed_brings_its_newest_entries_as_whole_articles(desk: Desk) -> None:
    source = desk.paper.source(limit=2)

    visit = desk.visit(source).visit

    assert (visit.trouble, visit.reached_at) == ("", NOW)
    assert desk.titles(source) == NEWS[:2]
    first = desk.shown(source)[0]
    assert first.publisher == "The Paper"
    assert first.published == datetime(2026, 11, 27, tzinfo=UTC).date()
    assert "Rain at last, part 6" in text_of(first.blocks)


def test_a_web_page_brings_its_article(desk: Desk) -> None:
    desk.paper.put("/story", page("A quiet river", paragraphs("The river")))
    source = desk.paper.source("/story")

    assert desk.visit(source).visit.trouble == ""
    assert desk.titles(source) == ("A quiet river",)


def test_a_home_page_leads_to_the_feed_that_it_names(desk: Desk) -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">'
    links = "".join(f'<li><a href="/{number}">{title}</a></li>' for number, title in enumerate(NEWS * 4))
    desk.paper.put("/", f"<html><head><title>The Paper</title>{head}</head><body><ul>{links}</ul></body></html>")
    source = desk.paper.source("/")

    assert desk.visit(source).visit.trouble == ""
    assert desk.titles(source) == NEWS[:3]


def test_full_text_follows_the_links(desk: Desk) -> None:
    desk.paper.put("/feed.xml", feed(desk.paper, NEWS[:2], "<p>Only the beginning.</p>"), "application/rss+xml")
    for number, title in enumerate(NEWS[:2]):
        desk.paper.put(f"/{number}", page(title, paragraphs(f"All of {title}")))
    source = desk.paper.source(full_text=True)

    assert desk.visit(source).visit.trouble == ""
    assert desk.titles(source) == NEWS[:2]
    assert "All of A new bridge, part 6" in text_of(desk.shown(source)[1].blocks)


def test_an_entry_that_is_only_a_beginning_is_left_out_and_told(desk: Desk) -> None:
    short = feed(desk.paper, NEWS[:1], "<p>Only the beginning.</p>")
    desk.paper.put("/feed.xml", short, "application/rss+xml")

    gathered = desk.visit(desk.paper.source())

    assert gathered.visit.trouble == "nothing to show"
    assert "full_text = true" in gathered.visit.cure
    assert gathered.left_out[0].startswith('"Rain at last" is left out: ')


def test_pictures_come_from_the_site_itself_and_are_kept(desk: Desk) -> None:
    desk.paper.put("/hills.jpg", jpeg("green"), "image/jpeg")
    story = (
        f'{paragraphs("Hills")}<figure><img src="/hills.jpg" alt="Hills"><figcaption>The hills</figcaption></figure>'
    )
    desk.paper.put("/story", page("Hills", story + paragraphs("More hills")))
    source = desk.paper.source("/story")

    desk.visit(source)

    (article,) = desk.shown(source)
    (figure,) = [each for each in (article.picture, *article.blocks) if isinstance(each, Figure)]
    assert (figure.picture.width, figure.picture.alt) == (400, "Hills")
    assert "".join(run.text for run in figure.caption) == "The hills"
    assert read_picture(desk.state, figure.picture.file) is not None


@pytest.mark.parametrize(
    "tracker",
    [
        "http://127.0.0.9:{port}/pixel.gif",
        "//tracker.example/pixel.gif",
        "file:///etc/hostname",
        "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7",
        "/tiny.jpg",
    ],
)
def test_no_tracker_is_shown_and_only_the_own_site_is_asked(desk: Desk, tracker: str) -> None:
    desk.paper.put("/tiny.jpg", jpeg("red", (39, 300)), "image/jpeg")
    image = f'<img src="{tracker.format(port=desk.paper.port)}">'
    desk.paper.put("/story", page("Hills", f"{paragraphs('Hills')}<p>{image}</p>{paragraphs('More')}"))
    source = desk.paper.source("/story")

    desk.visit(source)

    (article,) = desk.shown(source)
    assert article.picture is None
    assert not [block for block in article.blocks if isinstance(block, Figure)]
    assert set(desk.paper.paths) <= {"/story", "/tiny.jpg"}


def test_what_has_not_changed_is_asked_for_once(desk: Desk) -> None:
    desk.paper.put("/hills.jpg", jpeg("green"), "image/jpeg")
    body = f'<img src="/hills.jpg" alt="Hills">{paragraphs("Hills")}'
    desk.paper.put("/feed.xml", feed(desk.paper, NEWS[:1], body), "application/rss+xml")
    source = desk.paper.source()
    desk.visit(source)
    before = articles_file(desk.state, source).stat().st_mtime_ns

    desk.now += timedelta(minutes=30)
    desk.visit(source)

    assert desk.paper.paths == ["/feed.xml", "/hills.jpg", "/feed.xml"]
    assert articles_file(desk.state, source).stat().st_mtime_ns == before


def test_the_server_is_asked_whether_anything_is_new(desk: Desk) -> None:
    desk.paper.put("/feed.xml", feed(desk.paper), "application/rss+xml", ETag='"1"')
    source = desk.paper.source()
    desk.visit(source)

    desk.now += timedelta(minutes=30)
    visit = desk.visit(source).visit

    assert desk.paper.asked[-1].headers["If-None-Match"] == '"1"'
    assert (visit.trouble, visit.reached_at) == ("", desk.now)
    assert desk.titles(source) == NEWS[:3]


def test_a_correction_replaces_what_was_kept(desk: Desk) -> None:
    source = desk.paper.source(limit=1)
    desk.visit(source)
    desk.paper.put("/feed.xml", feed(desk.paper, NEWS[:1], paragraphs("Rain, corrected")), "application/rss+xml")

    desk.visit(source)

    assert "Rain, corrected, part 1" in text_of(desk.shown(source)[0].blocks)


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (Answer(b"", status=500), "refused"),
        (Answer(b"Not here", "text/plain", 404), "refused"),
        (Answer(b"Slow down", "text/plain", 429, {"Retry-After": "600"}), "refused"),
        (Answer(b""), "nothing to show"),
        (Answer(page("We are moving house", paragraphs("Moving")).encode()), "nothing to show"),
        (Answer(b"\x89PNG\r\n\x1a\n" + bytes(500), "image/png"), "nothing to show"),
        (Answer(b"%PDF-1.7 " + bytes(500), "application/pdf"), "nothing to show"),
        (Answer(b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><rss><channel/></rss>', "text/xml"), "broken"),
        (Answer(b"<html><body><form>Please log in to the network</form></body></html>"), "nothing to show"),
        (
            Answer(b'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>'),
            "nothing to show",
        ),
    ],
)
def test_whatever_a_server_does_what_was_kept_stays(desk: Desk, answer: Answer, trouble: str) -> None:
    source = desk.paper.source()
    desk.visit(source)
    desk.paper.pages["/feed.xml"] = answer

    desk.now += timedelta(minutes=30)
    visit = desk.visit(source).visit

    assert visit.trouble == trouble
    assert (visit.failures, visit.reached_at, visit.tried_at) == (1, NOW, desk.now)
    assert visit.what
    assert visit.cure
    assert desk.titles(source) == NEWS[:3]
    assert read_visit(desk.state, source) == visit


def test_a_server_that_is_gone_is_offline_and_failures_are_counted(desk: Desk) -> None:
    source = desk.paper.source()
    desk.visit(source)
    gone = replace(desk, state=desk.state)
    desk.paper.close()

    troubles = [gone.visit(source).visit for _ in range(2)]

    assert [(visit.trouble, visit.failures) for visit in troubles] == [("offline", 1), ("offline", 2)]
    assert gone.titles(source) == NEWS[:3]


def test_a_server_that_wants_to_be_left_alone_is_told_when_it_may_be_asked(desk: Desk) -> None:
    desk.paper.pages["/feed.xml"] = Answer(b"", "text/plain", 503, {"Retry-After": "600"})

    assert desk.visit(desk.paper.source()).visit.not_before == NOW + timedelta(seconds=600)


@pytest.mark.parametrize(("ours", "trouble"), [(False, "refused"), (True, "")])
def test_a_page_that_asks_not_to_be_kept_is_not_unless_it_is_our_own(desk: Desk, *, ours: bool, trouble: str) -> None:
    head = '<meta name="robots" content="noarchive">'
    desk.paper.put("/story", page("A quiet river", paragraphs("The river"), head))

    assert desk.visit(desk.paper.source("/story", ours=ours)).visit.trouble == trouble


def test_what_ended_two_visits_is_left_out_and_the_rest_is_shown(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    source = desk.paper.source(limit=2)

    class KilledError(BaseException):
        """As the system kills a process: nothing after it runs."""

    def crash(article: Article, _pictures: object) -> str:
        if article.title == NEWS[0]:
            raise KilledError
        return ""

    monkeypatch.setattr("kiosk.prepare.canary.misfit", crash)
    for _ in range(2):
        with pytest.raises(KilledError):
            desk.visit(source)

    gathered = desk.visit(source)

    assert desk.titles(source) == NEWS[1:3]
    assert any(NEWS[0] in line for line in gathered.left_out)


def test_a_disk_that_takes_nothing_is_told(desk: Desk) -> None:
    (desk.state / "kept").write_text("a file where the folder should be", "utf-8")

    visit = desk.visit(desk.paper.source()).visit

    assert visit.trouble == "failed"
    assert "disk" in visit.cure
