"""What is tried to escape from: the real kiosk with the starter files, and the naive window as its control."""

import subprocess
import sys
from pathlib import Path
from typing import Protocol, TypeAlias

import psutil

from tests.reliability.lobby import Lobby, cards_of, dark_colours, display_of, is_blank, until

Words: TypeAlias = tuple[str, ...]

SECOND_ARTICLE = '[[article]]\nfile = "articles/kiosk.md"\nkicker = "Featured article"\n'
SMALLER, LARGER, CONTRAST = ("1360", "1032"), ("1428", "1032"), ("1500", "1032")
"""The visitor's buttons, where they are at the usual text size."""

DISPLAY_AND_CARD = 2
CLOSE = ("key", "Escape", "key", "Home")
TO_USUAL_TEXT = (*("mousemove", *SMALLER), "click", "--repeat", "4", "1", "mousemove", *LARGER, "click", "1")
TURN_CONTRAST = ("mousemove", *CONTRAST, "click", "1")


class Prisoner(Protocol):
    """`undo` is how a visitor takes back what visitors may do, step by step; the rest closes by itself after a while."""

    undo: tuple[Words, ...]
    closes_by_itself_seconds: float

    def start(self) -> tuple[psutil.Process, ...]:
        """Start anew and give its processes once it is on the screen; the one with the window is the last."""


class Kiosk:
    undo: tuple[Words, ...] = (CLOSE, (*TO_USUAL_TEXT, *CLOSE), (*TURN_CONTRAST, *CLOSE))
    closes_by_itself_seconds = 40.0

    def __init__(self, lobby: Lobby) -> None:
        self._lobby = lobby
        self._colour = next(dark_colours())
        text = lobby.paint(self._colour)
        assert SECOND_ARTICLE in text
        lobby.contact.write_text(text.replace(SECOND_ARTICLE, ""), "utf-8")
        lobby.keep_still()
        (lobby.folder / "device.toml").write_text("drift = false\n", "utf-8")  # or every minute moves the picture

    def start(self) -> tuple[psutil.Process, ...]:
        _end_last(self._lobby)
        kiosk = self._lobby.start()
        until(lambda: self._lobby.shows(self._colour) and self._lobby.status().health == "shown")
        until(lambda: len(kiosk.children()) == DISPLAY_AND_CARD and self._is_laid(cards_of(kiosk)))
        return kiosk, display_of(kiosk)

    def _is_laid(self, cards: list[psutil.Process]) -> bool:
        """Tell whether the card, which comes last, has its window."""
        pids = [word for card in cards for word in ("--pid", str(card.pid))]
        search = ["xdotool", "search", "--all", "--onlyvisible", *pids]
        return (
            bool(pids)
            and subprocess.run(search, env=self._lobby.environment, check=False, capture_output=True).stdout != b""
        )


class Naive:
    undo: tuple[Words, ...] = (("key", "Escape", "mousemove", "1700", "900", "click", "1", "key", "Home"),)
    closes_by_itself_seconds = 0.0

    def __init__(self, lobby: Lobby) -> None:
        self._lobby = lobby

    def start(self) -> tuple[psutil.Process, ...]:
        _end_last(self._lobby)
        program = Path(__file__).with_name("naive_window.py")
        self._lobby.started.append(psutil.Popen([sys.executable, str(program)], env=self._lobby.environment))
        until(lambda: not is_blank(self._lobby.framebuffer))
        return (self._lobby.started[-1],)


def _end_last(lobby: Lobby) -> None:
    for program in lobby.started[-1:]:
        program.terminate()
        program.wait(5)
    until(lambda: is_blank(lobby.framebuffer))
