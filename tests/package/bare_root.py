"""A bare Debian 12 to try the .deb in, as an office would: `mmdebstrap --variant=minbase`, one user, and nothing else.

The X server stays outside and only its socket is handed in: not one library or font comes with it, so that whatever the
program needs and the .deb does not declare is missing here. Those who use it have no network; only root's apt has.

Only root may make one. Nothing of it is left mounted: each command has its own view of the mounts, which ends with it.
"""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

SUITE = "bookworm"
FRESH_FOR_SECONDS = 7 * 24 * 3600.0
USER = "lobby"
HOME = Path("/home") / USER
PATH = "/usr/local/bin:/usr/bin:/bin"
ROOTS_PATH = "/usr/sbin:/sbin:" + PATH
SOCKETS = Path("/tmp/.X11-unix")  # noqa: S108  # where X servers have them
APT = ("apt-get", "--quiet=2", "--yes", "--no-install-recommends")

ENTER = f"""\
set -e
root=$1; user=$2; shift 2
mount -t proc proc "$root/proc"
mount --bind {SOCKETS} "$root{SOCKETS}"
exec chroot --userspec="$user" "$root" env -i "$@"
"""

SOURCES = ("apt-get", "indextargets", "--format", "deb $(REPO_URI) $(RELEASE) $(COMPONENT)")
OF_DEBIAN = ("Created-By: Packages", "Origin: Debian")


@dataclass(frozen=True, slots=True)
class BareRoot:
    folder: Path

    def install(self, deb: Path) -> None:
        """Do what README says, and raise CalledProcessError when that fails."""
        shutil.copy2(deb, self.folder / "tmp")
        self.as_root(*APT, "update")
        self.as_root(*APT, "install", f"/tmp/{deb.name}")  # noqa: S108  # of the bare root

    def as_root(self, *command: str) -> str:
        """Run a command of the administrator with the network, and give what it says."""
        settings = {"HOME": "/root", "PATH": ROOTS_PATH, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
        entered = _enter(self.folder, "root", settings, command)
        return subprocess.run(entered, check=True, capture_output=True, text=True, timeout=600).stdout

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the user."""
        entered = self._as_user(command, {})
        return subprocess.run(entered, check=False, capture_output=True, text=True, timeout=60)

    def start(self, *command: str, display: str, stderr: Path) -> psutil.Popen:
        """Start a command of the user on an X server outside."""
        with stderr.open("wb") as said:
            return psutil.Popen(self._as_user(command, {"DISPLAY": display}), stderr=said)

    def file(self, path: Path | str) -> Path:
        """Give the place outside of what lies at a path inside."""
        return self.folder / Path(path).relative_to("/")

    def _as_user(self, command: tuple[str, ...], settings: Mapping[str, str]) -> list[str]:
        usual = {"HOME": str(HOME), "USER": USER, "PATH": PATH, "LANG": "C.UTF-8"}
        return ["unshare", "--net", *_enter(self.folder, USER, {**usual, **settings}, command)]


def lacking() -> tuple[str, ...]:
    """Name the programs that must be installed first."""
    return tuple(name for name in ("mmdebstrap", "unshare", "chroot") if shutil.which(name) is None)


def may_enter() -> bool:
    return os.geteuid() == 0 and subprocess.run(["unshare", "--mount", "true"], check=False).returncode == 0


@contextmanager
def bare_root() -> Iterator[BareRoot]:
    """Unpack one with an ordinary user, and remove it afterwards."""
    SOCKETS.mkdir(mode=0o1777, exist_ok=True)
    with TemporaryDirectory(prefix="kiosk-bare-") as folder:
        Path(folder).chmod(0o755)
        subprocess.run(["tar", "--numeric-owner", "-xpf", _archive(), "-C", folder], check=True)
        root = BareRoot(Path(folder))
        root.file(SOCKETS).mkdir(mode=0o755)
        root.file("/dev/shm").chmod(0o1777)  # noqa: S108  # as everywhere
        shutil.copyfile("/etc/resolv.conf", root.file("/etc/resolv.conf"))
        root.as_root("useradd", "--create-home", USER)
        yield root


def _archive() -> Path:
    """Give the archive of a bare Debian, made anew when it is a week old."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kiosk-tests"
    archive = cache / f"{SUITE}.tar"
    if not archive.is_file() or archive.stat().st_mtime < time.time() - FRESH_FOR_SECONDS:
        cache.mkdir(parents=True, exist_ok=True)
        unfinished = cache / f"{SUITE}-{os.getpid()}.tar"
        order = ("mmdebstrap", "--quiet", "--mode=root", "--variant=minbase", SUITE, str(unfinished))
        subprocess.run([*order, *_sources()], check=True)
        unfinished.replace(archive)
    return archive


def _sources() -> list[str]:
    """Give those of this computer's apt that have Debian 12; where it has none, mmdebstrap has its own."""
    told = subprocess.run([*SOURCES, *OF_DEBIAN], check=True, capture_output=True, text=True).stdout
    return [line for line in told.splitlines() if line.split()[2].startswith(SUITE)]


def _enter(root: Path, user: str, settings: Mapping[str, str], command: tuple[str, ...]) -> list[str]:
    """Give the command line that runs a command inside, in the user's home and with these settings alone."""
    spoken = (f"{name}={value}" for name, value in settings.items())
    inside = (f"--chdir={settings['HOME']}", *spoken, *command)
    return ["unshare", "--mount", "sh", "-c", ENTER, "sh", str(root), user, *inside]
