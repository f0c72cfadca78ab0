import pytest
from msgspec.structs import fields

from kiosk.edition import model
from kiosk.edition.value import Value

VALUES = [value for value in vars(model).values() if isinstance(value, type) and issubclass(value, Value)]


def test_the_model_was_seen() -> None:
    assert {model.Edition, model.Article, model.Contact, model.Table} <= set(VALUES)


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.__name__)
def test_a_value_is_frozen(value: type[Value]) -> None:
    assert value.__struct_config__.frozen


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value.__name__)
def test_a_value_holds_nothing_that_can_change(value: type[Value]) -> None:
    assert [field.name for field in fields(value) if "list[" in str(field.type) or "dict[" in str(field.type)] == []
