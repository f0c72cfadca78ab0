import re
from pathlib import Path

from installer import order

FOLDER = Path("packaging/windows")
SCRIPT = Path(__file__).parents[3] / "packaging" / "windows" / "kiosk.iss"
TEXT = SCRIPT.read_text(encoding="utf-8")
PROGRAMS = {"PROGRAMFILES(X86)": r"C:\Program Files (x86)"}


def setup(name: str) -> str:
    found = re.search(rf"^{name}=(.*)$", TEXT, re.MULTILINE)
    assert found is not None
    return found[1]


def test_the_version_is_told_in_words_and_in_four_numbers() -> None:
    assert order("1.2.0+3", PROGRAMS, FOLDER) == (
        r"C:\Program Files (x86)\Inno Setup 6\ISCC.exe",
        "/DVersion=1.2.0+3",
        "/DFileVersion=1.2.0.3",
        str(FOLDER / "kiosk.iss"),
    )


def test_inno_setup_may_lie_elsewhere() -> None:
    assert order("1.2.0", {"ISCC": r"D:\ISCC.exe"}, FOLDER)[0] == r"D:\ISCC.exe"


def test_it_is_signed_when_the_environment_names_a_certificate() -> None:
    signed = order("1.2.0", {**PROGRAMS, "KIOSK_SIGN_THUMBPRINT": "ab12"}, FOLDER)

    assert "/DSigned" in signed
    assert f"/Skiosk=powershell -ExecutionPolicy Bypass -File $q{FOLDER / 'sign.ps1'}$q $f" in signed


def test_it_installs_for_one_user_or_for_all_and_needs_no_administrator() -> None:
    assert setup("PrivilegesRequired") == "lowest"
    assert setup("PrivilegesRequiredOverridesAllowed") == "dialog commandline"
    assert setup("DefaultDirName") == r"{autopf}\Kiosk"


def test_every_file_that_it_takes_from_the_tree_is_there() -> None:
    named = [
        setup("LicenseFile"),
        setup("SetupIconFile"),
        *re.findall(r'^Source: "(lockdown\\)\*"', TEXT, re.MULTILINE),
    ]

    assert len(named) == 3
    assert all((SCRIPT.parent / name.replace("\\", "/")).exists() for name in named)


def test_it_never_deletes_what_staff_or_the_kiosk_keep() -> None:
    deleted = re.findall(r'^Type: \w+; Name: "([^"]*)"', TEXT, re.MULTILINE)

    assert deleted == [r"{app}\previous"]
    assert set(re.findall(r"DelTree\(([^,]*),", TEXT)) == {"InApp(Name)", "InApp('previous')"}


def test_what_runs_is_moved_aside_before_anything_is_copied() -> None:
    prepare = TEXT[TEXT.index("function PrepareToInstall") : TEXT.index("function DrawsTheExample")]

    assert prepare.index("PutBack;") < prepare.index("IsSetAside := SetAside;") < prepare.index("EndAndSetAside")


def test_functions_are_defined_before_they_are_called_and_each_begin_has_its_end() -> None:
    code = TEXT[TEXT.index("[Code]") :]
    defined = re.findall(r"^(?:function|procedure) (\w+)", code, re.MULTILINE)

    assert len(defined) == len(set(defined)) > 10
    for name in defined:
        places = [found.start() for found in re.finditer(rf"\b{name}\b", code)]
        assert re.search(r"(?:function|procedure) $", code[: places[0]]), name
    assert len(re.findall(r"\bbegin\b", code)) == len(re.findall(r"\bend\b", code))


def test_checks_of_the_sections_are_functions_of_the_code() -> None:
    checks = set(re.findall(r"Check: ([^;\n]*)", TEXT))

    assert checks == {"IsAdminInstallMode and not IsOnPath", "not IsAdminInstallMode and not IsOnPath"}
    assert "function IsOnPath: Boolean;" in TEXT
