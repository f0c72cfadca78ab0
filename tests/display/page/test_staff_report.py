"""The pages behind the menu, in plain words and without anything that is not for a screen in public."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest

from kiosk.display.page.speech import Speech
from kiosk.display.page.staff import derive_pad
from kiosk.display.page.staff_menu import derive_menu
from kiosk.display.page.staff_page import Entry
from kiosk.display.page.staff_report import derive_report
from kiosk.display.page.staff_view import MenuOpen, PadOpen, ReportOpen
from kiosk.edition.value import Value
from kiosk.supervise.messages import Facts, Finding, Told
from tests.display.conftest import PlainSpeech

Status = Callable[..., list[tuple[str, str, str]]]
HELD = Finding("keys", "Keys", "held", "They are quiet")
OPEN = Finding("blank", "Screen saver", "not held", "It comes after ten minutes", "Switch it off.")
UNKNOWN = Finding("start", "After a power cut", "unknown", "It could not be found out")
HOSTILE = (
    "/home/desk/kiosk/contact.toml", "/etc/shadow", "C:\\Users\\desk\\contact.toml", "\\\\server\\share\\x.toml",
    "~/.config/kiosk/device.toml", "file:///home/desk/x", "/proc/1234/environ", "/dev/sda1", "../../etc/passwd",
    "/home/desk/My Kiosk/contact.toml", "192.168.1.20", "192.168.1.20:8080", "10.0.0.1", "[fe80::1ff:fe23:4567:890a]",
    "http://192.168.1.20/feed", "https://user:secret@host.example/?key=hunter2", "ftp://10.0.0.1/x",
    "Traceback (most recent call last):", 'Traceback:\n  File "/usr/x.py", line 3, in main\nValueError: boom',
    "ValueError: boom", "OSError: [Errno 28] No space left on device: '/srv/x'", "KeyError: 'phone'",
    "msgspec.ValidationError: Expected `str`", "<kiosk.display.app.Display object at 0x7f3a2b1c>", "0x7f3a2b1c",
    "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2g", "$2b$12$abcdefghijklmnopqrstuv", "password=hunter2",
    "token=hunter2", "pin=4711", "secret=hunter2", "pin_hash=hunter2", "AKIA" + "4x7Q" * 8, "ghp_" + "a1B2" * 9,
    "7f3a" * 16, "SHA256:" + "7f3a" * 16, "one\x00two\x1b[31mred", "line\nbreak\rreturn",
    "exit status 139 of /usr/bin/kiosk", "pid 4711 in /run/user/1000/kiosk",
)  # fmt: skip
TECHNICAL = re.compile(
    r"/|\\|~|\d+\.\d+\.\d+\.\d+|fe80:|Traceback|Errno|Error|object at|0x|\$|hunter2|4711$|secret=|AKIA|ghp_|(7f3a){4}|[\x00-\x1f]"
)


@pytest.fixture
def status(facts: Callable[..., Facts], now: datetime, speech: Speech) -> Status:
    """Give a function that lists the tone, text and cure of each entry about a screen with these facts changed."""

    def listed(**changes: object) -> list[tuple[str, str, str]]:
        report = derive_report(ReportOpen("status", MenuOpen(facts(**changes))), now, speech)
        return [(entry.tone, entry.text, entry.cure) for entry in report.entries]

    return listed


def test_a_report_leads_back(facts: Callable[..., Facts], now: datetime, speech: Speech) -> None:
    back = derive_report(ReportOpen("status", MenuOpen(facts())), now, speech).back

    assert (back.text, back.description) == ("Back", "Returns to the menu.")


def test_a_problem_says_where_what_and_what_to_write(
    facts: Callable[..., Facts], told: Callable[..., Told], now: datetime, speech: Speech
) -> None:
    report = derive_report(ReportOpen("problems", MenuOpen(facts(), (told(),))), now, speech)

    assert report.line == "The screen stays as it is until these are mended and saved."
    assert report.entries == (
        Entry(
            "bad", "Not in order", "contact.toml, line 44", 'phone.number: "0775 679" is too short',
            "Write it like +263 71",
        ),
    )  # fmt: skip


def test_a_problem_of_a_whole_file_has_no_line(
    facts: Callable[..., Facts], told: Callable[..., Told], now: datetime, speech: Speech
) -> None:
    whole = told(line=0, column=0, key="", what="this file is empty")

    (entry,) = derive_report(ReportOpen("problems", MenuOpen(facts(), (whole,))), now, speech).entries

    assert (entry.heading, entry.text) == ("contact.toml", "This file is empty")


def test_mistakes_come_before_warnings(
    facts: Callable[..., Facts], told: Callable[..., Told], now: datetime, speech: Speech
) -> None:
    problems = (told(severity="warning"), told(), told(severity="warning"))

    report = derive_report(ReportOpen("problems", MenuOpen(facts(), problems)), now, speech)

    assert [entry.tone for entry in report.entries] == ["bad", "hint", "hint"]


@pytest.mark.parametrize(
    ("severities", "line"),
    [
        (("warning",), "The screen shows your files all the same."),
        ((), "There is nothing to mend."),
    ],
)
def test_without_mistakes_the_screen_follows(
    facts: Callable[..., Facts],
    told: Callable[..., Told],
    now: datetime,
    speech: Speech,
    *,
    severities: tuple[str, ...],
    line: str,
) -> None:
    problems = tuple(told(severity=severity) for severity in severities)

    assert derive_report(ReportOpen("problems", MenuOpen(facts(), problems)), now, speech).line == line


def test_a_screen_that_is_well(status: Status) -> None:
    assert status(memory_bytes=90_400_000) == [
        ("good", "The screen shows edition 7f3a7f3a7f3a, since 08:12.", ""),
        ("good", "The screen shows what your files say.", ""),
        ("good", "Your files were last read 12 minutes ago.", ""),
        ("good", "What is shown is kept on the disk.", ""),
        ("good", "The kiosk has run since 08:12. Its version is 1.2. It uses 90 megabytes.", ""),
    ]


def test_the_holding_card_is_not_said_to_be_kept(status: Status) -> None:
    assert [text for _, text, _ in status(edition="") if "kept" in text] == []


@pytest.mark.parametrize(
    ("change", "tone", "begins"),
    [
        pytest.param({"health": "starting"}, "unknown", "The screen is starting", id="starting"),
        pytest.param({"health": "restarting"}, "bad", "The window is being started again", id="restarting"),
        pytest.param({"health": "safe mode"}, "bad", "Only the contact details are shown", id="safe mode"),
        pytest.param({"edition": ""}, "bad", "There is no version to show", id="the holding card"),
        pytest.param({"shown_since": None}, "good", "The screen shows edition 7f3a7f3a7f3a.", id="not yet painted"),
        pytest.param({"is_on_trial": True}, "hint", "It is new", id="on trial"),
        pytest.param({"do_files_answer": False}, "bad", "Your files do not answer", id="files that hang"),
        pytest.param({"stands": "not read"}, "unknown", "Your files are being read", id="not read"),
        pytest.param({"stands": "mistaken"}, "bad", "Your files have mistakes", id="mistakes"),
        pytest.param({"stands": "refused"}, "bad", "The newest version was set aside", id="set aside"),
        pytest.param({"stands": "not made"}, "bad", "The newest version could not be made", id="not made"),
        pytest.param({"stands": "not kept"}, "bad", "No disk takes the newest version", id="not kept"),
        pytest.param({"is_pinned": True}, "hint", "Somebody asked for an earlier version", id="pinned"),
        pytest.param({"is_pinned": True}, "good", "Your files are in order, and wait", id="pinned, files in order"),
        pytest.param({"is_kept": False}, "bad", "What is shown is not kept on the disk", id="not kept on the disk"),
        pytest.param({"deaths": 3}, "bad", "The window had to be started again 3 times", id="deaths"),
    ],
)
def test_what_is_not_as_it_should_be_is_said(status: Status, change: dict[str, object], tone: str, begins: str) -> None:
    assert [found for found, text, _ in status(**change) if text.startswith(begins)] == [tone]


@pytest.mark.parametrize(
    "change",
    [
        {"health": "safe mode"}, {"do_files_answer": False}, {"stands": "mistaken"}, {"stands": "refused"},
        {"stands": "not made"}, {"stands": "not kept"}, {"is_kept": False}, {"is_pinned": True},
    ],
    ids=str,
)  # fmt: skip
def test_what_staff_can_mend_comes_with_its_cure(status: Status, change: dict[str, object]) -> None:
    assert any(cure for _, _, cure in status(**change))


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ({}, "All is well."),
        ({"is_kept": False}, "1 thing is not as it should be."),
        ({"is_kept": False, "deaths": 1}, "2 things are not as they should be."),
        ({"health": "starting"}, "Nothing bad is known, but not everything could be found out."),
    ],
)
def test_in_all_it_stands(
    facts: Callable[..., Facts], now: datetime, speech: Speech, change: dict[str, object], line: str
) -> None:
    assert derive_report(ReportOpen("status", MenuOpen(facts(**change))), now, speech).line == line


def test_until_the_computer_is_examined_the_report_says_so(
    facts: Callable[..., Facts], now: datetime, speech: Speech
) -> None:
    report = derive_report(ReportOpen("doctor", MenuOpen(facts())), now, speech)

    assert (report.line, report.entries) == ("Checking this computer …", ())


def test_what_was_found_comes_worst_first(facts: Callable[..., Facts], now: datetime, speech: Speech) -> None:
    report = derive_report(ReportOpen("doctor", MenuOpen(facts()), (HELD, UNKNOWN, OPEN)), now, speech)

    assert report.line == "1 thing is not as it should be."
    assert [(entry.tone, entry.heading, entry.text, entry.cure) for entry in report.entries] == [
        ("bad", "Screen saver", "It comes after ten minutes", "Switch it off."),
        ("unknown", "After a power cut", "It could not be found out", ""),
        ("good", "Keys", "They are quiet", ""),
    ]


def test_what_only_the_log_should_hold_is_not_said(
    facts: Callable[..., Facts], told: Callable[..., Told], now: datetime, speech: Speech
) -> None:
    broken = told(key="", what="OSError: boom")

    (entry,) = derive_report(ReportOpen("problems", MenuOpen(facts(), (broken,))), now, speech).entries

    assert entry.text == "The log of this computer knows what happened."


@pytest.mark.parametrize("hostile", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_technical_is_shown_wherever_it_comes_from(
    facts: Callable[..., Facts], told: Callable[..., Told], now: datetime, speech: Speech, hostile: str
) -> None:
    menu = MenuOpen(
        facts(version=hostile, edition=hostile),
        (told(file=hostile, key=hostile, what=f"it is {hostile} here", cure=f"Write {hostile} there", text=hostile),),
    )
    pages = (
        derive_menu(menu, None, now, speech),
        derive_report(ReportOpen("problems", menu), now, speech),
        derive_report(ReportOpen("status", menu), now, speech),
    )

    assert [text for page in pages for text in _texts(page) if TECHNICAL.search(text)] == []


def test_a_command_is_shown_word_for_word(facts: Callable[..., Facts], now: datetime, speech: Speech) -> None:
    command = 'reg add "HKCU\\Control Panel\\Desktop" /v ScreenSaveActive /d 0'
    finding = Finding("saver", "Screen saver", "not held", "It comes", command)

    (entry,) = derive_report(ReportOpen("doctor", MenuOpen(facts()), (finding,)), now, speech).entries

    assert entry.cure == command


def test_a_cure_that_is_not_for_this_screen_is_somewhere_else(
    facts: Callable[..., Facts], now: datetime, speech: Speech
) -> None:
    findings = (Finding("a", "Keys", "not held", "They act"), Finding("b", "Clock", "held", "It goes right"))

    entries = derive_report(ReportOpen("doctor", MenuOpen(facts()), findings), now, speech).entries

    assert [entry.cure for entry in entries] == ["Type kiosk doctor on this computer: it says what to do.", ""]


class ToService(PlainSpeech):
    """Types every command to the kiosk of a service."""

    def typed(self, text: str) -> str:
        return text.replace("kiosk ", "sudo kiosk-lobby ")


def test_every_command_is_typed_as_on_this_computer(
    facts: Callable[..., Facts], told: Callable[..., Told], now: datetime
) -> None:
    menu, speech = MenuOpen(facts(is_pinned=True)), ToService()
    findings = (Finding("a", "PIN", "not held", "None", "kiosk set-pin"), Finding("b", "Keys", "not held", "They act"))
    problem = told(cure="run kiosk set-pin")
    reports = (
        ReportOpen("status", menu),
        ReportOpen("doctor", menu, findings),
        ReportOpen("problems", MenuOpen(facts(), (problem,))),
    )

    cures = [entry.cure for report in reports for entry in derive_report(report, now, speech).entries]
    commands = [cure for cure in cures if "kiosk" in cure]

    assert len(commands) == 4
    assert all("sudo kiosk-lobby " in cure for cure in commands)
    assert derive_pad(PadOpen(has_pin=False), speech).strong_text == "sudo kiosk-lobby set-pin"


def test_the_check_knows_what_is_technical() -> None:
    harmless = re.compile(r"line\nbreak|exit status|pid 4711|pin=4711")

    assert [text for text in HOSTILE if not TECHNICAL.search(text) and not harmless.search(text)] == []


def _texts(value: object) -> Iterator[str]:
    """Give every text in a value; keys and icons are for the program."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, Value):
        for name in value.__struct_fields__:
            if name not in {"key", "icon"}:
                yield from _texts(getattr(value, name))
