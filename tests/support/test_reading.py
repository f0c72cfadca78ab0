import os
import time
from pathlib import Path

import pytest

from kiosk.support.reading import read_patiently


def test_the_beginning_or_the_end_is_read(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"123456")

    assert read_patiently(file, 4) == b"1234"
    assert read_patiently(file, 4, end=True) == b"3456"
    assert read_patiently(file, 9, end=True) == b"123456"


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    assert isinstance(read_patiently(tmp_path / "none", 4), FileNotFoundError)
    assert isinstance(read_patiently(tmp_path, 4), OSError)
    assert isinstance(read_patiently(tmp_path / "\0", 4), OSError)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_pipe_that_nobody_writes_into_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert isinstance(read_patiently(tmp_path / "pipe", 4), OSError)


class HangingPath(type(Path())):  # type: ignore[misc]  # the class of this system's paths
    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
        time.sleep(1)
        return os.stat(self, follow_symlinks=follow_symlinks)  # noqa: PTH116  # super() has no type here


def test_a_disk_that_hangs_is_not_waited_for(tmp_path: Path) -> None:
    outcome = read_patiently(HangingPath(tmp_path), 4, seconds=0.1)

    assert isinstance(outcome, OSError)
    assert outcome.strerror == "it did not answer within 0.1 s"
