"""Makes the installer for Windows of the program in dist/kiosk: asks Inno Setup to compile kiosk.iss.

    python packaging/windows/installer.py

It runs on Windows, after packaging/build/build.py, whose build/build.json tells the version. Inno Setup is $ISCC, or where its
own installer puts it. What it makes is signed when the environment names a certificate (sign.ps1).
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path, PureWindowsPath

from version_info import numbers

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
USUAL = PureWindowsPath("Inno Setup 6", "ISCC.exe")


def main() -> int:
    version = json.loads((ROOT / "build" / "build.json").read_text(encoding="utf-8"))["version"]
    return subprocess.run(order(version, os.environ, HERE), check=False, cwd=ROOT).returncode


def order(version: str, environment: Mapping[str, str], folder: Path) -> tuple[str, ...]:
    """Give the command line of Inno Setup."""
    four = ".".join(str(number) for number in numbers(version))
    compiler = environment.get("ISCC") or str(PureWindowsPath(environment["PROGRAMFILES(X86)"]) / USUAL)
    return (
        compiler,
        f"/DVersion={version}",
        f"/DFileVersion={four}",
        *_signing(environment, folder),
        str(folder / "kiosk.iss"),
    )


def _signing(environment: Mapping[str, str], folder: Path) -> tuple[str, ...]:
    """In a sign tool of Inno Setup $q is a quotation mark, and $f the file in quotation marks."""
    if not (environment.get("KIOSK_SIGN_THUMBPRINT") or environment.get("KIOSK_SIGN_FILE")):
        return ()
    return "/DSigned", f"/Skiosk=powershell -ExecutionPolicy Bypass -File $q{folder / 'sign.ps1'}$q $f"


if __name__ == "__main__":
    sys.exit(main())
