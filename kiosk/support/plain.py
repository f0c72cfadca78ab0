"""What in the settings files is nobody's in particular, and may be told as it is. Pure.

A value is told only where it looks as it should: staff may have written a name where the hours belong.
"""

import re
from difflib import get_close_matches

NETWORKS = frozenset(
    {"facebook", "x", "instagram", "linkedin", "youtube", "tiktok", "whatsapp", "telegram", "threads", "mastodon"}
    | {"bluesky", "signal", "pinterest", "snapchat", "reddit", "github", "wechat", "viber", "line", "messenger"}
    | {"tripadvisor", "website"}
)
DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
HIDDEN_KEYS = frozenset({"pin", "pin_hash", "password", "secret", "token", "proxy"})
"""Their values become stars: not even where a digit stands is told."""

_TIME = r"\d{1,2}[:.h]\d\d"
_HOURS = rf"closed|{_TIME} ?[-–] ?{_TIME}(?:, ?{_TIME} ?[-–] ?{_TIME})*"  # noqa: RUF001  # as staff write it
_DATE = r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?"
_LANGUAGE = r"[a-z]{2}(?:-[A-Z]{2})?"
_REGION = "Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific"
_CONNECTOR = r"(?:e?DP|HDMI|VGA|DVI|LVDS|DSI|Virtual|DisplayPort|XWAYLAND|WL)(?:-[A-Z])?-?\d{0,2}(?:-\d{1,2})?"
_COLOUR = r"#[0-9A-Fa-f]{6}"

_LOOKS = {
    "schema": r"\d{1,2}",
    "country": r"[A-Za-z]{2}",
    "time_zone": rf"UTC|(?:{_REGION})(?:/[A-Za-z_+-]{{3,20}}){{1,2}}",
    "language": _LANGUAGE,
    "languages": _LANGUAGE,
    "network": "|".join(sorted(NETWORKS)),
    "theme": "light|dark|auto|contrast",
    "motion": "full|reduced",
    "severity": "info|warning|urgent",
    "date": _DATE,
    "since": _DATE,
    "until": _DATE,
    "from": _DATE,
    "to": _DATE,
    "days": "|".join(sorted(DAYS)),
    "start": _TIME,
    "end": _TIME,
    "priority": r"\d{1,3}",
    "limit": r"\d{1,2}",
    "max_age_days": r"\d{1,4}",
    "refresh_minutes": r"\d{1,4}",
    "full_text": "true|false",
    "allow_http": "true|false",
    "ours": "true|false",
    "shortest_seconds": r"\d{1,4}",
    "longest_seconds": r"\d{1,4}",
    "scrolls": "true|false",
    "sheet_seconds": r"\d{1,4}",
    "screen_inches": r"\d{1,3}",
    "viewing_distance_m": r"\d{1,2}",
    "low_reach": "true|false",
    "idle_seconds": r"\d{1,4}",
    "night": "on|dim|off",
    "drift": "true|false",
    "accent": _COLOUR,
    "panel": _COLOUR,
    "hours": _HOURS,
    "screen": rf"primary|\d{{1,2}}|{_CONNECTOR}",
} | dict.fromkeys(DAYS, _HOURS)
_PLAIN = {key: re.compile(look) for key, look in _LOOKS.items()}

KNOWN_KEYS = frozenset(
    _PLAIN.keys()
    | {
        "organisation",
        "phone",
        "email",
        "address",
        "social",
        "exception",
        "article",
        "rotation",
        "notice",
        "look",
        "name",
    }
    | {
        "heading",
        "social_heading",
        "logo",
        "label",
        "number",
        "lines",
        "latitude",
        "longitude",
        "map",
        "account",
        "url",
    }
    | {"source", "picture_hosts", "proxy", "allowed_hosts"}
    | {"note", "file", "kicker", "title", "text", "pin_hash", "allow_premium", "emergency"}
)
"""Every key of both files."""

ARTICLE_KEYS = frozenset(
    {"title", "publisher", "author", "date", "source", "picture", "caption", "alt", "summary", "language"}
)
"""What may stand at the top of an article."""

ALIKE = 0.82
"""How much of a misspelt key must be right, by difflib; with less, "Mabel" would pass for a label."""

_SPELT_ELSEWHERE = frozenset({"organization"})
_WORDS = KNOWN_KEYS | NETWORKS | {"closed", "primary", "light", "dark", "auto", "full", "reduced", "info", "urgent"}


def is_plain(key: str, value: str) -> bool:
    look = _PLAIN.get(key)
    return value in {"true", "false"} or (look is not None and look.fullmatch(value.strip("\"'")) is not None)


def is_known_key(key: str) -> bool:
    """Tell whether it is a key of ours, or one misspelt: of its own letters, of which the first is right.

    "Abel" is no label, and "Stuart" no start.
    """
    known = KNOWN_KEYS | ARTICLE_KEYS | _SPELT_ELSEWHERE
    alike = get_close_matches(key, known, 3, ALIKE) if key.islower() and key not in known else ()
    return key in known or any(key[0] == one[0] and set(key) <= set(one) for one in alike)


def is_word_of_ours(text: str) -> bool:
    """Tell whether a message may quote it: it stands in the kiosk's own manual."""
    return (
        text in _WORDS or re.fullmatch(rf"{_HOURS}|{_TIME}|{_LANGUAGE}|[A-Z]{{2}}|{_COLOUR}|[^\w\s]*", text) is not None
    )
