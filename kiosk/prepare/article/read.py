"""From one of staff's article files to an `Article`, with all that staff can mend."""

from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from kiosk.edition.model import Article, Figure, Run
from kiosk.prepare.article.blocks import BlockReader
from kiosk.prepare.article.body import Body, markdown_body, plain_body
from kiosk.prepare.article.findings import Findings
from kiosk.prepare.article.front_matter import FrontMatter, split_front_matter
from kiosk.prepare.article.linking import Links
from kiosk.prepare.article.missing import missing_file
from kiosk.prepare.article.particulars import LONGEST, Particulars, read_particulars
from kiosk.prepare.article.pictures import Pictures
from kiosk.prepare.article.reading_time import reading_minutes
from kiosk.prepare.article.runs import finished, text_of
from kiosk.prepare.article.saved import Saved, StaffCompanions
from kiosk.prepare.article.source import ArticleSource
from kiosk.prepare.article.text import Missing, Spoilt, Unreadable, read_text
from kiosk.prepare.elsewhere import elsewhere
from kiosk.prepare.picture import PreparedPicture
from kiosk.prepare.problem import Place, Problem, has_errors
from kiosk.prepare.sanitise import clean_text

_TITLE_IN_TEXT = "Begin the text with a line such as: # Our title"
_TITLES = {
    ".html": "Begin the text with <h1>Our title</h1>",
    ".htm": "Begin the text with <h1>Our title</h1>",
    ".docx": "Give the document's first line the style Title or Heading 1",
}


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """`article` is None where a problem is an error; `files` are all it is made from, also those that are missing."""

    article: Article | None
    pictures: tuple[PreparedPicture, ...]
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]


def read_article(source: ArticleSource) -> ReadArticle:
    if stray := elsewhere(source.file, source.folder):
        return ReadArticle(None, (), (source.fault(f'"{source.name}" {stray.what}', stray.cure),), ())
    match _content(source.file):
        case str() as text:
            return _Reader(source, Findings(source.file, text)).read(text)
        case Saved() as saved:
            return _Reader(source, Findings(source.file)).read_saved(saved)
        case outcome:
            return ReadArticle(None, (), (_unread(outcome, source),), (source.file,))


def _content(file: Path) -> str | Saved | Missing | Unreadable | Spoilt:
    """Give what is in the file; the programs that know web pages and Word are loaded only for those."""
    match file.suffix.lower():
        case ".html" | ".htm":
            from kiosk.prepare.article.web_file import read_web_file  # noqa: PLC0415  # 60 ms that Markdown need not pay

            return read_web_file(file)
        case ".docx":
            from kiosk.prepare.article.word_file import read_word_file  # noqa: PLC0415  # 100 ms more

            return read_word_file(file)
        case _:
            return read_text(file)


def _unread(outcome: Missing | Unreadable | Spoilt, source: ArticleSource) -> Problem:
    match outcome:
        case Missing():
            return missing_file(source)
        case Unreadable(what, cure):
            return source.fault(f'"{source.name}" {what}', cure)
        case Spoilt(line, column, what, cure):
            return Problem(Place(source.file, line, column), "", what, cure)
        case _:
            assert_never(outcome)


class _Reader:
    """What belongs to one article while it is read."""

    def __init__(self, source: ArticleSource, findings: Findings) -> None:
        self._source = source
        self._findings = findings
        self._links = Links(findings)
        self._pictures = Pictures(source, findings)
        self._kind = source.file.suffix.lower()

    def read(self, text: str) -> ReadArticle:
        front = split_front_matter(text, self._findings)
        return self._result(self._article(front) if isinstance(front, FrontMatter) else None)

    def read_saved(self, saved: Saved) -> ReadArticle:
        from kiosk.prepare.article.saved_body import saved_body  # noqa: PLC0415  # see _content

        companions = StaffCompanions(self._links, self._pictures, saved.embedded)
        body = saved_body(saved, companions, self._findings)
        return self._result(self._set(body, saved.given, None))

    def _result(self, article: Article | None) -> ReadArticle:
        problems = self._findings.problems()
        files = (self._source.file, *self._pictures.files())
        if has_errors(problems):
            return ReadArticle(None, (), problems, files)
        return ReadArticle(article, self._pictures.prepared(), problems, files)

    def _article(self, front: FrontMatter) -> Article:
        given = read_particulars(front, self._findings)
        body = self._body(front.body, given.title)
        return self._set(body, given, self._lead(front, given))

    def _set(self, body: Body, given: Particulars, lead: Figure | None) -> Article:
        self._refuse_emptiness(body)
        return Article(
            title=self._fitted_title(body.title) or self._title_from_name(),
            blocks=body.blocks,
            kicker=clean_text(self._source.kicker),
            publisher=given.publisher,
            author=given.author,
            published=given.published,
            language=given.language,
            summary=given.summary,
            reading_minutes=reading_minutes(f"{body.title}\n{text_of(body.blocks)}"),
            picture=lead,
            source=given.source,
            links=self._links.takeaways(),
            is_cut=body.is_cut,
        )

    def _body(self, text: str, title: str) -> Body:
        if self._kind == ".txt":
            return plain_body(text, title)
        return markdown_body(text, title, BlockReader(self._links, self._pictures, self._findings), self._findings)

    def _refuse_emptiness(self, body: Body) -> None:
        if not body.blocks:
            what = "there is no text below the title" if body.title else "there is no text in it"
            self._findings.fault(1, "", what, "Write the article's paragraphs, each with a blank line before it")

    def _fitted_title(self, title: str) -> str:
        if len(title) <= LONGEST["title"]:
            return title
        what = f"the title is longer than {LONGEST['title']} characters"
        self._findings.warn(1, "title", what, "Only its beginning is shown. Shorten it")
        return title[: LONGEST["title"] - 1].rstrip() + "…"

    def _title_from_name(self) -> str:
        name = clean_text(self._source.file.stem.replace("_", " ").replace("-", " ")).strip()
        title = (name[:1].upper() + name[1:])[: LONGEST["title"]] or "…"
        cure = f'"{title}" is taken from the file\'s name. {_TITLES.get(self._kind, _TITLE_IN_TEXT)}'
        if not self._findings.has_errors:
            self._findings.warn(1, "title", "the article has no title", cure)
        return title

    def _lead(self, front: FrontMatter, given: Particulars) -> Figure | None:
        entry = front.entries.get("picture")
        if entry is None or not entry.text:
            return None
        caption = finished([Run(given.caption)])
        return self._pictures.figure(entry.text, given.alt or given.caption, caption, entry.line, entry.column)
