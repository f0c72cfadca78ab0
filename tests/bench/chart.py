"""The result as a picture, in the kiosk's own look: bars on the paper side, promises on the panel."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QImage, QPainter

from kiosk.display.ui.fonts import load_fonts
from kiosk.display.ui.style import Style
from kiosk.edition.palettes import LIGHT
from kiosk.paths import resources
from tests.bench.readings import IDLE, MEMORY, START, Medians, Quantity, Reading, medians
from tests.bench.report import TITLES, amount, promise
from tests.bench.subjects import KIOSK, PACKAGED
from tests.bench.targets import Verdict, verdicts

WIDTH, HEIGHT = 1600, 900
PANEL = QRectF(1040, 0, 560, HEIGHT)
MARGIN = 72.0
BARS_START, BARS_END = 296.0, 860.0
BAR, BAR_STEP, SECTION_STEP = 30.0, 44.0, 226.0
ROW, ROW_STEP = 84.0, 96.0
OURS = (KIOSK, PACKAGED)
MET = QColor("#6fcf97")

HEADINGS: dict[Quantity, tuple[str, str]] = {
    START: ("From start to the first complete frame", "{:.2f} s"),
    MEMORY: ("Memory of all processes", "{:.0f} MB"),
    IDLE: ("Processor time in 20 idle seconds", "{:.3f} s"),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """`share` is its part of the longest bar, 0 to 1."""

    label: str
    text: str
    share: float
    is_ours: bool


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    bars: tuple[Bar, ...]


def draw_chart(readings: Iterable[Reading], file: Path) -> None:
    """Write the picture as PNG; raise OSError when that is impossible."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication.instance() or QGuiApplication(["bench"])
    load_fonts(resources() / "fonts")
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    _paint(image, medians(readings))
    del app
    if not image.save(str(file)):
        raise OSError(f"{file} cannot be written")


def sections(middle: Medians) -> tuple[Section, ...]:
    """Give the bars of every quantity that was read."""
    found = (Section(heading, _bars(middle, quantity, form)) for quantity, (heading, form) in HEADINGS.items())
    return tuple(section for section in found if section.bars)


def _bars(middle: Medians, quantity: Quantity, form: str) -> tuple[Bar, ...]:
    values = {name: middle[name, quantity] for name in TITLES if (name, quantity) in middle}
    longest = max(values.values(), default=0.0) or 1.0
    return tuple(Bar(TITLES[name], form.format(value), value / longest, name in OURS) for name, value in values.items())


def _paint(image: QImage, middle: Medians) -> None:
    style = Style(LIGHT, unit=1)
    image.fill(QColor(LIGHT.paper))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _write(painter, style.kicker(20, "Benchmark"), LIGHT.accent, QPointF(MARGIN, 84), "Benchmark")
    _write(painter, style.title(54), LIGHT.ink, QPointF(MARGIN, 148), "The kiosk beside a browser")
    for place, section in enumerate(sections(middle)):
        _paint_section(painter, style, section, 228 + place * SECTION_STEP)
    _paint_panel(painter, style, _charted(middle))
    painter.end()


def _paint_section(painter: QPainter, style: Style, section: Section, top: float) -> None:
    _write(painter, style.sans(21, QFont.Weight.DemiBold), LIGHT.ink, QPointF(MARGIN, top), section.heading)
    for place, bar in enumerate(section.bars):
        _paint_bar(painter, style, bar, top + 24 + place * BAR_STEP)


def _paint_bar(painter: QPainter, style: Style, bar: Bar, top: float) -> None:
    weight = QFont.Weight.DemiBold if bar.is_ours else QFont.Weight.Normal
    ink = LIGHT.ink if bar.is_ours else LIGHT.muted
    font, foot = style.sans(18, weight), top + BAR - 9
    length = max((BARS_END - BARS_START) * bar.share, BAR / 2)
    _write(painter, font, ink, QPointF(MARGIN, foot), bar.label)
    _fill(painter, QRectF(BARS_START, top, length, BAR), LIGHT.accent if bar.is_ours else LIGHT.rule, 8)
    _write(painter, font, ink, QPointF(BARS_START + length + 14, foot), bar.text)


def _charted(middle: Medians) -> tuple[Verdict, ...]:
    """Give what became of the promises about what has bars."""
    return tuple(verdict for verdict in verdicts(middle) if verdict.target.quantity in HEADINGS)


def _paint_panel(painter: QPainter, style: Style, judged: tuple[Verdict, ...]) -> None:
    painter.fillRect(PANEL, QColor(LIGHT.panel))
    left = PANEL.left() + 56
    _write(painter, style.sans(20), LIGHT.on_panel_muted, QPointF(left, 84), "Medians of alternating runs")
    _write(painter, style.title(46), LIGHT.on_panel, QPointF(left, 145), "What was promised")
    for place, verdict in enumerate(judged):
        _paint_verdict(painter, style, verdict, QRectF(left, 200 + place * ROW_STEP, PANEL.width() - 112, ROW))


def _paint_verdict(painter: QPainter, style: Style, verdict: Verdict, row: QRectF) -> None:
    _fill(painter, row, LIGHT.panel_raised, 18)
    value, x = amount(verdict.target, verdict.measured), row.left() + 28
    _write(painter, style.sans(17), LIGHT.on_panel_muted, QPointF(x, row.top() + 31), promise(verdict.target))
    _write(painter, style.sans(25, QFont.Weight.Medium), LIGHT.on_panel, QPointF(x, row.top() + 64), value)
    outcome, font = "missed" if verdict.missed_by else "met", style.sans(19, QFont.Weight.DemiBold)
    start = row.right() - 28 - QFontMetricsF(font).horizontalAdvance(outcome)
    _write(painter, font, LIGHT.on_panel, QPointF(start, row.top() + 63), outcome)
    dot = QRectF(start - 26, row.top() + 50, 12, 12)
    _fill(painter, dot, LIGHT.accent if verdict.missed_by else MET.name(), 6)


def _write(painter: QPainter, font: QFont, colour: str, start: QPointF, text: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(start, text)


def _fill(painter: QPainter, rect: QRectF, colour: str, radius: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(rect, radius, radius)
