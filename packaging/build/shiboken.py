"""The Python part of Shiboken, which the wheel keeps as a ZIP archive of source texts inside its library.

Each process would unpack and compile it when it imports Qt, which takes 30 ms. Shiboken itself can put it into a folder
beside the library, and takes it from there ever after:
https://doc.qt.io/qtforpython-6/developer/signature_doc.html#embedding-the-signature-folder

Two of its files are changed, as packaging/licences/QT.txt tells whoever has the program.
"""

import os
import py_compile
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

FOLDER = "files.dir"

EMPTIED = "pyi_generator.py"
"""It writes type hints for developers, and each process imports it all the same, with argparse and logging: 8 ms."""

CHANGES = {
    # The pattern that takes signatures to pieces is compiled when a wrong call is told of, not at each start: 4 ms.
    "arglistParser = ArglistParser()": "arglistParser = None",
    "return arglistParser.parse(argstr)": "return ArglistParser().parse(argstr)",  # re keeps what it has compiled
}
CHANGED = "parser.py"


def compiled_support(work: Path) -> list[tuple[str, str]]:
    """Compile it below `work`; give each file with the folder of the program that it goes to."""
    sources = _sources()
    return [
        (str(_compile(source, work / source.relative_to(sources.parent))), f"shiboken6/{_folder(source, sources)}")
        for source in sorted(sources.rglob("*.py"))
    ]


def changed(name: str, text: str) -> str:
    """Give the text of a file as it goes into the program; raise ValueError where it is not what the changes are for."""
    if name == EMPTIED:
        return ""
    if name != CHANGED:
        return text
    for before, after in CHANGES.items():
        if text.count(before) != 1:
            raise ValueError(f"{CHANGED} of this Shiboken has not one {before!r}: see {__file__}")
        text = text.replace(before, after)
    return text


def _sources() -> Path:
    """Let Shiboken write them beside its library, in the environment that is frozen."""
    subprocess.run([sys.executable, "-c", "import PySide6.QtCore"], env={**os.environ, "SBK_EMBED": "0"}, check=True)
    package = find_spec("shiboken6")
    if package is None or package.origin is None:
        raise FileNotFoundError("shiboken6 is not installed")
    return Path(package.origin).parent / FOLDER


def _folder(source: Path, sources: Path) -> str:
    return source.parent.relative_to(sources.parent).as_posix()


def _compile(source: Path, target: Path) -> Path:
    """Give the compiled file, the same for the same text whenever and wherever it is written."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(changed(source.name, source.read_text(encoding="utf-8")), encoding="utf-8")
    compiled = target.with_suffix(".pyc")
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    py_compile.compile(str(target), str(compiled), dfile=target.name, doraise=True, invalidation_mode=mode)
    return compiled
