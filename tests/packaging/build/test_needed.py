from collections.abc import Mapping

from needed import Entry, without_unneeded

PROGRAM = (
    ("PySide6/QtGui.abi3.so", "gui", "EXTENSION"),
    ("PySide6/Qt/plugins/platforms/libqxcb.so", "xcb", "BINARY"),
    ("PySide6/Qt/lib/libQt6Gui.so.6", "qt gui", "BINARY"),
    ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK"),
    ("libxcb-cursor.so.0", "cursor", "BINARY"),
    ("libpython3.11.so.1.0", "python", "BINARY"),
    ("kiosk/resources/contact.toml", "contact", "DATA"),
)
ASKED = {"gui": ("libQt6Gui.so.6", "libc.so.6"), "xcb": ("libQt6XcbQpa.so.6",), "qt gui": ("libxcb-cursor.so.0",)}


def left_of(*more: Entry, asked: Mapping[str, tuple[str, ...]] = ASKED) -> list[Entry]:
    return without_unneeded([*PROGRAM, *more], lambda file: asked.get(file, ()))


def test_what_something_asks_for_stays_and_what_that_asks_for() -> None:
    assert left_of() == list(PROGRAM)


def test_what_only_a_plugin_asked_for_that_is_left_out_goes_with_its_links() -> None:
    gtk = ("libgtk-3.so.0", "gtk", "BINARY")
    link = ("libQt6Svg.so.6", "PySide6/Qt/lib/libQt6Svg.so.6", "SYMLINK")

    assert left_of(gtk, link) == list(PROGRAM)


def test_libraries_that_ask_only_for_each_other_go() -> None:
    pair = ("libone.so.1", "one", "BINARY"), ("libtwo.so.2", "two", "BINARY")
    asked = {**ASKED, "one": ("libtwo.so.2",), "two": ("libone.so.1",)}

    assert left_of(*pair, asked=asked) == list(PROGRAM)
