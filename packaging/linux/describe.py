"""Writes what tells of the commands into a folder: kiosk.1, kiosk.bash, _kiosk (zsh) and kiosk.fish.

    python packaging/linux/describe.py FOLDER VERSION

All of it comes from the parser that the program itself has, so that none of it can say anything else. It needs the
packages of the program and shtab. The date is that of $SOURCE_DATE_EPOCH.
"""

import os
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from commands import command_of
from completions import bash, fish, zsh
from manual import manual

from kiosk.cli import command_line

TEXT = Path(__file__).with_name("kiosk.1.in")


def main() -> None:
    folder, version = Path(sys.argv[1]), sys.argv[2]
    made_at = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or time.time()), UTC)
    for name, text in descriptions(version, made_at):
        (folder / name).write_text(text, encoding="utf-8")


def descriptions(version: str, made_at: datetime) -> Iterator[tuple[str, str]]:
    kiosk = command_of(command_line())
    yield "kiosk.1", manual(TEXT.read_text("utf-8"), kiosk, version, f"{made_at:%B} {made_at.day}, {made_at.year}")
    yield "kiosk.bash", bash(command_line())
    yield "_kiosk", zsh(command_line())
    yield "kiosk.fish", fish(kiosk)


if __name__ == "__main__":
    main()
