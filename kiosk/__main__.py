"""The entry point of `python -m kiosk` and of the executable."""

import os
import sys

DISPLAY = ["display"]
"""The one command that goes past the command line's parser: the first frame would wait for it."""


def main() -> int:
    _give_streams()
    if sys.argv[1:] == DISPLAY:
        from kiosk.commands.display import display

        return display()
    from kiosk.cli import execute

    return execute(sys.argv[1:])


def _give_streams() -> None:
    """Replace streams that are None, as in a Windows program without a console."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  # it lives as long as the process
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  # it lives as long as the process


if __name__ == "__main__":
    sys.exit(main())
