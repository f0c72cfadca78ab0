"""The computer below a kiosk in a lobby: kept awake, its hot keys quiet, its screen switched off when staff wish it."""

import queue
import threading
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from kiosk.log import note
from kiosk.system.hot_keys import quieten, restore
from kiosk.system.keep_awake import KeepAwake
from kiosk.system.screen_power import OnlyDark, switch_off, switch_on

HOT_KEYS = "hot_keys.json"
DARK = "switched_off"
LIGHT_WITHIN_SECONDS = 1.0


class InLobby:
    """`state` is the folder that remembers what is to be as before, also after a kiosk that was killed."""

    def __init__(self, state: Path) -> None:
        self._hot_keys = state / HOT_KEYS
        self._power = Power(state / DARK)
        self._awake: KeepAwake | None = None

    def start(self) -> None:
        quieten(self._hot_keys)

    def keep_awake(self) -> None:
        """Keep it awake from now on; not before the first frame, which would wait for it."""
        if self._awake is None:
            self._awake = KeepAwake(_note_awake)
            self._awake.start()
            self._power.restore()

    def darken(self) -> None:
        self._power.wish(on=False)

    def brighten(self) -> None:
        self._power.wish(on=True)

    def end(self) -> None:
        """Leave everything as it was before, within two seconds."""
        self._power.restore()
        self._power.end()
        if self._awake is not None:
            self._awake.end()
        restore(self._hot_keys)


class Power:
    """Switches the screen in a thread of its own, for what does it may hang; the file is there while the screen is off."""

    def __init__(self, memory: Path) -> None:
        self._memory = memory
        self._wishes: queue.SimpleQueue[bool | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def wish(self, *, on: bool) -> None:
        self._wishes.put(on)
        if self._thread is None:
            self._thread = threading.Thread(target=self._obey, name="screen power", daemon=True)
            self._thread.start()

    def restore(self) -> None:
        """Switch it on where it was left off, be it by a kiosk before this one."""
        if self._memory.exists():
            self.wish(on=True)

    def end(self) -> None:
        """Have the wishes fulfilled; what hangs is left behind."""
        if self._thread is not None:
            self._wishes.put(None)
            self._thread.join(LIGHT_WITHIN_SECONDS)

    def _obey(self) -> None:
        while (on := self._wishes.get()) is not None:
            if on:
                self._switch_on()
            else:
                self._switch_off()

    def _switch_off(self) -> None:
        """Cut the power; where that is impossible, the kiosk's own black picture must do."""
        with suppress(OSError):
            self._memory.touch()
        outcome = switch_off()
        note("screen switched off", power="on" if isinstance(outcome, OnlyDark) else "off")

    def _switch_on(self) -> None:
        switch_on()
        with suppress(OSError):
            self._memory.unlink(missing_ok=True)
        note("screen switched on")


class Untouched:
    """In a window among others, the computer is its user's; what a kiosk that was killed has left is put right."""

    def __init__(self, state: Path) -> None:
        self._hot_keys = state / HOT_KEYS

    def start(self) -> None:
        restore(self._hot_keys)

    def keep_awake(self) -> None: ...

    def darken(self) -> None: ...

    def brighten(self) -> None: ...

    def end(self) -> None: ...


Computer: TypeAlias = InLobby | Untouched


def _note_awake(held_by: tuple[str, ...]) -> None:
    note("kept awake", by=", ".join(held_by) or "nothing")
