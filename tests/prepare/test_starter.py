import json
from pathlib import Path

from kiosk.paths import resources
from kiosk.prepare.starter import write_starter


def test_an_empty_folder_gets_everything(tmp_path: Path) -> None:
    started = write_starter(resources(), tmp_path / "new")

    names = {str(path.relative_to(tmp_path / "new")) for path in started.written}
    assert {"contact.toml", "device.toml", "contact.schema.json", "device.schema.json"} <= names
    assert any(name.startswith("articles") and name.endswith(".md") for name in names)
    assert started.kept == ()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "contact.toml").write_text("mine")

    started = write_starter(resources(), tmp_path)

    assert (tmp_path / "contact.toml").read_text() == "mine"
    assert started.kept == (tmp_path / "contact.toml",)


def test_a_second_time_writes_nothing(tmp_path: Path) -> None:
    first = write_starter(resources(), tmp_path)

    assert write_starter(resources(), tmp_path).kept == first.written


def test_the_schemas_are_json_schemas(tmp_path: Path) -> None:
    write_starter(resources(), tmp_path)

    for name in ("contact", "device"):
        schema = json.loads((tmp_path / f"{name}.schema.json").read_text("utf-8"))
        assert "properties" in schema
