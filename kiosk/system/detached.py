"""Starts another program by itself: no pipes, no terminal of ours, nobody waits for it."""

import subprocess


def start_detached(*command: str) -> None:
    """Start the program, or raise OSError; its exit status is of no interest."""
    subprocess.Popen(  # noqa: S603  # a fixed program, and a link that open_link() has checked
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
