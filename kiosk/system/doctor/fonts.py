"""Fonts of the system, for languages whose scripts are not in those that come with the kiosk."""

from kiosk.system.doctor.found import Danger, Found
from kiosk.system.doctor.machine import Machine, Text

FONTS = Danger("fonts", "Fonts")
SCRIPTS = {
    "Hebrew": ("he", "yi"),
    "Devanagari": ("hi", "mr", "ne", "sa"),
    "Bengali": ("bn", "as"),
    "Tamil": ("ta",),
    "Telugu": ("te",),
    "Kannada": ("kn",),
    "Malayalam": ("ml",),
    "Gujarati": ("gu",),
    "Gurmukhi": ("pa",),
    "Odia": ("or",),
    "Sinhala": ("si",),
    "Thai": ("th",),
    "Lao": ("lo",),
    "Khmer": ("km",),
    "Burmese": ("my",),
    "Georgian": ("ka",),
    "Armenian": ("hy",),
    "Ethiopic": ("am", "ti"),
    "Tibetan": ("bo", "dz"),
    "Thaana": ("dv",),
    "Chinese": ("zh", "yue"),
    "Japanese": ("ja",),
    "Korean": ("ko",),
}
"""All other languages are taken for Latin, Greek, Cyrillic or Arabic ones, which the kiosk's own fonts have."""

_CJK = frozenset({"Chinese", "Japanese", "Korean"})


def fonts(machine: Machine, languages: tuple[str, ...]) -> Found:
    foreign = {tag: script for tag in languages if (script := script_of(tag))}
    if not foreign:
        return FONTS.held("Those that come with the kiosk have every language of contact.toml.")
    answers = {tag: machine.run("fc-list", f":lang={tag.partition('-')[0]}", "family") for tag in foreign}
    lacking = tuple(foreign[tag] for tag, answer in answers.items() if isinstance(answer, Text) and not answer.text)
    if lacking:
        return FONTS.not_held(f"No font has {', '.join(lacking)}: visitors would see boxes.", _cure(lacking))
    if silent := tuple(foreign[tag] for tag, answer in answers.items() if not isinstance(answer, Text)):
        what = f"Whether a font has {', '.join(silent)}, the system did not tell (fc-list)."
        return FONTS.unknown(what, _cure(silent))
    return FONTS.held(f"The system has fonts for {', '.join(foreign.values())}.")


def script_of(tag: str) -> str:
    """Give the script of a language that needs a font of the system, "" for all others."""
    language = tag.partition("-")[0]
    return next((script for script, languages in SCRIPTS.items() if language in languages), "")


def _cure(scripts: tuple[str, ...]) -> str:
    packages = sorted({"fonts-noto-cjk" if script in _CJK else "fonts-noto-core" for script in scripts})
    return f"sudo apt install fontconfig {' '.join(packages)}"
