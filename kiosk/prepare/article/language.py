"""Language tags of BCP 47 (RFC 5646), as far as articles need them: language, script, region."""

import re
from dataclasses import dataclass

_TAG = re.compile(r"(?P<language>[A-Za-z]{2,3})(-(?P<script>[A-Za-z]{4}))?(-(?P<region>[A-Za-z]{2}|[0-9]{3}))?")
_NAMES = {
    "arabic": "ar", "chinese": "zh", "dutch": "nl", "english": "en", "french": "fr", "german": "de", "greek": "el",
    "hebrew": "he", "hindi": "hi", "italian": "it", "japanese": "ja", "korean": "ko", "ndebele": "nd",
    "persian": "fa", "polish": "pl", "portuguese": "pt", "russian": "ru", "shona": "sn", "spanish": "es",
    "swahili": "sw", "turkish": "tr", "ukrainian": "uk", "urdu": "ur", "xhosa": "xh", "zulu": "zu",
}  # fmt: skip  # a list to look through, not a column


@dataclass(frozen=True, slots=True)
class Unknown:
    """No tag; `instead` continues "Write ..."."""

    instead: str


def language_tag(text: str) -> str | Unknown:
    """Give the tag in its usual capitals, such as pt-BR or zh-Hant."""
    known = _NAMES.get(text.strip().lower())
    if known:
        return Unknown(f'its tag "{known}"')
    match = _TAG.fullmatch(text.strip().replace("_", "-"))
    if not match:
        return Unknown('a tag such as "en", "fr" or "pt-BR"')
    script, region = match["script"], match["region"]
    return "-".join(
        [match["language"].lower(), *([script.capitalize()] if script else []), *([region.upper()] if region else [])]
    )
