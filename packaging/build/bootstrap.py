"""What PyInstaller's bootloader runs before the program, without what this program has no use for.

It would have every process read an archive of modules, which is empty here, install an importer that looks into it before
each import, import ctypes to look for libraries beside the program, and look at each file there for packages in eggs. The
first frame waits for two processes, and for 400 modules. Modules as files are found by Python itself, and our only use of
ctypes is to call libraries of the system.
"""

from collections.abc import Iterable
from pathlib import Path

CHANGES = {
    "    import pyimod02_importers\n    pyimod02_importers.install()\n": "",
    "    import pyimod03_ctypes  # noqa: E402\n    pyimod03_ctypes.install()\n": "",
    "    for entry in os.listdir(sys._MEIPASS):\n": "    for entry in ():\n",
}
CHANGED = "pyiboot01_bootstrap"
UNUSED = frozenset({"pyimod01_archive", "pyimod02_importers", "pyimod03_ctypes", "struct"})
"""All but `struct`, which is there for the others, are PyInstaller's own; the bootloader would import each."""

Entry = tuple[str, str, str]
"""A name, the file that is taken, and its kind in PyInstaller's words."""


def quickened(modules: Iterable[Entry], work: Path) -> list[Entry]:
    """Give the modules with the changed one, which is written below `work`, in place of its own."""
    return [_quickened(entry, work) for entry in modules if entry[0] not in UNUSED]


def changed(text: str) -> str:
    """Give the text as it goes into the program; raise ValueError where it is not what the changes are for."""
    for before, after in CHANGES.items():
        if text.count(before) != 1:
            raise ValueError(f"{CHANGED} of this PyInstaller has not one {before!r}: see {__file__}")
        text = text.replace(before, after)
    return text


def _quickened(entry: Entry, work: Path) -> Entry:
    name, file, kind = entry
    if name != CHANGED:
        return entry
    target = work / f"{CHANGED}.py"
    target.write_text(changed(Path(file).read_text(encoding="utf-8")), encoding="utf-8")
    return name, str(target), kind
