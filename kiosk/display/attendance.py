"""Who is at the screen: articles follow each other while nobody is, and every visitor finds it as it starts."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, TypeAlias, assert_never

from PySide6.QtCore import QObject, Qt, QTimer, SignalInstance, Slot
from PySide6.QtGui import QGuiApplication

from kiosk.display.showing import Showing
from kiosk.display.state.attention import AttentionState
from kiosk.display.ui.acts import Acts
from kiosk.display.ui.window import KioskWindow
from kiosk.display.visitor.attention import QUESTION_SECONDS, Attract, Reading, StillThere
from kiosk.display.visitor.choices import Choices
from kiosk.display.visitor.rotation import dwell_seconds

if TYPE_CHECKING:
    from kiosk.edition.model import Notice

Left: TypeAlias = tuple[Choices, tuple[int, int]]
"""What a visitor has chosen, and how far article and panel are scrolled."""

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
        self._at_rest = showing.visitor.choices
        self._found: Left | None = None
        self._starts_afresh = False
        self._dwells_on: object = None
        self._urgent: Notice | None = None
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

    def is_as_found(self) -> bool:
        """Tell whether the visitor, if there is one, has changed nothing yet."""
        return not self._is_changed()

    def take_as_found(self) -> None:
        """Take what is on the screen for what a visitor has found: only the office has changed it."""
        self._at_rest = self._showing.visitor.choices
        if self._found is not None:
            self._found = self._left()

    @Slot()
    def pause(self) -> None:
        """Let nothing move while it cannot be seen, and go on afterwards; who was there before a dark screen has gone."""
        if not self._is_held():
            if isinstance(self.attention.now, Attract):
                self._dwell()
            return
        self._be_still()
        if self._window.curtain.is_black:
            self._starts_afresh = self._starts_afresh or self._is_changed()
            self.attention.leave()

    def _connect(self) -> None:
        self._acts.acted.connect(self._note_act)
        for control in self._controls():
            control.connect(self._note_act)
        self._window.question_answered.connect(self.attention.answer)
        self.attention.changed.connect(self._follow)
        self.attention.ticked.connect(self._count_down)
        self._showing.taken_up.connect(self._keep_to_schedule)
        self._showing.clock.changed.connect(self._keep_to_schedule)
        self._showing.refreshed.connect(self._follow_page)
        self._next.timeout.connect(self._show_next)
        self._glide.timeout.connect(self._glide_on)

    def _controls(self) -> tuple[SignalInstance, ...]:
        """Give what visitors ask for: a screen reader presses controls without a touch that anybody sees."""
        reading, panel = self._window.reading, self._window.panel
        bar = panel.bar
        sheets = reading.sheet_touched, panel.sheet_touched, panel.link_touched, reading.next_requested
        sizes = bar.smaller_requested, bar.larger_requested
        return *sheets, *sizes, bar.contrast_requested, bar.low_reach_requested, bar.language_requested

    @Slot()
    def _note_act(self) -> None:
        """Take it for a visit, unless it does no more than wake the screen: that is told when it has."""
        if self._window.curtain.isHidden():
            self.attention.note_touch()

    def _left(self) -> Left:
        return self._showing.visitor.choices, self._window.places()

    def _is_changed(self) -> bool:
        return self._found is not None and self._left() != self._found

    def _waits_by_itself(self) -> bool:
        """Tell whether something is open that closes by itself, such as the code that is being scanned."""
        return bool(self._showing.visitor.choices.sheet) or self._is_held() or self._is_touched_still()

    def _is_touched_still(self) -> bool:
        """Tell whether a finger rests on the screen; one that never goes is a fault of the screen."""
        is_touched = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        return is_touched and self.attention.quiet_seconds < 2 * self.attention.idle_seconds

    @Slot()
    def _follow(self) -> None:
        match self.attention.now:
            case Attract():
                self._found = None
                self._showing.ask(on=False)
                self._rest()
            case Reading():
                if self._found is None:
                    self._found = self._at_rest, self._window.places()
                self._starts_afresh = False
                self._be_still()
                self._showing.ask(on=False)
            case StillThere():
                self._starts_afresh = True
                self._count_down()
                self._showing.ask(on=True)
            case other:
                assert_never(other)

    def _rest(self) -> None:
        """Be as the next visitor should find it, and let the articles follow each other."""
        if self._starts_afresh:
            self._starts_afresh = False
            self._showing.start_afresh()
            self._window.show_tops()
        self._window.lead_focus_home()
        self._keep_to_schedule()
        self._dwell()

    @Slot()
    def _count_down(self) -> None:
        self._window.question.show_countdown(self.attention.seconds_left, round(QUESTION_SECONDS))

    @Slot()
    def _keep_to_schedule(self) -> None:
        """Take what has had its time from the screen, but never under somebody's finger."""
        if isinstance(self.attention.now, Attract):
            self._showing.keep_to_schedule()
            self._at_rest = self._showing.visitor.choices

    @Slot()
    def _follow_page(self) -> None:
        """Give another article its time, and an urgent notice the whole screen."""
        if isinstance(self.attention.now, Attract) and self._on_screen() != self._dwells_on:
            self._dwell()
        notice = self._showing.notice()
        before, self._urgent = self._urgent, notice if notice and notice.severity == "urgent" else None
        if self._urgent is not None and self._urgent != before:
            self._showing.visitor.close_sheet()
            self.attention.answer()

    def _on_screen(self) -> object:
        return self._showing.visitor.choices.article, self._showing.article(), self._window.reading.shows_article

    def _dwell(self) -> None:
        """Give the article on the screen its time, and let one that is longer than the screen glide meanwhile."""
        self._be_still()
        self._dwells_on = self._on_screen()
        article, rotation = self._showing.article(), self._showing.rotation()
        if article is None or rotation is None or not self._window.reading.shows_article or self._is_held():
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
        """Show the next article, or the same from its top where no other is on."""
        before = self._showing.article()
        self._showing.show_next_article()
        self._at_rest = self._showing.visitor.choices
        if self._showing.article() == before:
            self._window.reading.fade_to_top()
        self._dwell()
