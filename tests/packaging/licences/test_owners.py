from dataclasses import replace

import pytest
from known import Override
from owners import Sources, parts_of
from parts import Part, Text
from python_packages import Crate

from tests.packaging.licences.conftest import Grow


@pytest.mark.parametrize(
    ("file", "owner"),
    [
        ("_internal/kiosk/resources/contact.toml", "Kiosk"),
        ("_internal/libpython3.11.so.1.0", "Python"),
        ("_internal/segno/table.bin", "segno"),
        ("_internal/segno/encoder.pyc", "segno"),
        ("_internal/email/parser.pyc", "Python"),
        ("_internal/libz.so.1", "zlib1g"),
    ],
)
def test_a_file_has_one_owner(sources: Sources, grow: Grow, file: str, owner: str) -> None:
    parts, problems = parts_of(grow((file,), ()), sources)

    assert problems == ()
    assert [(part.name, part.files) for part in parts] == [(owner, (file,))]


@pytest.mark.parametrize(
    ("module", "owner"),
    [
        ("kiosk.cli", "Kiosk"),
        ("__main__", "Kiosk"),
        ("email.parser", "Python"),
        ("_sysconfigdata__linux_x86_64-linux-gnu", "Python"),
        ("segno.encoder", "segno"),
    ],
)
def test_a_module_has_one_owner(sources: Sources, grow: Grow, module: str, owner: str) -> None:
    parts, problems = parts_of(grow((), (module,)), sources)

    assert problems == ()
    assert [(part.name, part.modules) for part in parts] == [(owner, 1)]


def test_a_package_of_the_environment_that_is_not_in_the_program_is_no_part(sources: Sources, grow: Grow) -> None:
    parts, _ = parts_of(grow(("_internal/libz.so.1",), ()), sources)

    assert [part.name for part in parts] == ["zlib1g"]


def test_python_has_its_own_text_and_version(sources: Sources, grow: Grow) -> None:
    ((python,), _) = parts_of(grow(("_internal/libpython3.11.so.1.0",), ()), sources)

    assert (python.version, python.purl) == ("3.11.7", "pkg:generic/python@3.11.7")
    assert [text.path for text in python.texts] == ["python/LICENSE.txt"]


@pytest.mark.parametrize(
    ("file", "complaint"),
    [
        ("_internal/libfoo.so.1", "Nothing says whose the file libfoo.so.1 is."),
        ("_internal/deep/libz.so.1", "Nothing says whose the file deep/libz.so.1 is."),
        ("_internal/stranger/__init__.pyc", "Nothing says whose the module stranger.__init__ is."),
    ],
)
def test_what_nobody_owns_is_a_problem(sources: Sources, grow: Grow, file: str, complaint: str) -> None:
    _, problems = parts_of(grow((file,), ()), sources)

    assert list(map(str, problems)) == [f"{complaint} Add it to packaging/licences/known.toml."]


def test_a_debian_package_whose_licence_is_not_in_the_table_is_a_problem(sources: Sources, grow: Grow) -> None:
    unlisted = replace(sources, known=replace(sources.known, debian={}))

    _, problems = parts_of(grow(("_internal/libz.so.1",), ()), unlisted)

    assert [str(problem).partition(".")[0] for problem in problems] == [
        "zlib1g says no licence that a program understands"
    ]


@pytest.mark.parametrize("texts", [(), (Text("segno/LICENSE", b" \n"),)])
def test_a_part_without_a_text_is_a_problem(sources: Sources, grow: Grow, texts: tuple[Text, ...]) -> None:
    textless = replace(sources, packages=(replace(sources.packages[0], texts=texts),))

    _, problems = parts_of(grow(("_internal/segno/table.bin",), ()), textless)

    assert [str(problem).partition(".")[0] for problem in problems] == [
        "segno has no text of its licence, BSD-3-Clause"
    ]


def test_a_crate_whose_licence_has_no_text_in_the_table_is_a_problem(sources: Sources, grow: Grow) -> None:
    crated = replace(sources, packages=(replace(sources.packages[0], crates=(Crate("ring", "1", "ISC"),)),))

    (segno,), problems = parts_of(grow(("_internal/segno/table.bin",), ()), crated)

    assert segno.inside == (Part("ring", "ISC", (), "1", "pkg:cargo/ring@1"),)
    assert [str(problem).partition(".")[0] for problem in problems] == ["ring has no text of its licence, ISC"]


def test_what_the_table_says_is_compiled_into_a_package_is_inside_it(sources: Sources, grow: Grow) -> None:
    iconv = Part(
        "libiconv", "LGPL-2.1-or-later", (Text("texts/LGPL-2.1.txt", b"LGPL\n"),), source="https://gnu.example"
    )
    table = replace(sources.known, packages={"segno": Override("BSD-3-Clause", (), "", (iconv,))})

    (segno,), problems = parts_of(grow(("_internal/segno/table.bin",), ()), replace(sources, known=table))

    assert (segno.inside, problems) == ((iconv,), ())


@pytest.mark.parametrize(("licence", "source"), [("MPL-2.0", "crates.io, dtoa-short 0.3.5"), ("MIT", "")])
def test_of_a_crate_under_mozillas_licence_it_says_where_the_source_is(
    sources: Sources, grow: Grow, licence: str, source: str
) -> None:
    crated = replace(sources, packages=(replace(sources.packages[0], crates=(Crate("dtoa-short", "0.3.5", licence),)),))

    (segno,), _ = parts_of(grow(("_internal/segno/table.bin",), ()), crated)

    assert [one.source for one in segno.inside] == [source]
