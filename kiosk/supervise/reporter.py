"""Tells others how it stands: the status file, the service manager, and the sign for staff."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kiosk.edition.manifest import Manifest
from kiosk.edition.origin import ABSENT
from kiosk.edition.store import read_manifest
from kiosk.edition.value import Value, replace
from kiosk.edition.web_source import kept_in
from kiosk.log import Fault
from kiosk.paths import state_lock, store_in
from kiosk.supervise.messages import Health
from kiosk.supervise.stage import Stage
from kiosk.supervise.standing import Standing, asks_for_staff
from kiosk.supervise.state_folder import StateFolder
from kiosk.supervise.status import Source, Status, remove_status, utc_now, write_status
from kiosk.supervise.watch import Digests
from kiosk.supervise.world import WorldSource
from kiosk.system.service import Service

BETWEEN_LOOKS_SECONDS = 2.0
NOT_ANSWERING_SECONDS = 5.0
"""A look at the files that takes longer tells of a network share that hangs."""


class Known(Value, frozen=True):
    """What the supervisor knows beside the stage; `looking_since` is a look at the files that has not ended."""

    state: StateFolder
    standing: Standing
    refreshed_at: datetime | None
    seen: Digests
    is_held: bool
    looking_since: float | None
    world: tuple[WorldSource, ...] = ()


class Reporter:
    """Writes to the first of `folders` that takes it, beginning with the one in use."""

    def __init__(self, version: str, service: Service, folders: tuple[Path, ...], every_seconds: float) -> None:
        self._version = version
        self._service = service
        self._folders = folders
        self._lock = str(state_lock(folders[0]))
        self._every_seconds = every_seconds
        self._started_at = utc_now()
        self._written: Status | None = None
        self._status_due = 0.0
        self._watchdog_due = 0.0
        self._look_due: float | None = None
        self._hangs = Fault("staff's files do not answer")
        self._shown: tuple[int, dict[str, str]] = -1, {}
        self._said = ""

    @property
    def due(self) -> float:
        """The next time at which somebody waits to hear from us."""
        watchdog = self._watchdog_due if self._service.watchdog_seconds else self._status_due
        return min(self._status_due, watchdog, self._look_due or self._status_due)

    @property
    def asks_for_staff(self) -> bool:
        """Whether the sign for staff belongs on the screen."""
        return self._hangs.is_on or (self._written is not None and _asks_for_staff(self._written))

    @property
    def status(self) -> Status | None:
        """What has been said last, None at the very beginning."""
        return self._written

    def report(self, now: float, known: Known, stage: Stage) -> None:
        """Write the status when it has changed, or now and then for its age, and keep the service manager calm."""
        self._watch_for_hanging(now, known)
        status = self._status(now, known, stage)
        if now >= self._status_due or self._written is None or _lasting(status) != _lasting(self._written):
            self._written = status
            self._status_due = now + self._every_seconds
            write_status((known.state.folder, *self._folders), status)
        self._speak_to_service(now, status)

    def end(self) -> None:
        remove_status(self._folders)

    def _watch_for_hanging(self, now: float, known: Known) -> None:
        """Look again soon while a look has not ended: the mark must come, and staff's other wishes be heard."""
        self._look_due = None
        if known.looking_since is None:
            self._hangs.end()
            return
        self._look_due = max(known.looking_since + NOT_ANSWERING_SECONDS, now + BETWEEN_LOOKS_SECONDS)
        if now - known.looking_since >= NOT_ANSWERING_SECONDS:
            self._hangs.begin()

    def _speak_to_service(self, now: float, status: Status) -> None:
        said = f"{status.health}, {type(status.standing).__name__}, edition {status.edition[:12] or 'none'}"
        if said != self._said:
            self._said = said
            self._service.status(said)
        if self._service.watchdog_seconds and now >= self._watchdog_due:
            self._watchdog_due = now + self._service.watchdog_seconds
            self._service.watchdog()

    def _status(self, now: float, known: Known, stage: Stage) -> Status:
        beat = stage.screen.display.pulse.beat
        hanging = known.looking_since if self._hangs.is_on else None
        return Status(
            written_at=utc_now(),
            started_at=self._started_at,
            version=self._version,
            pid=os.getpid(),
            health=_health(stage),
            standing=known.standing,
            lock=self._lock,
            state_folder=str(known.state.folder),
            is_captive=stage.is_captive,
            state_place=known.state.place,
            state_why=known.state.why,
            edition=stage.painted,
            shown_since=stage.shown_since,
            is_on_trial=bool(stage.editions.journal.on_trial),
            pinned=stage.editions.pin,
            is_held=known.is_held,
            waits_for_files_since=None if hanging is None else _wall(hanging, now),
            sources=self._sources(known, stage),
            display_pid=stage.screen.display.pid,
            deaths=stage.screen.deaths,
            last_death=stage.last_death,
            frame_age=beat.frame_age if beat else None,
            touch_age=stage.screen.display.pulse.touch_age(now) if beat else None,
            memory_bytes=stage.memory,
            scene=stage.scene,
            world=known.world,
        )

    def _sources(self, known: Known, stage: Stage) -> tuple[Source, ...]:
        """Tell of staff's files; what was brought from the world is told of by its source."""
        shown, kept = self._made_from(store_in(known.state.folder), stage), kept_in(known.state.folder)
        return tuple(
            Source(file, digest != ABSENT, shown.get(file) == digest, known.refreshed_at)
            for file, digest in known.seen
            if not Path(file).is_relative_to(kept)
        )

    def _made_from(self, store: Path, stage: Stage) -> dict[str, str]:
        """Give what the edition on the screen was made from; read once for each time that it was shown."""
        if stage.paints != self._shown[0]:
            manifest = read_manifest(store, stage.painted)
            files = manifest.origin.made_from if isinstance(manifest, Manifest) else ()
            self._shown = stage.paints, {file.path: file.sha256 for file in files}
        return self._shown[1]


def _asks_for_staff(status: Status) -> bool:
    return asks_for_staff(status.standing) or any(source.asks_for_staff for source in status.world)


def _health(stage: Stage) -> Health:
    if stage.screen.is_down:
        return "restarting"
    if not stage.screen.display.has_painted:
        return "starting"
    if stage.is_dark:
        return "switched off"
    return "safe mode" if stage.screen.is_safe else "shown"


def _wall(moment: float, now: float) -> datetime:
    """Give the wall-clock time, to the second, of a moment of the monotonic clock."""
    return (datetime.now(UTC) - timedelta(seconds=now - moment)).replace(microsecond=0)


def _lasting(status: Status) -> Status:
    """Leave out what changes all the time."""
    return replace(
        status,
        written_at=status.started_at,
        frame_age=None,
        touch_age=None,
        memory_bytes=None,
        waits_for_files_since=status.waits_for_files_since and status.started_at,
    )
