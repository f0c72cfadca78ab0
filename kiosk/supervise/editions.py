"""The editions of one store as the supervisor sees them: which to show, which are on trial, which are set aside.

The journal is on the disk before an edition is on the screen; where the disk takes nothing it is kept in memory.
"""

from pathlib import Path

from kiosk.edition.journal import Journal, read_journal, read_pin, worth_showing, write_journal
from kiosk.edition.manifest import Manifest
from kiosk.edition.store import editions_newest_first, read_manifest
from kiosk.log import Fault
from kiosk.supervise import promotion


class Editions:
    def __init__(self, store: Path, trial_seconds: float) -> None:
        self._store = store
        self._trial_seconds = trial_seconds
        self._fault = Fault("the journal cannot be written")
        self._trial_ends: float | None = None
        self._made = ""
        self._is_unread = False
        self.journal = self._read_journal()
        self.pin = ""
        self.follow_pin()
        self._write(promotion.after_start(self.journal))

    def move(self, store: Path) -> None:
        """Go on in another store, to which the editions were brought along."""
        self._store = store
        self._is_unread = False
        self._fault.begin(why="it is in another place now")
        self._write(self.journal)

    @property
    def due(self) -> float | None:
        """The time at which the trial ends or a second one may begin, None for neither."""
        return self._trial_ends

    @property
    def followed(self) -> str:
        """The edition that follows staff's files, or else the good one, "" for neither."""
        return self.journal.current or self.journal.good

    def worth_showing(self) -> tuple[str, ...]:
        """Give what may be shown, the best first."""
        return worth_showing(self.journal, self.pin, editions_newest_first(self._store))

    def accept(self, edition: str) -> bool:
        """Let the journal follow to what was just made; False when it may not be shown, and `refusal` says why."""
        self._made = edition
        if self.refusal():
            return False
        self._write(promotion.with_candidate(self.journal, edition))
        return True

    def refusal(self) -> str:
        """Give why what was last made from staff's files is not to be shown, "" where it is."""
        is_shown = self._made == self.journal.on_trial
        return "" if is_shown else promotion.refusal(self.journal, self._made)

    def put_on_trial(self, edition: str) -> None:
        """Say that this is about to be shown."""
        self._trial_ends = None
        self._write(promotion.shown(self.journal, edition))

    def painted(self, edition: str, now: float) -> None:
        """Begin the trial of what is on the screen."""
        if edition != self.journal.on_trial:
            self._write(promotion.shown(self.journal, edition))
        self._trial_ends = now + self._trial_seconds if edition else None

    def pass_trial(self, now: float) -> str:
        """Call the edition good whose trial has ended; give the one that now gets its second trial, "" for none."""
        if self._trial_ends is None or now < self._trial_ends:
            return ""
        self._trial_ends = None
        self._write(promotion.proved(self.journal))
        if self.pin or not promotion.may_return(self.journal, self._made):
            return ""
        self._write(promotion.with_candidate(self.journal, self._made))
        return self._made

    def display_died(self, why: str, *, is_guilty: bool) -> None:
        self._trial_ends = None
        self._write(promotion.failed(self.journal, why, is_guilty=is_guilty))

    def is_damaged(self, edition: str) -> None:
        self._write(promotion.unreadable(self.journal, edition))

    def follow_pin(self) -> bool:
        """Read staff's wish; True when it is another one. An edition that they ask for is no longer set aside."""
        try:
            pin = read_pin(self._store)
        except OSError:  # it is still what it was when it could be read
            return False
        if pin == self.pin:
            return False
        self.pin = pin
        self._write(promotion.released(self.journal, pin))
        if not pin and self._made and not self.refusal():
            self._write(promotion.with_candidate(self.journal, self._made))
        return True

    def made_from(self, version: str) -> tuple[tuple[str, str], ...]:
        """Give what the current edition was made from, nothing where it must be made anew."""
        manifest = read_manifest(self._store, self.followed)
        if not isinstance(manifest, Manifest) or manifest.origin.made_by != version:
            return ()
        return tuple((file.path, file.sha256) for file in manifest.origin.made_from)

    def end(self) -> None:
        self._write(promotion.ended_cleanly(self.journal))

    def _read_journal(self) -> Journal:
        try:
            journal = read_journal(self._store)
        except OSError as error:
            self._is_unread = True
            self._fault.begin(why=str(error))
            return Journal()
        self._is_unread = False
        return journal

    def _has_rejoined(self) -> bool:
        earlier = self._read_journal()
        if not self._is_unread:
            self.journal = promotion.rejoined(earlier, self.journal)
        return not self._is_unread

    def _write(self, journal: Journal) -> None:
        """Write what has changed, or what the disk refused before; a journal that was not read is not overwritten."""
        if journal == self.journal and not self._fault.is_on:
            return
        self.journal = journal
        if self._is_unread and not self._has_rejoined():
            return
        try:
            write_journal(self._store, self.journal)
        except OSError as error:
            self._fault.begin(why=str(error))
        else:
            self._fault.end()
