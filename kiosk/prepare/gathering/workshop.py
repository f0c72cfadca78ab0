"""Where foreign content is worked on: pages become stories, and stories articles that have been laid out once."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk import __version__
from kiosk.edition.digest import sha256
from kiosk.edition.model import Article
from kiosk.edition.pictures import pictures_of_article
from kiosk.prepare.article.foreign import foreign_kind
from kiosk.prepare.article.runs import linked, text_of
from kiosk.prepare.fetch import Fetched
from kiosk.prepare.gathering.found import Vain
from kiosk.prepare.gathering.making import article_of
from kiosk.prepare.gathering.memory import Memory
from kiosk.prepare.gathering.pictures import NoPictures, WebPictures, picture_hosts
from kiosk.prepare.gathering.reach import Reach
from kiosk.prepare.gathering.story import Story
from kiosk.prepare.html.decode import Undecodable, decode_html
from kiosk.prepare.kept import Shelf
from kiosk.prepare.web.gate import refusal
from kiosk.prepare.web.page import NoArticle, Page
from kiosk.prepare.web.read import read_page

MOST_STRANGERS = 5


@dataclass(frozen=True, slots=True)
class Made:
    """An article that may be shown; `is_whole` tells that all its pictures came, but for those of `strangers`."""

    article: Article
    is_whole: bool
    strangers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unfit:
    """`why` continues a sentence that begins with what the article was made of."""

    why: str


@dataclass(frozen=True, slots=True)
class Workshop:
    reach: Reach
    memory: Memory
    shelf: Shelf

    def made_of(self, content: object) -> str:
        """Name what an article is made of: the content, this program, and what is wished of the source."""
        source = self.reach.source
        told = (__version__, source.full_text, source.ours, source.picture_hosts, content)
        return sha256(repr(told).encode("utf-8", "replace"))

    def page(self, answer: Fetched) -> Page | Vain:
        """Read the article that lies in a web page."""
        if foreign := foreign_kind(answer.content):
            return Vain("broken", foreign.what, "Name the address of a feed or of a web page")
        text = decode_html(answer.content, answer.content_type)
        page = text if isinstance(text, Undecodable) else read_page(text, answer.url)
        match page:
            case Undecodable(what, cure):
                return Vain("broken", what, cure)
            case NoArticle(what, cure):
                return Vain("nothing to show", what, cure)
            case Page():
                return self._permitted(page)

    def article(self, story: Story) -> Made | Unfit:
        """Set the story and lay it out once; its pictures are asked for where its text may be shown."""
        from kiosk.prepare.canary import misfit  # noqa: PLC0415  # QtGui only where there is an article

        bare = article_of(story, NoPictures())
        if why := refusal(bare.title, text_of(bare.blocks), linked(bare.blocks)):
            return Unfit(why)
        pictures = self._pictures(story)
        article = article_of(story, pictures)
        why = misfit(article, self._contents(article))
        return Unfit(why) if why else Made(article, not pictures.lacking, tuple(filter(None, pictures.strangers)))

    def holds(self, article: Article) -> bool:
        """Tell whether every picture of an article is still there."""
        return all(self.shelf.holds(picture.file) for picture in pictures_of_article(article))

    def _permitted(self, page: Page) -> Page | Vain:
        if page.may_be_kept or self.reach.source.ours:
            return page
        cure = "Name another page; if this one is your own, add the line: ours = true"
        return Vain("refused", "asks not to be kept (noarchive)", cure)

    def _pictures(self, story: Story) -> WebPictures:
        pages = (story.address or story.base, self.reach.source.address)
        hosts = picture_hosts(pages, self.reach.source.picture_hosts, story.lead)
        return WebPictures(self.reach, self.shelf, hosts, story.base)

    def _contents(self, article: Article) -> dict[str, bytes]:
        names = {picture.file for picture in pictures_of_article(article)}
        return {name: content for name in names if (content := self.shelf.content(name)) is not None}


def left_out_pictures(strangers: tuple[str, ...]) -> Iterator[str]:
    """Tell staff whose pictures an article would like to show."""
    for host in strangers[:MOST_STRANGERS]:
        yield f'pictures of {host} are left out; the line picture_hosts = ["{host}"] lets them in'
