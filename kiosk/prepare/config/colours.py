"""Colours as people write them: B4472E, #b44 or 0xB4472E for "#B4472E"."""

import re

COLOUR_KEYS = frozenset({"accent", "panel"})

_SIX = re.compile(r"(?:#|0x)?([0-9A-F]{6})\b", re.IGNORECASE)
_THREE = re.compile(r"#([0-9A-F]{3})\b", re.IGNORECASE)


def colour_meant(text: str) -> str | None:
    if six := _SIX.match(text):
        return f"#{six[1]}"
    if three := _THREE.match(text):
        return "#" + "".join(digit * 2 for digit in three[1])
    return None
