"""Whether every package is to be had as a wheel on the systems that nobody here has. It asks the package index."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLATFORMS = (
    "x86_64-pc-windows-msvc",
    "aarch64-apple-darwin",
    "x86_64-manylinux_2_34",
    "aarch64-manylinux_2_39",
)
TO_RUN = ("pyproject.toml", "--constraint", "requirements.txt")
TO_BUILD = ("--group", "package", "--constraint", "packaging/build/requirements.txt")

pytestmark = pytest.mark.deep


def resolved(platform: str, python: str, *wanted: str) -> dict[str, str]:
    uv = ROOT / ".venv" / "bin" / "uv"
    options = ("--quiet", "--no-header", "--no-annotate", "--only-binary", ":all:")
    told = subprocess.run(
        [uv, "pip", "compile", *options, "--python-platform", platform, "--python-version", python, *wanted],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    return dict(re.findall(r"^([\w.-]+)==(\S+)", told, re.MULTILINE))


@pytest.mark.parametrize("python", ["3.11", "3.14"])
@pytest.mark.parametrize("platform", PLATFORMS)
def test_the_locked_packages_have_wheels(platform: str, python: str) -> None:
    packages = resolved(platform, python, *TO_RUN)

    assert {"pyside6-essentials", "shiboken6", "msgspec", "tree-sitter-toml", "tzdata"} <= set(packages)
    assert ("jeepney" in packages) is ("linux" in platform)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_so_have_those_that_build_the_program(platform: str) -> None:
    packages = resolved(platform, "3.11", *TO_BUILD)

    assert "pyinstaller" in packages
    assert ("pefile" in packages) is ("windows" in platform)
    assert ("macholib" in packages) is ("darwin" in platform)
