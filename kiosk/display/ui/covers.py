"""What lies over the page, from below: the sheet, the question, staff's card, the curtain."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QWidget

from kiosk.display.page.page import Page
from kiosk.display.ui.curtain import BLACK, DUSK, Curtain
from kiosk.display.ui.sheet import Sheet
from kiosk.display.ui.style import Style
from kiosk.edition.device import Light

if TYPE_CHECKING:
    from kiosk.display.page.staff_page import StaffPage
    from kiosk.display.ui.cover import Cover
    from kiosk.display.ui.question import Question
    from kiosk.display.ui.staff_card import StaffCard


class Covers:
    def __init__(self, window: QWidget, question_answered: SignalInstance) -> None:
        """Announce an answer to the question, once it has been made."""
        self._window = window
        self._question_answered = question_answered
        self.sheet = Sheet(window)
        self.curtain = Curtain(window)
        self._staff: StaffCard | None = None
        self._question: Question | None = None
        self._staff_page: StaffPage | None = None
        self._is_dark = False
        self._light: Light = "lit"

    @property
    def staff(self) -> "StaffCard":
        """The card for staff, made when it is first asked for."""
        if self._staff is None:
            from kiosk.display.ui.staff_card import StaffCard  # noqa: PLC0415  # 25 ms that the first frame does without

            self._staff = StaffCard(self._window)
        return self._staff

    @property
    def question(self) -> "Question":
        """The card that asks whether the visitor is still there, made when it is first asked for."""
        if self._question is None:
            from kiosk.display.ui.question import Question  # noqa: PLC0415  # the first frame does without

            self._question = Question(self._window)
            self._question.close_requested.connect(self._question_answered)
        return self._question

    @property
    def are_gone(self) -> bool:
        """Whether the page alone is to be seen."""
        return all(cover.isHidden() for cover in self._made())

    def lead_focus_home(self) -> None:
        """Lead the keyboard back to the window, now or when what covers it goes."""
        for cover in self._made():
            if not cover.isHidden():
                cover.forget_focus()
        if self.are_gone:
            self._window.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self, page: Page, style: Style) -> None:
        """Have the sheet and the question over the page, or not."""
        self.sheet.setGeometry(self._window.rect())
        self.sheet.show_sheet(page.sheet, style)
        if page.question or self._question:
            self.question.setGeometry(self._window.rect())
            self.question.show_question(page.question, style)

    def show_staff(self, page: "StaffPage | None", style: Style) -> None:
        self._staff_page = page
        self._lay(self.staff, style)

    def show_dark(self, *, on: bool) -> None:
        self._is_dark = on
        self._draw_curtain()

    def show_light(self, light: Light) -> None:
        self._light = light
        self._draw_curtain()

    def arrange(self, style: Style) -> None:
        """Lay what covers the screen over all that has come, the curtain uppermost."""
        self.curtain.setGeometry(self._window.rect())
        if self._staff is not None:
            self._lay(self._staff, style)
        self.raise_up()

    def raise_up(self) -> None:
        if self._staff is not None:
            self._staff.raise_()
        self.curtain.raise_()

    def _made(self) -> "list[Cover | Curtain]":
        made: tuple[Cover | Curtain | None, ...] = (self.sheet, self.curtain, self._staff, self._question)
        return [cover for cover in made if cover is not None]

    def _lay(self, staff: "StaffCard", style: Style) -> None:
        staff.setGeometry(self._window.rect())
        staff.show_staff(self._staff_page, style)
        self.raise_up()

    def _draw_curtain(self) -> None:
        if self._is_dark or self._light == "off":
            self.curtain.draw_shut(BLACK)
        elif self._light == "dimmed":
            self.curtain.draw_shut(DUSK)
        else:
            self.curtain.draw_open()
