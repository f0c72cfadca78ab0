"""What the systems of others say, which this one cannot be made to say."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.prepare.network.distrust import distrusted
from kiosk.prepare.network.tls import Certificate, DistrustedError

NOW = datetime(2026, 11, 27, 22, 48, tzinfo=UTC)
CERTIFICATE = Certificate(NOW - timedelta(days=90), NOW - timedelta(days=3), ("paper.example",))


@pytest.mark.parametrize(
    ("code", "what"),
    [
        pytest.param(
            0x800B0101, "not valid now; this computer's clock says 27 November 2026, 22:48", id="Windows: time"
        ),
        pytest.param(0x800B010F, "for another host than paper.example", id="Windows: name"),
        pytest.param(0x800B0109, "somebody whom this computer does not know", id="Windows: root"),
        pytest.param(0x800B010A, "somebody whom this computer does not know", id="Windows: chain"),
        pytest.param(-67818, "not valid now; this computer's clock says 27 November 2026, 22:48", id="macOS: time"),
        pytest.param(-67602, "for another host than paper.example", id="macOS: name"),
        pytest.param(-67843, "somebody whom this computer does not know", id="macOS: root"),
        pytest.param(0, "that this computer does not trust", id="no number"),
        pytest.param(23, "that this computer does not trust", id="another reason"),
    ],
)
def test_a_reason_is_told_without_its_certificate(code: int, what: str) -> None:
    outcome = distrusted(DistrustedError(code, None), "paper.example", NOW)

    assert outcome.trouble == "broken"
    assert what in outcome.what


def test_an_end_is_told_by_its_day() -> None:
    outcome = distrusted(DistrustedError(10, CERTIFICATE), "paper.example", NOW)

    assert outcome.what == (
        "has a certificate that expired on 24 November 2026; this computer's clock says 27 November 2026, 22:48"
    )
    assert outcome.cure.startswith("If the clock is wrong, set it.")


def test_a_long_name_is_cut() -> None:
    outcome = distrusted(DistrustedError(62, Certificate(NOW, NOW, ("x" * 300,))), "paper.example", NOW)

    assert len(outcome.what) < 200
