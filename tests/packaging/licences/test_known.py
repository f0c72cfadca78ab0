"""The table itself: whole, and fit for what the locks install."""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from cyclonedx.spdx import is_expression
from known import HERE, KnownPart, read_known
from owners import lacking
from parts import Part
from python_packages import packages_in

ROOT = Path(__file__).parents[3]
NOT_INSIDE = {"dnspython", "packaging"}
"""Packages that others ask for and that are left out of the program."""


def owner(place: str) -> str | None:
    return next((known.part.name for known in read_known().parts if known.has(place)), None)


def compiled_in() -> Iterator[Part]:
    known = read_known()
    for one in known.parts:
        yield from one.part.inside
    for override in known.packages.values():
        yield from override.inside


def all_parts() -> Iterator[Part]:
    yield from (known.part for known in read_known().parts)
    yield from compiled_in()


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("kiosk/resources/contact.toml", "Kiosk"),
        ("kiosk/resources/fonts/Inter_400Regular.ttf", "Inter"),
        ("kiosk/resources/fonts/KioskSerifTitle_Regular.ttf", "Source Serif 4"),
        ("kiosk/resources/fonts/NotoNaskhArabic_400Regular.ttf", "Noto Naskh Arabic"),
        ("tld/res/effective_tld_names.dat.txt", "Public Suffix List"),
        ("tld/utils.pyc", None),
        ("qtawesome/fonts/fontawesome6-solid-webfont-6.7.2.ttf", "Font Awesome Free"),
        ("qtawesome/fonts/materialdesignicons6-webfont-6.9.96.ttf", None),
        ("PySide6/Qt/lib/libicudata.so.73", "ICU"),
        ("PySide6/Qt/lib/libicudata.so.74", "Qt"),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "Qt"),
        ("PySide6/QtCore.abi3.so", None),
        ("PySide6/Qt6Core.dll", "Qt"),
        ("python3.11/lib-dynload/_bz2.cpython-311-x86_64-linux-gnu.so", "Python"),
        ("libcrypto.so.3", None),
        ("libcrypto-3.dll", "Python"),
        ("libssl-3.dll", "Python"),
        ("kiosk", "PyInstaller"),
    ],
)
def test_a_place_is_that_of_the_first_part_which_names_it(place: str, name: str | None) -> None:
    assert owner(place) == name


def test_every_text_that_lies_there_is_named_by_the_table() -> None:
    known = read_known()
    overrides = [text.path for override in known.packages.values() for text in override.texts]
    crates = [text.path for texts in known.crates.values() for text in texts]
    named = {text.path for part in all_parts() for text in part.texts} | {*overrides, *crates}

    lying = {f"texts/{path.relative_to(HERE / 'texts').as_posix()}" for path in (HERE / "texts").rglob("*.txt")}
    assert lying - named == set()


def test_every_licence_is_an_expression_of_spdx() -> None:
    known = read_known()
    told = {*known.debian.values(), *known.crates, *(override.licence for override in known.packages.values())}

    # SPDX lets anybody name a licence of his own in this way; the library knows its list alone.
    listed = {re.sub(r"LicenseRef-[\w.-]+", "MIT", one) for one in told | {part.licence for part in all_parts()}}
    assert [one for one in sorted(listed) if not is_expression(one)] == []


def test_every_part_that_is_compiled_in_has_its_text() -> None:
    inside = tuple(compiled_in())

    assert {"HarfBuzz", "expat", "libxml2", "libiconv"} <= {part.name for part in inside}
    assert list(lacking(inside)) == []


def test_what_the_table_says_of_insides_belongs_to_something_of_the_table() -> None:
    written = tomllib.loads((HERE / "known.toml").read_text(encoding="utf-8"))

    assert set(written["inside"]) <= {part["name"] for part in written["part"]} | set(written["package"])


def test_every_package_that_is_locked_for_the_program_has_a_licence_and_a_text() -> None:
    """A new dependency fails here, long before a release is made."""
    known, packages = read_known(), {package.name: package for package in packages_in(Path(sys.prefix))}
    locked = re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.txt").read_text(), re.MULTILINE)

    assert len(locked) > 15
    for name in set(locked) - NOT_INSIDE:
        override = known.packages.get(name)
        assert packages[name].licence or override, name
        assert packages[name].texts or (override and override.texts), name
        assert {crate.licence for crate in packages[name].crates} <= set(known.crates), name


def test_a_text_that_is_not_there_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "known.toml").write_text('[[part]]\nname = "x"\nlicence = "MIT"\ntexts = ["nowhere.txt"]\n')

    with pytest.raises(FileNotFoundError, match=r"nowhere\.txt"):
        read_known(tmp_path)


def test_a_part_may_have_files_and_modules() -> None:
    kiosk = next(known for known in read_known().parts if known.part.name == "Kiosk")

    assert isinstance(kiosk, KnownPart)
    assert kiosk.modules == {"kiosk", "__main__"}
