import json
from pathlib import Path

import pytest
from python_packages import Crate, Package, packages_in

from tests.packaging.licences.conftest import FILES, write_environment

CRATES = {
    "components": [
        {"name": "ahash", "version": "0.8.12", "scope": "required", "licenses": [{"expression": "MIT OR Apache-2.0"}]},
        {"name": "autocfg", "version": "1.3.0", "scope": "excluded", "licenses": [{"expression": "MIT"}]},
    ]
}


def only(environment: Path) -> Package:
    (package,) = packages_in(environment)
    return package


def test_a_package_tells_its_licence_its_text_and_its_modules(environment: Path) -> None:
    package = only(environment)

    assert (package.name, package.version, package.licence) == ("segno", "1.6.6", "BSD-3-Clause")
    assert [(text.path, text.content) for text in package.texts] == [
        ("segno/LICENSE", b"Redistribution is permitted.\n")
    ]
    assert package.modules == {"segno"}
    assert package.purl == "pkg:pypi/segno@1.6.6"


@pytest.mark.parametrize("name", ["Tree_Sitter.TOML", "tree-sitter-toml", "tree__sitter-toml"])
def test_a_name_is_compared_as_pip_does(tmp_path: Path, name: str) -> None:
    metadata = {"x-1.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n"}

    assert only(write_environment(tmp_path, metadata)).name == "tree-sitter-toml"


@pytest.mark.parametrize(
    ("line", "licence"),
    [
        ("License-Expression: Apache-2.0 OR BSD-2-Clause", "Apache-2.0 OR BSD-2-Clause"),
        ("License: MIT", "MIT"),
        ("License: BSD", ""),
        ("License: Permission is hereby granted to everybody", ""),
        ("Classifier: License :: OSI Approved :: BSD License", ""),
    ],
)
def test_a_licence_is_believed_only_where_a_program_understands_it(tmp_path: Path, line: str, licence: str) -> None:
    metadata = {"x-1.dist-info/METADATA": f"Metadata-Version: 2.4\nName: x\nVersion: 1\n{line}\n"}

    assert only(write_environment(tmp_path, metadata)).licence == licence


def test_texts_are_found_where_old_packages_put_them_too(tmp_path: Path) -> None:
    old = {**FILES, "segno-1.6.6.dist-info/NOTICE.txt": "By somebody.\n", "segno/licenses.py": "x = 1\n"}

    assert [text.path for text in only(write_environment(tmp_path, old)).texts] == ["segno/LICENSE", "segno/NOTICE.txt"]


def test_what_is_compiled_into_a_package_is_told_by_its_own_list_but_for_what_only_built_it(tmp_path: Path) -> None:
    listed = {**FILES, "segno-1.6.6.dist-info/sboms/segno.cyclonedx.json": json.dumps(CRATES)}

    assert only(write_environment(tmp_path, listed)).crates == (Crate("ahash", "0.8.12", "MIT OR Apache-2.0"),)
