"""What was found out about one danger."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Verdict: TypeAlias = Literal["held", "not held", "unknown"]


@dataclass(frozen=True, slots=True)
class Found:
    """`cure` is word for word what to type or to set; both texts may name folders, for they are the administrator's."""

    key: str
    title: str
    verdict: Verdict
    what: str
    cure: str = ""


@dataclass(frozen=True, slots=True)
class Danger:
    """What a check is about; `key` is for programs, `title` for people."""

    key: str
    title: str

    def held(self, what: str) -> Found:
        return Found(self.key, self.title, "held", what)

    def not_held(self, what: str, cure: str) -> Found:
        return Found(self.key, self.title, "not held", what, cure)

    def unknown(self, what: str, cure: str) -> Found:
        return Found(self.key, self.title, "unknown", what, cure)
