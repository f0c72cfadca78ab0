"""Looks at staff's files in a thread of its own: a network share may keep whoever asks waiting for half a minute.

It looks when the system gives notice, and every two seconds in any case: notices do not come from network shares, and
stop when a folder is replaced.
"""

import threading
import time
from collections.abc import Callable

from kiosk.edition.value import Value
from kiosk.supervise.fingerprints import Fingerprints
from kiosk.supervise.watch import Digests
from kiosk.system.notices import Notices, notices_of

CALM_SECONDS = 2.0
STIRRED_SECONDS = 0.1
BETWEEN_LOOKS_SECONDS = 0.05


class Looked(Value, frozen=True):
    """A look at the files has ended; comes only when they have changed or somebody waits for them to rest.

    `aside` are the files that are looked at besides and are none of staff's.
    """

    seen: Digests
    aside: Digests


class Looker:
    """Tells `hear` what it sees, from its thread, which lives as long as the process."""

    def __init__(
        self,
        hear: Callable[[object], None],
        notices: Callable[[Callable[[], None]], Notices] = notices_of,
        calm_seconds: float = CALM_SECONDS,
    ) -> None:
        self._hear = hear
        self._calm_seconds = calm_seconds
        self._files: tuple[str, ...] = ()
        self._aside: tuple[str, ...] = ()
        self._noticed_aside: tuple[str, ...] = ()
        self._told: Looked | None = None
        self._is_stirred = False
        self._noticed = False
        self._is_news = True
        self._looking_since: float | None = None
        self._wake = threading.Event()
        self._has_ended = False
        self._notices = notices(self._take_notice)
        self._fingerprints = Fingerprints()
        self._fingerprints_aside = Fingerprints()

    def start(self) -> None:
        threading.Thread(target=self._look_for_ever, name="looker", daemon=True).start()

    def follow(self, files: tuple[str, ...]) -> None:
        """Look at these files, now and from now on, and tell what is in them."""
        self._files = files
        self._told = None
        self._is_news = True
        self._wake.set()

    def follow_aside(self, files: tuple[str, ...], noticed: tuple[str, ...] = ()) -> None:
        """Look at these besides, by polling alone, and at those of which notices come."""
        self._aside = (*files, *noticed)
        self._noticed_aside = noticed
        self._is_news = True

    def hurry(self, *, hurry: bool) -> None:
        """Look ten times a second and tell each time, or only when something has changed."""
        if hurry and not self._is_stirred:
            self._wake.set()
        self._is_stirred = hurry

    def waits_since(self) -> float | None:
        """Give the time at which a look began that has not ended, None between the looks."""
        return self._looking_since

    def end(self) -> None:
        self._has_ended = True
        self._wake.set()
        self._notices.close()

    def _take_notice(self) -> None:
        self._noticed = True
        self._wake.set()

    def _look_for_ever(self) -> None:
        while not self._has_ended:
            self._wake.clear()
            self._look()
            self._wake.wait(STIRRED_SECONDS if self._is_stirred else self._calm_seconds)

    def _look(self) -> None:
        thorough, self._noticed = self._noticed, False
        files, told = self._files, self._told
        self._looking_since = time.monotonic()
        if self._is_news:
            # Before the look: what changes between them is noticed, or seen.
            self._notices.follow((*self._noticed_aside, *files))
        looked = Looked(
            self._fingerprints.of(files, thorough=thorough), self._fingerprints_aside.of(self._aside, thorough=thorough)
        )
        self._is_news = looked != told or files is not self._files
        self._looking_since = None
        if files is self._files and (looked != told or self._is_stirred):
            self._told = looked
            self._hear(looked)
        if thorough:
            time.sleep(BETWEEN_LOOKS_SECONDS)  # notices may come in thousands
