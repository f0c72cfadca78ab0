"""What `contact.toml` says, read and checked: everything of an edition that needs no other file."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.edition.model import Contact, Hours, Look, Notice, Organisation
from kiosk.prepare.article.source import ArticleSource
from kiosk.prepare.problem import Place


@dataclass(frozen=True, slots=True)
class ContactFile:
    """`organisation.logo` is still None: `logo` names its file, resolved against the folder of contact.toml."""

    organisation: Organisation
    logo: Path | None
    contact: Contact
    hours: Hours | None
    notice: Notice | None
    look: Look
    languages: tuple[str, ...]
    articles: tuple[ArticleSource, ...]
    logo_place: Place
