"""Dangers of macOS that one value of the user's defaults holds off."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.system.doctor.accessibility import ACCESSIBILITY
from kiosk.system.doctor.blanking import LOCKER
from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Absent, Machine, Refused, Silent, Text
from kiosk.system.doctor.updates import UPDATES

_DOCK = "com.apple.dock"
_UNIVERSAL = "com.apple.universalaccess"
_UPDATES = "/Library/Preferences/com.apple.SoftwareUpdate"
_SAVER = "com.apple.screensaver"


@dataclass(frozen=True, slots=True)
class Setting:
    """`safe` are the values that hold the danger off, "" among them where macOS does so when nothing is written."""

    danger: Danger
    domain: tuple[str, ...]
    key: str
    safe: frozenset[str]
    what: str
    cure: str


def _corner(letters: str, where: str) -> Setting:
    key = f"wvous-{letters}-corner"
    return Setting(
        Danger(f"hot-corner-{letters}", f"Hot corner {where}"),
        (_DOCK,),
        key,
        frozenset({"", "0", "1"}),
        "A finger or the mouse in this corner of the screen starts something.",
        f"defaults write {_DOCK} {key} -int 1 && killall Dock",
    )


SETTINGS = (
    Setting(
        LOCKER,
        ("-currentHost", _SAVER),
        "idleTime",
        frozenset({"0"}),
        "The screen saver starts after a pause, and may ask for a password.",
        f"defaults -currentHost write {_SAVER} idleTime -int 0",
    ),
    Setting(
        ACCESSIBILITY,
        (_UNIVERSAL,),
        "useStickyKeysShortcutKeys",
        frozenset({"", "0"}),
        "Sticky Keys are switched on when Shift is pressed five times.",
        f"defaults write {_UNIVERSAL} useStickyKeysShortcutKeys -bool false",
    ),
    Setting(
        UPDATES,
        (_UPDATES,),
        "AutomaticallyInstallMacOSUpdates",
        frozenset({"0"}),
        "macOS restarts for them by itself.",
        f"sudo defaults write {_UPDATES} AutomaticallyInstallMacOSUpdates -bool false",
    ),
    _corner("tl", "at the top left"),
    _corner("tr", "at the top right"),
    _corner("bl", "at the bottom left"),
    _corner("br", "at the bottom right"),
)


def settings(machine: Machine) -> Iterator[Found]:
    for setting in SETTINGS:
        yield judged(machine, setting)


def judged(machine: Machine, setting: Setting) -> Found:
    match defaults(machine, *setting.domain, setting.key):
        case None:
            return setting.danger.unknown("macOS did not tell (defaults).", setting.cure)
        case value if value in setting.safe:
            return setting.danger.held(f"{setting.key} is {value or 'not set'}.")
        case _:
            return setting.danger.not_held(setting.what, setting.cure)


def defaults(machine: Machine, *arguments: str) -> str | None:
    """Give a value, "" for one that is not written, None where the system does not tell."""
    options = arguments[:1] if arguments[0].startswith("-") else ()
    match machine.run("defaults", *options, "read", *arguments[len(options) :]):
        case Text(text, 0):
            return text.strip()
        case Text():
            return ""
        case Absent() | Refused() | Silent():
            return None
