"""pip-audit asks PyPI, and where that does not tell OSV, what is known of the locked packages."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SERVICES = ("pypi", "osv")
SECONDS = 300


def audit(lock: Path, service: str, answer: Path) -> list[dict[str, object]] | None:
    """Give what the service tells of each package; None where it could not be reached or does not tell of any."""
    order = [sys.executable, "-m", "pip_audit", "--requirement", str(lock), "--require-hashes", "--disable-pip"]
    order += ["--vulnerability-service", service, "--format", "json", "--output", str(answer)]
    subprocess.run(order, check=False, capture_output=True, timeout=SECONDS)
    told = json.loads(answer.read_bytes())["dependencies"] if answer.is_file() and answer.stat().st_size else []
    return told if any("vulns" in package for package in told) else None


@pytest.mark.deep
@pytest.mark.timeout(2 * SECONDS + 60)
@pytest.mark.parametrize("lock", ["requirements.txt", "packaging/build/requirements.txt"])
def test_no_locked_package_has_a_known_fault(lock: str, tmp_path: Path) -> None:
    answers = (audit(ROOT / lock, service, tmp_path / f"{service}.json") for service in SERVICES)
    told = next((answer for answer in answers if answer is not None), None)
    if told is None:
        pytest.skip(f"neither {' nor '.join(SERVICES)} can be asked from here for what is known of {lock}")

    assert [package["name"] for package in told if "vulns" not in package] == []
    assert {str(package["name"]): package["vulns"] for package in told if package["vulns"]} == {}
