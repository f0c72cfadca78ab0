"""The version resource of the executables for Windows: what Explorer shows on the page "Details" of their properties.

It is written in the notation that PyInstaller reads (`EXE(version=FILE)`), which is that of VS_VERSIONINFO of MSDN.
"""

import re

LANGUAGE, CODE_PAGE = 0x0809, 0x04B0
"""British English, in Unicode."""

TEXT = """\
VSVersionInfo(
  ffi=FixedFileInfo(
    filevers={numbers},
    prodvers={numbers},
    mask=0x3F,
    flags={flags:#x},
    OS=0x40004,
    fileType=0x1,
    subtype=0x0,
    date=(0, 0),
  ),
  kids=[
    StringFileInfo([StringTable({table!r}, [{strings}])]),
    VarFileInfo([VarStruct('Translation', [{language}, {code_page}])]),
  ],
)
"""
PRERELEASE = 0x2
"""VS_FF_PRERELEASE."""


def version_info(version: str, commit: str, executable: str) -> str:
    """Write it for a version such as 1.2.0, or 1.2.0+7 for the seventh commit after it, and a file such as kiosk.exe."""
    strings = {
        "CompanyName": "The Kiosk authors",
        "FileDescription": "Kiosk",
        "FileVersion": version,
        "InternalName": executable.removesuffix(".exe"),
        "LegalCopyright": "The Kiosk authors, MIT licence",
        "OriginalFilename": executable,
        "ProductName": "Kiosk",
        "ProductVersion": f"{version} ({commit})",
    }
    return TEXT.format(
        numbers=numbers(version),
        flags=PRERELEASE if "+" in version else 0,
        table=f"{LANGUAGE:04X}{CODE_PAGE:04X}",
        strings=", ".join(f"StringStruct({name!r}, {value!r})" for name, value in strings.items()),
        language=LANGUAGE,
        code_page=CODE_PAGE,
    )


def numbers(version: str) -> tuple[int, int, int, int]:
    """Give the four numbers of Windows: three of the version, and how many commits lie behind it."""
    found = re.match(r"(\d+)\.(\d+)\.(\d+)(?:\+(\d+))?", version)
    if found is None:
        raise ValueError(f"Windows wants a version such as 1.2.3, not {version!r}")
    major, minor, patch, ahead = (min(int(number or 0), 0xFFFF) for number in found.groups())
    return major, minor, patch, ahead
