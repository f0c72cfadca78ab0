"""The reading of strace's files, of which the campaigns believe every word."""

import sys
from pathlib import Path

import pytest

from tests.hostile.trace import TREE, Traced, outside, traced

STARTED = '1 execve("/usr/bin/python", ["python"], 0x7ffe /* 9 vars */) = 0\n'


def read(folder: Path, *lines: str) -> Traced:
    (folder / "trace").write_text(STARTED + "\n".join(lines), "utf-8")
    return traced(folder / "trace")


@pytest.mark.parametrize(
    ("line", "places"),
    [
        (
            '7 connect(5<TCP:[1]>, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("10.0.0.1")}, 16) = 0',
            {("10.0.0.1", 80)},
        ),
        (
            (
                "7 connect(5<TCPv6:[1]>, {sa_family=AF_INET6, sin6_port=htons(443), sin6_flowinfo=htonl(0), "
                'inet_pton(AF_INET6, "64:ff9b::a9fe:a9fe", &sin6_addr), sin6_scope_id=0}, 28 <unfinished ...>'
            ),
            {("64:ff9b::a9fe:a9fe", 443)},
        ),
        (
            '7 sendto(5<UDP:[1]>, "x", 1, 0, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("8.8.8.8")}, 16) = 1',
            {("8.8.8.8", 53)},
        ),
        (
            '7 connect(5<UDP:[1]>, {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr("10.0.0.1")}, 16) = 0',
            set(),
        ),
        ('7 connect(5<UNIX-STREAM:[1]>, {sa_family=AF_UNIX, sun_path="/var/run/nscd/socket"}, 110) = -1 ENOENT', set()),
        ("7 <... connect resumed>) = 0", set()),
    ],
)
def test_where_a_process_connects_is_seen(tmp_path: Path, line: str, places: set[tuple[str, int]]) -> None:
    assert read(tmp_path, line).connected == places


@pytest.mark.parametrize(
    ("line", "paths"),
    [
        ('7 openat(AT_FDCWD</work>, "/etc/passwd", O_RDONLY) = 3</etc/passwd>', {"/etc/passwd"}),
        ('7 openat(AT_FDCWD</work>, "a.txt", O_RDONLY <unfinished ...>', {"/work/a.txt"}),
        ('7 newfstatat(4</srv>, "b", 0x7ffe, 0) = -1 ENOENT (No such file or directory)', {"/srv/b"}),
        ('7 newfstatat(3</etc/hosts>, "", {st_mode=S_IFREG|0644, ...}, AT_EMPTY_PATH) = 0', set()),
        ('7 readlink("/a\\"b", "c", 9) = 1', {'/a"b'}),
        ('7 unlink("/srv/c") = 0', {"/srv/c"}),
    ],
)
def test_what_a_process_touches_is_seen(tmp_path: Path, line: str, paths: set[str]) -> None:
    assert read(tmp_path, line).paths == paths


def test_what_a_process_starts_is_seen_but_for_itself(tmp_path: Path) -> None:
    assert read(tmp_path, '8 execve("/bin/sh", ["sh"], 0x7f /* 9 vars */) = 0').started == (
        '"/bin/sh", ["sh"], 0x7f /* 9 vars */) = 0',
    )


def test_only_the_program_and_the_system_are_not_outside() -> None:
    inside = {str(TREE / "kiosk" / "cli.py"), "/usr/lib/a.so", "/", str(TREE), f"{sys.prefix}/bin", "/srv/state/1/a"}
    out = {"/etc/passwd", "/root/.ssh/id", f"{TREE}/kiosk/../../other", "/srv/state2", "/usr/library"}

    assert outside(frozenset(inside | out), "/srv/state") == sorted(out)
