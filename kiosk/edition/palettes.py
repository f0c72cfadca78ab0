"""The design's own colours, before an organisation changes any."""

from kiosk.edition.model import Palette

LIGHT = Palette(
    paper="#fbf9f4",
    ink="#1a1f1e",
    muted="#5c6663",
    rule="#e3dccd",
    accent="#b4472e",
    on_accent="#ffffff",
    panel="#10322d",
    panel_raised="#17423b",
    on_panel="#f4f8f6",
    on_panel_muted="#b5cbc5",
)
DARK = Palette(
    paper="#111514",
    ink="#eef1ef",
    muted="#9aa6a2",
    rule="#2a312f",
    accent="#ee8a6e",
    on_accent="#111514",
    panel="#0b211e",
    panel_raised="#12322d",
    on_panel="#f4f8f6",
    on_panel_muted="#a3bbb5",
)
CONTRAST = Palette(
    paper="#ffffff",
    ink="#000000",
    muted="#1f1f1f",
    rule="#000000",
    accent="#7a1500",
    on_accent="#ffffff",
    panel="#000000",
    panel_raised="#1c1c1c",
    on_panel="#ffffff",
    on_panel_muted="#f0f0f0",
)
"""For visitors who ask for contrast: at least 7:1 everywhere, whatever the organisation's colours."""
