import sys
from pathlib import Path

import pytest

from kiosk.system.service_kiosk import CONTACT, RUNTIME, service_runs

UNITS = Path(__file__).parents[2] / "packaging" / "linux" / "systemd"

of_linux = pytest.mark.skipif(sys.platform != "linux", reason="there is no such service elsewhere")


@of_linux
@pytest.mark.parametrize(
    ("has_files", "has_runtime", "runs"),
    [(True, True, True), (True, False, False), (False, True, False)],
)
def test_it_runs_where_there_are_its_files_and_what_systemd_makes_for_it(
    tmp_path: Path, *, has_files: bool, has_runtime: bool, runs: bool
) -> None:
    if has_files:
        (tmp_path / "contact.toml").touch()
    if has_runtime:
        (tmp_path / "run").mkdir()

    assert service_runs(tmp_path / "contact.toml", tmp_path / "run") is runs


@pytest.mark.parametrize("unit", ["kiosk.service", "kiosk-openbox.service"])
def test_the_services_have_them_there(unit: str) -> None:
    told = (UNITS / unit).read_text("utf-8")

    assert f"KIOSK_CONFIG={CONTACT} " in told
    assert f"RuntimeDirectory={RUNTIME.name}\n" in told
    assert RUNTIME.parent == Path("/run")
