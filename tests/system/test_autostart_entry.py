import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.system.autostart_entry import Broken, Entry, Foreign, Found, SwitchedOff, found_in, name_for
from tests.system.autostart_fakes import PROGRAM, entry

LONGEST_NAME = 80


@pytest.mark.parametrize(
    ("screen", "name"),
    [
        ("", "kiosk"),
        ("0", "kiosk-0"),
        ("HDMI-A-1", "kiosk-HDMI-A-1"),
        ("DELL U2415", "kiosk-DELL-U2415-03b6ba31"),
        ("../../etc", "kiosk-etc-13c1bb1e"),
    ],
)
def test_an_entry_is_called_after_its_screen(screen: str, name: str) -> None:
    assert entry(screen=screen).screen == screen
    assert entry(screen=screen).name == name


@given(st.text(min_size=1))
def test_every_name_can_be_that_of_a_file(screen: str) -> None:
    name = name_for(screen)

    assert set(name) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-")
    assert len(name) <= LONGEST_NAME


@pytest.mark.parametrize(("one", "other"), [("DP 1", "DP-1"), ("DP/1", "DP 1"), ("é", "è")])
def test_no_two_screens_share_a_name(one: str, other: str) -> None:
    assert name_for(one) != name_for(other)


def test_only_a_full_screen_comes_back_when_it_is_closed() -> None:
    assert entry().is_captive
    assert not entry(mode="--windowed").is_captive


def test_an_entry_whose_program_is_there_is_on() -> None:
    assert found_in("kiosk", "here", entry()) == (Found("kiosk", "here", "on", "", entry()),)


def test_an_entry_whose_program_is_gone_is_damaged() -> None:
    gone = entry(program="/opt/kiosk-0.9/kiosk")

    assert found_in("kiosk", "here", gone) == (
        Found("kiosk", "here", "damaged", "there is no program /opt/kiosk-0.9/kiosk any more", gone),
    )


def test_a_program_whose_letters_were_lost_on_the_way_is_not_missed() -> None:
    assert found_in("kiosk", "here", entry(program="/opt/caf\ufffd/kiosk"))[0].state == "on"


def test_an_entry_that_is_switched_off_is_off_and_a_broken_one_damaged() -> None:
    off, broken = found_in("kiosk", "here", SwitchedOff(entry(), "why")), found_in("kiosk", "here", Broken())

    assert [(found.state, found.why) for found in (*off, *broken)] == [
        ("off", "why"),
        ("damaged", "what it would start cannot be made out"),
    ]


def test_what_is_not_ours_is_not_found() -> None:
    assert found_in("kiosk", "here", Foreign()) == ()


def test_a_screen_without_a_name_is_the_usual_one() -> None:
    assert Entry((PROGRAM, "run", "--screen")).screen == ""
