from datetime import datetime

import pytest
from msgspec.structs import fields

from kiosk.edition import model
from kiosk.edition.codec import decode, encode
from kiosk.edition.model import Article, Edition, Rotation, Schedule
from kiosk.edition.value import Value

BEFORE_SCHEDULES = """{"articles":[{"blocks":[],"kind":"Article","title":"Welcome"}],"contact":{"addresses":[],"card":
{"code":{"kind":"QrCode","rows":["1"],"size":1},"host":"","kind":"Takeaway","payload":"BEGIN:VCARD"},"kind":"Contact",
"mails":[],"phones":[],"socials":[]},"kind":"Edition","look":{"contrast":PALETTE,"dark":PALETTE,"kind":"Look",
"light":PALETTE,"motion":"full","theme":"light"},"organisation":{"country":"ZW","kind":"Organisation",
"name":"Haig Park Office","time_zone":"Africa/Harare"}}""".replace(
    "PALETTE",
    """{"accent":"#ffffff","ink":"#ffffff","kind":"Palette","muted":"#ffffff","on_accent":"#ffffff","on_panel":"#ffffff",
"on_panel_muted":"#ffffff","panel":"#ffffff","panel_raised":"#ffffff","paper":"#ffffff","rule":"#ffffff"}""",
)
"""An edition as it was written before articles had schedules; the format has kept its number."""

VALUES = [value for value in vars(model).values() if isinstance(value, type) and issubclass(value, Value)]


def test_the_model_was_seen() -> None:
    assert {model.Edition, model.Article, model.Contact, model.Table} <= set(VALUES)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.__name__)
def test_a_value_is_frozen(value: type[Value]) -> None:
    assert value.__struct_config__.frozen


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.__name__)
def test_a_value_holds_nothing_that_can_change(value: type[Value]) -> None:
    assert [field.name for field in fields(value) if "list[" in str(field.type) or "dict[" in str(field.type)] == []


def test_an_edition_from_before_articles_had_schedules_is_read() -> None:
    edition = decode(Edition, BEFORE_SCHEDULES)

    assert (edition.articles, edition.rotation) == ((Article("Welcome", ()),), Rotation())


def test_an_edition_without_schedules_is_written_as_it_was_before(edition: Edition) -> None:
    written = encode(edition).decode()

    assert [word for word in ("schedule", "priority", "rotation") if word in written] == []


def test_a_schedule_comes_back_as_it_was() -> None:
    since = datetime(2026, 12, 1, 8)  # noqa: DTZ001  # a wall clock has no zone
    article = Article("Welcome", (), schedule=Schedule((4,), since, None, 1320, 120), priority=1)

    assert decode(Article, encode(article)) == article
