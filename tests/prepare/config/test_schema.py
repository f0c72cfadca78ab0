"""The JSON Schema that editors read."""

from typing import Any, Literal

import pytest

from kiosk.prepare.config.schema import schema

BOTH = pytest.mark.parametrize("which", ["contact", "device"])


@BOTH
def test_unknown_keys_are_refused_everywhere(which: Literal["contact", "device"]) -> None:
    assert [table["additionalProperties"] for table in _tables(schema(which))] == [False] * len(_tables(schema(which)))


@BOTH
def test_every_table_says_what_it_is_for(which: Literal["contact", "device"]) -> None:
    assert all(table["description"] for table in _tables(schema(which)))


@BOTH
def test_every_value_has_a_title_and_a_description(which: Literal["contact", "device"]) -> None:
    values = [(key, value) for table in _tables(schema(which)) for key, value in table["properties"].items()]

    assert [key for key, value in values if not _is_table(value) and not {"title", "description"} <= value.keys()] == []


def test_a_list_of_tables_is_an_array() -> None:
    properties: Any = schema("contact")["properties"]

    assert properties["phone"]["type"] == "array"


def _tables(whole: dict[str, Any]) -> list[dict[str, Any]]:
    return [whole, *whole.get("$defs", {}).values()]


def _is_table(value: dict[str, Any]) -> bool:
    """Tell whether the value is described by a table of its own."""
    return "$ref" in str(value)
