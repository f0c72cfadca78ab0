"""`kiosk bundle`: pack what support needs into one file that staff can send by mail."""

import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from kiosk.commands.exit_status import DONE, REFUSED
from kiosk.edition.durable import write_atomically
from kiosk.support.collect import Sources, collect
from kiosk.support.contents import Missing, packed
from kiosk.system.private_file import private_files

WRITTEN = """\
Wrote {file} ({size}).
Send it by mail to whoever helps you. The PIN, numbers and addresses are taken out, and names as far as your files know them;
pictures show what every visitor sees. README.txt in it says what is left.
"""


def bundle(sources: Sources, chosen: str | None, *, pictures: bool) -> int:
    """Write it where it was asked for, or else here, into the home, or into the folder for temporary files."""
    if chosen and Path(chosen).exists() and not zipfile.is_zipfile(chosen):
        sys.stderr.write(f"{chosen} is there already, and is no bundle. Name a new file. Nothing was changed.\n")
        return REFUSED
    now = datetime.now().astimezone()
    sys.stderr.write("Gathering what support needs; this may take a minute ...\n")
    parts = collect(sources, pictures=pictures)
    content = packed(parts, (now.year, now.month, now.day, now.hour, now.minute, now.second))
    failures = list[str]()
    for file in [Path(chosen)] if chosen else _usual(now):
        try:
            with private_files():
                write_atomically(file.absolute(), content)
        except OSError as error:
            failures.append(f"{file} could not be written: {error.strerror or error}.\n")
            continue
        _say(file.absolute(), content, tuple(part for part in parts if isinstance(part, Missing)))
        return DONE
    sys.stderr.write("".join(failures) + "Name another file, on another disk or a USB stick: kiosk bundle --out FILE\n")
    return REFUSED


def _usual(now: datetime) -> Iterator[Path]:
    name = f"kiosk-support-{now:%Y-%m-%d-%H%M}.zip"
    yield Path(name)
    with suppress(RuntimeError):  # nobody's home is known
        yield Path.home() / name
    with suppress(OSError):  # there is none
        yield Path(tempfile.gettempdir(), name)


def _say(file: Path, content: bytes, missing: tuple[Missing, ...]) -> None:
    sys.stdout.write(WRITTEN.format(file=file, size=f"{max(1, len(content) // 1000):,} kB"))
    if missing:
        sys.stdout.write("Not in it: " + "; ".join(f"{part.name} ({part.why})" for part in missing) + ".\n")
