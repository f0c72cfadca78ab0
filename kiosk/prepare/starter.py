"""The files that staff begin with: the commented settings, the first articles and the schemas for editors."""

import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kiosk.prepare.config.schema import schema

SCHEMAS: tuple[Literal["contact", "device"], ...] = ("contact", "device")
_COPIED = ("contact.toml", "device.toml", "articles")


@dataclass(frozen=True, slots=True)
class Started:
    """What was written and what was there before and stayed as it was."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]


def write_starter(resources: Path, folder: Path) -> Started:
    """Fill the folder with the starter files; nothing that exists is overwritten. An unwritable folder is an OSError."""
    written: list[Path] = []
    kept: list[Path] = []
    for name, source in _originals(resources):
        target = folder / name
        (written if _copied(source, target) else kept).append(target)
    for which in SCHEMAS:
        target = folder / f"{which}.schema.json"
        (written if _written(schema_text(which), target) else kept).append(target)
    return Started(tuple(written), tuple(kept))


def schema_text(which: Literal["contact", "device"]) -> str:
    return json.dumps(schema(which), indent=2, ensure_ascii=False) + "\n"


def _originals(resources: Path) -> Iterable[tuple[Path, Path]]:
    """Give each file of the starter by its path inside the folder, with where it is copied from."""
    for name in _COPIED:
        top = resources / name
        for source in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if source.is_file():
                yield source.relative_to(resources), source


def _copied(source: Path, target: Path) -> bool:
    if target.exists():
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    return True


def _written(text: str, target: Path) -> bool:
    if target.exists():
        return False
    target.write_text(text, "utf-8", newline="\n")
    return True
