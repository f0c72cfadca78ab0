"""Where the loader looks for libraries, without the folders of the computer on which Python was made.

Whoever could write into such a folder on an office's computer could have the program load what lies there.
"""

import subprocess
from pathlib import Path

ELF = b"\x7fELF"


def forget_folders(program: Path, patchelf: Path) -> None:
    """Leave of each library's folders only those beside the library itself ($ORIGIN)."""
    for library in _libraries(program):
        told = subprocess.run([patchelf, "--print-rpath", library], check=True, capture_output=True, text=True)
        folders = told.stdout.strip()
        kept = beside(folders)
        if kept != folders:
            change = ["--set-rpath", kept] if kept else ["--remove-rpath"]
            subprocess.run([patchelf, *change, library], check=True)


def beside(folders: str) -> str:
    """Give of a list of folders, with colons between them, those that are told from the library's own."""
    return ":".join(folder for folder in folders.split(":") if folder.startswith("$ORIGIN"))


def _libraries(program: Path) -> list[Path]:
    return sorted(path for path in program.rglob("*.so*") if path.is_file() and path.read_bytes()[:4] == ELF)
