"""What `contact.toml` says, read and checked, and the other files that it names."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.edition.model import Contact, Hours, Look, Notice, Organisation, Rotation, Schedule
from kiosk.prepare.article.source import NamedArticles
from kiosk.prepare.problem import Place


@dataclass(frozen=True, slots=True)
class Timing:
    """When the articles of an entry are shown, and before which others."""

    schedule: Schedule | None = None
    priority: int = 0


@dataclass(frozen=True, slots=True)
class ContactFile:
    """Everything of an edition that needs no other file: `organisation.logo` is still None.

    There are as many `timings` as entries for articles.
    """

    organisation: Organisation
    contact: Contact
    hours: Hours | None
    notice: Notice | None
    look: Look
    languages: tuple[str, ...]
    timings: tuple[Timing, ...]
    rotation: Rotation


@dataclass(frozen=True, slots=True)
class LogoSource:
    """A picture file; the `organisation` is the name that stands where the picture cannot be shown."""

    file: Path
    place: Place
    organisation: str


@dataclass(frozen=True, slots=True)
class NamedFiles:
    """The files that `contact.toml` names, resolved against its folder; known also where a fault leaves no ContactFile."""

    articles: tuple[NamedArticles, ...] = ()
    logo: LogoSource | None = None
