"""A visit to a source in the world while somebody waits for it at a terminal, by the child that the kiosk itself uses."""

import os
import subprocess

from kiosk.supervise.jobs import Gather, Gathered, gathered_from_line
from kiosk.supervise.launch import clean, command
from kiosk.supervise.wire import Unreadable, to_line

SECONDS = 30


def visited(order: Gather) -> Gathered | Unreadable:
    """Visit the source and keep what it has in the order's folder."""
    try:
        child = subprocess.run(  # noqa: S603  # our own program
            command(("gather",)),
            input=to_line(order),
            stdout=subprocess.PIPE,
            env=clean(os.environ),
            timeout=SECONDS,
            check=False,
            encoding="utf-8",
        )
    except subprocess.TimeoutExpired:
        return Unreadable("", f"it took longer than {SECONDS} seconds")
    if not child.stdout and child.returncode > 0:
        return Unreadable("", f"the kiosk's own reader could not begin (exit status {child.returncode})")
    if not child.stdout:
        return Unreadable("", "what it sent broke the reader, which is why it is read in a process of its own")
    return gathered_from_line(child.stdout)
