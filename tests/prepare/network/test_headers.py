import pytest

from kiosk.prepare.network.headers import user_agent


@pytest.mark.parametrize("contact", ["mailto:hello@haigpark.example", "https://www.facebook.com/haigpark"])
def test_whoever_is_asked_is_told_whom_to_write_to(contact: str) -> None:
    assert user_agent(contact).endswith(f" (the screen of an office's lobby; {contact})")


@pytest.mark.parametrize(
    "contact", ["", "hello@haigpark.example", "tel:+263775679494", "mailto:a\r\nCookie: b", "mailto:a) (b", "mailto:é"]
)
def test_nothing_else_is_told(contact: str) -> None:
    assert user_agent(contact).endswith(" (the screen of an office's lobby)")
