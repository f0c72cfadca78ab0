import os
from pathlib import Path

import pytest

from kiosk.paths import call_in
from kiosk.supervise.call import (
    LONGEST_TOKEN,
    Call,
    NoCall,
    call,
    is_heard,
    make_ready,
    take_call,
    take_token,
    withdraw,
)

TOKEN = "gnome-shell/Kiosk/4711-2-desk_TIME123456"  # noqa: S105  # no secret


@pytest.fixture
def state(tmp_path: Path) -> Path:
    make_ready(tmp_path)
    return tmp_path


def test_a_call_is_heard_once(state: Path) -> None:
    call(state, TOKEN)

    assert not is_heard(state)
    assert [take_call(state), take_call(state)] == [Call(TOKEN), NoCall()]
    assert is_heard(state)


def test_no_two_calls_are_alike_for_a_second_one_is_a_change(state: Path) -> None:
    call(state, TOKEN)
    first = call_in(state).read_bytes()

    call(state, TOKEN)

    assert call_in(state).read_bytes() != first


def test_one_that_an_earlier_kiosk_did_not_hear_is_forgotten(state: Path) -> None:
    call(state, TOKEN)

    make_ready(state)

    assert take_call(state) == NoCall()


def test_one_that_is_withdrawn_is_none(state: Path) -> None:
    call(state, TOKEN)

    withdraw(state)

    assert take_call(state) == NoCall()


def test_without_the_folder_of_a_kiosk_that_hears_nobody_can_call(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        call(tmp_path, TOKEN)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"1\n", id="no token"),
        pytest.param(b"1\n\x1b[2J\n", id="not printable"),
        pytest.param(b"1\na\0b\n", id="a NUL"),
        pytest.param(b"1\na\nb\n", id="two lines"),
        pytest.param("1\nclé\n".encode(), id="not ASCII"),
        pytest.param(b"1\n" + b"k" * (LONGEST_TOKEN + 1) + b"\n", id="too long"),
        pytest.param(b"1\n" + b"k" * 10_000_000, id="huge"),
    ],
)
def test_what_can_be_no_token_is_a_call_without_one(state: Path, content: bytes) -> None:
    call_in(state).write_bytes(content)

    assert take_call(state) == Call()


def test_the_longest_token_comes_through(state: Path) -> None:
    call(state, "k" * LONGEST_TOKEN)

    assert take_call(state) == Call("k" * LONGEST_TOKEN)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe with a name is of POSIX")
def test_a_pipe_in_its_place_stops_nobody(state: Path) -> None:
    os.mkfifo(call_in(state))

    assert take_call(state) == NoCall()


@pytest.mark.parametrize(
    ("environment", "token"),
    [
        pytest.param({}, "", id="none"),
        pytest.param({"DESKTOP_STARTUP_ID": "x11"}, "x11", id="X11"),
        pytest.param({"DESKTOP_STARTUP_ID": "x11", "XDG_ACTIVATION_TOKEN": "wayland"}, "wayland", id="both"),
        pytest.param({"DESKTOP_STARTUP_ID": "x11", "XDG_ACTIVATION_TOKEN": "\x07"}, "x11", id="one is none"),
    ],
)
def test_a_token_is_taken_out_of_the_environment(environment: dict[str, str], token: str) -> None:
    assert take_token(environment) == token
    assert environment == {}
