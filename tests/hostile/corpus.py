"""All hostile cases, each with a number that never changes while the families stay as they are."""

from collections.abc import Iterator

from tests.hostile import (
    charsets,
    feed_fields,
    layout_bombs,
    loads,
    packed,
    picture_bombs,
    redirects,
    type_lies,
    xml_bombs,
    xss,
)
from tests.hostile.case import Case

_FAMILIES = (
    xss.cases,
    loads.cases,
    layout_bombs.cases,
    xml_bombs.cases,
    packed.cases,
    redirects.cases,
    type_lies.cases,
    charsets.cases,
    picture_bombs.cases,
    feed_fields.cases,
)


def corpus() -> tuple[Case, ...]:
    return tuple(case for family in _FAMILIES for case in family())


def great_bombs() -> Iterator[Case]:
    return layout_bombs.cases(layout_bombs.GREAT_SIZES)
