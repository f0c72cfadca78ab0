"""The second half of `kiosk run`, after the display has been started: the supervisor and what it is made of."""

import sys
from pathlib import Path

from kiosk import __version__, log
from kiosk.paths import log_in, state_of, store_in
from kiosk.supervise.children import Child, start_display, start_prepare
from kiosk.supervise.messages import Begin
from kiosk.supervise.screen import tell
from kiosk.supervise.supervisor import Plan, Supervisor
from kiosk.system.opener import NotOpened, open_link, opener_of


def keep_running(display: Child, contact: Path, device: Path, screen: str, *, captive: bool) -> None:
    """Tell the display what to show and keep it running."""
    state = state_of(contact)
    begin = Begin(str(state), captive, screen)
    tell(display, begin)
    log.install(log_in(state, "supervisor"))
    to_prepare = ("--config", str(contact), "--device", str(device), "--out", str(state))
    plan = Plan(
        start_display=lambda: _started(begin),
        start_prepare=lambda: start_prepare(to_prepare),
        store=store_in(state),
        files=(str(contact), str(device)),
        version=__version__,
        open_link=None if captive else _open,
    )
    Supervisor(plan, display).run()


def _started(begin: Begin) -> Child:
    display = start_display()
    tell(display, begin)
    return display


def _open(uri: str) -> None:
    outcome = open_link(uri, opener_of())
    if isinstance(outcome, NotOpened):
        sys.stderr.write(f"The link could not be opened: {outcome.why}\n")
