import ast

import pytest
from version_info import numbers, version_info


def calls(text: str) -> dict[str, list[ast.Call]]:
    """Give the calls in what PyInstaller evaluates, by the name of the class."""
    found: dict[str, list[ast.Call]] = {}
    for node in ast.walk(ast.parse(text, mode="eval")):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            found.setdefault(node.func.id, []).append(node)
    return found


def strings(text: str) -> dict[str, str]:
    return dict(ast.literal_eval(ast.Tuple(call.args, ast.Load())) for call in calls(text)["StringStruct"])


def fixed(text: str) -> dict[str, object]:
    (call,) = calls(text)["FixedFileInfo"]
    return {str(keyword.arg): ast.literal_eval(keyword.value) for keyword in call.keywords}


@pytest.mark.parametrize(
    ("version", "four"),
    [
        ("1.2.0", (1, 2, 0, 0)),
        ("0.1.0+7", (0, 1, 0, 7)),
        ("0.1.0+7.changed", (0, 1, 0, 7)),
        ("1.2.0+.changed", (1, 2, 0, 0)),
        ("1.2.0+70000", (1, 2, 0, 65535)),
    ],
)
def test_windows_counts_in_four_numbers_of_sixteen_bits(version: str, four: tuple[int, ...]) -> None:
    assert numbers(version) == four


def test_a_version_that_windows_cannot_count_is_refused() -> None:
    with pytest.raises(ValueError, match=r"such as 1\.2\.3"):
        numbers("unknown")


def test_it_names_the_program_its_version_and_its_commit() -> None:
    told = strings(version_info("1.2.0+3", "0123abcdef", "kioskw.exe"))

    assert told["ProductName"] == "Kiosk"
    assert told["ProductVersion"] == "1.2.0+3 (0123abcdef)"
    assert (told["OriginalFilename"], told["InternalName"]) == ("kioskw.exe", "kioskw")


def test_what_is_not_a_release_says_so() -> None:
    assert fixed(version_info("1.2.0", "0", "kiosk.exe"))["flags"] == 0
    assert fixed(version_info("1.2.0+3", "0", "kiosk.exe"))["flags"] == 2  # VS_FF_PRERELEASE


def test_the_language_of_its_strings_is_the_one_that_it_announces() -> None:
    found = calls(version_info("1.2.0", "0", "kiosk.exe"))
    (table,), (variable,) = found["StringTable"], found["VarStruct"]
    language, code_page = ast.literal_eval(variable.args[1])

    assert ast.literal_eval(table.args[0]) == f"{language:04X}{code_page:04X}"


def test_it_is_written_in_the_classes_of_pyinstaller() -> None:
    assert set(calls(version_info("1.2.0", "0", "kiosk.exe"))) == {
        "VSVersionInfo", "FixedFileInfo", "StringFileInfo", "StringTable", "StringStruct", "VarFileInfo", "VarStruct",
    }  # fmt: skip
