"""A clean environment of Python with the locked packages: what the program is frozen from."""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
LOCKS = (HERE.parents[1] / "requirements.txt", HERE / "requirements.txt")
LISTED = "import importlib.metadata as m; print(*(f'{d.name}=={d.version}' for d in m.distributions()), sep='\\n')"


@dataclass(frozen=True, slots=True)
class Environment:
    folder: Path

    @property
    def python(self) -> Path:
        return self.program("python")

    def program(self, name: str) -> Path:
        where, ending = ("Scripts", ".exe") if sys.platform == "win32" else ("bin", "")
        return self.folder / where / f"{name}{ending}"

    def run(self, *arguments: str | Path, settings: Mapping[str, str] | None = None) -> None:
        """Run Python there; raise CalledProcessError when it fails."""
        subprocess.run([self.python, *arguments], env=settings, check=True)

    def packages(self) -> dict[str, str]:
        """Give the version of each package of the program itself, by canonical name; the tools that freeze it do not count."""
        told = subprocess.run([self.python, "-c", LISTED], check=True, capture_output=True, text=True).stdout
        installed = dict(line.split("==") for line in told.split())
        versions = {canonical(name): version for name, version in installed.items()}
        return {name: versions[name] for name in sorted(_locked(LOCKS[0]) & versions.keys())}


def environment(folder: Path) -> Environment:
    """Give the environment, made anew unless it was made of the same locks."""
    stamp = folder / ".made-of"
    wanted = hashlib.sha256(b"".join(lock.read_bytes() for lock in LOCKS) + sys.version.encode()).hexdigest()
    made = Environment(folder)
    if not stamp.is_file() or stamp.read_text() != wanted:
        _make(made)
        stamp.write_text(wanted)
    return made


def _make(made: Environment) -> None:
    print("Making an environment of the locked packages ...", flush=True)
    shutil.rmtree(made.folder, ignore_errors=True)
    venv.create(made.folder, with_pip=True)
    quiet = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"}
    files = (argument for lock in LOCKS for argument in ("-r", lock))
    made.run("-m", "pip", "-qq", "install", "--require-hashes", "--no-deps", *files, settings=quiet)


def _locked(lock: Path) -> frozenset[str]:
    lines = lock.read_text(encoding="utf-8").splitlines()
    return frozenset(canonical(line.split("==")[0]) for line in lines if "==" in line)


def canonical(name: str) -> str:
    """Give the name of a package as the specification of Python packaging normalises it."""
    return re.sub(r"[-_.]+", "-", name).lower()
