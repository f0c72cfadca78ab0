"""What macOS is told of Kiosk.app: the entries of its Info.plist, for PyInstaller's BUNDLE."""

import re

IDENTIFIER = "org.kiosk.kiosk"
"""Also the label of its LaunchAgent and the name in signatures: changing it makes another program of it."""

OLDEST = "13.0"
"""What the wheels of PySide6 6.11 were built for."""


def info(version: str) -> dict[str, str | bool]:
    """Give the entries for a version such as 1.2.0, or 1.2.0+7 for the seventh commit after it."""
    found = re.match(r"\d+\.\d+\.\d+", version)
    if found is None:
        raise ValueError(f"macOS wants a version such as 1.2.3, not {version!r}")
    return {
        "CFBundleDisplayName": "Kiosk",
        "CFBundleName": "Kiosk",
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleShortVersionString": found[0],
        "CFBundleVersion": found[0],  # three numbers at most, and nothing else
        "CFBundleGetInfoString": f"Kiosk {version}",
        "NSHumanReadableCopyright": "The Kiosk authors, MIT licence",
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": OLDEST,
        "NSHighResolutionCapable": True,
        "NSSupportsAutomaticGraphicsSwitching": True,
        "NSSupportsAutomaticTermination": False,  # macOS must not end what it takes to be idle
        "NSSupportsSuddenTermination": False,
        # The parent has no window: in the Dock its icon would bounce, and then be said not to answer. The window of the
        # child shows all the same, without an icon there and in Command+Tab.
        "LSUIElement": True,
        "LSBackgroundOnly": False,
    }
