"""The colours of the screen: the design's palettes, the organisation's own two colours, and what keeps them readable."""

from dataclasses import dataclass
from typing import Literal

from kiosk.edition.colour import TEXT_RATIO, contrast, lighter, mixed, readable, readable_on
from kiosk.edition.model import Look, Palette
from kiosk.edition.palettes import CONTRAST, DARK, LIGHT
from kiosk.edition.value import replace
from kiosk.prepare.contact.fault import Fault

_RAISED_BY = 0.05
_MUTED_BY = 0.25
_DARKER_BY = 0.35


@dataclass(frozen=True, slots=True)
class MadeLook:
    """`faults` are warnings: what was corrected, and to which colour."""

    look: Look
    faults: tuple[Fault, ...]


def look_of(
    theme: Literal["light", "dark", "auto"],
    motion: Literal["full", "reduced"],
    accent: str | None = None,
    panel: str | None = None,
) -> MadeLook:
    light, dark = (_coloured(palette, accent, panel) for palette in (LIGHT, DARK))
    shown = dark if theme == "dark" else light
    return MadeLook(Look(theme, motion, light, dark, CONTRAST), _corrections(accent, shown))


def _coloured(palette: Palette, accent: str | None, panel: str | None) -> Palette:
    if accent is not None:
        palette = _with_accent(palette, accent.lower())
    return palette if panel is None else _with_panel(palette, panel.lower())


def _with_accent(palette: Palette, accent: str) -> Palette:
    shown = readable(accent, palette.paper)
    return replace(palette, accent=shown, on_accent=_text_on(shown, palette.on_accent))


def _with_panel(palette: Palette, panel: str) -> Palette:
    ground = mixed(panel, "#000000", _DARKER_BY) if _is_dark(palette) else panel
    text = _text_on(ground, palette.on_panel)
    raised = _raised(ground, text)
    muted = readable_on(mixed(text, ground, _MUTED_BY), (ground, raised))
    return replace(palette, panel=ground, panel_raised=raised, on_panel=text, on_panel_muted=muted)


def _is_dark(palette: Palette) -> bool:
    return contrast(palette.paper, "#000000") < contrast(palette.paper, "#ffffff")


def _text_on(ground: str, preferred: str) -> str:
    """Give the first that can be read: on every colour there is, black or white keeps 4.58:1."""
    choices = (preferred, LIGHT.ink, "#ffffff", "#000000")
    return next(text for text in choices if contrast(text, ground) >= TEXT_RATIO)


def _raised(ground: str, text: str) -> str:
    """Lift rows off the panel: lighter, or darker where the text would drown otherwise."""
    lifted = lighter(ground, _RAISED_BY)
    return lifted if contrast(text, lifted) >= TEXT_RATIO else lighter(ground, -_RAISED_BY)


def _corrections(accent: str | None, shown: Palette) -> tuple[Fault, ...]:
    if accent is None or accent.lower() == shown.accent:
        return ()
    what = f"the accent {accent} cannot be read on {shown.paper}"
    return (Fault("accent", what, f"It is shown as {shown.accent}", "warning"),)
