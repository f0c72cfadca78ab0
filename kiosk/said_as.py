"""How commands of ours are typed on this computer: `kiosk status`, or `sudo kiosk-lobby status` to the kiosk of the service."""

import os
import re

USUAL = "kiosk"
SAID_AS = "KIOSK_SAID_AS"
"""The variable in which kiosk-lobby and the services say how they are spoken to."""

_COMMAND = re.compile(
    r"(?<![\w/.-])kiosk (?=(?:agenda|bundle|check|doctor|editions|init|rollback|set-pin|status)(?![\w-]))"
)


def program() -> str:
    return os.environ.get(SAID_AS) or USUAL


def is_of_service() -> bool:
    return program() != USUAL


def as_typed(text: str) -> str:
    """Give the text with every command in it as it must be typed here."""
    return _COMMAND.sub(lambda _: f"{program()} ", text)
