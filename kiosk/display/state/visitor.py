"""The visitor's choices as they stand, and the time that an open sheet has left."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kiosk.display.visitor.choices import (
    Choices,
    with_larger_text,
    with_next_language,
    with_smaller_text,
)
from kiosk.edition.value import replace

SECOND_MS = 1000


class VisitorState(QObject):
    changed = Signal()
    sheet_ticked = Signal()

    def __init__(self, parent: QObject, sheet_seconds: int, second_ms: int = SECOND_MS) -> None:
        """Count `sheet_seconds` down once a sheet opens, one every `second_ms`."""
        super().__init__(parent)
        self.choices = Choices()
        self.sheet_seconds_left = 0
        self.sheet_seconds = sheet_seconds
        self.usual_scale = 1.0
        self._is_usually_low = False
        self._ticker = QTimer(self)
        self._ticker.setInterval(second_ms)
        self._ticker.timeout.connect(self._tick)

    def choose(self, choices: Choices) -> None:
        if choices != self.choices:
            self.choices = choices
            self.changed.emit()

    @Slot(str)
    def open_sheet(self, key: str) -> None:
        self.sheet_seconds_left = self.sheet_seconds
        self._ticker.start()
        self.choose(replace(self.choices, sheet=key))
        self.sheet_ticked.emit()

    @Slot()
    def close_sheet(self) -> None:
        self._ticker.stop()
        self.choose(replace(self.choices, sheet=""))

    @Slot()
    def enlarge_text(self) -> None:
        self.choose(with_larger_text(self.choices, self.usual_scale))

    @Slot()
    def reduce_text(self) -> None:
        self.choose(with_smaller_text(self.choices, self.usual_scale))

    @Slot()
    def toggle_contrast(self) -> None:
        self.choose(replace(self.choices, high_contrast=not self.choices.high_contrast))

    @Slot()
    def toggle_low_reach(self) -> None:
        self.choose(replace(self.choices, low_reach=not self.choices.low_reach))

    def be_usually_low(self, *, on: bool) -> None:
        """Have every visitor find the controls within low reach, or not, from this one on; nothing is announced."""
        if on != self._is_usually_low:
            self._is_usually_low = on
            self.choices = replace(self.choices, low_reach=on)

    def take_next_language(self, languages: tuple[str, ...]) -> None:
        self.choose(with_next_language(self.choices, languages))

    def take_article(self, article: int) -> None:
        self.choose(replace(self.choices, article=article))

    def start_afresh(self, article: int) -> None:
        """Forget all that the visitor has chosen."""
        self._ticker.stop()
        self.choose(Choices(article=article, low_reach=self._is_usually_low))

    @Slot()
    def _tick(self) -> None:
        self.sheet_seconds_left -= 1
        if self.sheet_seconds_left <= 0:
            self.close_sheet()
        else:
            self.sheet_ticked.emit()
