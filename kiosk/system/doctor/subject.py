"""What the doctor is told of the kiosk that it looks over."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Subject:
    """`files` are what contact.toml names besides, `languages` its BCP 47 tags; none where it could not be understood.

    `has_pin` is None where nobody knows; `lacking` are libraries of the system that Qt does not find; `qt` is the version of PySide6, "" for an unknown one; the clock is wrong when
    it stands before `installed_at`; `is_standalone` where it was installed as a program of its own, without pip. For every millimetre of its shorter side, a screen is read from `metres_per_mm`; what staff
    have not told of distance and size is 0. `asks_letters` is the command line of our own program that names scripts without a font.
    """

    contact: Path
    device: Path
    state: Path
    installed_at: datetime
    qt: str = ""
    is_standalone: bool = False
    screen: str = "primary"
    languages: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()
    is_contact_understood: bool = True
    has_pin: bool | None = None
    lacking: tuple[str, ...] = ()
    viewing_distance_m: float = 0.0
    screen_inches: float = 0.0
    metres_per_mm: float = 0.0
    asks_letters: tuple[str, ...] = ()
