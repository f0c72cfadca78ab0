"""Who is at the screen: articles follow each other while nobody is, and every visitor finds it as it starts."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject, QTimer, Slot

from kiosk.display.showing import Showing
from kiosk.display.state.attention import AttentionState
from kiosk.display.ui.acts import Acts
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.attention import QUESTION_SECONDS, Attract, Reading, StillThere
from kiosk.display.visitor.rotation import dwell_seconds

if TYPE_CHECKING:
    from kiosk.edition.model import Article

SECOND_MS = 1000
GLIDE_AFTER_MS = 8 * SECOND_MS
"""Whoever comes along sees the beginning of an article first."""


class Attendance(QObject):
    """`is_held` tells whether staff are in, or the screen is dark: nobody is asked then."""

    def __init__(
        self,
        window: KioskWindow,
        showing: Showing,
        idle_seconds: float,
        is_held: Callable[[], bool],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._showing = showing
        self._is_held = is_held
        self._found: object = None
        self._dwells_on: Article | None = None
        self.attention = AttentionState(self, self._is_changed, self._waits_by_itself, idle_seconds, clock)
        self._acts = Acts(self)
        self._next = QTimer(self, singleShot=True)
        self._glide = QTimer(self, singleShot=True, interval=GLIDE_AFTER_MS)
        self._connect()

    def start(self) -> None:
        """See what comes to the native window, once there is one."""
        self._window.windowHandle().installEventFilter(self._acts)
        self._dwell()

    def is_at_rest(self) -> bool:
        """Tell whether nobody is there, and nothing open that somebody may look at."""
        return isinstance(self.attention.now, Attract) and not self._waits_by_itself()

    @Slot()
    def pause(self) -> None:
        """Let nothing move while it cannot be seen, and go on afterwards."""
        if self._is_held():
            self._be_still()
        elif isinstance(self.attention.now, Attract):
            self._dwell()

    def _connect(self) -> None:
        self._acts.acted.connect(self.attention.note_touch)
        self._window.question_answered.connect(self.attention.answer)
        self.attention.changed.connect(self._follow)
        self.attention.ticked.connect(self._count_down)
        self.attention.left.connect(self._start_afresh)
        self._showing.taken_up.connect(self._keep_to_schedule)
        self._showing.clock.changed.connect(self._keep_to_schedule)
        self._showing.refreshed.connect(self._follow_article)
        self._next.timeout.connect(self._show_next)
        self._glide.timeout.connect(self._glide_on)

    def _left_by_visitor(self) -> object:
        return self._showing.visitor.choices, self._window.places()

    def _is_changed(self) -> bool:
        return self._left_by_visitor() != self._found

    def _waits_by_itself(self) -> bool:
        """Tell whether something is open that closes by itself, such as the code that is being scanned."""
        return bool(self._showing.visitor.choices.sheet) or self._is_held()

    @Slot()
    def _follow(self) -> None:
        match self.attention.now:
            case Attract():
                self._found = None
                self._showing.ask(on=False)
                self._dwell()
            case Reading():
                self._showing.ask(on=False)
                self._be_still()
                if self._found is None:
                    self._found = self._left_by_visitor()
            case StillThere():
                self._count_down()
                self._showing.ask(on=True)
            case other:
                assert_never(other)

    @Slot()
    def _count_down(self) -> None:
        self._window.question.show_countdown(self.attention.seconds_left, round(QUESTION_SECONDS))

    @Slot()
    def _start_afresh(self) -> None:
        self._showing.start_afresh()
        self._window.start_afresh()

    @Slot()
    def _keep_to_schedule(self) -> None:
        """Take what has had its time from the screen, but never under somebody's finger."""
        if isinstance(self.attention.now, Attract):
            self._showing.keep_to_schedule()

    @Slot()
    def _follow_article(self) -> None:
        if isinstance(self.attention.now, Attract) and self._showing.article() != self._dwells_on:
            self._dwell()

    def _dwell(self) -> None:
        """Give the article on the screen its time, and let one that is longer than the screen glide meanwhile."""
        self._be_still()
        article, rotation = self._showing.article(), self._showing.rotation()
        self._dwells_on = article
        if article is None or rotation is None or self._is_held():
            return
        seconds = dwell_seconds(article.reading_minutes, rotation.shortest_seconds, rotation.longest_seconds)
        self._next.start(seconds * SECOND_MS)
        if rotation.scrolls:
            self._glide.start()

    def _be_still(self) -> None:
        self._next.stop()
        self._glide.stop()
        self._window.reading.stop_gliding()

    @Slot()
    def _glide_on(self) -> None:
        article = self._showing.article()
        if article is not None:
            self._window.reading.glide(article.reading_minutes * 60)

    @Slot()
    def _show_next(self) -> None:
        """Show the next article, or the same from its top where it is the only one."""
        if not self._showing.show_next_article():
            self._window.reading.fade_to_top()
            self._dwell()
