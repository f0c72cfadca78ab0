"""How long each article is shown: `[rotation]` of `contact.toml`."""

from kiosk.edition.model import Rotation
from kiosk.prepare.config.report import Report
from kiosk.prepare.config.shape import RotationShape
from kiosk.prepare.contact.fault import Fault


def rotation_of(shape: RotationShape, report: Report) -> Rotation:
    if shape.longest_seconds < shape.shortest_seconds:
        report.add(("rotation",), _crossed(shape))
    return Rotation(shape.shortest_seconds, shape.longest_seconds, shape.scrolls)


def _crossed(shape: RotationShape) -> Fault:
    shortest, longest = shape.shortest_seconds, shape.longest_seconds
    if "longest_seconds" in shape.model_fields_set:
        return Fault("longest_seconds", f"is less than shortest_seconds ({shortest})", f"Write {shortest} or more")
    what = f"is more than the longest time, which is {longest} where nothing else is written"
    return Fault("shortest_seconds", what, f"Add the line: longest_seconds = {shortest}")
