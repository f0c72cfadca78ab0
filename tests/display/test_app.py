"""The real display process: it shows the store's edition, obeys the supervisor and leaves with it."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.display.app import Display
from kiosk.display.crash import FAILED
from kiosk.display.pipe import SupervisorPipe
from kiosk.display.stack import StackFile
from kiosk.display.ui.article import ArticleView, FocusFrame
from kiosk.display.ui.caption import Caption
from kiosk.display.ui.card import Card
from kiosk.display.ui.contact_row import ContactRow
from kiosk.display.ui.control import Control
from kiosk.display.ui.mark import StaffMark
from kiosk.display.ui.pill import Pill
from kiosk.display.ui.socials import RoundButton
from kiosk.display.ui.window import KioskWindow
from kiosk.edition.deposit import Deposited, deposit
from kiosk.edition.device import Device
from kiosk.edition.manifest import Origin
from kiosk.edition.model import Edition
from kiosk.edition.sealed import write_sealed
from kiosk.edition.store import editions_newest_first
from kiosk.paths import device_settings_in, store_in
from kiosk.supervise.messages import Beat, Begin, Message, OpenLink, Painted, Scene, Show, Unshowable, from_line
from kiosk.supervise.wire import to_line

LEAVES_WITHIN_SECONDS = 5
Keep = Callable[[Edition], str]


@pytest.fixture
def keep(tmp_path: Path) -> Keep:
    """Give a function that puts an edition into the store and gives its hash."""

    def kept(edition: Edition) -> str:
        outcome = deposit(store_in(tmp_path), edition, {}, Origin(datetime(2026, 11, 23, tzinfo=UTC), "1", ()))
        assert isinstance(outcome, Deposited)
        return outcome.hash

    return kept


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Callable[[], "subprocess.Popen[str]"]]:
    """Give a function that starts the display as the supervisor does."""
    started = list["subprocess.Popen[str]"]()

    def start() -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-m", "kiosk", "display"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
        started.append(process)
        tell(process, Begin(str(tmp_path), editions=editions_newest_first(store_in(tmp_path))))
        return process

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
            process.communicate()


@pytest.fixture
def show_order(tmp_path: Path) -> Callable[[str], Show]:
    return lambda edition: Show(str(tmp_path), edition)


def tell(process: "subprocess.Popen[str]", message: Message) -> None:
    say(process, to_line(message))


def say(process: "subprocess.Popen[str]", line: str) -> None:
    assert process.stdin
    process.stdin.write(line)
    process.stdin.flush()


def heard(process: "subprocess.Popen[str]") -> object:
    """Give the next thing it says, its heartbeat and how light the screen is left out."""
    assert process.stdout
    while isinstance(message := from_line(process.stdout.readline()), Beat | Scene):
        continue
    return message


def test_it_says_which_edition_it_has_painted(
    begin: Callable[[], "subprocess.Popen[str]"], keep: Keep, make_edition: Callable[..., Edition]
) -> None:
    current = keep(make_edition())

    assert heard(begin()) == Painted(current)


def test_first_of_all_it_says_that_there_is_a_screen(begin: Callable[[], "subprocess.Popen[str]"]) -> None:
    said = begin().stdout

    assert said is not None
    assert from_line(said.readline()) == Beat("")


def test_without_an_edition_it_paints_the_holding_card(begin: Callable[[], "subprocess.Popen[str]"]) -> None:
    assert heard(begin()) == Painted("")


def test_it_shows_a_new_edition_when_told(
    begin: Callable[[], "subprocess.Popen[str]"],
    keep: Keep,
    make_edition: Callable[..., Edition],
    show_order: Callable[[str], Show],
) -> None:
    process = begin()
    heard(process)
    made = keep(make_edition())

    tell(process, show_order(made))

    assert heard(process) == Painted(made)


def test_an_edition_that_is_not_there_is_told_and_changes_nothing(
    begin: Callable[[], "subprocess.Popen[str]"],
    keep: Keep,
    make_edition: Callable[..., Edition],
    show_order: Callable[[str], Show],
) -> None:
    shown = keep(make_edition())
    process = begin()
    heard(process)

    tell(process, show_order("0" * 64))

    assert [heard(process), heard(process)] == [Unshowable("0" * 64, "it is not there"), Painted(shown)]


def test_a_line_that_says_nothing_changes_nothing(
    begin: Callable[[], "subprocess.Popen[str]"],
    keep: Keep,
    make_edition: Callable[..., Edition],
    show_order: Callable[[str], Show],
) -> None:
    keep(make_edition())
    process = begin()
    heard(process)
    second = keep(make_edition(hours=None))

    say(process, "good morning\n")
    tell(process, show_order(second))

    assert heard(process) == Painted(second)


def test_a_damaged_edition_gives_way_to_the_next(
    begin: Callable[[], "subprocess.Popen[str]"], keep: Keep, make_edition: Callable[..., Edition], tmp_path: Path
) -> None:
    whole = keep(make_edition(hours=None))
    damaged = keep(make_edition())
    (store_in(tmp_path) / damaged / "edition.json").write_bytes(b"{}")

    process = begin()

    assert [heard(process), heard(process)] == [Unshowable(damaged, "it is damaged"), Painted(whole)]


def test_it_leaves_in_order_while_a_thread_still_reads(
    begin: Callable[[], "subprocess.Popen[str]"], show_order: Callable[[str], Show]
) -> None:
    """Three times: the thread must have something to tell just when everything ends."""
    statuses = list[int]()
    for _ in range(3):
        process = begin()
        heard(process)
        process.communicate(3000 * to_line(show_order("0" * 64)), timeout=60)
        statuses.append(process.returncode)

    assert statuses == [0, 0, 0]


def test_its_heart_beats_with_what_it_shows(
    begin: Callable[[], "subprocess.Popen[str]"], keep: Keep, make_edition: Callable[..., Edition]
) -> None:
    shown = keep(make_edition())
    process = begin()
    heard(process)

    assert process.stdout
    lines = map(from_line, process.stdout)
    beat = next(line for line in lines if not isinstance(line, Scene))

    assert isinstance(beat, Beat)
    assert beat.edition == shown
    assert beat.frame_age is not None
    assert not beat.blank


def test_it_leaves_when_the_supervisor_is_gone(
    begin: Callable[[], "subprocess.Popen[str]"], keep: Keep, make_edition: Callable[..., Edition]
) -> None:
    keep(make_edition())
    process = begin()
    heard(process)

    process.communicate(timeout=LEAVES_WITHIN_SECONDS)

    assert process.returncode == 0


@pytest.fixture
def displays() -> list[Display]:
    return []


@pytest.fixture
def windows() -> list[KioskWindow]:
    return []


@pytest.fixture
def show(  # noqa: PLR0917  # pytest names what it hands over
    qapp: QApplication,
    displays: list[Display],
    windows: list[KioskWindow],
    keep: Keep,
    make_edition: Callable[..., Edition],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[..., KioskWindow]]:
    """Give a function that shows the office in this process, with nobody at the other end of the pipe."""
    monkeypatch.setattr("sys.stdin", StringIO())
    keep(make_edition())
    write_sealed(device_settings_in(tmp_path), Device(sheet_seconds=7))

    def shown(*, captive: bool) -> KioskWindow:
        others = qapp.topLevelWidgets()
        begin = Begin(str(tmp_path), captive, editions=editions_newest_first(store_in(tmp_path)))
        displays.append(Display(qapp, begin, SupervisorPipe(), StackFile(tmp_path / "stack")))
        displays[-1].start()
        (window,) = [widget for widget in qapp.topLevelWidgets() if widget not in others]
        assert isinstance(window, KioskWindow)
        windows.append(window)
        return window

    yield shown
    for widget in qapp.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    for display in displays:
        display.deleteLater()  # or its clock would tick in the tests that follow
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def order(displays: list[Display], windows: list[KioskWindow], qtbot: QtBot, tmp_path: Path) -> Callable[[str], None]:
    """Give a function that orders an edition as the supervisor does, and waits until it is on the screen."""

    def ordered(edition: str) -> None:
        with qtbot.waitSignal(windows[-1].painted, timeout=5000):
            displays[-1].pipe.show_ordered.emit(Show(str(tmp_path), edition))

    return ordered


def touch(window: KioskWindow, kind: type[QWidget]) -> None:
    """Touch the first of a kind as a visitor does, who scrolls to it before."""
    found = window.panel.findChildren(kind)[0]
    window.panel.bring_into_view(found)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("kind", "uri"),
    [
        pytest.param(ContactRow, "tel:+263775679494", id="a row"),
        pytest.param(RoundButton, "https://www.facebook.com/haigpark", id="a social button"),
    ],
)
def test_in_a_window_a_touch_asks_for_the_link(
    show: Callable[..., KioskWindow],
    qtbot: QtBot,
    capsys: pytest.CaptureFixture[str],
    kind: type[QWidget],
    uri: str,
) -> None:
    window = show(captive=False)

    with qtbot.waitSignal(window.panel.link_touched, timeout=1000):
        touch(window, kind)

    assert OpenLink(uri) in [from_line(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("kind", [ContactRow, RoundButton, Card], ids=lambda kind: kind.__name__)
def test_on_a_kiosk_a_touch_opens_the_sheet_and_hands_on_nothing(
    show: Callable[..., KioskWindow], qtbot: QtBot, capsys: pytest.CaptureFixture[str], kind: type[QWidget]
) -> None:
    window = show(captive=True)

    touch(window, kind)

    qtbot.waitUntil(window.sheet.isVisible)
    said = [from_line(line) for line in capsys.readouterr().out.splitlines()]
    assert [message for message in said if isinstance(message, OpenLink)] == []


def test_a_key_closes_the_sheet_again(show: Callable[..., KioskWindow], qtbot: QtBot) -> None:
    window = show(captive=True)
    window.panel.sheet_touched.emit("vcard")
    qtbot.waitUntil(window.sheet.isVisible)

    QTest.keyClick(window.sheet, Qt.Key.Key_Escape)

    assert not window.sheet.isVisible()


def test_the_next_article_comes_when_asked_for(show: Callable[..., KioskWindow], qtbot: QtBot) -> None:
    window = show(captive=True)
    before = window.reading.grab().toImage()

    window.reading.next_requested.emit()

    qtbot.waitUntil(lambda: window.reading.grab().toImage() != before)


def test_an_open_sheet_stays_while_its_code_leads_where_it_led(
    show: Callable[..., KioskWindow], keep: Keep, make_edition: Callable[..., Edition], order: Callable[[str], None]
) -> None:
    window = show(captive=True)
    touch(window, ContactRow)

    order(keep(make_edition(hours=None)))

    assert window.sheet.isVisible()


def test_an_open_sheet_closes_when_its_place_leads_elsewhere(
    show: Callable[..., KioskWindow], keep: Keep, make_edition: Callable[..., Edition], order: Callable[[str], None]
) -> None:
    window = show(captive=True)
    touch(window, ContactRow)
    edition = make_edition()

    order(keep(replace(edition, contact=replace(edition.contact, phones=edition.contact.phones[1:]))))

    assert not window.sheet.isVisible()


def test_a_reload_keeps_the_place_text_size_and_focus_of_who_reads(
    show: Callable[..., KioskWindow], keep: Keep, make_edition: Callable[..., Edition], order: Callable[[str], None]
) -> None:
    long = replace(make_edition().articles[0], blocks=make_edition().articles[0].blocks * 30)
    window = show(captive=True)
    order(keep(make_edition(articles=(long,))))
    window.panel.bar.larger_requested.emit()
    article = window.findChildren(ArticleView)[0]
    row = window.panel.findChildren(ContactRow)[1]
    row.setFocus(Qt.FocusReason.TabFocusReason)
    article.verticalScrollBar().setValue(700)

    order(keep(make_edition(articles=(long,), hours=None)))

    assert article.verticalScrollBar().value() == 700
    assert window.focusWidget() is row
    order(keep(make_edition(articles=(long,))))
    assert article.verticalScrollBar().value() == 700


def test_the_article_that_is_read_stays_when_another_comes_before_it(
    show: Callable[..., KioskWindow], keep: Keep, make_edition: Callable[..., Edition], order: Callable[[str], None]
) -> None:
    border, welcome = make_edition().articles
    window = show(captive=True)
    window.reading.next_requested.emit()
    article = window.findChildren(ArticleView)[0]
    assert article.accessibleName() == welcome.title

    order(keep(make_edition(articles=(replace(border, title="News"), border, welcome))))

    assert article.accessibleName() == welcome.title


def test_the_sign_for_staff_comes_and_goes(show: Callable[..., KioskWindow], displays: list[Display]) -> None:
    window = show(captive=True)
    (mark,) = window.findChildren(StaffMark)

    displays[-1].pipe.mark_ordered.emit(True)  # noqa: FBT003  # a signal's argument
    shown = mark.isVisible()
    displays[-1].pipe.mark_ordered.emit(False)  # noqa: FBT003  # a signal's argument

    assert (shown, mark.isVisible()) == (True, False)


def test_a_safe_display_shows_the_contact_alone(  # noqa: PLR0917  # pytest names what it hands over
    show: Callable[..., KioskWindow],
    keep: Keep,
    make_edition: Callable[..., Edition],
    displays: list[Display],
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    window = show(captive=True)
    edition = keep(make_edition(hours=None))

    with qtbot.waitSignal(window.painted, timeout=5000):
        displays[-1].pipe.show_ordered.emit(Show(str(tmp_path), edition, safe=True))

    assert not window.findChildren(ArticleView)[0].isVisible()
    assert window.panel.isVisible()


def test_the_machine_settings_follow_without_a_new_edition(
    show: Callable[..., KioskWindow],
    keep: Keep,
    make_edition: Callable[..., Edition],
    order: Callable[[str], None],
    tmp_path: Path,
) -> None:
    window = show(captive=True)
    write_sealed(device_settings_in(tmp_path), Device(sheet_seconds=41))

    order(keep(make_edition()))
    touch(window, ContactRow)

    assert "41" in [pill.aside for pill in window.sheet.findChildren(Pill)]


def test_a_screen_that_is_usually_within_low_reach_is_so_for_every_visitor(
    show: Callable[..., KioskWindow],
    keep: Keep,
    make_edition: Callable[..., Edition],
    order: Callable[[str], None],
    tmp_path: Path,
) -> None:
    window = show(captive=True)
    write_sealed(device_settings_in(tmp_path), Device(low_reach=True))

    order(keep(make_edition()))
    found = _names(window)
    window.panel.bar.low_reach_requested.emit()
    chosen = _names(window)

    assert "Page down" in found
    assert "Page down" not in chosen


def test_text_is_as_large_as_the_distance_and_the_screen_ask(
    show: Callable[..., KioskWindow],
    keep: Keep,
    make_edition: Callable[..., Edition],
    order: Callable[[str], None],
    tmp_path: Path,
) -> None:
    heading = show(captive=True).panel.findChildren(Caption)[1]
    afar = make_edition(look=replace(make_edition().look, viewing_distance_m=1.5))
    sizes = []

    for inches in (65.0, 24.0, 15.0):
        write_sealed(device_settings_in(tmp_path), Device(screen_inches=inches))
        order(keep(replace(afar, hours=None)))
        order(keep(afar))
        sizes.append(heading.set_at(heading.width()).height / heading.set_at(heading.width()).line_count)

    assert sizes == sorted(sizes)
    assert sizes[-1] > 1.3 * sizes[0]


def _names(window: KioskWindow) -> set[str]:
    return {control.accessibleName() for control in window.findChildren(Control) if control.isVisible()}


@pytest.mark.parametrize("captive", [True, False])
def test_only_a_window_can_be_closed_from_outside(show: Callable[..., KioskWindow], *, captive: bool) -> None:
    window = show(captive=captive)

    assert window.close() is not captive


def test_the_window_system_giving_the_focus_shows_no_frame(show: Callable[..., KioskWindow]) -> None:
    window = show(captive=True)
    (frame,) = window.findChildren(FocusFrame)
    article = window.findChildren(ArticleView)[0]

    QApplication.sendEvent(article, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.ActiveWindowFocusReason))
    by_system = frame.isVisible()
    QApplication.sendEvent(article, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))

    assert (by_system, frame.isVisible()) == (False, True)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("QTimer.singleShot(0, bug)", id="in a slot"),
        pytest.param("bug()", id="before the event loop runs"),
        pytest.param("sys.excepthook.open_log(); Thread(target=bug).start()", id="in a thread"),
    ],
)
def test_a_bug_in_the_display_is_logged_and_ends_the_process(tmp_path: Path, lines: str) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom threading import Thread\n"
        "from PySide6.QtCore import QCoreApplication, QTimer\n"
        "from kiosk.display.crash import CrashReport\n"
        "def bug(): raise ValueError('a bug')\n"
        "app = QCoreApplication([])\nsys.excepthook = CrashReport(Path(sys.argv[1]))\n"
        f"QTimer.singleShot(10_000, app.quit)\n{lines}\nsys.exit(app.exec())\n"
    )

    done = subprocess.run([sys.executable, "-c", script, str(tmp_path / "log")], check=False, stderr=subprocess.PIPE)

    assert done.returncode == FAILED
    assert "ValueError: a bug" in (tmp_path / "log").read_text("utf-8")
