"""Languages by their BCP 47 tags, e.g. "en" or "pt-PT"."""

import re

from kiosk.prepare.contact.fault import Fault

SPOKEN = ("en", "fr", "pt", "ar")
"""What the screen's own words have been translated into (resources/locale)."""

_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?")
_BY_NAME = {"arabic": "ar", "english": "en", "french": "fr", "ndebele": "nd", "portuguese": "pt", "shona": "sn"}


def languages_of(tags: tuple[str, ...]) -> tuple[str, ...] | Fault:
    for tag in tags:
        if not _TAG.fullmatch(tag):
            meant = _BY_NAME.get(tag.casefold(), _tidied(tag))
            return Fault("", f'"{tag}" is no language code', f'Write "{meant}"')
    twice = next((tag for tag in tags if tags.count(tag) > 1), None)
    return Fault("", f'"{twice}" stands here twice', "Delete one of them") if twice else tags


def untranslated(tags: tuple[str, ...]) -> Fault | None:
    """Warn of languages in which visitors would read English words between local dates."""
    lacking = [tag for tag in tags if tag.partition("-")[0] not in SPOKEN]
    if not lacking:
        return None
    what = f"the screen's own words are not translated into {', '.join(lacking)} yet"
    return Fault("", what, f"They are shown in English. There are: {', '.join(SPOKEN)}", "warning")


def _tidied(tag: str) -> str:
    """Mend the usual slip in capitals and hyphens; otherwise show what a code looks like."""
    language, _, region = tag.replace("_", "-").partition("-")
    mended = f"{language.lower()}-{region.upper()}" if region else language.lower()
    return mended if _TAG.fullmatch(mended) else "en"
