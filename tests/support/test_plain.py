from collections.abc import Iterator
from typing import Literal

import pytest

from kiosk.prepare.config.schema import schema
from kiosk.prepare.contact import networks
from kiosk.support.plain import KNOWN_KEYS, NETWORKS, is_known_key, is_word_of_ours


@pytest.mark.parametrize("which", ["contact", "device"])
def test_every_key_of_the_schemas_is_known(which: Literal["contact", "device"]) -> None:
    keys = set(keys_in(schema(which)))

    assert keys
    assert keys <= KNOWN_KEYS


def test_every_network_is_known() -> None:
    assert set(networks.NETWORKS) == NETWORKS


@pytest.mark.parametrize("key", ["phone", "netwrok", "adress", "organization"])
def test_a_key_is_known_even_misspelt(key: str) -> None:
    assert is_known_key(key)


@pytest.mark.parametrize("name", ["Mabel", "mabel", "abel", "stuart", "Lina", "Emil", "Sunny", "Petronella"])
def test_a_name_is_no_key(name: str) -> None:
    assert not is_known_key(name)


@pytest.mark.parametrize(
    "text",
    ["network", "facebook", "08:00-17:00", "00:00-24:00", "22:00", "friday", "closed", "ZW", "#B4472E", '"', "en"],
)
def test_a_message_may_quote_the_manual(text: str) -> None:
    assert is_word_of_ours(text)


@pytest.mark.parametrize("text", ["Petronella", "0775 679", "Ann", "08:00 Ann"])
def test_a_message_may_not_quote_staff(text: str) -> None:
    assert not is_word_of_ours(text)


def keys_in(schema: object) -> Iterator[str]:
    match schema:
        case {"properties": dict(properties), **rest}:
            yield from properties
            yield from keys_in([*properties.values(), *rest.values()])
        case dict():
            yield from keys_in(list(schema.values()))
        case list():
            for part in schema:
                yield from keys_in(part)
