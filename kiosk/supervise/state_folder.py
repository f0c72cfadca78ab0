"""Where the kiosk keeps its state when the usual folder takes nothing: a temporary folder, then one in memory.

The good edition comes along, so that a full or read-only disk changes nothing on the screen.
"""

from contextlib import suppress
from pathlib import Path
from typing import Literal, TypeAlias

from kiosk.edition.journal import JOURNAL, PIN, named_in, read_journal, read_pin
from kiosk.edition.store import editions_newest_first
from kiosk.edition.value import Value
from kiosk.paths import device_settings_in, store_in
from kiosk.system.private_folder import make_private

PROBE_BYTES = 65_536
PROBE = ".probe"

Place: TypeAlias = Literal["usual", "temporary", "memory", "none"]


class StateFolder(Value, frozen=True):
    """`place` tells how long it lasts; `why` tells what the usual folder said, "" where it is the one in use."""

    folder: Path
    place: Place
    why: str = ""


def settle(places: tuple[tuple[Path, Place], ...], bring_from: Path) -> StateFolder:
    """Give the first of these folders that takes files; with none, the one to bring the state from, as it is."""
    why = ""
    for folder, kind in places:
        refusal = _refusal(folder, is_ours=kind == "usual")
        if not refusal:
            if folder != bring_from:
                _bring_along(bring_from, folder)
            return StateFolder(folder, kind, why)
        why = why or refusal
    return StateFolder(bring_from, "none", why)


def _refusal(folder: Path, *, is_ours: bool) -> str:
    """Write something and remove it again; "" when the folder took it. Places that all users share must be ours."""
    probe = folder / PROBE
    try:
        if is_ours:
            folder.mkdir(parents=True, exist_ok=True)
        else:
            make_private(folder)
        probe.write_bytes(bytes(PROBE_BYTES))
    except OSError as error:
        return str(error)
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)
    return ""


def _bring_along(usual: Path, folder: Path) -> None:
    """Copy what can be read of the usual folder's state: what the journal names, or else the newest edition."""
    old, new = store_in(usual), store_in(folder)
    journal = read_journal(old)
    named = {*named_in(journal), read_pin(old)} - {""} or set(editions_newest_first(old)[:1])
    for source, target in (
        *((old / name, new / name) for name in (*named, JOURNAL, PIN)),
        (device_settings_in(usual), device_settings_in(folder)),
    ):
        with suppress(OSError):
            _copy(source, target)


def _copy(source: Path, target: Path) -> None:
    import shutil  # noqa: PLC0415  # 0.4 MB that a supervisor with a whole disk can do without

    if target.exists() or not source.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copyfile(source, target)
