"""Staff at the screen, as the supervisor answers what small programs in the place of the display say for them."""

import json
import logging
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.edition.codec import plain
from kiosk.edition.device import Access
from kiosk.edition.sealed import write_sealed
from kiosk.edition.value import replace
from kiosk.edition.web_source import WebSource
from kiosk.paths import access_in
from kiosk.supervise.children import Child
from kiosk.supervise.intervals import Intervals
from kiosk.supervise.plan import Plan
from kiosk.supervise.stage import Mode
from kiosk.supervise.supervisor import Ending, Supervisor
from tests.supervise.small_programs import PAINTS, display, errand, gather, prepare

CALLS = 'say("CallStaff")\nhear("Pad")\n'
GETS_IN = CALLS + 'say("TryPin", pin="246813")\nhear("Menu")\n'
INTERVALS = Intervals(look=0.05)


@dataclass
class Computer:
    """Remembers what was asked of it."""

    asked: list[str] = field(default_factory=list)

    def start(self) -> None:
        self.asked.append("start")

    def keep_awake(self) -> None:
        if "keep awake" not in self.asked:
            self.asked.append("keep awake")

    def darken(self) -> None:
        self.asked.append("darken")

    def brighten(self) -> None:
        self.asked.append("brighten")

    def end(self) -> None:
        self.asked.append("end")


@pytest.fixture
def computer() -> Computer:
    return Computer()


@pytest.fixture
def captive(plan: Plan, state: Path, computer: Computer) -> Plan:
    """Give the plan of a kiosk in a lobby whose staff have a PIN, 246813."""
    write_sealed(access_in(state), Access("scrypt$a"))
    return replace(plan, mode=Mode(captive=True, screen=""), computer=computer)


def run(plan: Plan, lines: str, record: Path) -> Ending:
    """Run the kiosk; its display ends it by what staff can wish, in the end."""
    ends = GETS_IN + 'say("Wish", what="leave")\nhear("never")\n'
    first, later = display(PAINTS + lines + ends, record), display(PAINTS + ends, record)
    return Supervisor(replace(plan, start_display=later), first(), INTERVALS).run()


def recorded(record: Path) -> list[object]:
    return [json.loads(line) for line in record.read_text().splitlines()]


def test_staff_with_the_pin_can_leave(captive: Plan, record: Path) -> None:
    assert run(captive, "", record) == "left by staff"


def test_nobody_leaves_without_the_pin(captive: Plan, record: Path) -> None:
    lines = 'say("Wish", what="leave")\nrecord(json.dumps(hear("Pad")))\n'

    run(captive, lines, record)

    assert recorded(record) == [{"kind": "Pad", "has_pin": True, "was_wrong": True}]


def test_a_wrong_pin_is_answered_and_opens_nothing(captive: Plan, record: Path) -> None:
    lines = CALLS + 'say("TryPin", pin="1")\nrecord(json.dumps(hear("Pad", "Menu")))\nsay("Wish", what="leave")\n'

    run(captive, lines + 'record(json.dumps(hear("Pad")))\n', record)

    assert recorded(record) == [{"kind": "Pad", "has_pin": True, "was_wrong": True}] * 2


def test_without_a_pin_set_the_pad_says_so(plan: Plan, state: Path, record: Path) -> None:
    write_sealed(access_in(state), Access())
    lines = 'say("CallStaff")\nrecord(json.dumps(hear("Pad")))\nos.kill(os.getppid(), signal.SIGTERM)\n'

    run(replace(plan, mode=Mode(captive=True, screen="")), lines, record)

    assert recorded(record) == [{"kind": "Pad", "has_pin": False}]


def test_a_damaged_pin_is_read_from_device_toml_again(captive: Plan, state: Path, record: Path) -> None:
    """The small program in the place of prepare does what the real one does with the file."""
    repaired, first = list[Path](), record.with_suffix(".first")

    def job(folder: Path) -> Child:
        repaired.append(folder)
        write_sealed(access_in(folder), Access("scrypt$a"))
        first.touch()
        return captive.start_prepare(folder)

    waits = f"import time\nwhile not os.path.exists({str(first)!r}):\n    time.sleep(0.01)\n"
    breaks = f'write({str(access_in(state))!r}, "rubbish")\n' + "time.sleep(0.5)\n"
    lines = waits + breaks + 'say("CallStaff")\nrecord(json.dumps(hear("Pad")))\n'

    run(replace(captive, start_prepare=job), lines, record)

    assert recorded(record) == [{"kind": "Pad", "has_pin": True}]
    assert len(repaired) >= 2


