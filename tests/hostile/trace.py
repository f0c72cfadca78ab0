"""What a process and its children asked the system for, by strace's file: no word of their own counts."""

import os
import re
import site
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TREE = Path(__file__).parents[2]
CALLS = (
    "socket,connect,sendto,sendmsg,sendmmsg,openat,open,stat,lstat,statx,newfstatat,access,faccessat,faccessat2,readlink,"
    "readlinkat,mkdir,mkdirat,rmdir,unlink,unlinkat,rename,renameat,renameat2,execve,execveat"
)
_LINE = re.compile(r"^\d+\s+(?P<call>[a-z0-9]+)\((?P<rest>.*)$")
_PLACE = re.compile(r'sin6?_port=htons\((?P<port>\d+)\).*?"(?P<address>[0-9a-f.:]+)"')
_PATH = re.compile(r'^(?:(?P<at>AT_FDCWD|\d+)(?:<(?P<folder>[^>]*)>)?, )?"(?P<path>(?:[^"\\]|\\.)*)"')
_SENDING = frozenset({"connect", "sendto", "sendmsg", "sendmmsg"})
_STARTING = frozenset({"execve", "execveat"})


@dataclass(frozen=True, slots=True)
class Traced:
    """Sockets by family, where they connected or sent to, the paths looked at or opened, and the programs started."""

    sockets: frozenset[str]
    connected: frozenset[tuple[str, int]]
    paths: frozenset[str]
    started: tuple[str, ...]


def strace(trace: Path, *command: str) -> list[str]:
    """Give the command that runs another and writes down its calls."""
    quiet = ("-f", "-qq", "-yy", "--seccomp-bpf", "-e", "signal=none", "-e", f"trace={CALLS}")
    return ["strace", *quiet, "-o", str(trace), *command]


def traced(trace: Path) -> Traced:
    """Read what strace wrote; the first program that is started is the one that it was asked to watch."""
    sockets, connected, paths, started = set[str](), set[tuple[str, int]](), set[str](), list[str]()
    with trace.open(encoding="utf-8", errors="replace") as lines:
        for call, rest in _calls(lines):
            if call == "socket":
                sockets.add(rest.partition(",")[0])
            elif call in _SENDING:
                connected.update(_places(call, rest))
            elif call in _STARTING:
                started.append(rest)
            elif (found := _PATH.match(rest)) and found["path"]:  # an empty path asks about what is open already
                paths.add(_whole(found))
    return Traced(frozenset(sockets), frozenset(connected), frozenset(paths), tuple(started[1:]))


def _calls(lines: Iterator[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        if found := _LINE.match(line):
            yield found["call"], found["rest"]


def _places(call: str, rest: str) -> Iterator[tuple[str, int]]:
    """Give where TCP connects to and what UDP sends to; UDP's own connects ask which way there would be, and send nothing."""
    if "sin" not in rest or (call == "connect" and "<UDP" in rest.partition(",")[0]):
        return
    for found in _PLACE.finditer(rest):
        yield found["address"], int(found["port"])


def _whole(found: re.Match[str]) -> str:
    path = found["path"].encode().decode("unicode_escape", "replace")
    base = found["folder"] or str(TREE)
    return path if path.startswith("/") else f"{base}/{path}".rstrip("/")


SYSTEM = (
    "/proc", "/sys", "/dev", "/lib", "/lib64", "/usr/lib", "/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/zoneinfo",
    "/usr/share/locale", "/usr/share/fontconfig", "/usr/share/ca-certificates", "/usr/share/X11", "/usr/share/icons",
    "/usr/share/mime", "/usr/local/share/ca-certificates", "/var/cache/fontconfig", "/etc/fonts", "/etc/ssl", "/etc/ld.so.cache",
    "/etc/ld.so.preload", "/etc/localtime", "/etc/timezone", "/etc/hosts", "/etc/host.conf", "/etc/nsswitch.conf", "/etc/resolv.conf",
    "/etc/gai.conf", "/etc/services", "/etc/protocols", "/etc/os-release", "/usr/lib/os-release", "/etc/machine-id", "/var/lib/dbus",
    "/var/run/nscd", "/etc/xdg", "/etc/mime.types", "/etc/locale.alias", "/usr/share/libthai", "/.flatpak-info",
    str(TREE / ":/non-existent"),  # where Qt looks for fonts of its own, and has none
)  # fmt: skip  # what belongs to the system, and nothing of anybody's own


def roots() -> tuple[str, ...]:
    """Give the folders from which a process of ours may read: the program, Python, and the system."""
    python = (sys.prefix, sys.base_prefix, sysconfig.get_paths()["stdlib"], *site.getsitepackages())
    program = (str(TREE / "kiosk"), str(TREE / "tests"), str(TREE / "resources"))
    both = {root for path in (*python, *program) for root in (path, os.path.realpath(path))}
    zipped = {
        str(parent / f"lib/python{sys.version_info[0]}{sys.version_info[1]}.zip")
        for parent in Path(sys.base_prefix).parents
    }
    return (*SYSTEM, *sorted(both | zipped))


def outside(paths: frozenset[str], *more: str) -> list[str]:
    """Give the paths that lie below none of the roots, nor are on the way to one."""
    allowed = (*roots(), *more)
    ways = {str(parent) for root in allowed for parent in Path(root).parents}
    return sorted(path for path in paths if not _is_below(os.path.normpath(path), allowed, ways))


def _is_below(path: str, allowed: tuple[str, ...], ways: set[str]) -> bool:
    return path in ways or any(path == root or path.startswith(f"{root}/") for root in allowed)
