"""A child that was started by `spawn`, with what the supervisor asks of subprocess.Popen, in the same words."""

import os
import signal
import subprocess
import sys
import time
from typing import IO

LOOK_EVERY_SECONDS = 0.01


class Spawned:
    stderr: IO[str] | None = None

    def __init__(self, pid: int, to_it: int, from_it: int) -> None:
        self.pid = pid
        self.stdin: IO[str] | None = _opened(to_it, "w")
        self.stdout: IO[str] | None = _opened(from_it, "r")
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Give the exit status, or the number of the signal below 0; None while it runs."""
        if sys.platform != "win32" and self.returncode is None:
            try:
                pid, status = os.waitpid(self.pid, os.WNOHANG)
            except ChildProcessError:  # whoever started us has the kernel bury our children
                pid, status = self.pid, 0
            self.returncode = os.waitstatus_to_exitcode(status) if pid else None
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait until it has ended; raise subprocess.TimeoutExpired when that takes longer."""
        end = time.monotonic() + timeout if timeout is not None else None
        while (status := self.poll()) is None:
            if end is not None and time.monotonic() >= end:
                raise subprocess.TimeoutExpired(str(self.pid), timeout or 0.0)
            time.sleep(LOOK_EVERY_SECONDS)
        return status

    def send_signal(self, number: int) -> None:
        if self.poll() is None:  # afterwards the number may be that of another process
            os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        if sys.platform != "win32":
            self.send_signal(signal.SIGKILL)


def _opened(descriptor: int, mode: str) -> IO[str]:
    return open(descriptor, mode, encoding="utf-8", errors="replace")  # a pipe that lives as long as the child
