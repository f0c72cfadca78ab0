"""Where the kiosk keeps its state when the usual folder takes nothing: a temporary folder, then one in memory.

The good edition comes along, so that a full or read-only disk changes nothing on the screen.
"""

from contextlib import suppress
from pathlib import Path
from typing import Literal, TypeAlias

from kiosk.edition.durable import write_atomically
from kiosk.edition.journal import JOURNAL, PIN, named_in, read_journal, read_pin
from kiosk.edition.store import Verified, editions_newest_first, read
from kiosk.edition.value import Value
from kiosk.edition.web_source import kept_in
from kiosk.paths import access_in, attempts_in, device_settings_in, prepared_in, store_in
from kiosk.system.private_file import private_files
from kiosk.system.private_folder import make_private

PROBE_BYTES = 65_536
PROBE = ".probe"
MOST_KEPT_BYTES = 50_000_000

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
        refusal = _refusal(folder, is_ours=kind == "usual") or _carried(bring_from, folder)
        if not refusal:
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


def _carried(old: Path, new: Path) -> str:
    """Copy what can be read of a folder's state into another, or say why that takes nothing more."""
    if old == new:
        return ""
    try:
        for edition in _worth_carrying(store_in(old)):
            _carry_edition(store_in(old), store_in(new), edition)
        for source, target in (
            *((store_in(old) / name, store_in(new) / name) for name in (JOURNAL, PIN)),
            (device_settings_in(old), device_settings_in(new)),
            (prepared_in(old), prepared_in(new)),
            (attempts_in(old), attempts_in(new)),
        ):
            _carry_file(source, target)
        with private_files():
            _carry_file(access_in(old), access_in(new))
    except OSError as error:
        return str(error)
    with suppress(OSError):
        _carry_kept(kept_in(old), kept_in(new))
    return ""


def _carry_kept(old: Path, new: Path) -> None:
    """Copy what has been brought from the world, the newest first and not without end: memory may be all there is."""
    files = [file for file in old.rglob("*") if file.is_file() and not file.is_symlink()]
    left = MOST_KEPT_BYTES
    for file in sorted(files, key=_importance):
        left -= file.stat().st_size
        if left < 0:
            return
        _carry_file(file, new / file.relative_to(old), is_precious=False)


def _importance(file: Path) -> tuple[bool, float]:
    """Order what is known of the sources before their pictures."""
    return file.suffix != ".json", -file.stat().st_mtime


def _worth_carrying(store: Path) -> frozenset[str]:
    """Give what the journal and staff may go back to, or else the newest edition."""
    try:
        named = named_in(read_journal(store)) | ({read_pin(store)} - {""})
    except OSError:
        named = frozenset()
    return frozenset(edition for edition in named or editions_newest_first(store)[:1] if _is_whole(store, edition))


def _is_whole(store: Path, edition: str) -> bool:
    return isinstance(read(store, edition), Verified)


def _carry_edition(old: Path, new: Path, edition: str) -> None:
    """Copy a whole edition whole, or leave nothing of it and raise OSError."""
    import shutil  # noqa: PLC0415  # 0.4 MB that a supervisor with a whole disk can do without

    if _is_whole(new, edition):
        return
    shutil.rmtree(new / edition, ignore_errors=True)
    try:
        shutil.copytree(old / edition, new / edition)
    except OSError:
        shutil.rmtree(new / edition, ignore_errors=True)
        raise


def _carry_file(source: Path, target: Path, *, is_precious: bool = True) -> None:
    """Copy a small file, if it is there and can be read, and no newer one is there already."""
    try:
        content, age = source.read_bytes(), source.stat().st_mtime_ns
    except OSError:
        return
    if not target.exists() or target.stat().st_mtime_ns < age:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(target, content, is_precious=is_precious)
