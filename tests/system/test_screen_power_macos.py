from kiosk.system.screen_power import OnlyDark, SwitchedOff
from kiosk.system.screen_power_macos import switch_off, switch_on


def refuse(command: tuple[str, ...]) -> str:
    raise OSError(f"{command[0]} is not installed")


def test_the_display_sleeps_and_wakes() -> None:
    ran: list[tuple[str, ...]] = []

    def run(command: tuple[str, ...]) -> str:
        ran.append(command)
        return ""

    assert switch_off(run) == SwitchedOff("pmset")
    switch_on(run)

    assert ran == [("/usr/bin/pmset", "displaysleepnow"), ("/usr/bin/caffeinate", "-u", "-t", "1")]


def test_a_system_that_refuses_is_only_dark() -> None:
    assert switch_off(refuse) == OnlyDark("/usr/bin/pmset is not installed")
    switch_on(refuse)
