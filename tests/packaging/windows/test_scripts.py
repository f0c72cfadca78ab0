"""PowerShell is not at hand: the scripts are read by its grammar for tree-sitter, and not run."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import tree_sitter_powershell
from tree_sitter import Language, Node, Parser

WINDOWS = Path(__file__).parents[3] / "packaging" / "windows"
SCRIPTS = sorted(WINDOWS.rglob("*.ps1"))
LOCKDOWN = sorted((WINDOWS / "lockdown").iterdir())


def tree(text: bytes) -> Node:
    return Parser(Language(tree_sitter_powershell.language())).parse(text).root_node


def nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from nodes(child)


def names_called(script: Path) -> set[str]:
    called = (node.text or b"" for node in nodes(tree(script.read_bytes())) if node.type == "command_name")
    return {name.decode() for name in called}


def names_defined(script: Path) -> set[str]:
    defined = (node.text or b"" for node in nodes(tree(script.read_bytes())) if node.type == "function_name")
    return {name.decode() for name in defined}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_each_script_is_powershell(script: Path) -> None:
    assert not tree(script.read_bytes()).has_error


def test_what_is_not_powershell_is_found_out() -> None:
    assert tree(b"function Set-Line { if (1 -eq 2) { 'open' }").has_error


CMDLETS = frozenset(
    """
    Enable-WindowsOptionalFeature Get-ChildItem Get-CimInstance Get-Content Get-WindowsOptionalFeature Get-WmiObject
    Import-Csv Join-Path New-Item New-ItemProperty New-Object New-ScheduledTaskAction New-ScheduledTaskPrincipal Out-Null
    Register-ScheduledTask Remove-Item Remove-ItemProperty Select-Object Set-CimInstance Set-Content Set-ItemProperty
    Set-Service Set-StrictMode Set-WmiInstance Sort-Object Start-ScheduledTask Start-Sleep Test-Path
    Unregister-ScheduledTask Where-Object Write-Output Write-Warning
    """.split()  # noqa: SIM905  # a list of words reads better so
)
PROGRAMS = frozenset({"icacls", "powercfg", "reg"})


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_whatever_a_script_calls_is_there(script: Path) -> None:
    """Cmdlets of Windows PowerShell 5.1, programs of Windows, functions of its own."""
    by_name = {name for name in names_called(script) if not name.startswith(("$", "("))}

    assert by_name
    assert by_name - CMDLETS - PROGRAMS <= names_defined(script)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_windows_powershell_reads_it_whatever_its_code_page(script: Path) -> None:
    assert script.read_bytes().isascii()


@pytest.mark.parametrize(
    "file", [file for file in LOCKDOWN if file.suffix in {".ps1", ".xml"}], ids=lambda file: file.name
)
@pytest.mark.parametrize("said", ["-Undo", "as an administrator"])
def test_each_ready_file_says_how_to_apply_it_and_how_to_undo_it(file: Path, said: str) -> None:
    assert said in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "file", [file for file in LOCKDOWN if file.suffix in {".ps1", ".xml"} and file.stem != "configuration"], ids=str
)
@pytest.mark.parametrize("said", ["What it holds:", "What it does not hold:", "Editions of Windows"])
def test_each_ready_file_says_what_it_holds_and_what_not_and_where(file: Path, said: str) -> None:
    assert said in file.read_text(encoding="utf-8")
