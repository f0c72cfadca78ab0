"""Starts a program by posix_spawn(3): `subprocess` takes 12 ms to import, for which the first frame would wait."""

import os
import sys

TYPE_CHECKING = False  # typing and collections would be imported, too
if TYPE_CHECKING:
    from collections.abc import Mapping

_OPEN = "/proc/self/fd"
_FIRST = 3
"""The first descriptor beyond the three standard ones."""


def spawn(command: tuple[str, ...], environment: "Mapping[str, str]") -> tuple[int, int, int]:
    """Start it, or raise OSError; give its number, the pipe to its standard input and that from its standard output.

    It has a session of its own and inherits the standard error alone.
    """
    ours: list[int] = []
    theirs: list[int] = []
    try:
        read_by_it, to_it = os.pipe()
        theirs, ours = [read_by_it], [to_it]
        from_it, written_by_it = os.pipe()
        theirs, ours = [read_by_it, written_by_it], [to_it, from_it]
        return _started(command, environment, read_by_it, written_by_it), to_it, from_it
    except OSError:
        _close(ours)
        raise
    finally:
        _close(theirs)


def _started(command: tuple[str, ...], environment: "Mapping[str, str]", reads: int, writes: int) -> int:
    pid = 0
    if sys.platform != "win32":
        pipes = ((os.POSIX_SPAWN_DUP2, reads, 0), (os.POSIX_SPAWN_DUP2, writes, 1))
        closed = ((os.POSIX_SPAWN_CLOSE, number) for number in map(int, os.listdir(_OPEN)) if number >= _FIRST)  # noqa: PTH208  # pathlib costs 5 ms
        pid = os.posix_spawn(command[0], command, environment, file_actions=(*pipes, *closed), setsid=True)
    return pid


def _close(descriptors: list[int]) -> None:
    for descriptor in descriptors:
        os.close(descriptor)
