"""What may be a picture, by what a feed says of it."""

import re
from urllib.parse import urlsplit

_BY_NAME = re.compile(r"\.(?:jpe?g|png|webp|gif)$", re.IGNORECASE)


def is_picture(kind: str, address: str) -> bool:
    """Judge by the media type, and without one by the name; the content is looked at when it comes."""
    kind = kind.strip().lower()
    if kind:
        return kind.startswith("image/") and not kind.startswith("image/svg")
    return bool(_BY_NAME.search(_path(address)))


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return ""
