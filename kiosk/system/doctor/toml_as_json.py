"""A program of its own, without the rest of the kiosk: prints a TOML file as JSON, or ends with status 1.

What staff wrote may keep a parser for seconds, and the drive that it lies on for ever.
"""

import codecs
import json
import sys
import tomllib
from collections.abc import Sequence

MOST_BYTES = 256_000


def as_json(content: bytes) -> str:
    """Raise ValueError or RecursionError where it is no TOML."""
    return json.dumps(tomllib.loads(_decoded(content)), default=str)


def _decoded(content: bytes) -> str:
    is_utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return content.decode("utf-16" if is_utf16 else "utf-8-sig").replace("\r\n", "\n")


def main(paths: Sequence[str]) -> int:
    try:
        with open(paths[0], "rb") as file:  # noqa: PTH123  # pathlib would double the start
            print(as_json(file.read(MOST_BYTES)))  # noqa: T201  # its whole purpose
    except (OSError, ValueError, RecursionError):
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
