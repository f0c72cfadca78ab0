"""Other versions of the .deb, good and broken on purpose: the same package with another program in it."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WHOLE = ""
ENDS = "exit 1"
HANGS = "trap '' TERM; while :; do sleep 1; done"
_CHILDREN_DIE = """\
"$real" "$@" &
trap "kill $!; wait; exit 0" TERM
while sleep {seconds}; do
    kill -9 $(cat /proc/$!/task/$!/children)
done
"""
DIES_BEFORE_IT_PAINTS = _CHILDREN_DIE.format(seconds=0.1)
DIES_AGAIN_AND_AGAIN = _CHILDREN_DIE.format(seconds=7)
ENDS_AFTER_A_WHILE = '"$real" "$@" & sleep 12; kill -9 $!'

WRAPPED = '#!/bin/sh\nreal=$(dirname "$(readlink -f "$0")")/real-kiosk\n[ "$1" = run ] || exec "$real" "$@"\n{script}\n'
PROGRAM = Path("usr/lib/kiosk/kiosk")


class Versions:
    """Made in a folder, one at a time."""

    def __init__(self, deb: Path, folder: Path) -> None:
        self._folder = folder
        self._unpacked = folder / "unpacked"
        subprocess.run(["dpkg-deb", "--raw-extract", deb, self._unpacked], check=True)
        self._program = self._unpacked / PROGRAM
        self._real = self._program.with_name("real-kiosk")

    def make(self, version: str, run: str = WHOLE) -> Path:
        """Make one whose `kiosk run` is this shell script, in which $real is the whole program."""
        made = self._folder / f"kiosk_{version}_amd64.deb"
        control = self._unpacked / "DEBIAN" / "control"
        lines = control.read_text("utf-8").splitlines()
        control.write_text("".join(f"{_of_version(line, version)}\n" for line in lines), "utf-8")
        with self._running(run):
            order = ("dpkg-deb", "--root-owner-group", "-Znone", "--build", self._unpacked, made)
            subprocess.run(order, check=True, stdout=subprocess.DEVNULL)
        return made

    @contextmanager
    def _running(self, script: str) -> Iterator[None]:
        if script == WHOLE:
            yield
            return
        self._program.rename(self._real)
        try:
            self._program.write_text(WRAPPED.format(script=script), "utf-8")
            self._program.chmod(0o755)
            yield
        finally:
            self._real.replace(self._program)


def _of_version(line: str, version: str) -> str:
    return f"Version: {version}" if line.startswith("Version:") else line
