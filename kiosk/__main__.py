"""The entry point of `python -m kiosk` and of the executable."""

import sys

from kiosk.cli import execute


def main() -> int:
    return execute(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
