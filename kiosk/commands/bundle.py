"""`kiosk bundle`: pack what support needs into one file that staff can send by mail."""

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from kiosk.commands.exit_status import DONE, REFUSED
from kiosk.support.collect import collect
from kiosk.support.contents import Missing, Part, packed
from kiosk.support.sources import Sources
from kiosk.system.private_file import private_files

STANDARD_OUTPUT = "-"
WRITTEN = """\
Wrote {file} ({size}).
Send it by mail to whoever helps you. The PIN, numbers and addresses are taken out, and names as far as your files know them;
pictures show what every visitor sees. README.txt in it says what is left.
"""
IS_A_TERMINAL = """\
A ZIP file cannot be read on a terminal. Send it into a file: kiosk bundle --out - >FILE
"""
IS_THERE = """\
{file} is there already. Name a new file, or move that one away first. Nothing was changed.
"""
ELSEWHERE = """\
Go to a folder on another disk or a USB stick, and say again: kiosk bundle
"""


def bundle(sources: Sources, chosen: str | None, *, pictures: bool) -> int:
    """Write it to standard output for "-", where it was asked for, or else here, into the home, or for temporary files."""
    if refusal := _refusal(chosen):
        sys.stderr.write(refusal)
        return REFUSED
    now = datetime.now().astimezone()
    sys.stderr.write("Gathering what support needs; this may take a minute ...\n")
    parts = collect(sources, pictures=pictures)
    content = packed(parts, (now.year, now.month, now.day, now.hour, now.minute, now.second))
    if chosen == STANDARD_OUTPUT:
        return _passed_on(content, parts)
    return _written((Path(chosen),) if chosen else _usual(now), content, parts)


def _refusal(chosen: str | None) -> str:
    """Say what is wrong with the place before staff wait for a minute."""
    if chosen == STANDARD_OUTPUT:
        return IS_A_TERMINAL if sys.stdout.isatty() else ""
    return IS_THERE.format(file=chosen) if chosen and os.path.lexists(chosen) else ""


def _passed_on(content: bytes, parts: Iterable[Part]) -> int:
    try:
        _write_whole(sys.stdout.fileno(), content)
    except OSError as error:
        sys.stderr.write(f"The bundle could not be passed on: {error.strerror or error}.\n{ELSEWHERE}")
        return REFUSED
    sys.stderr.write(_not_in_it(parts))
    return DONE


def _written(places: Iterable[Path], content: bytes, parts: Iterable[Part]) -> int:
    """Write it into the first of these places that takes it."""
    failures = list[str]()
    for file in places:
        try:
            _write_new(file.absolute(), content)
        except OSError as error:
            failures.append(f"{file} could not be written: {error.strerror or error}.\n")
            continue
        size = f"{max(1, len(content) // 1000):,} kB"
        sys.stdout.write(WRITTEN.format(file=file.absolute(), size=size) + _not_in_it(parts))
        return DONE
    sys.stderr.write("".join(failures) + ELSEWHERE)
    return REFUSED


def _usual(now: datetime) -> Iterator[Path]:
    """Name it to the second, for whoever mends something asks again within a minute."""
    name = f"kiosk-support-{now:%Y-%m-%d-%H%M%S}.zip"
    yield Path(name)
    with suppress(RuntimeError):  # nobody's home is known
        yield Path.home() / name
    with suppress(OSError):  # there is none
        yield Path(tempfile.gettempdir(), name)


def _write_new(file: Path, content: bytes) -> None:
    """Write a file that is not there yet, for this user alone, and leave nothing where it has no room."""
    with private_files():
        stream = file.open("xb", buffering=0)
    try:
        with stream:
            _write_whole(stream.fileno(), content)
            os.fsync(stream.fileno())
    except OSError:
        with suppress(OSError):
            file.unlink()
        raise


def _write_whole(descriptor: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view) :]


def _not_in_it(parts: Iterable[Part]) -> str:
    missing = [f"{part.name} ({part.why})" for part in parts if isinstance(part, Missing)]
    return f"Not in it: {'; '.join(missing)}.\n" if missing else ""
