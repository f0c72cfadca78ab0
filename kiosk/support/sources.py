"""The files of the kiosk that support is asked about, and the folders in which it may have written before."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.paths import refuges_of, state_of


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of the kiosk that support is asked about; `screen` is as it was given to `kiosk run`."""

    contact: Path
    device: Path
    state: Path
    screen: str


def states_of(sources: Sources) -> tuple[Path, ...]:
    """Give the folder in use first; before it moved there, the kiosk may have written into the others."""
    usual = state_of(sources.contact, sources.screen)
    return tuple(dict.fromkeys((sources.state, usual, *(folder for folder, _ in refuges_of(usual)))))
