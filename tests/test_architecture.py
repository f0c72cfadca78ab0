"""The import table: who may import what of the kiosk, of Qt, and of what starts threads and processes.

A plain part may import the standard library and msgspec, whose structures are the values of the display's way to its
first frame: frozen dataclasses took 50 ms of every start.

Moving a line of it is a design decision: change it here and in README in one commit, with the reason.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

TREE = Path(__file__).parent.parent
PACKAGE = TREE / "kiosk"
ANYTHING = frozenset({""})
STANDARD = sys.stdlib_module_names | {"_sha2"}  # of Python 3.12 and later
PLAIN_LIBRARIES = frozenset({"msgspec"})
CORE, GUI, WIDGETS = "PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"


@dataclass(frozen=True, slots=True)
class Part:
    """What it may import: modules at and below `kiosk.<of_kiosk>`, these of Qt, and whether any other library."""

    of_kiosk: frozenset[str]
    of_qt: frozenset[str] = frozenset()
    is_plain: bool = False


def allow(*of_kiosk: str, qt: tuple[str, ...] = (), plain: bool = False) -> Part:
    return Part(frozenset(of_kiosk), frozenset(qt), plain)


TABLE: dict[str, Part] = {
    # The longest name that fits rules; a part may always import itself.
    "kiosk.edition": allow(plain=True),
    "kiosk.agenda": allow("edition", "display.page.night", "display.page.opening", plain=True),
    "kiosk.prepare": allow("edition"),
    "kiosk.prepare.images": allow("edition", "prepare", qt=(CORE, GUI)),
    "kiosk.prepare.picture_format": allow("edition", "prepare", qt=(CORE, GUI)),
    "kiosk.prepare.canary": allow(
        "edition",
        "prepare",
        "paths",
        "display.ui.document",  # an article is laid out by the display's own hand, or it would prove nothing
        "display.ui.fonts",
        "display.ui.pictures",
        "display.ui.style",
        "display.ui.text_picture",
        qt=(CORE, GUI),
    ),
    "kiosk.prepare.article.text": allow("edition", "prepare", "said_as"),
    "kiosk.prepare.config.pin_line": allow("edition", "prepare", "staff.pin"),
    "kiosk.prepare.gather": allow("edition", "prepare", "supervise.jobs"),
    "kiosk.prepare.gathering.workshop": allow("__version__", "edition", "prepare"),
    "kiosk.prepare.network.headers": allow("__version__", "edition", "prepare"),
    "kiosk.prepare.job": allow(
        "__version__", "edition", "prepare", "paths", "supervise.jobs", "supervise.messages", "system.private_file"
    ),
    "kiosk.display.page": allow("edition", "display.visitor"),
    "kiosk.display.visitor": allow("edition"),
    "kiosk.display.state": allow("edition", "display.page", "display.visitor", qt=(CORE,)),
    "kiosk.display.ui": allow("edition", "display.page", qt=(CORE, GUI, WIDGETS)),
    "kiosk.display.attendance": allow("display", "edition", qt=(CORE, GUI)),
    "kiosk.display.staff_desk": allow("display", "edition", "supervise.messages", qt=(CORE,)),
    "kiosk.display.nightfall": allow("display", "edition", "supervise.messages", qt=(CORE,)),
    "kiosk.display.drifting": allow("display.state", "display.ui", "display.visitor", qt=(CORE,)),
    "kiosk.display.snapshot_staff": allow("display", "edition", "supervise.messages"),
    "kiosk.display.lockdown": allow(qt=(CORE, GUI)),
    "kiosk.display.captivity": allow("display.lockdown", "display.ui", "log", qt=(CORE, WIDGETS)),
    "kiosk.display.showing": allow("display", "edition", qt=(CORE, WIDGETS)),
    "kiosk.display.options": allow("edition"),
    "kiosk.display.pipe": allow("supervise.messages", "supervise.wire", qt=(CORE,)),
    "kiosk.display.front": allow(qt=(CORE, WIDGETS)),
    "kiosk.display.reader": allow("edition", "paths", "supervise.messages", qt=(CORE,)),
    "kiosk.display.vitals": allow("display", "supervise.messages", qt=(CORE,)),
    "kiosk.display.speeches": allow("display.page", "display.speech", "edition", "paths"),
    "kiosk.display.stack": allow(),
    "kiosk.display.card": allow("display", "edition", "paths", "supervise.messages", qt=(CORE, GUI)),
    "kiosk.display.card_picture": allow("edition"),
    "kiosk.display.desktop_file": allow(),
    "kiosk.display.picturing": allow("display", "paths", "supervise.messages", qt=(CORE, GUI)),
    "kiosk.display.speech": allow("display.page", "edition", "said_as", qt=(CORE,)),
    "kiosk.display.qt_log": allow("log", qt=(CORE,)),
    "kiosk.display.old_qt": allow("log", "system.qt_advisories"),
    "kiosk.display.plain_import": allow("display.qt_enums", qt=(CORE,)),
    "kiosk.display.qt_enums": allow(),
    "kiosk.display.place": allow("edition", qt=(CORE, GUI, WIDGETS)),  # widgets for the checker of types alone
    "kiosk.display.screen_size": allow("edition", qt=(GUI,)),
    "kiosk.display.screen_guard": allow(qt=(CORE, GUI)),
    "kiosk.display.crash": allow("log", qt=(CORE,)),
    "kiosk.display.application": allow("display.desktop_file", "system.libraries", "terminal", qt=(CORE, WIDGETS)),
    "kiosk.display.app": allow(
        "display", "edition", "system", "supervise.messages", "paths", "log", qt=(CORE, GUI, WIDGETS)
    ),
    "kiosk.display.letters": allow("display.ui", "edition", "paths", qt=(GUI,)),
    "kiosk.display.snapshot": allow("display", "edition", "paths", "log", qt=(CORE, GUI, WIDGETS)),
    "kiosk.supervise": allow("edition", "system", "paths", "log", "terminal", plain=True),
    "kiosk.staff": allow("paths", plain=True),
    "kiosk.system": allow(plain=True),
    "kiosk.system.keep_awake_bus": allow("system"),
    "kiosk.paths": allow(),
    "kiosk.support": allow(),
    "kiosk.support.answers": allow("supervise.launch", "support", "system.doctor.ask", "system.doctor.machine"),
    "kiosk.support.collect": allow("build", "edition.journal", "paths", "supervise.status", "support"),
    "kiosk.support.logs": allow("paths", "support"),
    "kiosk.support.personal": allow("edition.store", "paths", "supervise.status", "support"),
    "kiosk.support.pictures": allow("supervise.launch", "support", "system.doctor.ask", "system.doctor.machine"),
    "kiosk.support.sources": allow("paths"),
    "kiosk.build": allow("__version__", "paths"),
    "kiosk.arguments": allow("build", plain=True),
    "kiosk.terminal": allow(plain=True),
    "kiosk.said_as": allow(plain=True),
    "kiosk.log": allow("log_file", plain=True),
    "kiosk.cli": Part(ANYTHING),
    "kiosk.options": Part(ANYTHING),
    "kiosk.commands": Part(ANYTHING),
    "kiosk.__main__": Part(ANYTHING),
    "kiosk": allow(plain=True),
}

MAY_START_THREADS = {
    "kiosk.display.crash",
    "kiosk.display.picturing",
    "kiosk.display.pipe",
    "kiosk.display.reader",
    "kiosk.log",
    "kiosk.prepare.network.patience",
    "kiosk.supervise.computer",
    "kiosk.supervise.looker",
    "kiosk.supervise.pipes",
    "kiosk.support.reading",
    "kiosk.system.keep_awake",
    "kiosk.system.notices",
    "kiosk.system.notices_linux",
    "kiosk.system.notices_windows",
}
MAY_START_PROCESSES = {
    "kiosk.commands.run",
    "kiosk.commands.snapshot",
    "kiosk.commands.visiting",
    "kiosk.supervise.card",
    "kiosk.supervise.children",
    "kiosk.supervise.display",
    "kiosk.supervise.errand",
    "kiosk.supervise.preparing",
    "kiosk.system.detached",
    "kiosk.system.doctor.ask",
    "kiosk.system.keep_awake_macos",
    "kiosk.system.memory_macos",
    "kiosk.system.process_tree_windows",
    "kiosk.system.screen_power_xset",
    "kiosk.system.spawned_linux",
}
THREADS = frozenset({"threading", "_thread", "concurrent", "asyncio"})
PROCESSES = frozenset({"subprocess", "multiprocessing", "pty"})
QT_THREADS = frozenset({"QThread", "QThreadPool", "QRunnable"})
NEVER_IN_DISPLAY = frozenset(
    {
        "openUrl", "QDesktopServices", "QProcess", "subprocess", "socket", "QFileDialog", "QMessageBox", "setMarkdown",
        "addResource", "eval", "exec", "startfile", "QTcpSocket", "QNetworkAccessManager", "QUdpSocket", "QLocalSocket",
        "QDialog", "QMenu", "QInputDialog", "QColorDialog", "QFontDialog", "QPrintDialog", "QErrorMessage", "QWizard",
        "QSystemTrayIcon", "QCompleter", "QComboBox", "QLineEdit", "QTextEdit", "QPlainTextEdit",
        "QShortcut", "QAction", "QDrag", "QClipboard", "clipboard", "setToolTip", "setWhatsThis", "setStatusTip",
        "popen", "system", "spawnv", "execv", "execve", "fork", "posix_spawn",
    }
)  # fmt: skip


NEVER_ON_IN_DISPLAY = frozenset({"setOpenLinks", "setOpenExternalLinks", "setAcceptDrops", "setDragEnabled"})


@dataclass(frozen=True, slots=True)
class Module:
    name: str
    source: str


def modules() -> tuple[Module, ...]:
    return tuple(Module(_name(path), path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py")))


def breaches(module: Module) -> list[str]:
    """Give each rule of the table that the module breaks, as a sentence."""
    tree = ast.parse(module.source)
    return [*_wrong_imports(module.name, tree), *_wrong_workers(module.name, tree), *_wrong_words(module.name, tree)]


def _wrong_imports(name: str, tree: ast.Module) -> Iterator[str]:
    key = _ruling_key(name)
    part = TABLE[key]
    own = key if key != "kiosk" else name
    for target in _imported(tree):
        top = target.partition(".")[0]
        if top == "kiosk":
            if not _lies_in(target, own) and not any(_lies_in(target, f"kiosk.{one}") for one in part.of_kiosk):
                yield f"{name} imports {target}"
        elif top == "PySide6":
            if not any(_lies_in(target, one) for one in part.of_qt):
                yield f"{name} imports {target}"
        elif part.is_plain and top not in STANDARD | PLAIN_LIBRARIES:
            yield f"{name} imports {target}, which is not in the standard library"


def _wrong_workers(name: str, tree: ast.Module) -> Iterator[str]:
    tops = {target.partition(".")[0] for target in _imported(tree)}
    if tops & THREADS and name not in MAY_START_THREADS:
        yield f"{name} may start no threads"
    if tops & PROCESSES and name not in MAY_START_PROCESSES:
        yield f"{name} may start no processes"
    if _words(tree) & QT_THREADS:
        yield f"{name} uses threads of Qt"


def _wrong_words(name: str, tree: ast.Module) -> Iterator[str]:
    if _lies_in(name, "kiosk.display"):
        for word in sorted(_words(tree) & NEVER_IN_DISPLAY):
            yield f"{name} uses {word}"
        for word in _turned_on(tree):
            yield f"{name} turns on {word}"


def _turned_on(tree: ast.Module) -> Iterator[str]:
    """Give what is called with anything but a plain False."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in NEVER_ON_IN_DISPLAY
        ):
            values = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
            if values != [False]:
                yield node.func.attr


