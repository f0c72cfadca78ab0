"""What `contact.toml` names beside itself: its articles, wherever they come from, and its logo."""

from pathlib import Path

from kiosk.prepare.config.contact_file import LogoSource, NamedFiles
from kiosk.prepare.config.report import Report
from kiosk.prepare.config.shape import ContactShape, OrganisationShape
from kiosk.prepare.config.sources import sources_of


def named_files(shape: ContactShape, folder: Path, report: Report) -> NamedFiles:
    return NamedFiles(sources_of(shape.articles, folder, report), _logo(shape.organisation, folder, report))


def _logo(shape: OrganisationShape, folder: Path, report: Report) -> LogoSource | None:
    if not shape.logo:
        return None
    return LogoSource(folder / shape.logo, report.place(("organisation", "logo")), shape.name)
