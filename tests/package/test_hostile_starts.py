"""F8: the packaged program on computers that lack what is usually there: something is on the screen within 3 s."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.package.bare_root import may_enter
from tests.package.office import Office, open_office

pytestmark = [pytest.mark.package, pytest.mark.xvfb]

APPEARS_WITHIN_SECONDS = 3.0
FAKETIME = Path("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1")

SURROUNDINGS = {
    # What a shell does before it becomes the kiosk. What it mounts is seen by the kiosk alone.
    "no network": 'set -- unshare --net "$@"',
    "no fonts": "for each in /usr/share/fonts /etc/fonts; do mount -t tmpfs tmpfs $each; done",
    "no devices": """
        mkdir "$TMPDIR/dev"
        for each in null zero urandom; do touch "$TMPDIR/dev/$each"; mount --bind /dev/$each "$TMPDIR/dev/$each"; done
        mount --rbind "$TMPDIR/dev" /dev""",
    "no D-Bus": """
        export DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent
        export DBUS_SYSTEM_BUS_ADDRESS=unix:path=/nonexistent""",
    "no session bus, and a program to start one that hangs": """
        printf '#!/bin/sh\\nexec sleep 20\\n' > "$TMPDIR/dbus-launch"
        chmod +x "$TMPDIR/dbus-launch"
        export PATH="$TMPDIR:$PATH"
        [ ! -e /usr/bin/dbus-launch ] || mount --bind "$TMPDIR/dbus-launch" /usr/bin/dbus-launch
        unset DBUS_SESSION_BUS_ADDRESS""",
    "read-only home": 'mount --bind "$HOME" "$HOME" && mount -o remount,bind,ro "$HOME"',
    "files where the folders would be": 'touch "$HOME/.cache" "$HOME/.config" "$HOME/.local"',
    "no HOME": "unset HOME",
    "a home that does not exist": "export HOME=/nonexistent",
    "full temporary folder": """
        mount -t tmpfs -o size=4k tmpfs "$TMPDIR"
        ! cat /dev/zero > "$TMPDIR/filler" 2>/dev/null""",
    "no temporary folder": "export TMPDIR=/nonexistent",
    "the C locale": "unset LANG; export LC_ALL=C",
    "a locale that does not exist": "export LC_ALL=xx_YY.KOI8-R LANGUAGE=xx",
    "no XDG_RUNTIME_DIR": "export XDG_RUNTIME_DIR=/nonexistent",
    "no PATH": "unset PATH",
    "no standard streams": "exec 0<&- 1>&- 2>&-",
    "hardly a file may be open": "ulimit -n 64",
    "a clock in 1970": f"""
        cp -a /etc "$TMPDIR/etc"
        echo {FAKETIME} > "$TMPDIR/etc/ld.so.preload"
        mount --bind "$TMPDIR/etc" /etc
        export FAKETIME="@1970-01-01 00:01:00" NO_FAKE_STAT=1""",
}


@pytest.fixture
def office(package: Path, tmp_path: Path) -> Iterator[Office]:
    with open_office(package, tmp_path) as office:
        yield office


@pytest.mark.parametrize("preparation", SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_the_screen_is_not_blank_within_three_seconds(office: Office, preparation: str) -> None:
    seconds = APPEARS_WITHIN_SECONDS
    if is_feigned := str(FAKETIME) in preparation:
        seconds *= 2  # whatever asks for the time through that library takes longer: every start twice as long
    if is_feigned and not FAKETIME.exists():
        pytest.fail("libfaketime must be installed: apt install faketime")

    office.start(within=becoming(preparation))

    office.until_not_blank(seconds)
    office.until_finished()


def becoming(preparation: str) -> tuple[str, ...]:
    shell = ("sh", "-e", "-c", f'{preparation}\nexec "$@"', "sh")
    if "mount" not in preparation and "unshare" not in preparation:
        return shell
    if not may_enter():
        pytest.skip("only root may take this away")
    return ("unshare", "--mount", *shell)
