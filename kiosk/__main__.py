"""The entry point of `python -m kiosk` and of the executable."""

import os
import sys
from io import TextIOWrapper

from kiosk.supervise.children import start_display_early

DISPLAY = ["display"]
"""The one command that goes past the command line's parser: the first frame would wait for it."""

RUN: tuple[list[str], ...] = ([], ["run"])
"""Command lines that want a display, which is started before anything else."""


def main() -> int:
    _give_streams()
    arguments = sys.argv[1:]
    if arguments == DISPLAY:
        from kiosk.commands.display import display

        return display()
    early = start_display_early() if arguments[:1] in RUN else None
    from kiosk.cli import execute

    return execute(arguments, early)


def _give_streams() -> None:
    """Speak UTF-8 whatever the system's code page, and replace streams that a program without a console lacks."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  # it lives as long as the process
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  # it lives as long as the process


if __name__ == "__main__":
    sys.exit(main())
