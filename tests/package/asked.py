"""The packaged program and that of the checkout, asked the same thing at a terminal."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.package.office import program_in


def run(
    program: Path, *arguments: str, state: Path | None = None, settings: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **({"KIOSK_STATE": str(state)} if state else {}), **(settings or {})}
    return subprocess.run(
        [str(program), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def checkout() -> Path:
    return program_in(Path(sys.executable).parent)
