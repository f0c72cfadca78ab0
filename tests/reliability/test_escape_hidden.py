"""Whatever else on the desktop closes, hides or puts away the window, it stays or comes back by itself."""

from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import psutil
import pytest

from tests.reliability.escape_close import ask_to_close
from tests.reliability.escape_observer import windows_of
from tests.reliability.escape_prisoners import Kiosk, Naive
from tests.reliability.escape_session import Kind, Session, open_session, wait_until_idle
from tests.reliability.lobby import is_gone, until

pytestmark = pytest.mark.xvfb

BACK_WITHIN_SECONDS = 5.0
LOOKS_FOR_SECONDS = 0.5


@pytest.fixture
def session(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Session]:
    kind: Kind = request.param
    with open_session(tmp_path, kind) as opened:
        yield opened


IN_A_KIOSKS, IN_DEBIANS = (pytest.mark.parametrize("session", [kind], indirect=True) for kind in ("kiosk", "stock"))


@IN_A_KIOSKS
def test_asked_to_close_the_window_stays(session: Session) -> None:
    kiosk, display = Kiosk(session.lobby).start()
    (window,) = windows_of(session, display, "--onlyvisible")

    ask_to_close(session.lobby.environment["DISPLAY"], window)
    wait_until_idle(display)

    assert (is_gone(kiosk), is_gone(display), windows_of(session, display, "--onlyvisible")) == (False, False, [window])


@IN_A_KIOSKS
def test_asked_to_close_a_naive_window_goes(session: Session) -> None:
    (naive,) = Naive(session.lobby).start()
    (window,) = windows_of(session, naive, "--onlyvisible")

    ask_to_close(session.lobby.environment["DISPLAY"], window)

    until(lambda: is_gone(naive))


def is_seen_hidden(session: Session, display: psutil.Process, words: str) -> bool:
    """Hide its window and look on for a while; it may be back before the first look, and must be hidden once more."""
    for window in windows_of(session, display, "--onlyvisible"):
        session.do(*words.replace("WINDOW", str(window)).split())
    ends = monotonic() + LOOKS_FOR_SECONDS
    while monotonic() < ends:
        if not windows_of(session, display, "--onlyvisible"):
            return True
    return False


@IN_DEBIANS
@pytest.mark.parametrize("words", ["key super+d", "windowminimize WINDOW", "windowunmap WINDOW", "windowclose WINDOW"])
def test_a_window_that_was_hidden_comes_back(session: Session, words: str) -> None:
    _, display = Kiosk(session.lobby).start()

    until(lambda: is_seen_hidden(session, display, words))

    until(lambda: windows_of(session, display, "--onlyvisible") != [], BACK_WITHIN_SECONDS)
    assert not is_gone(display)