def test_a_successor_lets_nobody_in_who_was_in_before(captive: Plan, record: Path) -> None:
    """It is started for the sake of memory, say, and takes over while staff are in at the display before it."""
    late = 'hear("Begin")\nimport time\ntime.sleep(1.5)\nsay("Painted", edition="")\nsay("Wish", what="leave")\n'
    leaves = GETS_IN + 'say("Wish", what="leave")\nhear("x")'
    later = display(late + 'record(hear("Pad")["kind"])\n' + leaves, record)
    first = display(PAINTS + GETS_IN + 'say("Wish", what="restart")\n' + GETS_IN + 'hear("x")')

    Supervisor(replace(captive, start_display=later), first(), INTERVALS).run()

    assert record.read_text() == "Pad\n"


def test_the_menu_tells_how_the_screen_stands(captive: Plan, record: Path) -> None:
    run(captive, CALLS + 'say("TryPin", pin="246813")\nrecord(json.dumps(hear("Menu")))\n', record)

    (menu,) = recorded(record)
    assert isinstance(menu, dict)
    assert (menu["facts"]["health"], menu["facts"]["version"]) == ("shown", "1.0")


def test_the_menu_follows_staffs_files(captive: Plan, contact: Path, record: Path) -> None:
    spoils = f'write({str(contact)!r}, "wrong")\nmenu = hear("Menu")\n'
    waits = 'while not menu.get("problems"):\n    menu = hear("Menu")\nrecord(menu["problems"][0]["file"])\n'

    run(captive, GETS_IN + spoils + waits, record)

    assert record.read_text() == "contact.toml\n"


def test_whoever_has_left_needs_the_pin_again(captive: Plan, record: Path) -> None:
    lines = GETS_IN + 'say("StaffLeft")\nsay("Wish", what="leave")\nrecord(hear("Pad")["kind"])\n'

    run(captive, lines, record)

    assert record.read_text() == "Pad\n"


def test_a_new_display_lets_nobody_in_who_was_in_before(captive: Plan, record: Path) -> None:
    asks = display(
        PAINTS
        + 'say("Wish", what="leave")\nrecord(hear("Pad")["kind"])\n'
        + GETS_IN
        + 'say("Wish", what="leave")\nhear("x")',
        record,
    )
    dies = display(PAINTS + GETS_IN + "sys.exit(70)")

    Supervisor(replace(captive, start_display=asks), dies(), INTERVALS).run()

    assert record.read_text() == "Pad\n"


def test_files_are_read_again(captive: Plan, record: Path) -> None:
    jobs = list[Path]()

    def job(state: Path) -> object:
        jobs.append(state)
        return captive.start_prepare(state)

    waits = 'import time\nmenu = hear("Menu")\n'
    counted = replace(captive, start_prepare=job)

    run(counted, GETS_IN + 'say("Wish", what="reload")\n' + waits, record)

    assert len(jobs) >= 2


def test_the_sources_in_the_world_are_visited_again(captive: Plan, contact: Path, record: Path) -> None:
    source = plain(WebSource("https://paper.example/"))
    says = f'report("Prepared", {str(contact)!r}, edition=hashlib.sha256(b"x").hexdigest(), sources=[{source!r}])'
    visits = str(record.with_suffix(".visits"))
    waits = f"import time\nwhile os.path.getsize({visits!r}) < {{}}:\n    time.sleep(0.01)\n"
    Path(visits).touch()
    visit = gather(f"open({visits!r}, 'a').write('x')")
    lines = GETS_IN + waits.format(1) + "time.sleep(0.5)\n" + 'say("Wish", what="reload")\n' + waits.format(2)

    run(replace(captive, start_prepare=prepare(says), start_gather=visit), lines, record)

    assert Path(visits).read_text() == "xx"


