"""The parent of all: keeps the display alive and lets the screen follow staff's files."""

import logging
import queue
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from kiosk.edition.manifest import Manifest
from kiosk.edition.origin import is_made_from_now
from kiosk.edition.store import Verified, current_hash, read, read_manifest
from kiosk.edition.value import Value
from kiosk.supervise import preparing, screen
from kiosk.supervise.children import Child
from kiosk.supervise.messages import NotPrepared, OpenLink, Painted, Prepared, Unreadable, from_line
from kiosk.supervise.pipes import Ended, Line
from kiosk.supervise.watch import Calm, Watch, has_come_to_rest, interval_seconds, observed, stamps_of

FIRST_FRAME_WITHIN_SECONDS = 5.0
"""Nothing else is done until the display has painted, or this long when it does not."""

_LOG = logging.getLogger(__name__)


class Plan(Value, frozen=True):
    """What to keep running; `files` are contact.toml and device.toml, `open_link` is for a kiosk in a window."""

    start_display: Callable[[], Child]
    start_prepare: Callable[[], Child]
    store: Path
    files: tuple[str, ...]
    version: str
    open_link: Callable[[str], None] | None = None


class Stop(Value, frozen=True):
    """Somebody asked the kiosk to end."""


class Supervisor:
    """Takes over the display that runs already."""

    def __init__(self, plan: Plan, display: Child) -> None:
        self._plan = plan
        self._queue: queue.SimpleQueue[object] = queue.SimpleQueue()
        self._began = time.monotonic()
        self._screen = screen.Screen(display, plan.start_display, self._queue, self._began)
        self._preparing = preparing.Preparing(plan.start_prepare, plan.files, self._queue)
        self._watch: Watch | None = None
        self._has_problems = False

    def run(self) -> None:
        """Return when the window has been closed or the system asks the kiosk to end."""
        self._stop_on_signals()
        if not current_hash(self._plan.store):
            self._prepare()
        try:
            while self._take(self._next_event()):
                self._do_what_is_due(time.monotonic())
        finally:
            self._preparing.end()
            self._screen.end()

    def _stop_on_signals(self) -> None:
        def stop(_number: int, _frame: FrameType | None) -> None:
            self._queue.put(Stop())

        for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
            if name in signal.Signals.__members__:
                signal.signal(signal.Signals[name], stop)

    def _next_event(self) -> object:
        """Wait for the next event, None when it is time to look around."""
        patience = interval_seconds(self._watch) if self._watch else FIRST_FRAME_WITHIN_SECONDS
        if self._screen.due is not None:
            patience = min(patience, max(0.0, self._screen.due - time.monotonic()))
        try:
            return self._queue.get(timeout=patience)
        except queue.Empty:
            return None

    def _take(self, event: object) -> bool:
        """Answer an event; False ends the kiosk."""
        match event:
            case Stop():
                return False
            case Ended(screen.SOURCE):
                return not self._screen.was_closed(time.monotonic())
            case Ended(preparing.SOURCE):
                self._finish_preparing()
            case Line(screen.SOURCE, text):
                self._hear_display(text)
            case Line(preparing.SOURCE, text):
                self._preparing.hear(text)
        return True

    def _hear_display(self, line: str) -> None:
        match from_line(line):
            case Painted():
                self._begin_to_watch()
            case OpenLink(uri) if self._plan.open_link is not None:
                self._plan.open_link(uri)
            case Unreadable(text):
                _LOG.warning("the display said %r", text)

    def _do_what_is_due(self, now: float) -> None:
        self._screen.restart_when_due(now)
        self._preparing.end_when_over_time(now)
        if now - self._began >= FIRST_FRAME_WITHIN_SECONDS:
            self._begin_to_watch()
        if self._watch is not None and not self._preparing.is_at_work:
            self._watch = observed(self._watch, stamps_of(self._preparing.files), now)
            if has_come_to_rest(self._watch, now):
                self._prepare()

    def _begin_to_watch(self) -> None:
        """Compare the current edition with the files it was made from, once, after the first frame."""
        if self._watch is not None or self._preparing.is_at_work:
            return
        current = current_hash(self._plan.store)
        manifest = read_manifest(self._plan.store, current)
        files = _files_of(manifest) if isinstance(manifest, Manifest) else ()
        stamps = stamps_of(files)
        self._watch = Calm(stamps)
        self._preparing.follow(files or self._plan.files)
        if not (isinstance(manifest, Manifest) and self._is_good(current, manifest, files)):
            self._prepare()

    def _is_good(self, current: str, manifest: Manifest, files: tuple[str, ...]) -> bool:
        return (
            set(self._plan.files) <= set(files)
            and is_made_from_now(manifest, self._plan.version)
            and isinstance(read(self._plan.store, current), Verified)
        )

    def _prepare(self) -> None:
        self._preparing.begin(time.monotonic())

    def _finish_preparing(self) -> None:
        match self._preparing.finish():
            case Prepared(edition):
                _LOG.info("prepared %s", edition)
                self._screen.show(edition)
                self._tell_of_mending()
            case Unreadable(_, why):
                _LOG.error("preparing ended unexpectedly (%s), the screen stays as it is", why)
            case NotPrepared():
                self._has_problems = True
                _LOG.warning("staff's files have problems, the screen stays as it is")
        self._watch = self._preparing.watch()

    def _tell_of_mending(self) -> None:
        """Let the last words in the terminal not be those of mistakes that are mended."""
        if self._has_problems:
            self._has_problems = False
            sys.stderr.write("Your files are in order again, and the screen shows them.\n")


def _files_of(manifest: Manifest) -> tuple[str, ...]:
    return tuple(file.path for file in manifest.origin.made_from)
