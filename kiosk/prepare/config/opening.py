"""The opening hours of `contact.toml`: seven weekdays and the dates that differ."""

from kiosk.edition.model import DatedHours, Hours, Span
from kiosk.prepare.config.report import Report
from kiosk.prepare.config.shape import ExceptionShape, HoursShape
from kiosk.prepare.contact.fault import Fault
from kiosk.prepare.contact.hours import long_night, overlaps, spans_of


def hours_of(shape: HoursShape | None, report: Report) -> Hours | None:
    """Give what can be read; the report knows of the rest."""
    if shape is None:
        return None
    week = tuple(_spans(day, text, report) for day, text in _by_day(shape))
    for fault in overlaps(week):
        report.add(("hours",), fault)
    return Hours(week, _dated(shape.exceptions, report))


def _by_day(shape: HoursShape) -> tuple[tuple[str, str], ...]:
    return (
        ("monday", shape.monday),
        ("tuesday", shape.tuesday),
        ("wednesday", shape.wednesday),
        ("thursday", shape.thursday),
        ("friday", shape.friday),
        ("saturday", shape.saturday),
        ("sunday", shape.sunday),
    )


def _spans(day: str, text: str, report: Report) -> tuple[Span, ...]:
    spans = spans_of(day, text)
    if isinstance(spans, Fault):
        report.add(("hours",), spans)
        return ()
    if warning := long_night(day, spans):
        report.add(("hours",), warning)
    return spans


def _dated(shapes: list[ExceptionShape], report: Report) -> tuple[DatedHours, ...]:
    days = [shape.day for shape in shapes]
    dated = []
    for index, shape in enumerate(shapes):
        path = ("hours", "exception", index)
        spans = spans_of("hours", shape.hours)
        if isinstance(spans, Fault):
            report.add(path, spans)
        elif shape.day in days[:index]:
            report.add(path, Fault("date", f"{shape.day} has hours already", "Delete one of the two"))
        else:
            dated.append(DatedHours(shape.day, spans, shape.note or ""))
    return tuple(dated)
