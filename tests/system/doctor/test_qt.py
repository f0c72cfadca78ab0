import pytest

from kiosk.system.doctor.qt import qt
from tests.system.doctor.fake_machine import told

OLD_PYTHON, NEW_PYTHON = (3, 11), (3, 12)


@pytest.mark.parametrize(
    ("version", "python", "verdict", "what"),
    [
        ("6.11.3", OLD_PYTHON, "held", "6.11.3 has every fault mended that concerns the kiosk."),
        ("6.11.2", OLD_PYTHON, "not held", "6.11.2 has known faults: CVE-2026-105923."),
        (
            "6.11.0",
            OLD_PYTHON,
            "not held",
            "6.11.0 has known faults: CVE-2026-105923, CVE-2026-78253, CVE-2026-16762, CVE-2026-8168, CVE-2026-6210.",
        ),
        ("6.12.0", OLD_PYTHON, "not held", "6.12.0 ends the window within seconds on Python 3.11."),
        ("6.12.0", NEW_PYTHON, "held", "6.12.0 has every fault mended that concerns the kiosk."),
        ("", OLD_PYTHON, "unknown", "Which version is installed was not found out."),
    ],
)
def test_the_version_of_qt_has_its_faults_mended(
    version: str, python: tuple[int, int], verdict: str, what: str
) -> None:
    assert told(qt(version, python)) == (verdict, what)


def test_a_standalone_program_is_not_mended_by_pip() -> None:
    assert qt("6.11.2", OLD_PYTHON).cure.startswith("python -m pip install")
    assert qt("6.11.2", OLD_PYTHON, is_standalone=True).cure.startswith("Install the newest release")
