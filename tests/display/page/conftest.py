"""What staff are told in the tests of their pages: a screen that is well, and one mistake."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from kiosk.supervise.messages import Facts, Told

NOW = datetime(2026, 11, 23, 14, 5, tzinfo=ZoneInfo("Africa/Harare"))


@pytest.fixture
def now() -> datetime:
    """Give five past two on a Monday in Harare."""
    return NOW


@pytest.fixture
def facts() -> Callable[..., Facts]:
    """Give a function that makes the facts of a screen that is well, with some of them changed."""
    began = NOW - timedelta(hours=5, minutes=53)
    well = Facts("shown", "shown", "1.2", began, "7f3a" * 16, began, NOW - timedelta(minutes=12))

    def facts_with(**changes: object) -> Facts:
        return replace(well, **changes)

    return facts_with


@pytest.fixture
def told() -> Callable[..., Told]:
    mistake = Told(
        "contact.toml", 44, 10, "phone.number", '"0775 679" is too short', "Write it like +263 71", "error", ""
    )

    def told_with(**changes: object) -> Told:
        return replace(mistake, **changes)

    return told_with
