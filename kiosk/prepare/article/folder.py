"""Every article of a folder of staff's, the newest first: one that cannot be read keeps none of the others away."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from kiosk.edition.origin import article_names
from kiosk.edition.wall import wall_time
from kiosk.prepare.article.findings import Findings
from kiosk.prepare.article.front_matter import FrontMatter, split_front_matter
from kiosk.prepare.article.particulars import date_in
from kiosk.prepare.article.read import ReadArticle, read_article
from kiosk.prepare.article.saved import Saved
from kiosk.prepare.article.source import ArticleSource, FolderSource
from kiosk.prepare.article.text import PLAIN, SAVED_PAGES, read_text
from kiosk.prepare.found import Found, Lasting, OfficeTime
from kiosk.prepare.problem import Problem

MOST_FILES = 100
"""Files whose dates are looked at: those that were changed last."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    file: Path
    dated: datetime


def read_folder(source: FolderSource, time_there: OfficeTime) -> Found:
    try:
        names = article_names(source.folder)
    except OSError as error:
        what = f'the folder "{source.name}" cannot be opened ({error.strerror})'
        fault = source.fault(what, "Let everyone on this computer read the folder, or correct its name")
        return Found(problems=(fault,), files=(source.folder,))
    legible = [name for name in names if _is_legible(name)]
    changed = {source.folder / name: _changed(source.folder / name) for name in legible}
    latest = sorted(changed, key=lambda file: (changed[file], file), reverse=True)[:MOST_FILES]
    candidates = [_Candidate(file, _dated(file, changed[file], time_there)) for file in latest]
    young = [one for one in candidates if not _is_too_old(source, one, time_there)]
    found = _newest(source, sorted(young, key=lambda one: (one.dated, one.file.name), reverse=True))
    illegible = (_illegible(source, name) for name in names if not _is_legible(name))
    problems = (*_doubts(source, len(names), len(young)), *illegible, *found.problems)
    return replace(found, problems=problems, files=tuple(dict.fromkeys((source.folder, *latest, *found.files))))


def _newest(source: FolderSource, candidates: list[_Candidate]) -> Found:
    """Read them, as many as are wanted."""
    reads: list[ReadArticle] = []
    lasting: list[Lasting] = []
    for candidate in candidates:
        if len(lasting) == source.limit:
            break
        read = read_article(ArticleSource(candidate.file, source.place, source.kicker, source.key))
        reads.append(read)
        if read.article is not None:
            lasting.append(Lasting(read.article, _until(source, candidate)))
    return Found(
        tuple(lasting),
        tuple(picture for read in reads for picture in read.pictures),
        tuple(_as_warning(problem) for read in reads for problem in read.problems),
        tuple(file for read in reads for file in read.files),
    )


def _as_warning(problem: Problem) -> Problem:
    if problem.severity == "warning":
        return problem
    cure = f"The article is left out, and the others are shown. {problem.cure}"
    return replace(problem, cure=cure, severity="warning")


def _doubts(source: FolderSource, there: int, young: int) -> tuple[Problem, ...]:
    doubts = []
    if there > MOST_FILES:
        what = f'the folder "{source.name}" has {there} articles'
        cure = f"Only the {MOST_FILES} that were changed last are looked at. Move old ones into another folder"
        doubts.append(source.fault(what, cure, "warning"))
    if not there:
        what = f'there is no article in the folder "{source.name}"'
        doubts.append(source.fault(what, "Nothing is shown from it. Save a .docx, .txt or .md file there", "warning"))
    elif source.max_age_days and not young:
        what = f'every article in the folder "{source.name}" is older than {source.max_age_days} days'
        cure = "Nothing is shown from it. Write a new one, or a higher max_age_days"
        doubts.append(source.fault(what, cure, "warning"))
    return tuple(doubts)


def _is_legible(name: str) -> bool:
    """Tell a name of letters from one that an old system wrote in its own encoding, of which only numbers are known."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _illegible(source: FolderSource, name: str) -> Problem:
    shown = name.encode(errors="replace").decode()
    what = f'the folder "{source.name}" has a file whose name cannot be read: "{shown}"'
    return source.fault(what, "It is left out, and the others are shown. Rename it in plain letters", "warning")


def _changed(file: Path) -> datetime:
    """Give when it was last changed; one that has gone meanwhile, or tells nonsense, is as old as can be."""
    try:
        return datetime.fromtimestamp(file.stat().st_mtime, UTC)
    except (OSError, ValueError, OverflowError):
        return datetime.fromtimestamp(0, UTC)


def _dated(file: Path, changed: datetime, time_there: OfficeTime) -> datetime:
    """Give the midnight of its own date, else when it was changed, by the office's wall clock."""
    own = _own_date(file)
    return datetime.combine(own, time()) if own else wall_time(changed, time_there.zone)


def _own_date(file: Path) -> date | None:
    """Give the date that a text or a web page tells of itself; a Word document tells none."""
    ending = file.suffix.lower()
    if ending in SAVED_PAGES:
        from kiosk.prepare.article.web_file import read_web_file  # noqa: PLC0415  # 60 ms that Markdown need not pay

        page = read_web_file(file)
        return page.given.published if isinstance(page, Saved) else None
    text = read_text(file) if ending in PLAIN else None
    return _date_in(file, text) if isinstance(text, str) else None


def _date_in(file: Path, text: str) -> date | None:
    unheard = Findings(file)
    front = split_front_matter(text, unheard)
    return date_in(front, unheard) if isinstance(front, FrontMatter) else None


def _until(source: FolderSource, candidate: _Candidate) -> datetime | None:
    return candidate.dated + timedelta(days=source.max_age_days) if source.max_age_days else None


def _is_too_old(source: FolderSource, candidate: _Candidate, time_there: OfficeTime) -> bool:
    until = _until(source, candidate)
    return until is not None and until <= time_there.wall
