"""What staff are told about the screen, by its shape alone: the supervisor's messages have it, which a page knows not."""

from datetime import datetime
from typing import Literal, Protocol, TypeAlias

Health: TypeAlias = Literal["starting", "shown", "restarting", "safe mode", "switched off"]
Stands: TypeAlias = Literal["not read", "shown", "mistaken", "refused", "not made", "not kept"]


class Facts(Protocol):
    """How the screen stands; times are aware, `edition` is "" for the holding card."""

    @property
    def health(self) -> Health: ...

    @property
    def stands(self) -> Stands:
        """How staff's files stand to the screen."""

    @property
    def version(self) -> str: ...

    @property
    def started_at(self) -> datetime: ...

    @property
    def edition(self) -> str: ...

    @property
    def shown_since(self) -> datetime | None: ...

    @property
    def read_at(self) -> datetime | None: ...

    @property
    def is_pinned(self) -> bool: ...

    @property
    def is_on_trial(self) -> bool: ...

    @property
    def is_kept(self) -> bool: ...

    @property
    def do_files_answer(self) -> bool: ...

    @property
    def deaths(self) -> int: ...

    @property
    def memory_bytes(self) -> int | None: ...


class Told(Protocol):
    """What staff can mend; `line` is 0 where the whole file is meant."""

    @property
    def file(self) -> str: ...

    @property
    def line(self) -> int: ...

    @property
    def key(self) -> str: ...

    @property
    def what(self) -> str: ...

    @property
    def cure(self) -> str: ...

    @property
    def severity(self) -> Literal["error", "warning"]: ...


class Finding(Protocol):
    """One danger to this screen: whether it is held off, and how to hold it off."""

    @property
    def title(self) -> str: ...

    @property
    def verdict(self) -> Literal["held", "not held", "unknown"]: ...

    @property
    def what(self) -> str: ...

    @property
    def cure(self) -> str: ...
