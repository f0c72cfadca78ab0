import hashlib
import json

import pytest
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation import make_schemabased_validator
from owners import Sources, parts_of
from sbom import sbom_of

from tests.packaging.licences.conftest import Grow

FILES = (
    "_internal/libpython3.11.so.1.0",
    "_internal/libz.so.1",
    "_internal/segno/table.bin",
    "_internal/kiosk/libQt6Core.so.6",
)
TIME = 1_764_000_000


@pytest.fixture
def told(sources: Sources, grow: Grow) -> str:
    tree = grow(FILES, ("segno.encoder",))
    parts, _ = parts_of(tree, sources)
    return sbom_of(tree, parts, "1.2.0", TIME)


def test_it_is_valid_cyclonedx(told: str) -> None:
    validator = make_schemabased_validator(OutputFormat.JSON, SchemaVersion.V1_6)

    assert validator.validate_str(told) is None
    assert validator.validate_str(told.replace('"library"', '"librarian"')) is not None


def test_every_file_is_in_it_once_with_its_hash(told: str) -> None:
    files = [one for part in json.loads(told)["components"] for one in part["components"]]

    assert sorted(one["bom-ref"] for one in files) == sorted(f"file:{file}" for file in FILES)
    assert {one["hashes"][0]["content"] for one in files} == {
        hashlib.sha256(file.encode()).hexdigest() for file in FILES
    }


def test_a_library_of_qt_is_told_as_the_module_that_it_is(told: str) -> None:
    (module,) = next(part for part in json.loads(told)["components"] if part["name"] == "Kiosk")["components"]

    assert (module["name"], module["type"]) == ("Qt6Core", "library")
    assert module["properties"] == [{"name": "kiosk:file", "value": "_internal/kiosk/libQt6Core.so.6"}]


def test_parts_are_told_with_version_licence_and_where_they_come_from(told: str) -> None:
    parts = {part["name"]: part for part in json.loads(told)["components"]}

    assert parts["segno"]["purl"] == "pkg:pypi/segno@1.6.6"
    assert parts["segno"]["licenses"] == [{"expression": "BSD-3-Clause"}]
    assert parts["segno"]["properties"] == [{"name": "kiosk:modules", "value": "1"}]
    assert parts["zlib1g"]["purl"] == "pkg:deb/debian/zlib1g@1.2?arch=amd64"
    assert parts["Python"]["version"] == "3.11.7"


def test_the_same_tree_gives_the_same_words_and_another_tree_another_number(sources: Sources, grow: Grow) -> None:
    tree = grow(FILES, ())
    parts, _ = parts_of(tree, sources)
    first = sbom_of(tree, parts, "1.2.0", TIME)

    assert sbom_of(tree, parts, "1.2.0", TIME) == first
    (tree.folder / FILES[0]).write_bytes(b"changed")
    assert json.loads(sbom_of(tree, parts, "1.2.0", TIME))["serialNumber"] != json.loads(first)["serialNumber"]


def test_its_time_is_the_one_that_it_was_given(told: str) -> None:
    assert json.loads(told)["metadata"]["timestamp"] == "2025-11-24T16:00:00+00:00"
