"""What others wrote, fit for a screen in public."""

import pytest

from kiosk.display.page.discreet import discreet


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("there is no file /home/desk/kiosk/border.md", "there is no file border.md", id="a path"),
        pytest.param('there is no file "/srv/a/border.md".', 'there is no file "border.md".', id="a path in quotes"),
        pytest.param(r"C:\Users\desk\door.jpg is no picture", "door.jpg is no picture", id="a path of Windows"),
        pytest.param("C:/Users/desk/door.jpg is no picture", "door.jpg is no picture", id="the same with slashes"),
        pytest.param(r"\\fileserver\share\contact.toml", "contact.toml", id="a share"),
        pytest.param("~/kiosk/contact.toml", "contact.toml", id="a path at home"),
        pytest.param("articles/border.md is empty", "border.md is empty", id="a path of staff's own"),
        pytest.param("file:///home/desk/door.jpg", "door.jpg", id="a file's address"),
        pytest.param("/", "…", id="the root"),
        pytest.param("https://desk:geheim@www.a.example:8443/x?token=1", "www.a.example", id="a web address"),
        pytest.param("http://192.168.1.20:8080/feed", "…", id="a web address by number"),
        pytest.param("no answer from 192.168.1.20:631", "no answer from …", id="an address with its port"),
        pytest.param("no answer from fe80::1ff:fe23:4567:890a", "no answer from …", id="an address of version 6"),
        pytest.param("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA", "…", id="the hash of a PIN"),
        pytest.param("2e521ca2c4003f0a2e521ca2c4003f0a2e521ca2", "…", id="a long hash"),
        pytest.param("password=hunter2 is wrong", "… is wrong", id="a password"),
        pytest.param("0x7f3a2b1c", "…", id="an address in memory"),
        pytest.param("one\nline\tonly\x1b[31m", "one line only [31m", id="control characters"),
    ],
)
def test_what_nobody_in_a_lobby_needs_is_taken_out(text: str, shown: str) -> None:
    assert discreet(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        '"0775 679" is too short for Zimbabwe',
        "Write it like +263 71 234 5678",
        "opening hours are written like 08:00-17:00",
        "this date has passed: 24/12/2026",
        "open 24/7, in winter and/or summer",
        "half of it, 1/2",
        "at 14:05:10, version 1.2.3",
        "hello@haigpark.example is no address",
        "a.remarkably.long.mailbox.for.everything2026@enquiries.haigpark.example",
        "Donaudampfschifffahrtsgesellschaftskapitaenswitwe is one word",
        'Did you mean "network"?',
        "",
    ],
)
def test_what_staff_need_stays(text: str) -> None:
    assert discreet(text) == text


@pytest.mark.parametrize(
    "text",
    [
        'Traceback (most recent call last):\n  File "/usr/x.py", line 3, in x\nValueError: boom',
        "[Errno 28] No space left on device",
        "OSError: boom",
        "TomlException: boom",
        "<Widget object at 0x7f00>",
        'File "x.py", line 3, in x',
    ],
)
def test_of_a_bug_nothing_is_left(text: str) -> None:
    assert discreet(text) == ""
