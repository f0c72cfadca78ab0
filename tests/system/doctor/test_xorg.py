import pytest

from kiosk.system.doctor.machine import NOBODY, Silent, Text
from kiosk.system.doctor.xorg import has_option, keyboard_options
from tests.system.doctor.fake_machine import FakeMachine, process


def flags(line: str) -> str:
    return f'Section "ServerFlags"\n  {line}\nEndSection\n'


@pytest.mark.parametrize(
    ("line", "is_set"),
    [
        ('Option "DontVTSwitch" "true"', True),
        ('Option "DontVTSwitch" "On"', True),
        ('Option "DontVTSwitch" "1"', True),
        ('Option "DontVTSwitch"', True),
        ('option\t"dont_vt_switch" "yes"', True),
        ('Option "Dont VT Switch" "yes"', True),
        ('Option "DontVTSwitch" "false"', False),
        ('Option "DontVTSwitch" "off"', False),
        ('# Option "DontVTSwitch" "true"', False),
        ('Option "DontZap" "true"', False),
    ],
)
def test_an_option_is_read_as_the_x_server_reads_it(line: str, *, is_set: bool) -> None:
    machine = FakeMachine(files={"/etc/X11/xorg.conf.d/90-kiosk.conf": flags(line)})

    assert has_option(machine, NOBODY, "DontVTSwitch") is is_set


ON, OFF = flags('Option "DontZap" "on"'), flags('Option "DontZap" "off"')


@pytest.mark.parametrize(
    ("files", "is_set"),
    [
        pytest.param({}, False, id="no file"),
        pytest.param({"/etc/X11/xorg.conf": ON}, True, id="the one file"),
        pytest.param({"/usr/share/X11/xorg.conf.d/10.conf": ON}, True, id="the distribution's folder"),
        pytest.param(
            {"/usr/share/X11/xorg.conf.d/90.conf": ON, "/etc/X11/xorg.conf.d/10.conf": OFF}, False, id="the administrator's goes before it"
        ),
        pytest.param({"/etc/X11/xorg.conf.d/10.conf": OFF, "/etc/X11/xorg.conf.d/20.conf": ON}, True, id="the later one"),
        pytest.param({"/etc/X11/xorg.conf.d/10.conf": OFF, "/etc/X11/xorg.conf": ON}, True, id="the one file goes before all"),
        pytest.param({"/etc/X11/xorg.conf.d/10.conf.off": ON}, False, id="a file that is switched off by its name"),
    ],
)  # fmt: skip
def test_of_several_files_the_last_counts(files: dict[str, str], *, is_set: bool) -> None:
    assert has_option(FakeMachine(files=files), NOBODY, "DontZap") is is_set


@pytest.mark.parametrize(
    ("options", "is_set"),
    [("-config kiosk.conf", True), ("-config /etc/X11/kiosk.conf", True), ("-config other.conf", False), ("", False)],
)
def test_the_file_that_the_server_was_started_with_counts(options: str, *, is_set: bool) -> None:
    machine = FakeMachine(files={"/etc/X11/kiosk.conf": ON, "/etc/X11/xorg.conf": OFF})

    assert has_option(machine, process(f"Xorg :0 vt1 {options}"), "DontZap") is is_set


def test_beside_that_file_the_folders_count() -> None:
    machine = FakeMachine(files={"/etc/X11/kiosk.conf": "", "/etc/X11/xorg.conf.d/10.conf": ON})

    assert has_option(machine, process("Xorg :0 -config kiosk.conf"), "DontZap")


QUERY = "rules:      evdev\nmodel:      pc105\nlayout:     us\n"


@pytest.mark.parametrize(
    ("answer", "options"),
    [
        (Text(QUERY), frozenset()),
        (Text(QUERY + "options:    srvrkeys:none,compose:ralt\n"), frozenset({"srvrkeys:none", "compose:ralt"})),
        (Text("", 0), None),
        (Text("", 1), None),
        (Silent(), None),
    ],
)
def test_the_keyboard_tells_its_options(answer: Text | Silent, options: frozenset[str] | None) -> None:
    assert keyboard_options(FakeMachine(programs={"setxkbmap -query": answer})) == options
