"""`kiosk status`: what is on the screen, since when, and what staff should do, in plain words or as JSON."""

import json
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import assert_never

from kiosk.commands.exit_status import DONE, NOT_RUNNING, PROBLEMS
from kiosk.edition.codec import plain
from kiosk.paths import refuges_of
from kiosk.said_as import as_typed, is_of_service
from kiosk.supervise.messages import Scene, Told
from kiosk.supervise.standing import (
    Followed,
    Mistaken,
    NotKept,
    NotMade,
    NotYetKnown,
    Refused,
    Standing,
    asks_for_staff,
)
from kiosk.supervise.status import Status, read_status, utc_now
from kiosk.supervise.world import WorldSource
from kiosk.system.lock import Held, take
from kiosk.system.service_kiosk import service_runs

NOT_FOUND = """\
No kiosk is running with these files. If you started it with --config or --screen, say the same to kiosk status;
otherwise start it with: kiosk run
"""
OF_SERVICE = """\
The service runs a kiosk on this computer. To ask that one: sudo kiosk-lobby status
What is wrong in its files you may ask without sudo: kiosk check /etc/kiosk/contact.toml
"""
NOT_FOUND_BY_SERVICE = """\
The service runs no kiosk now. To have it on the screen: sudo kiosk-lobby use cage (or openbox, where cage does not run).
Why it does not run, if you have said that already: sudo journalctl --unit kiosk.service --unit kiosk-openbox.service
"""
OLD_SECONDS = 150
"""A running kiosk renews its status every minute."""


def status(state: Path, *, as_json: bool) -> int:
    """Print it, and give 0 when all is well, 1 when staff have something to do, 4 when no kiosk runs."""
    known = _known(state)
    if known is None:
        sys.stdout.write("null\n" if as_json else not_found(service_runs()))
        return NOT_RUNNING
    words = "".join(f"{line}\n" for line in lines_of(known, utc_now()))
    sys.stdout.write(_as_json(known) if as_json else as_typed(words))
    return PROBLEMS if _needs_somebody(known) else DONE


def not_found(service_runs: bool) -> str:  # noqa: FBT001  # the only fact there is
    if is_of_service():
        return NOT_FOUND_BY_SERVICE
    return NOT_FOUND + OF_SERVICE if service_runs else NOT_FOUND


def state_in_use(state: Path) -> Path:
    """Give the folder that a running kiosk keeps its editions in, or else the usual one."""
    known = _known(state)
    return Path(known.state_folder) if known is not None else state


def _known(state: Path) -> Status | None:
    """Give the status of the kiosk that runs, None where none does."""
    known = read_status((state, *(folder for folder, _ in refuges_of(state))))
    return known if known is not None and _is_held(Path(known.lock)) else None


def lines_of(known: Status, now: datetime) -> Iterator[str]:
    """Put the status into words for staff, the most important first."""
    yield _first_line(known, now)
    yield from _about_scene(known.scene, now)
    if _is_old(known, now):
        yield f"But it has said nothing since {_when(known.written_at, now)}: end it and start it again."
    yield from _about_files(known)
    yield from _about_pin(known)
    yield from _about_world(known.world)
    if known.is_on_trial:
        yield "It is new: should it fail within its first minute, what was on the screen before comes back by itself."
    if known.state_place != "usual":
        yield _about_folder(known)
    yield f"{_about_frame(known)}, at {_when(known.written_at, now)}."
    if known.deaths:
        times = "once" if known.deaths == 1 else f"{known.deaths} times in a row"
        yield f"The window had to be started again {times}; the last time because {known.last_death}."
    for source in known.sources:
        read = f" (last read at {_when(source.refreshed_at, now)})" if source.refreshed_at else ""
        yield f"  {_source_word(source.is_there, source.is_shown)}: {source.file}{read}"
    for one in known.world:
        yield from _of_world(one, now)


def _first_line(known: Status, now: datetime) -> str:
    edition = f"edition {known.edition[:12]}" if known.edition else "the holding card, for there is no version to show"
    since = f", since {_when(known.shown_since, now)}" if known.shown_since else ""
    match known.health:
        case "starting":
            return "The kiosk is starting."
        case "shown":
            return f"The screen shows {edition}{since}."
        case "restarting":
            return f"The window is being started again; before, the screen showed {edition}."
        case "safe mode":
            return (
                f"The screen shows the contact details alone, of {edition}{since}: with the articles, the window "
                f"ended {known.deaths} times within ten minutes. It tries the articles again by itself."
            )
        case "switched off":
            return f"Somebody switched the screen off at this computer. A touch shows {edition} again."
        case other:
            assert_never(other)


def _about_scene(scene: Scene, now: datetime) -> Iterator[str]:
    """Say what staff would miss on the screen, or wonder at."""
    until = f"until {_when(scene.dark_until, now)}" if scene.dark_until else "until you open again"
    if scene.light == "dimmed":
        yield f"It is dimmed {until}, because you are closed (night in device.toml). A touch brightens it for a while."
    if scene.light == "off":
        yield f"It is off {until}, because you are closed (night in device.toml). A touch switches it on for a while."
    if scene.notice_since and scene.notice_until:
        since, until = _when(scene.notice_since, now), _when(scene.notice_until, now)
        yield f"The notice has been in the articles' place since {since}, and goes at {until}."


def _about_files(known: Status) -> Iterator[str]:
    if known.waits_for_files_since is not None:
        yield "Your files do not answer: the network drive or disk they are on is not reachable. The screen stays as it is."
    if known.is_held:
        yield "Your files change to and fro all the time, so the screen waits until they stay as they are for half a minute."
    if not known.edition:
        yield from _about_beginning(known.standing)
    elif known.pinned and known.pinned == known.edition and isinstance(known.standing, Followed):
        yield "Your files are in order, and wait:"
    else:
        yield from _about_standing(known.standing)


