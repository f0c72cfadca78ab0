"""Qt's enumerations are the same, whichever way they are made; each way in a Python of its own, for they are made once."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kiosk.display.qt_enums import VERIFIED_PYTHONS

WALK = Path(__file__).with_name("qt_enums_walked.py")

pytestmark = pytest.mark.skipif(
    sys.version_info[:2] not in VERIFIED_PYTHONS, reason="this Python makes them in its own way"
)


@pytest.fixture(scope="module")
def usual() -> Any:  # noqa: ANN401  # JSON
    return walked()


@pytest.fixture(scope="module")
def quick() -> Any:  # noqa: ANN401  # JSON
    return walked("quick")


def test_each_enumeration_of_qt_is_the_same(usual: Any, quick: Any) -> None:  # noqa: ANN401  # JSON
    assert len(usual["of Qt"]) > 300
    assert usual["of Qt"] == quick["of Qt"]


def test_what_qt_has_none_of_is_the_same(usual: Any, quick: Any) -> None:  # noqa: ANN401  # JSON
    assert usual["odd"] == quick["odd"]


def test_python_itself_makes_few_of_them(usual: Any, quick: Any) -> None:  # noqa: ANN401  # JSON
    assert quick["by Python"] < usual["by Python"] / 4


def walked(*wish: str) -> Any:  # noqa: ANN401  # JSON
    ran = subprocess.run([sys.executable, str(WALK), *wish], stdout=subprocess.PIPE, check=True, text=True)
    return json.loads(ran.stdout)
