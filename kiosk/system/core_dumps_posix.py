"""No core dumps, by the limit of their size."""

import sys


def forbid() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  # POSIX alone has it

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
