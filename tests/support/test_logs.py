import os
from pathlib import Path

import pytest

from kiosk.paths import log_in
from kiosk.support.contents import Member, Missing
from kiosk.support.logs import logs
from kiosk.support.sources import Sources
from kiosk.support.words import Censor, Names

BUERO = Censor(["B\u00fcro"], Names({}))


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    file = log_in(tmp_path / "state", "display")
    file.parent.mkdir(parents=True)
    return file


def sources_of(log: Path) -> Sources:
    return Sources(log.parents[2] / "contact.toml", log.parents[2] / "device.toml", log.parents[1], "")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_name_is_found_in_whatever_encoding_it_was_written(log: Path, encoding: str) -> None:
    log.write_bytes("said by B\u00fcro\n".encode(encoding))

    (part,) = (part for part in logs(sources_of(log), BUERO) if "elsewhere" not in part.name)

    assert part == Member("log/display.log", b"said by xxxx\n")


def test_what_was_written_last_comes_first_and_other_files_do_not_come(log: Path) -> None:
    for seconds, name in enumerate(("display.log.1", "display.log", "B\u00fcro.log"), start=1):
        log.with_name(name).write_text("said\n")
        os.utime(log.with_name(name), (seconds, seconds))

    names = [part.name for part in logs(sources_of(log), BUERO) if "elsewhere" not in part.name]

    assert names == ["log/display.log", "log/display.log.1"]


def test_a_log_that_cannot_be_read_is_told(log: Path) -> None:
    log.mkdir()

    (part,) = (part for part in logs(sources_of(log), BUERO) if "elsewhere" not in part.name)

    assert part == Missing("log/display.log", "it is not a file")