def test_the_computer_is_examined(captive: Plan, record: Path) -> None:
    run(captive, GETS_IN + 'say("Wish", what="doctor")\nrecord(json.dumps(hear("Findings")))\n', record)

    assert recorded(record) == [{"kind": "Findings", "findings": []}]


def test_an_examination_that_fails_is_told(captive: Plan, record: Path) -> None:
    ill = replace(captive, start_doctor=errand("sys.exit(70)"))

    run(ill, GETS_IN + 'say("Wish", what="doctor")\nrecord(hear("Findings")["findings"][0]["verdict"])\n', record)

    assert record.read_text() == "unknown\n"


def test_the_screen_is_switched_off_and_on_again(captive: Plan, computer: Computer, record: Path) -> None:
    run(captive, GETS_IN + 'say("Wish", what="switch off")\nhear("SwitchOff")\nsay("Woken")\n', record)

    assert computer.asked == ["start", "keep awake", "darken", "brighten", "end"]


NIGHT = 'say("Scene", light="off")\n'
DAY = 'say("Scene")\n'
SWITCHES_OFF = GETS_IN + 'say("Wish", what="switch off")\nhear("SwitchOff")\n'


@pytest.mark.parametrize(
    ("says", "asked"),
    [
        pytest.param(NIGHT + DAY, ["darken", "brighten"], id="off and on"),
        pytest.param(NIGHT + NIGHT + DAY + DAY, ["darken", "brighten"], id="told twice"),
        pytest.param('say("Scene", light="dimmed")\n' + DAY, [], id="only dimmed"),
        pytest.param(SWITCHES_OFF + NIGHT + 'say("Woken")\n', ["darken"], id="woken, but it is night"),
        pytest.param(SWITCHES_OFF + NIGHT + DAY, ["darken"], id="day, but staff have switched it off"),
    ],
)
def test_the_screens_power_follows_the_night(
    captive: Plan, computer: Computer, record: Path, says: str, asked: list[str]
) -> None:
    run(captive, says, record)

    assert computer.asked == ["start", "keep awake", *asked, "end"]


def test_a_display_that_dies_while_the_screen_is_off_is_followed_by_a_dark_one(captive: Plan, record: Path) -> None:
    tells = 'record(json.dumps(hear("Begin").get("dark", False)))\nsay("Painted", edition="")\n' + GETS_IN
    later = display(tells + 'say("Wish", what="leave")\nhear("x")', record)
    dies = display(PAINTS + GETS_IN + 'say("Wish", what="switch off")\nhear("SwitchOff")\nsys.exit(70)')

    Supervisor(replace(captive, start_display=later), dies(), INTERVALS).run()

    assert recorded(record) == [True]


def test_the_screen_is_started_again_and_the_new_one_paints_first(captive: Plan, record: Path) -> None:
    later = display(
        'hear("Begin")\nrecord("born")\nsay("Painted", edition="")\n'
        + GETS_IN
        + 'say("Wish", what="leave")\nhear("x")',
        record,
    )
    first = display(PAINTS + GETS_IN + 'say("Wish", what="restart")\nhear("x")')

    ending = Supervisor(replace(captive, start_display=later), first(), INTERVALS).run()

    assert record.read_text() == "born\n"
    assert ending == "left by staff"


def test_a_kiosk_in_a_window_has_no_door(plan: Plan, state: Path, record: Path) -> None:
    write_sealed(access_in(state), Access("scrypt$a"))
    lines = PAINTS + 'say("TryPin", pin="246813")\nsay("Wish", what="leave")\nsay("CallStaff")\n'
    nothing = "import select\nrecord(select.select([sys.stdin], [], [], 0.5)[0])\n"

    ending = Supervisor(
        replace(plan, start_display=display(lines + nothing, record)), display(lines + nothing, record)()
    ).run()

    assert ending == "ended"


def test_a_pin_that_arrives_garbled_is_not_logged(
    captive: Plan, record: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)

    run(captive, 'print(\'{"kind":"TryPin","pin":"975318",}\', flush=True)\n', record)

    assert "975318" not in caplog.text
    assert "something strange" in caplog.text
