"""The computer below a kiosk in a lobby: kept awake, its hot keys quiet, its screen switched off when staff wish it."""

from pathlib import Path
from typing import TypeAlias

from kiosk.log import note
from kiosk.system.hot_keys import quieten, restore
from kiosk.system.keep_awake import KeepAwake
from kiosk.system.screen_power import OnlyDark, switch_off, switch_on


class InLobby:
    """`memory` is the file for what is to be as before afterwards."""

    def __init__(self, memory: Path) -> None:
        self._memory = memory
        self._awake: KeepAwake | None = None

    def start(self) -> None:
        quieten(self._memory)

    def keep_awake(self) -> None:
        """Keep it awake from now on; not before the first frame, which would wait for it."""
        if self._awake is None:
            self._awake = KeepAwake(_note_awake)
            self._awake.start()

    def darken(self) -> None:
        """Cut the screen's power; where that is impossible, the kiosk's own black picture must do."""
        outcome = switch_off()
        note("screen switched off", power="on" if isinstance(outcome, OnlyDark) else "off")

    def brighten(self) -> None:
        switch_on()
        note("screen switched on")

    def end(self) -> None:
        if self._awake is not None:
            self._awake.end()
        restore(self._memory)


class Untouched:
    """In a window among others, the computer is its user's; what a kiosk that was killed has left is put right."""

    def __init__(self, memory: Path) -> None:
        self._memory = memory

    def start(self) -> None:
        restore(self._memory)

    def keep_awake(self) -> None: ...

    def darken(self) -> None: ...

    def brighten(self) -> None: ...

    def end(self) -> None: ...


Computer: TypeAlias = InLobby | Untouched


def _note_awake(held_by: tuple[str, ...]) -> None:
    note("kept awake", by=", ".join(held_by) or "nothing")