def _imported(tree: ast.Module) -> Iterator[str]:
    """Give what is imported anywhere in the file, inside functions too, as full names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _words(tree: ast.Module) -> set[str]:
    """Give every name that is imported, read or called; `exec` and `eval` only as the built-in functions."""
    attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)} - {"exec", "eval"}
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    modules = (target.removeprefix("kiosk.system.") for target in _imported(tree))
    return attributes | names | {part for module in modules for part in module.split(".")}


def _ruling_key(name: str) -> str:
    return max((key for key in TABLE if _lies_in(name, key)), key=len)


def _lies_in(name: str, package: str) -> bool:
    return package in {"kiosk.", name} or name.startswith(f"{package}.")


def _name(path: Path) -> str:
    parts = path.relative_to(TREE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


@pytest.mark.parametrize("module", modules(), ids=lambda module: module.name)
def test_a_module_keeps_to_its_part(module: Module) -> None:
    assert breaches(module) == []


def test_the_scan_saw_the_program() -> None:
    seen = {module.name for module in modules()}

    assert len(seen) > 60
    assert {"kiosk.display.app", "kiosk.edition.store", "kiosk.prepare.job", "kiosk.supervise.supervisor"} <= seen


def test_every_line_of_the_tables_speaks_of_something_that_exists() -> None:
    seen = {module.name for module in modules()}

    assert {key for key in TABLE if key not in seen} == set()
    assert seen >= MAY_START_PROCESSES | MAY_START_THREADS


@pytest.mark.parametrize(
    ("name", "source", "breach"),
    [
        pytest.param("kiosk.edition.x", "import pydantic", "not in the standard library", id="a library in edition"),
        pytest.param("kiosk.edition.x", "from kiosk.prepare import job", "imports kiosk.prepare.job", id="upwards"),
        pytest.param("kiosk.prepare.x", "from PySide6 import QtCore", "imports PySide6.QtCore", id="Qt in prepare"),
        pytest.param("kiosk.prepare.images", "import PySide6.QtWidgets", "QtWidgets", id="widgets where pictures are"),
        pytest.param("kiosk.display.page.x", "from PySide6.QtCore import QObject", "QtCore", id="Qt in the page"),
        pytest.param(
            "kiosk.display.ui.x", "from kiosk.display.state import clock", "state.clock", id="a widget's state"
        ),
        pytest.param(
            "kiosk.display.ui.x", "def f():\n    import PySide6.QtNetwork", "QtNetwork", id="inside a function"
        ),
        pytest.param("kiosk.supervise.x", "import PySide6", "imports PySide6", id="Qt in the supervisor"),
        pytest.param("kiosk.edition.x", "from threading import Thread", "no threads", id="a thread"),
        pytest.param("kiosk.prepare.x", "import subprocess", "no processes", id="a process"),
        pytest.param("kiosk.display.state.x", "from PySide6.QtCore import QThread", "threads of Qt", id="a Qt thread"),
        pytest.param("kiosk.display.ui.x", "service.openUrl(link)", "uses openUrl", id="a link opened by the display"),
        pytest.param("kiosk.display.ui.x", "import socket", "uses socket", id="a socket in the display"),
        pytest.param("kiosk.display.ui.x", "QMenu(self)", "uses QMenu", id="a menu in the display"),
        pytest.param("kiosk.display.ui.x", "os.system('x')", "uses system", id="a program of the display"),
        pytest.param("kiosk.display.ui.x", "widget.setToolTip(text)", "uses setToolTip", id="a hint in the display"),
        pytest.param("kiosk.display.ui.x", "QGuiApplication.clipboard()", "uses clipboard", id="the clipboard"),
        pytest.param("kiosk.display.ui.x", "x.setOpenLinks(True)", "turns on setOpenLinks", id="links that open"),
        pytest.param("kiosk.display.ui.x", "x.setAcceptDrops(y)", "turns on setAcceptDrops", id="drops"),
        pytest.param("kiosk.display.ui.x", "eval('1')", "uses eval", id="eval in the display"),
        pytest.param("kiosk.display.ui.x", "document.setMarkdown(text)", "uses setMarkdown", id="Qt's Markdown"),
    ],
)
def test_the_rule_catches(name: str, source: str, breach: str) -> None:
    assert breach in "; ".join(breaches(Module(name, source)))


def test_the_event_loop_is_no_exec() -> None:
    assert breaches(Module("kiosk.display.app", "application.exec()")) == []
