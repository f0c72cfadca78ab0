"""How a second `kiosk run` calls the first one to the front: a small file in a folder of its own, gone when it was heard.

Its first line makes it unlike every other call; the second is what the desktop gave the caller to be let to the front.
"""

import os
import time
from collections.abc import MutableMapping
from contextlib import suppress
from pathlib import Path

from kiosk.edition.durable import write_atomically
from kiosk.edition.value import Value
from kiosk.paths import call_in

MOST_BYTES = 1024
LONGEST_TOKEN = 512

TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
"""Of Wayland's xdg-activation and X11's startup notification; each is good for one window, once."""


class Call(Value, frozen=True):
    """Somebody wants to see the kiosk; `token` is "" where the desktop gave none."""

    token: str = ""


class NoCall(Value, frozen=True):
    """Nobody has called."""


def take_token(environment: MutableMapping[str, str]) -> str:
    """Take it out of the environment, whose further programs it is not meant for."""
    given = [environment.pop(name, "") for name in TOKENS]
    return next((token for token in map(_token, given) if token), "")


def make_ready(state: Path) -> None:
    """Have a folder for calls, without those that an earlier kiosk did not hear; where there is no room, none will come."""
    file = call_in(state)
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)


def call(state: Path, token: str) -> None:
    """Ask for the kiosk to come to the front, or raise OSError."""
    number = f"{os.getpid()}-{time.time_ns()}"
    write_atomically(call_in(state), f"{number}\n{_token(token)}\n".encode(), is_precious=False)


def is_heard(state: Path) -> bool:
    return not call_in(state).exists()


def withdraw(state: Path) -> None:
    """Call no longer: the window would come to the front when nobody expects it."""
    with suppress(OSError):
        call_in(state).unlink(missing_ok=True)


def take_call(state: Path) -> Call | NoCall:
    """Take the call away and answer it; one that cannot be taken away is none, or it would be answered for ever."""
    file = call_in(state)
    try:
        if not file.is_file():
            return NoCall()
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES)
        file.unlink()
    except OSError:
        return NoCall()
    return Call(_token(content.decode("ascii", "replace").partition("\n")[2].removesuffix("\n")))


def _token(text: str) -> str:
    """Give what can be a token, "" for anything else: it comes from outside and goes to the window manager."""
    is_plain = text.isascii() and text.isprintable()
    return text if is_plain and len(text) <= LONGEST_TOKEN else ""
