from datetime import UTC, datetime

import pytest

from kiosk.prepare.network.retry_after import LONGEST_WAIT, retry_after

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        pytest.param("120", 120.0, id="seconds"),
        pytest.param(" 120 ", 120.0, id="seconds and spaces"),
        pytest.param("0", 0.0, id="at once"),
        pytest.param("Fri, 27 Nov 2026 12:10:00 GMT", 600.0, id="a date"),
        pytest.param("Friday, 27-Nov-26 12:10:00 GMT", 600.0, id="a date as of old"),
        pytest.param("Fri, 27 Nov 2026 12:10:00 -0000", 600.0, id="a date without a zone"),
        pytest.param("Fri, 27 Nov 2026 13:10:00 +0100", 600.0, id="a date in another zone"),
        pytest.param("Fri, 27 Nov 2026 11:00:00 GMT", 0.0, id="a date that is over"),
        pytest.param("86400", LONGEST_WAIT, id="a day"),
        pytest.param("9" * 400, LONGEST_WAIT, id="for ever"),
        pytest.param("Fri, 27 Nov 2099 12:00:00 GMT", LONGEST_WAIT, id="a date far away"),
        pytest.param("", None, id="nothing"),
        pytest.param("soon", None, id="a word"),
        pytest.param("-5", None, id="less than nothing"),
        pytest.param("1.5", None, id="a fraction"),
        pytest.param("Fri, 99 Nov 2026 12:00:00 GMT", None, id="no date"),
        pytest.param("١٢٠", None, id="digits of another script"),
    ],
)
def test_a_wait_is_read(header: str, seconds: float | None) -> None:
    assert retry_after(header, NOW) == seconds
