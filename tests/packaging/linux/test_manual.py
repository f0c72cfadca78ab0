import re
import shutil
import subprocess
from pathlib import Path

import pytest
from commands import Command, Operand, Option, command_of
from describe import TEXT
from manual import manual

from kiosk.cli import command_line
from kiosk.commands import exit_status

KIOSK = command_of(command_line())
LINTERS = {
    "mandoc": ("mandoc", "-Tlint", "-Wstyle"),
    "man": ("man", "--warnings", "--local-file", "--encoding=UTF-8"),
}
OUTDATED = "mandoc: outdated mandoc.db"
"""What it says where it cannot look up other pages, which is no fault of ours."""


@pytest.fixture(scope="module")
def page() -> str:
    return manual(TEXT.read_text("utf-8"), KIOSK, "1.2.0+7", "November 27, 2026")


@pytest.fixture(scope="module")
def shown(page: str) -> str:
    """Give it as people see it, in one line."""
    if shutil.which("mandoc") is None:
        pytest.skip("mandoc is not installed")
    text = subprocess.run(
        ["mandoc", "-Tascii", "-O", "width=1000"], input=page, capture_output=True, text=True, check=True
    )
    return " ".join(re.sub(r".\x08", "", text.stdout).split())


def test_a_command_is_written_with_all_that_it_takes() -> None:
    draw = Command(
        ("kiosk", "draw"),
        "draw it as-is",
        (Option(("-o", "--out"), "PNG", (), ".png files"), Option(("--theme",), "a|b", ("a", "b"), "")),
        (Operand("DIR", (), "where", is_optional=False, is_repeated=False), Operand("FILE", (), "which", is_optional=True, is_repeated=True)),
        (),
    )  # fmt: skip

    assert manual('.\\" commands\n', Command(("kiosk",), "", (), (), (draw,)), "", "") == (
        ".It Ic draw Oo Ar options Oc Ar DIR Oo Ar FILE ... Oc\n"
        "draw it as\\-is\n"
        ".Bl -tag -width Ds -compact\n"
        ".It Ar DIR\nwhere\n"
        ".It Ar FILE\nwhich\n"
        ".It Fl o , Fl \\-out Ar PNG\n\\&.png files\n"
        ".It Fl \\-theme Ar a|b\none of a, b\n"
        ".El\n"
    )


def test_a_text_without_a_place_for_the_commands_is_refused() -> None:
    with pytest.raises(ValueError, match="no place for the commands"):
        manual("", KIOSK, "1", "today")


def test_it_tells_the_version_and_the_day(page: str) -> None:
    assert page.startswith('.Dd November 27, 2026\n.Dt KIOSK 1\n.Os "kiosk 1.2.0+7"\n')
    assert "@" not in page.replace("@tty", "")


@pytest.mark.parametrize(
    "command", [command for command in KIOSK.all() if not command.commands], ids=lambda c: " ".join(c.path)
)
def test_every_command_and_option_is_in_it(command: Command, shown: str) -> None:
    begin = shown.index(f" {' '.join(command.path[1:])} ", shown.index("COMMANDS"))
    told = shown[begin:]

    assert command.help in told
    for option in command.options[1:]:
        assert f"{option.names[-1]} {option.value}".rstrip() in told


@pytest.mark.parametrize("name", ["check-pin", "display.log", "gather", "looking"])
def test_what_is_for_programs_is_not_in_it(name: str, shown: str) -> None:
    assert name not in shown


def test_every_exit_status_is_in_it(shown: str) -> None:
    statuses = {value for name, value in vars(exit_status).items() if name.isupper()}
    told = shown[shown.index("EXIT STATUS") : shown.index("EXAMPLES")]

    assert statuses == {int(number) for number in re.findall(r" (\d) ", told)}


@pytest.mark.parametrize("linter", LINTERS)
def test_it_is_written_as_manual_pages_are(linter: str, page: str, tmp_path: Path) -> None:
    if shutil.which(linter) is None:
        pytest.skip(f"{linter} is not installed")
    file = tmp_path / "kiosk.1"
    file.write_text(page, "utf-8")

    said = subprocess.run([*LINTERS[linter], file], check=False, capture_output=True, text=True)
    told = said.stdout + said.stderr if linter == "mandoc" else said.stderr

    assert [line for line in told.splitlines() if not line.startswith(OUTDATED)] == []
