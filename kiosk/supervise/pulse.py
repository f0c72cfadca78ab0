"""Whether a display is well, judged by its heartbeat: not only that it runs, but that it paints, and not one colour."""

from typing import TypeAlias

from kiosk.edition.value import Value
from kiosk.supervise.messages import Beat


class Alive(Value, frozen=True):
    pass


class Silent(Value, frozen=True):
    """Its event loop has said nothing for so many seconds."""

    seconds: float


class Frozen(Value, frozen=True):
    """Its event loop runs, but nothing has been painted for so many seconds."""

    seconds: float


class Blank(Value, frozen=True):
    """What it paints has been one colour for so many seconds."""

    seconds: float


Verdict: TypeAlias = Alive | Silent | Frozen | Blank


class Pulse:
    """Times are those of a monotonic clock, in seconds; beats may be heard in another thread."""

    def __init__(self, now: float) -> None:
        self._heard_at = now
        self._beat: Beat | None = None
        self._blank_since: float | None = None
        self.has_beaten = False

    @property
    def beat(self) -> Beat | None:
        """The last beat, None before the first."""
        return self._beat

    def hear(self, beat: Beat, now: float) -> None:
        self.has_beaten = True
        self._beat, self._heard_at = beat, now
        self._blank_since = (self._blank_since or now) if beat.blank else None

    def excuse(self, now: float) -> None:
        """Begin to count anew: the computer itself has slept."""
        self._heard_at = now
        self._blank_since = None
        self._beat = None

    def verdict(self, now: float, patience: float) -> Verdict:
        silent = now - self._heard_at
        if silent >= patience:
            return Silent(silent)
        frame_age = self._beat.frame_age if self._beat else None
        if frame_age is not None and frame_age >= patience:
            return Frozen(frame_age)
        if self._blank_since is not None and now - self._blank_since >= patience:
            return Blank(now - self._blank_since)
        return Alive()

    def due(self, patience: float) -> float:
        """Give the time at which it is silent, if no beat is heard until then."""
        return self._heard_at + patience

    def touch_age(self, now: float) -> float:
        """Give the seconds since a visitor last touched, 0 where that is not known."""
        return self._beat.touch_age + now - self._heard_at if self._beat else 0.0
