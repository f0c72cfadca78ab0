"""Contrast as WCAG 2 counts it, and the nearest colour that keeps it. Pure; colours are "#rrggbb"."""

import colorsys
from collections.abc import Iterator

TEXT_RATIO = 4.5
"""What WCAG 2 (1.4.3, level AA) asks of text of any size."""

SIGN_RATIO = 3.0
"""What WCAG 2 (1.4.11, level AA) asks of all else that tells something: focus rings, borders of controls, dots, icons."""

_STEPS = 200


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio, from 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(text: str, ground: str, ratio: float = TEXT_RATIO) -> str:
    """Give `text` itself, or the nearest lightness of its hue that keeps the ratio on the ground."""
    return readable_on(text, (ground,), ratio)


def readable_on(text: str, grounds: tuple[str, ...], ratio: float = TEXT_RATIO) -> str:
    """Like `readable`, on several grounds at once; black or white where no colour keeps the ratio on all of them."""
    for candidate in _nearest_first(text):
        if worst_contrast(candidate, grounds) >= ratio:
            return candidate
    return max(("#000000", "#ffffff"), key=lambda extreme: worst_contrast(extreme, grounds))


def seen(colour: str, towards: str, ground: str, ratio: float = SIGN_RATIO) -> str:
    """Mix in as little of the other colour, which is seen on the ground, as makes this one seen there too."""
    mixtures = (mixed(colour, towards, step / _STEPS) for step in range(_STEPS + 1))
    return next((mixture for mixture in mixtures if contrast(mixture, ground) >= ratio), towards)


def worst_contrast(text: str, grounds: tuple[str, ...]) -> float:
    return min(contrast(text, ground) for ground in grounds)


def lighter(colour: str, amount: float) -> str:
    """Move the lightness by `amount` of its whole range; negative darkens."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    return _written(colorsys.hls_to_rgb(hue, min(max(lightness + amount, 0), 1), saturation))


def mixed(one: str, other: str, share: float) -> str:
    """Mix in `share` of the other colour, 0 to 1."""
    red, green, blue = (
        mine + (theirs - mine) * share for mine, theirs in zip(_channels(one), _channels(other), strict=True)
    )
    return _written((red, green, blue))


def _nearest_first(colour: str) -> Iterator[str]:
    yield colour
    for step in range(1, _STEPS + 1):
        yield lighter(colour, -step / _STEPS)
        yield lighter(colour, step / _STEPS)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    """Undo the gamma of sRGB, with the constants of WCAG 2.2's definition of relative luminance."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  # as said


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red / 255, green / 255, blue / 255


def _written(channels: tuple[float, float, float]) -> str:
    red, green, blue = (round(channel * 255) for channel in channels)
    return f"#{red:02x}{green:02x}{blue:02x}"
