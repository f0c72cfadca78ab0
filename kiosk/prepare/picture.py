"""What becomes of a picture file: one that the edition can hold, or a reason why not. No Qt here; images.py does the work."""

from dataclasses import dataclass

from kiosk.edition.model import Picture


@dataclass(frozen=True, slots=True)
class PreparedPicture:
    """A re-encoded picture; `picture.file` is the SHA-256 of `content` with .jpg or .png."""

    picture: Picture
    content: bytes


@dataclass(frozen=True, slots=True)
class Unusable:
    """Why a file is not shown; `what` continues the sentence "The picture ...", `cure` is a sentence without its full stop."""

    what: str
    cure: str
