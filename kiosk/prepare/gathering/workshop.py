"""Where foreign content is worked on: what does not survive that is quarantined, and not touched again."""

import hashlib
from dataclasses import dataclass

from kiosk import __version__
from kiosk.edition.model import Article
from kiosk.edition.pictures import pictures_of_article
from kiosk.prepare.article.foreign import foreign_kind
from kiosk.prepare.fetch import Fetched
from kiosk.prepare.gathering.found import Vain
from kiosk.prepare.gathering.making import article_of
from kiosk.prepare.gathering.memory import Memory
from kiosk.prepare.gathering.pictures import WebPictures, picture_hosts
from kiosk.prepare.gathering.reach import Reach
from kiosk.prepare.gathering.story import Story
from kiosk.prepare.html.decode import Undecodable, decode_html
from kiosk.prepare.kept import Shelf
from kiosk.prepare.web.page import NoArticle, Page
from kiosk.prepare.web.read import read_page

BREAKS_US = Vain(
    "broken",
    "has something in it that broke the kiosk's reader",
    "It is not read again until it changes; tell its owner",
)


@dataclass(frozen=True, slots=True)
class Workshop:
    reach: Reach
    memory: Memory
    shelf: Shelf

    def made_of(self, content: bytes) -> str:
        """Name what an article is made of: the content, this program, and what is wished of the source."""
        source = self.reach.source
        wishes = (__version__, source.full_text, source.ours, source.picture_hosts)
        return digest_of(repr(wishes).encode() + content)

    def page(self, answer: Fetched) -> Page | Vain:
        """Read the article that lies in a web page."""
        if foreign := foreign_kind(answer.content):
            return Vain("broken", foreign.what, "Name the address of a feed or of a web page")
        digest = digest_of(answer.content)
        if self.memory.is_quarantined(digest):
            return BREAKS_US
        with self.memory.trying(digest):
            text = decode_html(answer.content, answer.content_type)
            page = text if isinstance(text, Undecodable) else read_page(text, answer.url)
        if isinstance(page, Undecodable):
            return Vain("broken", page.what, page.cure)
        return self._permitted(page) if isinstance(page, Page) else _vain(page)

    def article(self, story: Story, digest: str) -> Article | str:
        """Set the story and lay it out once, or say why it is not shown."""
        if self.memory.is_quarantined(digest):
            return "it broke the kiosk's reader before"
        from kiosk.prepare.canary import misfit  # noqa: PLC0415  # QtGui only where there is an article

        with self.memory.trying(digest):
            article = article_of(story, self._pictures(story))
            why = misfit(article, self._contents(article))
        if why:
            self.memory.quarantine(digest)
        return why or article

    def _permitted(self, page: Page) -> Page | Vain:
        if page.may_be_kept or self.reach.source.ours:
            return page
        cure = "Name another page; if this one is your own, add the line: ours = true"
        return Vain("refused", "asks not to be kept (noarchive)", cure)

    def _pictures(self, story: Story) -> WebPictures:
        hosts = picture_hosts(story.address or story.base, self.reach.source.picture_hosts, story.lead)
        return WebPictures(self.reach, self.memory, self.shelf, hosts, story.base)

    def _contents(self, article: Article) -> dict[str, bytes]:
        names = {picture.file for picture in pictures_of_article(article)}
        return {name: content for name in names if (content := self.shelf.content(name)) is not None}


def digest_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _vain(page: NoArticle) -> Vain:
    return Vain("nothing to show", page.what, page.cure)
