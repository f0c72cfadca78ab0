"""The files that `contact.toml` names: its articles and its logo."""

from pathlib import Path

from kiosk.prepare.article.source import ArticleSource
from kiosk.prepare.config.contact_file import LogoSource, NamedFiles
from kiosk.prepare.config.report import Report
from kiosk.prepare.config.shape import ContactShape, OrganisationShape


def named_files(shape: ContactShape, folder: Path, report: Report) -> NamedFiles:
    return NamedFiles(_articles(shape, folder, report), _logo(shape.organisation, folder, report))


def _articles(shape: ContactShape, folder: Path, report: Report) -> tuple[ArticleSource, ...]:
    return tuple(
        ArticleSource(folder / entry.file, report.place(("article", index, "file")), entry.kicker or "")
        for index, entry in enumerate(shape.articles)
    )


def _logo(shape: OrganisationShape, folder: Path, report: Report) -> LogoSource | None:
    if not shape.logo:
        return None
    return LogoSource(folder / shape.logo, report.place(("organisation", "logo")), shape.name)
