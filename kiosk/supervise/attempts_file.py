"""The count of wrong PINs, on the disk before a PIN is checked: neither a crash nor a restart takes a try back."""

import time
from collections.abc import Callable
from pathlib import Path

from kiosk.edition.sealed import read_sealed, write_sealed
from kiosk.log import Fault
from kiosk.paths import attempts_in
from kiosk.supervise.attempts import (
    Attempts,
    after_restart,
    after_success,
    fingerprint_of,
    of_pin,
    stricter,
    wait_seconds,
    with_try,
    without_free_tries,
)


class AttemptsBook:
    """Keeps them in a folder of state, and in memory where that takes nothing; all times are of the monotonic clock.

    A count that is there and cannot be read, or is damaged, is no fresh start: the first wait applies at once.
    """

    def __init__(self, folder: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._folder = folder
        self._clock = clock
        self._fault = Fault("the count of wrong PINs cannot be kept")
        self._is_unread = False
        self._attempts = self._begin()

    def wait_seconds(self, pin_hash: str, now: float) -> float:
        """Give for how long no try of this PIN is taken."""
        return wait_seconds(self._of(pin_hash, now), now)

    def count(self, pin_hash: str, now: float) -> None:
        """Count a try of this PIN, before it is checked."""
        self._keep(with_try(self._of(pin_hash, now), now))

    def succeed(self, pin_hash: str) -> None:
        """Forget the tries before the one that was right."""
        self._keep(after_success(of_pin(self._attempts, fingerprint_of(pin_hash))))

    def move(self, folder: Path) -> None:
        """Go on in another folder; what was counted there before is not forgotten."""
        if folder == self._folder:
            return
        self._folder = folder
        self._is_unread = True
        self._rejoin(self._clock())
        self._keep(self._attempts)

    def _begin(self) -> Attempts:
        now = self._clock()
        try:
            found = self._read(now)
        except OSError as error:
            self._is_unread = True
            self._fault.begin(why=str(error))
            return without_free_tries(now)
        begun = after_restart(found, now)
        if begun != found:
            self._keep(begun)
        return begun

    def _of(self, pin_hash: str, now: float) -> Attempts:
        self._rejoin(now)
        return of_pin(self._attempts, fingerprint_of(pin_hash))

    def _rejoin(self, now: float) -> None:
        """Read what could not be read before, if it can be by now."""
        if not self._is_unread:
            return
        try:
            found = self._read(now)
        except OSError as error:
            self._fault.begin(why=str(error))
        else:
            self._is_unread = False
            self._fault.end()
            self._attempts = stricter(self._attempts, after_restart(found, now))

    def _read(self, now: float) -> Attempts:
        file = attempts_in(self._folder)
        try:
            file.lstat()
        except (FileNotFoundError, NotADirectoryError):
            return Attempts()
        return read_sealed(file, without_free_tries(now))

    def _keep(self, attempts: Attempts) -> None:
        self._attempts = attempts
        try:
            write_sealed(attempts_in(self._folder), attempts)
        except OSError as error:
            self._fault.begin(why=str(error))
        else:
            self._is_unread = False
            self._fault.end()
