"""The second half of `kiosk run`, after the display has been started: the supervisor and what it is made of."""

import os
import sys
from contextlib import ExitStack, suppress
from pathlib import Path

from kiosk import __version__, log
from kiosk.commands.call import CallRequest, call_forward, runs_already
from kiosk.commands.exit_status import DONE, LEFT, REFUSED
from kiosk.edition.device import device_settings
from kiosk.paths import device_settings_in, log_in, refuges_of, screen_lock, state_lock, state_of
from kiosk.supervise.call import take_token
from kiosk.supervise.children import Child, let_go, start_card, start_display, start_errand, start_prepare
from kiosk.supervise.computer import InLobby, Untouched
from kiosk.supervise.intervals import Intervals
from kiosk.supervise.plan import Plan
from kiosk.supervise.stage import Mode
from kiosk.supervise.state_folder import Place, StateFolder, settle
from kiosk.supervise.supervisor import Ending, Supervisor
from kiosk.system.core_dumps import forbid as forbid_core_dumps
from kiosk.system.lock import Held, HeldBy, take_at_second_try
from kiosk.system.private_folder import make_private
from kiosk.system.service import is_started_by_systemd, service_of
from kiosk.terminal import tell_terminal

HAS_CARDS = sys.platform != "darwin"
"""There, what fills the screen has a desktop of its own, and the card would add a second icon to the Dock."""

_STATUS: dict[Ending, int] = {"ended": DONE, "left by staff": LEFT, "not possible here": REFUSED}


def keep_running(
    display: Child,
    contact: Path,
    device: Path,
    screen: str,
    intervals: Intervals = Intervals(),  # noqa: B008  # a frozen value
    *,
    captive: bool,
) -> int:
    """Keep the display on the screen until it is closed or the system ends it; give the exit status."""
    usual, token = state_of(contact, screen), take_token(os.environ)
    places: tuple[tuple[Path, Place], ...] = ((usual, "usual"), *refuges_of(usual))
    with ExitStack() as locks:
        if holder := _locked(locks, state_lock(usual)):
            return _call_running_kiosk(display, holder, CallRequest(usual, token, captive))
        state = settle(places, usual)
        if state.folder != usual and (holder := _locked(locks, state_lock(state.folder))):
            return _call_running_kiosk(display, holder, CallRequest(usual, token, captive))
        if captive and (holder := _locked(locks, _lock_of_screen(usual, state.folder, screen))):
            return _refused(display, holder)
        forbid_core_dumps()
        log.install(log_in(state.folder, "supervisor"), "supervisor")
        plan = _plan(contact, device, state, places, Mode(captive, screen))
        ending = Supervisor(plan, display, intervals).run()
    return _STATUS[ending]


def _plan(contact: Path, device: Path, state: StateFolder, places: tuple[tuple[Path, Place], ...], mode: Mode) -> Plan:
    from_files = ("--config", str(contact), "--device", str(device))
    return Plan(
        start_display=start_display,
        start_prepare=lambda folder: start_prepare((*from_files, "--out", str(folder))),
        state=state,
        places=places,
        files=(str(contact), str(device)),
        version=__version__,
        mode=mode,
        service=service_of(os.environ),
        computer=(InLobby if mode.captive else Untouched)(state.folder),
        start_check=lambda folder: start_errand(("check-pin", "--state", str(folder))),
        start_doctor=lambda folder: start_errand(("doctor", "--json", *from_files, "--state", str(folder))),
        start_gather=lambda: start_errand(("gather",)),
        start_card=start_card if mode.captive and HAS_CARDS else None,
        open_link=None if mode.captive else _open,
    )


def _lock_of_screen(usual: Path, state: Path, screen: str) -> Path:
    """Give the lock of the screen, in a folder of its own."""
    lock = screen_lock(usual, screen or device_settings(device_settings_in(state)).screen)
    with suppress(OSError):
        make_private(lock.parent)
    return lock


def _locked(locks: ExitStack, path: Path) -> HeldBy | None:
    """Take this lock, or give who holds it; where there is no place for a lock, it is done without."""
    outcome = take_at_second_try(path)
    if isinstance(outcome, HeldBy):
        return outcome
    if isinstance(outcome, Held):
        locks.callback(outcome.release)
    return None


def _call_running_kiosk(display: Child, holder: HeldBy, request: CallRequest) -> int:
    """Call the kiosk of the same files to the front, unless no person has asked for it but a service manager, again and again."""
    if is_started_by_systemd(os.environ):
        return _refused(display, holder)
    status = call_forward(holder, request)
    let_go(display)
    return status


def _refused(display: Child, holder: HeldBy) -> int:
    let_go(display)
    tell_terminal(f"{runs_already(holder)}. End it first, or show this one elsewhere with --screen.\n")
    return REFUSED


def _open(uri: str) -> None:
    from kiosk.system.opener import NotOpened, open_link, opener_of

    outcome = open_link(uri, opener_of())
    if isinstance(outcome, NotOpened):
        tell_terminal(f"The link could not be opened: {outcome.why}\n")
