from pathlib import Path

import pytest

from kiosk.system.doctor.rc_xml import Bindings, Unreadable, labwc_bindings, openbox_bindings

CLOSE = '<keybind key="A-F4"><action name="Close"/></keybind>'
RAISE = '<mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind>'
MENU = '<mousebind button="Right" action="Press"><action name="ShowMenu"><menu>root-menu</menu></action></mousebind>'


def rc(keyboard: str = "<keyboard/>", mouse: str = "<mouse/>", head: str = "") -> str:
    return f'{head}<openbox_config xmlns="http://openbox.org/3.4/rc">{keyboard}{mouse}</openbox_config>'


NOTHING = Bindings((), has_keys=True, has_mouse=True)


@pytest.mark.parametrize(
    ("xml", "bindings"),
    [
        pytest.param(rc(), NOTHING, id="two empty sections"),
        pytest.param(rc(head='<?xml version="1.0" encoding="UTF-8"?>\n'), NOTHING, id="with an XML declaration"),
        pytest.param(rc(keyboard="<keyboard><chainQuitKey>C-g</chainQuitKey></keyboard>"), NOTHING, id="a key that only ends a chain"),
        pytest.param(rc(mouse=f'<mouse><context name="Client">{RAISE}</context></mouse>'), NOTHING, id="a touch that raises"),
        pytest.param(rc(keyboard=""), Bindings((), has_keys=False, has_mouse=True), id="no section for keys"),
        pytest.param(rc(mouse=""), Bindings((), has_keys=True, has_mouse=False), id="no section for the mouse"),
        pytest.param(rc(keyboard=f"<keyboard>{CLOSE}</keyboard>"), Bindings(("Alt+F4",), has_keys=True, has_mouse=True), id="a key"),
        pytest.param(
            rc(keyboard='<keyboard><keybind key="C-A-S-W-x"><keybind key="y"><action name="Exit"/></keybind></keybind></keyboard>'),
            Bindings(("Ctrl+Alt+Shift+Super+x",), has_keys=True, has_mouse=True),
            id="a chain of keys",
        ),
        pytest.param(
            rc(mouse=f'<mouse><context name="Root">{MENU}</context></mouse>'),
            Bindings(("Right button on Root",), has_keys=True, has_mouse=True),
            id="a button",
        ),
        pytest.param(
            rc(keyboard='<KEYBOARD><keybind key="F1"><action name="FOCUS"/><action name="Execute"/></keybind></KEYBOARD>'),
            Bindings(("F1",), has_keys=True, has_mouse=True),
            id="something harmful beside something harmless",
        ),
        pytest.param(rc(keyboard="<keyboard>"), Unreadable(), id="no XML"),
        pytest.param("", Unreadable(), id="an empty file"),
        pytest.param('<!DOCTYPE x [<!ENTITY a "b">]>' + rc(), Unreadable(), id="entities"),
    ],
)  # fmt: skip
def test_the_bindings_of_openbox_are_those_that_openbox_takes(xml: str, bindings: Bindings | Unreadable) -> None:
    assert openbox_bindings(xml) == bindings


def test_the_rc_xml_that_comes_with_the_kiosk_has_no_bindings() -> None:
    shipped = Path(__file__).parents[3] / "packaging" / "sessions" / "openbox" / "rc.xml"

    assert openbox_bindings(shipped.read_text("utf-8")) == NOTHING


NO_ACTION = '<keyboard><keybind key="W-F24"><action name="None"/></keybind></keyboard>'
NO_BUTTON = f'<mouse><context name="Root">{RAISE}</context></mouse>'


@pytest.mark.parametrize(
    ("xml", "bindings"),
    [
        pytest.param(rc(NO_ACTION, NO_BUTTON), NOTHING, id="bindings that do nothing"),
        pytest.param(rc(), Bindings((), has_keys=False, has_mouse=False), id="two empty sections"),
        pytest.param(
            rc(NO_ACTION.replace("<keyboard>", "<keyboard><default/>"), NO_BUTTON),
            Bindings((), has_keys=False, has_mouse=True),
            id="the keys that are built in",
        ),
        pytest.param(
            rc(NO_ACTION, NO_BUTTON.replace("<mouse>", "<mouse><default/>")),
            Bindings((), has_keys=True, has_mouse=False),
            id="the buttons that are built in",
        ),
        pytest.param(
            rc(f"<keyboard>{CLOSE}</keyboard>", NO_BUTTON),
            Bindings(("Alt+F4",), has_keys=True, has_mouse=True),
            id="a key",
        ),
        pytest.param("<labwc_config>", Unreadable(), id="no XML"),
    ],
)
def test_the_bindings_of_labwc_are_those_that_labwc_takes(xml: str, bindings: Bindings | Unreadable) -> None:
    assert labwc_bindings(xml) == bindings
