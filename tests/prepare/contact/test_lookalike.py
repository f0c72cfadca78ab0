# ruff: noqa: RUF001  # letters that look like others are what this is about
import pytest

from kiosk.prepare.contact.lookalike import is_lookalike


@pytest.mark.parametrize(
    "host",
    [
        pytest.param("аррӏе.com", id="all of it Cyrillic"),
        pytest.param("pаypal.com", id="one letter Cyrillic"),
        pytest.param("gοogle.com", id="one letter Greek"),
        pytest.param("www.раураӏ.example", id="behind an innocent part"),
        pytest.param("νικο.com", id="all of it Greek"),
        pytest.param("օս.com", id="Armenian"),
        pytest.param("日本а.jp", id="Chinese and Cyrillic"),
    ],
)
def test_a_host_in_borrowed_letters_is_seen(host: str) -> None:
    assert is_lookalike(host)


@pytest.mark.parametrize(
    "host",
    [
        "paper.example", "wiki", "bücher.example", "xn--80ak6aa92e.com", "фото.com", "пример.рф", "сор.рф", "日本語テスト.jp",
        "news日本.jp", "한국kbs.kr", "café-1.example", "ελλάδα.gr", "قناة.example", "192.168.1.1", "",
    ],
)  # fmt: skip
def test_a_host_as_people_write_it_is_none(host: str) -> None:
    assert not is_lookalike(host)
