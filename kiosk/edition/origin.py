"""Whether an edition still says what staff's files say."""

from pathlib import Path

from kiosk.edition.manifest import Manifest, sha256

ABSENT = ""


def fingerprint(file: Path) -> str:
    """Give the SHA-256 of what is in the file, ABSENT when nothing can be read."""
    try:
        return sha256(file.read_bytes())
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return ABSENT


def is_made_from_now(manifest: Manifest, version: str) -> bool:
    """Tell whether this program made it and each file still holds what it held then."""
    origin = manifest.origin
    return origin.made_by == version and all(fingerprint(Path(file.path)) == file.sha256 for file in origin.made_from)
