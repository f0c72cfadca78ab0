import pytest
from shiboken import CHANGED, CHANGES, EMPTIED, changed

TEXT = "\n".join(("import re", *CHANGES, "end"))


def test_what_is_of_use_to_developers_alone_is_emptied() -> None:
    assert changed(EMPTIED, "import argparse") == ""


def test_what_is_needed_stays_as_it_is() -> None:
    assert changed("layout.py", TEXT) == TEXT


def test_the_pattern_is_compiled_when_it_is_needed() -> None:
    assert changed(CHANGED, TEXT) == "\n".join(("import re", *CHANGES.values(), "end"))


@pytest.mark.parametrize("missing", CHANGES)
def test_another_version_of_the_file_stops_the_build(missing: str) -> None:
    with pytest.raises(ValueError, match=f"{CHANGED} of this Shiboken has not one"):
        changed(CHANGED, TEXT.replace(missing, ""))
