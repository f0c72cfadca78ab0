import socket
from pathlib import Path

import pytest

from kiosk.support.personal import censor_of
from kiosk.support.sources import Sources


def sources_in(folder: Path) -> Sources:
    return Sources(folder / "contact.toml", folder / "device.toml", folder / "state", "")


def test_other_computers_of_the_office_are_not_named_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "gethostname", lambda: "front-desk.quill.example")
    censor = censor_of(sources_in(tmp_path), {})

    text = censor("FRONT-DESK asked printer.Quill.example, and front-desk.quill.example answered")

    assert text == "<host> asked printer.<domain>, and <host> answered"


def test_the_files_of_this_program_may_be_told(tmp_path: Path) -> None:
    censor = censor_of(sources_in(tmp_path), {})

    text = censor(f'File "{pytest.__file__}", line 1\nFile "/srv/quill/x.py", line 2')

    assert "pytest" in text
    assert "quill" not in text
