"""What one entry of contact.toml brings to an edition."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.edition.model import Article
from kiosk.edition.wall import wall_time
from kiosk.prepare.picture import PreparedPicture
from kiosk.prepare.problem import Problem


@dataclass(frozen=True, slots=True)
class Lasting:
    """An article that leaves the screen by itself at `until`, a time of the office's wall clock, None for never."""

    article: Article
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """`files` are all it is made from, also those that are missing."""

    articles: tuple[Lasting, ...] = ()
    pictures: tuple[PreparedPicture, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeTime:
    """The present, in UTC, and the zone of the office's wall clock."""

    now: datetime
    zone: ZoneInfo

    @property
    def wall(self) -> datetime:
        return wall_time(self.now, self.zone)
