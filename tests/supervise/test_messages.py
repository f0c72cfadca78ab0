from datetime import UTC, datetime

import pytest

from kiosk.supervise.messages import (
    Beat,
    Begin,
    CallStaff,
    ComeForward,
    Cover,
    Facts,
    Finding,
    Findings,
    InFront,
    Lacks,
    Mark,
    Menu,
    Message,
    OpenLink,
    Pad,
    Painted,
    Pictured,
    Scene,
    Show,
    StaffLeft,
    SwitchOff,
    TryPin,
    Uncover,
    Unshowable,
    Wish,
    Woken,
    from_line,
)
from kiosk.supervise.wire import Unreadable, to_line

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("message", "line"),
    [
        pytest.param(
            Begin("/s", editions=("ab12",)), '{"editions":["ab12"],"kind":"Begin","state":"/s"}\n', id="begin"
        ),
        pytest.param(Show("/s", "ab12"), '{"edition":"ab12","kind":"Show","state":"/s"}\n', id="show"),
        pytest.param(ComeForward("k1"), '{"kind":"ComeForward","token":"k1"}\n', id="come forward"),
        pytest.param(Mark(on=True), '{"kind":"Mark","on":true}\n', id="the sign for staff"),
        pytest.param(
            Unshowable("ab12", "gone"), '{"edition":"ab12","kind":"Unshowable","why":"gone"}\n', id="cannot be shown"
        ),
        pytest.param(
            Unshowable("ab12", "held", damaged=False),
            '{"damaged":false,"edition":"ab12","kind":"Unshowable","why":"held"}\n',
            id="cannot be shown now",
        ),
        pytest.param(
            Beat("ab12", 0.5, 3.0, blank=True),
            '{"blank":true,"edition":"ab12","frame_age":0.5,"kind":"Beat","touch_age":3.0}\n',
            id="a heartbeat",
        ),
        pytest.param(Lacks("no libGL.so.1"), '{"kind":"Lacks","what":"no libGL.so.1"}\n', id="it lacks something"),
        pytest.param(Painted(""), '{"edition":"","kind":"Painted"}\n', id="the holding card was painted"),
        pytest.param(Pictured(), '{"kind":"Pictured"}\n', id="the screen was pictured"),
        pytest.param(Uncover(), '{"kind":"Uncover"}\n', id="over the card"),
        pytest.param(
            Cover("/s", "HDMI-1", dark=True),
            '{"dark":true,"kind":"Cover","screen":"HDMI-1","state":"/s"}\n',
            id="cover",
        ),
        pytest.param(InFront(), '{"kind":"InFront"}\n', id="the card is in front"),
        pytest.param(CallStaff(), '{"kind":"CallStaff"}\n', id="staff are called"),
        pytest.param(TryPin("246813"), '{"kind":"TryPin","pin":"246813"}\n', id="a PIN is tried"),
        pytest.param(Wish("leave"), '{"kind":"Wish","what":"leave"}\n', id="staff wish"),
        pytest.param(StaffLeft(), '{"kind":"StaffLeft"}\n', id="staff have left"),
        pytest.param(Woken(), '{"kind":"Woken"}\n', id="woken"),
        pytest.param(Scene(), '{"kind":"Scene"}\n', id="lit, without a notice"),
        pytest.param(
            Scene("dimmed", NOON, NOON, NOON),
            '{"dark_until":"2026-11-25T12:00:00Z","kind":"Scene","light":"dimmed",'
            '"notice_since":"2026-11-25T12:00:00Z","notice_until":"2026-11-25T12:00:00Z"}\n',
            id="dimmed, with a notice",
        ),
        pytest.param(SwitchOff(), '{"kind":"SwitchOff"}\n', id="switch off"),
        pytest.param(
            Pad(has_pin=True, wait_seconds=30, was_wrong=True),
            '{"has_pin":true,"kind":"Pad","wait_seconds":30,"was_wrong":true}\n',
            id="the pad",
        ),
        pytest.param(
            Menu(Facts("shown", "shown", "1.0", NOON)),
            '{"facts":{"health":"shown","kind":"Facts","stands":"shown","started_at":"2026-11-25T12:00:00Z",'
            '"version":"1.0"},"kind":"Menu"}\n',
            id="the menu",
        ),
        pytest.param(
            Findings((Finding("vt", "Consoles", "not held", "They can be reached", "Type this"),)),
            '{"findings":[{"cure":"Type this","key":"vt","kind":"Finding","title":"Consoles","verdict":"not held",'
            '"what":"They can be reached"}],"kind":"Findings"}\n',
            id="findings",
        ),
        pytest.param(OpenLink("tel:+1"), '{"kind":"OpenLink","uri":"tel:+1"}\n', id="open a link"),
    ],
)
def test_a_message_is_this_line_and_the_line_is_this_message(message: Message, line: str) -> None:
    assert to_line(message) == line
    assert from_line(line) == message


def test_a_line_feed_inside_a_text_does_not_end_the_line() -> None:
    line = to_line(OpenLink("a\nb"))

    assert line.count("\n") == 1
    assert from_line(line) == OpenLink("a\nb")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("", id="nothing"),
        pytest.param("qt.qpa.plugin: could not find it", id="a text of a library"),
        pytest.param("[]", id="a list"),
        pytest.param("null", id="null"),
        pytest.param('{"kind": "Stop"}', id="an unknown kind"),
        pytest.param('{"kind": []}', id="a kind that is no text"),
        pytest.param('{"kind": "Show"}', id="no edition"),
        pytest.param('{"kind": "Show", "state": "/s", "edition": 5}', id="a number for an edition"),
        pytest.param('{"kind": "Show", "state": "/s", "edition": "a", "more": 1}', id="a key too many"),
        pytest.param("[" * 20_000, id="nested too deep"),
    ],
)
def test_any_other_line_is_unreadable_and_never_an_exception(line: str) -> None:
    answer = from_line(line)

    assert isinstance(answer, Unreadable)
    assert answer.line == line
