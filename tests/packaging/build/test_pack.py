import hashlib
import os
import tarfile
from pathlib import Path

from build import pack

NOON = 1795780800


def program(folder: Path) -> Path:
    root = folder / "kiosk"
    (root / "_internal").mkdir(parents=True)
    (root / "kiosk").write_bytes(b"program")
    (root / "kiosk").chmod(0o700)
    (root / "_internal" / "libQt6Core.so.6").write_bytes(b"library")
    (root / "_internal" / "link.so").symlink_to("libQt6Core.so.6")
    return root


def test_the_same_folder_elsewhere_and_later_gives_the_same_archive(tmp_path: Path) -> None:
    one, other = program(tmp_path / "one"), program(tmp_path / "other")
    os.utime(other / "kiosk", (1, 1))
    (other / "_internal" / "libQt6Core.so.6").chmod(0o600)

    pack(one, tmp_path / "one.tar.xz", NOON)
    pack(other, tmp_path / "other.tar.xz", NOON)

    digests = {hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() for name in ("one.tar.xz", "other.tar.xz")}
    assert len(digests) == 1


def test_the_archive_says_nothing_of_who_made_it_and_when(tmp_path: Path) -> None:
    pack(program(tmp_path), tmp_path / "a.tar.xz", NOON)

    with tarfile.open(tmp_path / "a.tar.xz") as archive:
        entries = archive.getmembers()

    assert {(entry.uid, entry.gid, entry.uname, entry.gname, entry.mtime) for entry in entries} == {
        (0, 0, "", "", NOON)
    }
    assert {entry.name: oct(entry.mode) for entry in entries if entry.isfile()} == {
        "kiosk/kiosk": "0o755",
        "kiosk/_internal/libQt6Core.so.6": "0o644",
    }


def test_links_stay_links(tmp_path: Path) -> None:
    pack(program(tmp_path), tmp_path / "a.tar.xz", NOON)

    with tarfile.open(tmp_path / "a.tar.xz") as archive:
        assert archive.getmember("kiosk/_internal/link.so").linkname == "libQt6Core.so.6"
