import re
from pathlib import Path

from kiosk.system.doctor.version import REFUSED, version
from tests.system.doctor.fake_machine import FakeMachine

JUDGE = Path(__file__).parents[3] / "packaging" / "linux" / "session" / "judge-version"


def test_where_the_installed_version_is_shown_there_is_nothing_to_tell() -> None:
    assert list(version(FakeMachine())) == []


def test_one_that_was_taken_back_is_told_with_its_reason_and_the_cure() -> None:
    (found,) = version(FakeMachine(files={REFUSED: "1.3\n1.2\nit ended 4 times\n"}))

    assert (found.key, found.verdict) == ("version", "not held")
    assert found.what == "Version 1.3 did not come up: it ended 4 times. Version 1.2 is shown."
    assert found.cure == "Install a newer version, or try the same once more: sudo dpkg-reconfigure kiosk"


def test_it_is_told_also_where_nobody_knows_which_one_is_shown() -> None:
    (found,) = version(FakeMachine(files={REFUSED: "1.3\n\nit ended 4 times\n"}))

    assert found.what == "Version 1.3 did not come up: it ended 4 times. The one before is shown."


def test_it_is_read_where_it_is_written() -> None:
    text = JUDGE.read_text("utf-8")

    assert re.search(r"^versions=(.+)$", text, re.MULTILINE)[1] == REFUSED.rpartition("/")[0]  # type: ignore[index]  # or fails
    assert 'printf \'%s\\n\' "$version" "$previous" "$1" >"$versions/refused.new"' in text
