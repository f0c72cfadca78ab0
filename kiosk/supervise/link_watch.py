"""Looks for another way to the world while some source is out of reach, and rests while none is."""

from collections.abc import Callable


class LinkWatch:
    """`link` gives the way as a text, "" for none; it is asked every so many seconds of the monotonic clock."""

    def __init__(self, link: Callable[[], str], every_seconds: float) -> None:
        self._link = link
        self._every_seconds = every_seconds
        self._seen = ""
        self.due: float | None = None
        """The time of the next look, None while it rests."""

    def begin(self, now: float) -> None:
        """Look for a way other than the one on which something has just failed."""
        if self.due is None:
            self._seen = self._link()
            self.due = now + self._every_seconds

    def begin_anew(self, now: float) -> None:
        """Look for any way: what failed did so before the kiosk was started."""
        if self.due is None:
            self._seen = ""
            self.due = now

    def rest(self) -> None:
        self.due = None

    def new_link(self, now: float) -> str:
        """Look if it is time to, and give the new way; "" where there is none, or the same as before."""
        if self.due is None or now < self.due:
            return ""
        self.due = now + self._every_seconds
        before, self._seen = self._seen, self._link()
        return self._seen if self._seen != before else ""
