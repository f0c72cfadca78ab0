import json
from pathlib import Path

import pytest

from kiosk.system.doctor.toml_as_json import as_json, main

TEXT = 'name = "Büro"\r\n[hours]\r\nday = 2026-12-25\r\n'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_toml_becomes_json_in_every_encoding_that_editors_write(encoding: str) -> None:
    assert json.loads(as_json(TEXT.encode(encoding))) == {"name": "Büro", "hours": {"day": "2026-12-25"}}


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"name = ", id="half a line"),
        pytest.param("name = 'Büro'".encode("latin-1"), id="Latin-1"),
        pytest.param(b"a = " + b"[" * 5000, id="too deep"),
    ],
)
def test_what_is_no_toml_ends_with_a_status(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "contact.toml"
    file.write_bytes(content)

    assert main([str(file)]) == 1


def test_so_does_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert main([str(tmp_path / "contact.toml")]) == 1


def test_the_file_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "contact.toml"
    file.write_text("a = 1", "utf-8")

    assert main([str(file)]) == 0
    assert json.loads(capsys.readouterr().out) == {"a": 1}
