from kiosk.system.doctor.libraries import libraries
from tests.system.doctor.fake_machine import told


def test_all_there() -> None:
    assert told(libraries(())) == ("held", "All that Qt needs are there.")


def test_what_is_missing_is_named_with_what_to_type() -> None:
    found = libraries(("libEGL.so.1", "libGL.so.1"))

    assert told(found) == ("not held", "Qt needs libEGL.so.1, libGL.so.1: without them no window opens.")
    assert found.cure == "On Debian or Ubuntu: sudo apt install libegl1 libgl1"