def _about_beginning(standing: Standing) -> Iterator[str]:
    """Say what is waited for while nothing has been shown yet."""
    match standing:
        case NotYetKnown():
            yield "It waits for your files, which are being read: that takes some seconds."
        case Followed(problems):
            yield "Your files are in order, and the first version is about to come on the screen."
            yield from (f"  {problem.text}" for problem in problems)
        case Mistaken(problems):
            yield f"It waits for you: your files have {_mistakes(problems)}, and nothing can be shown before this is mended:"
            yield from (f"  {problem.text}" for problem in problems)
        case Refused(why):
            yield f"It waits for a change in your files: what they say now is set aside, because {why}."
        case NotMade(why):
            yield f"It waits for the first version: preparing it failed, and is tried again by itself ({why})."
        case NotKept(why):
            yield f"It waits for room: no disk takes the first version. Make room on it ({why})."
        case other:
            assert_never(other)


def _mistakes(problems: tuple[Told, ...]) -> str:
    count = sum(problem.severity == "error" for problem in problems)
    return "1 mistake" if count == 1 else f"{count} mistakes"


def _about_standing(standing: Standing) -> Iterator[str]:
    match standing:
        case NotYetKnown():
            yield "Your files are being read."
        case Followed(problems):
            yield "That is what your files say." if not problems else "That is what your files say, but for this:"
            yield from (f"  {problem.text}" for problem in problems)
        case Mistaken(problems):
            yield (
                f"It is not what your files say now: they have {_mistakes(problems)}, "
                "and the screen waits for you to mend this:"
            )
            yield from (f"  {problem.text}" for problem in problems)
        case Refused(why):
            yield f"It is not what your files say now: that version is set aside, because {why}."
            yield "Change something in your files, or ask for it all the same: kiosk editions, then kiosk rollback EDITION."
        case NotMade(why):
            yield f"It may not be what your files say now: preparing them failed, and is tried again by itself ({why})."
        case NotKept(why):
            yield f"It is not what your files say now: no disk takes anything. Make room on it ({why})."
        case other:
            assert_never(other)


def _about_pin(known: Status) -> Iterator[str]:
    if known.pinned and known.pinned != known.edition:
        yield f"Somebody asked for edition {known.pinned[:12]}, which cannot be shown. To forget that: kiosk rollback --release"
    elif known.pinned:
        yield f"Somebody asked for edition {known.pinned[:12]} to stay. To follow the files again: kiosk rollback --release"


def _about_world(world: tuple[WorldSource, ...]) -> Iterator[str]:
    """Name what has brought nothing for long; what is wrong with each follows below."""
    overdue = tuple(source for source in world if source.asks_for_staff)
    if overdue and all(source.trouble == "offline" for source in world):
        yield "Nothing has come from the internet for long: see to the network of this computer. The last articles stay."
    elif overdue:
        names = ", ".join(source.name for source in overdue)
        yield f"Nothing has come for long from {names}. Its last articles stay, unless max_age_days retires them."


def _of_world(source: WorldSource, now: datetime) -> Iterator[str]:
    reached = f"last reached at {_when(source.reached_at, now)}, " if source.reached_at else ""
    if source.tried_at is None:
        yield f"  not visited  : {source.name} (first at {_when(source.next_at, now)})"
    elif not source.trouble:
        yield f"  reached      : {source.name} ({reached}next at {_when(source.next_at, now)})"
    else:
        yield f"  not reached  : {source.name} ({reached}next at {_when(source.next_at, now)})"
        yield f"    It {_ended(source.what)} {_ended(source.cure)}".rstrip()


def _ended(text: str) -> str:
    return f"{text}." if text and text[-1] not in ".?!" else text


def _about_folder(known: Status) -> str:
    if known.state_place == "none":
        return f"Nothing can be written to any disk ({known.state_why}); after a restart an older version may be shown."
    where = "in memory" if known.state_place == "memory" else "in a temporary folder"
    return (
        f"The kiosk keeps its versions {where}, {known.state_folder}, because its usual folder takes nothing "
        f"({known.state_why}). Make room there or allow the kiosk to write, and start it again."
    )


def _source_word(is_there: bool, is_shown: bool) -> str:  # noqa: FBT001  # two facts of one file
    if not is_there:
        return "missing     "
    return "on the screen" if is_shown else "not yet shown"


def _about_frame(known: Status) -> str:
    if known.frame_age is None:
        return "When the last frame was painted was not known yet when this was written"
    return f"The last frame was painted {known.frame_age:.0f} s before this was written"


def _when(moment: datetime, now: datetime) -> str:
    local, today = moment.astimezone(), now.astimezone().date()
    return f"{local:%H:%M:%S}" if local.date() == today else f"{local:%Y-%m-%d %H:%M}"


def _needs_somebody(known: Status) -> bool:
    is_old = _is_old(known, utc_now())
    is_overdue = any(source.asks_for_staff for source in known.world)
    files_wait = asks_for_staff(known.standing) or known.waits_for_files_since is not None
    return files_wait or is_overdue or is_old or known.health != "shown"


def _is_old(known: Status, now: datetime) -> bool:
    return (now - known.written_at).total_seconds() > OLD_SECONDS


def _is_held(lock: Path) -> bool:
    outcome = take(lock)
    if isinstance(outcome, Held):
        outcome.release()
        return False
    return True


def _as_json(known: Status) -> str:
    return json.dumps(plain(known), indent=2, ensure_ascii=False) + "\n"
