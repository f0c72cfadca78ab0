"""The second half of `kiosk run`, after the display has been started: the supervisor and what it is made of."""

import subprocess
import sys
from pathlib import Path

from kiosk import __version__, log
from kiosk.paths import log_in, store_in
from kiosk.supervise.children import start_display, start_prepare
from kiosk.supervise.supervisor import Plan, Supervisor
from kiosk.system.opener import NotOpened, open_link, opener_of


def keep_running(
    display: subprocess.Popen[str],
    to_display: tuple[str, ...],
    contact: Path,
    device: Path,
    state: Path,
    *,
    in_window: bool,
) -> None:
    log.install(log_in(state, "supervisor"))
    to_prepare = ("--config", str(contact), "--device", str(device), "--out", str(state))
    plan = Plan(
        start_display=lambda: start_display(to_display),
        start_prepare=lambda: start_prepare(to_prepare),
        store=store_in(state),
        files=(str(contact), str(device)),
        version=__version__,
        open_link=_open if in_window else None,
    )
    Supervisor(plan, display).run()


def _open(uri: str) -> None:
    outcome = open_link(uri, opener_of())
    if isinstance(outcome, NotOpened):
        sys.stderr.write(f"The link could not be opened: {outcome.why}\n")
