"""What one job may use of the computer, so that a hostile file cannot take it from the screen."""

import sys

CPU_SECONDS = 20
MEMORY_BYTES = 2 * 1024**3


def limit_this_process() -> None:
    """Let the system end this process when it uses more.

    macOS refuses the limit of memory and Windows knows neither: there the supervisor's wall clock rules.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  # there is none on Windows

    limits = [(resource.RLIMIT_CPU, CPU_SECONDS)]
    if sys.platform == "linux":
        limits.append((resource.RLIMIT_AS, MEMORY_BYTES))
    for kind, limit in limits:
        _, hard = resource.getrlimit(kind)
        if hard == resource.RLIM_INFINITY or limit < hard:
            resource.setrlimit(kind, (limit, hard))
