"""What is to be kept running, and how."""

from collections.abc import Callable
from pathlib import Path

from kiosk.edition.value import Value
from kiosk.supervise.children import Child
from kiosk.supervise.computer import Computer
from kiosk.supervise.stage import Mode
from kiosk.supervise.state_folder import Place, StateFolder
from kiosk.system.service import Service


class Plan(Value, frozen=True):
    """`files` are contact.toml and device.toml, `start_card` is for one that visitors cannot leave, `open_link` for one in a window.

    `start_check` and `start_doctor` take the folder of state, `start_gather` is told it.
    `places` are the folders for the state, the usual one first; `state` is the one of them in use.
    """

    start_display: Callable[[], Child]
    start_prepare: Callable[[Path], Child]
    state: StateFolder
    places: tuple[tuple[Path, Place], ...]
    files: tuple[str, ...]
    version: str
    mode: Mode
    service: Service
    computer: Computer
    start_check: Callable[[Path], Child]
    start_doctor: Callable[[Path], Child]
    start_gather: Callable[[], Child]
    start_card: Callable[[], Child] | None = None
    open_link: Callable[[str], None] | None = None
