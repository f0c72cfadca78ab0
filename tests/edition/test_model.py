from dataclasses import fields, is_dataclass

import pytest

from kiosk.edition import model

VALUES = [value for value in vars(model).values() if isinstance(value, type) and is_dataclass(value)]


def test_the_model_was_seen() -> None:
    assert {model.Edition, model.Article, model.Contact, model.Table} <= set(VALUES)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.__name__)
def test_a_value_is_frozen_and_slotted(value: type) -> None:
    assert value.__hash__ is not None
    assert "__slots__" in vars(value)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.__name__)
def test_a_value_holds_nothing_that_can_change(value: type) -> None:
    assert [field.name for field in fields(value) if "list[" in str(field.type) or "dict[" in str(field.type)] == []
