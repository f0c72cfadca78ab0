"""The system's own notices that files may have changed: they make the screen quick, and polling remains the truth.

It owns the thread that waits; what one operating system offers to wait for is in that system's file.
"""

import os
import sys
import threading
from collections.abc import Callable, Mapping
from typing import Protocol

PAUSE_SECONDS = 0.02
"""After each wake-up: a burst, such as a save by rename or a noisy neighbour, costs one look every so often."""

CLOSE_WITHIN_SECONDS = 1.0


class Notices(Protocol):
    def follow(self, files: tuple[str, ...]) -> None:
        """Be told of these files and their folders from now on, instead of the former ones. It never raises OSError.

        Folders that are missing or refuse are left out. Call it after every notice, too, and whenever polling finds
        what no notice told: a folder or file that was replaced is followed only from then on. Then look at the files:
        what changed before may not be told.
        """

    def close(self) -> None:
        """End the thread; not to be called by `changed`."""


class Source(Protocol):
    """What one operating system offers, called by `follow` in one thread and by `wait` in another."""

    def follow(self, folders: Mapping[str, frozenset[str] | None]) -> None:
        """Watch these folders only; of the names in them those that count, None where all do."""

    def wait(self) -> bool:
        """Block until something happens; tell whether it counts. OSError: there will be no more notices."""

    def wake(self) -> None:
        """Let `wait` return."""

    def release(self) -> None:
        """Give everything back, when nobody waits any more; `follow` does nothing from then on."""


class NoNotices:
    """For a system that has none, or refuses more of them."""

    def follow(self, files: tuple[str, ...]) -> None:
        pass

    def close(self) -> None:
        pass


class SystemNotices:
    """Calls `changed` from a daemon thread, at once and then at most every PAUSE_SECONDS."""

    def __init__(self, source: Source, changed: Callable[[], None]) -> None:
        self._source = source
        self._changed = changed
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._tell, name="notices", daemon=True)
        self._thread.start()

    def follow(self, files: tuple[str, ...]) -> None:
        self._source.follow(folders_of(files))

    def close(self) -> None:
        if self._closed.is_set():
            return
        self._closed.set()
        self._source.wake()
        self._thread.join(CLOSE_WITHIN_SECONDS)
        if not self._thread.is_alive():
            self._source.release()

    def _tell(self) -> None:
        while not self._closed.wait(PAUSE_SECONDS):
            try:
                counts = self._source.wait()
            except OSError:
                return
            if counts and not self._closed.is_set():
                self._changed()


def notices_of(changed: Callable[[], None], platform: str = sys.platform) -> Notices:
    """Begin with nothing to follow; `changed` is called from a thread of its own whenever something may have."""
    try:
        source = _source_of(platform)
    except OSError:
        return NoNotices()
    return NoNotices() if source is None else SystemNotices(source, changed)


def folders_of(files: tuple[str, ...]) -> dict[str, frozenset[str] | None]:
    """Give the folders to watch: those of the files, by name, and all of where a symbolic link leads to."""
    named: dict[str, frozenset[str] | None] = {}
    for file in files:
        folder, name = os.path.split(file)
        named[folder or os.curdir] = (named.get(folder or os.curdir) or frozenset()) | {name}
    links = (file for file in files if os.path.islink(file))  # noqa: PTH114  # pathlib's may raise
    return named | dict.fromkeys(os.path.split(os.path.realpath(link))[0] for link in links)


def _source_of(platform: str) -> Source | None:
    """Choose the file for this operating system, None where there is none; only the chosen one loads its libraries."""
    match platform:
        case "linux":
            from kiosk.system import notices_linux  # noqa: PLC0415  # only where it is used

            return notices_linux.open_source()
        case "win32":
            from kiosk.system import notices_windows  # noqa: PLC0415  # only where it is used

            return notices_windows.open_source()
        case "darwin":
            from kiosk.system import notices_macos  # noqa: PLC0415  # only where it is used

            return notices_macos.open_source()
        case _:
            return None
