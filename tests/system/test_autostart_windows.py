import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kiosk.system.autostart_entry import Broken, Entry, Found, InTheWay, Refused, Removed, SwitchedOff, Written
from kiosk.system.autostart_windows import Tasks, entry_in, task_of
from kiosk.system.doctor.machine import Absent, Answer, Silent, Text
from kiosk.system.doctor.machine import Refused as NotRun
from tests.system.autostart_fakes import PROGRAM, System, entry

USER = r"LOBBY\Zoë & co"
SPACE = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
QUERY = "schtasks /Query /TN kiosk /XML"
LIST = "schtasks /Query /FO CSV /NH"
LISTED = '"\\kiosk","N/A","Ready"\r\n"\\kiosk-DP-1","N/A","Ready"\r\n"\\kiosk","N/A","Ready"\r\n"\\Updater","N/A","Ready"\r\n"\\Office\\kiosk","N/A","Ready"\r\n'
ORDER_OF_A_TRIGGER = ("Enabled", "StartBoundary", "EndBoundary", "Repetition", "ExecutionTimeLimit", "UserId", "Delay")
"""The sequence of triggerBaseType and what logonTriggerType adds; all else of a task may stand in any order."""

PARTS = {
    "Task": {"RegistrationInfo", "Triggers", "Settings", "Data", "Principals", "Actions"},
    "RegistrationInfo": {"URI", "SecurityDescriptor", "Source", "Date", "Author", "Version", "Description"},
    "Principal": {"UserId", "LogonType", "GroupId", "RunLevel", "DisplayName"},
    "Settings": {
        "AllowStartOnDemand", "RestartOnFailure", "MultipleInstancesPolicy", "DisallowStartIfOnBatteries",
        "StopIfGoingOnBatteries", "AllowHardTerminate", "StartWhenAvailable", "NetworkProfileName",
        "RunOnlyIfNetworkAvailable", "WakeToRun", "Enabled", "Hidden", "DeleteExpiredTaskAfter", "IdleSettings",
        "NetworkSettings", "ExecutionTimeLimit", "Priority", "RunOnlyIfIdle",
    },
    "IdleSettings": {"Duration", "WaitTimeout", "StopOnIdleEnd", "RestartOnIdle"},
    "RestartOnFailure": {"Interval", "Count"},
    "Exec": {"Command", "Arguments", "WorkingDirectory"},
}  # fmt: skip
"""What the schema knows in each."""


def parsed(written: Entry) -> ET.Element:
    return ET.fromstring(task_of(written, USER).encode("utf-16"))  # noqa: S314  # our own


def plain(element: ET.Element) -> str:
    return element.tag.removeprefix(SPACE)


def value(task: ET.Element, path: str) -> str:
    return task.findtext("/".join(f"{SPACE}{part}" for part in path.split("/"))) or ""


def test_the_schema_knows_every_part() -> None:
    for element in parsed(entry()).iter():
        parts = [plain(child) for child in element]
        assert set(parts) <= PARTS.get(plain(element), set(parts))
        assert len(set(parts)) == len(parts)


def test_the_parts_of_the_trigger_stand_in_the_order_of_the_schema() -> None:
    trigger = parsed(entry()).find(f"{SPACE}Triggers/{SPACE}LogonTrigger")

    assert trigger is not None
    places = [ORDER_OF_A_TRIGGER.index(plain(part)) for part in trigger]
    assert all(before < after for before, after in pairwise(places))


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("Triggers/LogonTrigger/UserId", USER),
        ("Principals/Principal/UserId", USER),
        ("Principals/Principal/RunLevel", "LeastPrivilege"),
        ("Principals/Principal/LogonType", "InteractiveToken"),
        ("Settings/ExecutionTimeLimit", "PT0S"),
        ("Settings/DisallowStartIfOnBatteries", "false"),
        ("Settings/StopIfGoingOnBatteries", "false"),
        ("Settings/MultipleInstancesPolicy", "IgnoreNew"),
        ("Settings/RestartOnFailure/Interval", "PT1M"),
        ("Settings/RestartOnFailure/Count", "255"),
        ("Actions/Exec/Command", PROGRAM),
        ("Actions/Exec/Arguments", '"run" "--kiosk" "--config" "/home/zenobia/lobby files/contact.toml"'),
    ],
)
def test_the_task_says(path: str, wanted: str) -> None:
    assert value(parsed(entry()), path) == wanted


def test_the_actions_are_those_of_the_principal() -> None:
    task = parsed(entry())

    principal, actions = task.find(f"{SPACE}Principals/{SPACE}Principal"), task.find(f"{SPACE}Actions")

    assert principal is not None
    assert actions is not None
    assert principal.get("id") == actions.get("Context")


@pytest.mark.parametrize("written", [entry(), entry(screen='24" <DELL>'), entry("--device", "C:\\a & b\\50%\\")])
def test_what_is_written_is_read_again(written: Entry) -> None:
    assert entry_in(task_of(written, USER)) == written


class Scheduler:
    """Answers as schtasks does, and keeps what was created."""

    def __init__(self, answer: Answer = Text("SUCCESS")) -> None:  # noqa: B008  # a frozen value
        self.created: dict[str, str] = {}
        self._answer = answer

    def run(self, command: tuple[str, ...]) -> Answer:
        match command:
            case ("schtasks", "/Create", "/TN", name, "/XML", file, "/F"):
                if self._answer == Text("SUCCESS"):
                    self.created[name] = Path(file).read_bytes().decode("utf-16")
                return self._answer
            case ("schtasks", "/Query", "/TN", name, "/XML") if name in self.created:
                return Text(self.created[name])
            case ("schtasks", "/Query", "/FO", "CSV", "/NH"):
                return Text("".join(f'"\\{name}","N/A","Ready"\r\n' for name in self.created))
            case ("schtasks", "/Delete", "/TN", name, "/F") if name in self.created:
                del self.created[name]
                return Text("SUCCESS")
            case _:
                return Text("", 1)


def test_it_is_registered_found_and_removed() -> None:
    scheduler = Scheduler()
    tasks = Tasks(USER, scheduler.run)

    assert tasks.put(entry(screen="DP-1")) == Written("Task Scheduler: \\kiosk-DP-1")
    found = tasks.found()
    assert found == (Found("kiosk-DP-1", "Task Scheduler: \\kiosk-DP-1", "on", "", entry(screen="DP-1")),)
    assert [tasks.remove(each) for each in found] == [Removed()]
    assert scheduler.created == {}


def test_what_windows_reads_says_its_encoding_with_a_mark() -> None:
    scheduler = Scheduler()

    Tasks(USER, scheduler.run).put(entry())

    assert scheduler.created["kiosk"].startswith('<?xml version="1.0" encoding="UTF-16"?>')


def test_only_tasks_of_ours_are_found_each_once() -> None:
    system = System(
        {LIST: Text(LISTED), QUERY: Text(task_of(entry(), USER)), f"{QUERY[:-5]}-DP-1 /XML": Text("<Task/>")}
    )

    assert [found.name for found in Tasks(USER, system.run).found()] == ["kiosk"]


def test_a_task_of_somebody_else_stays() -> None:
    system = System({QUERY: Text("<Task>another</Task>")})

    assert Tasks(USER, system.run).put(entry()) == InTheWay("Task Scheduler: \\kiosk")
    assert system.asked == [QUERY]


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Text("", 1), "the Task Scheduler does not allow it (schtasks ended with 1)"),
        (Absent(), "there is no schtasks"),
        (Silent(), "schtasks does not answer"),
        (NotRun(), "schtasks may not be run"),
    ],
)
def test_what_windows_refuses_is_told(answer: Answer, why: str) -> None:
    assert Tasks(USER, Scheduler(answer).run).put(entry()) == Refused(why)


@pytest.mark.parametrize(
    ("change", "reading"),
    [
        pytest.param(
            lambda xml: xml.replace("<Enabled>true", "<Enabled>false"),
            SwitchedOff(entry(), "it is switched off in the Task Scheduler"),
            id="switched off",
        ),
        pytest.param(lambda xml: re.sub("<Exec>.*</Exec>", "", xml, flags=re.DOTALL), Broken(), id="starts nothing"),
    ],
)
def test_a_task_that_was_changed_is_read(change: Callable[[str], str], reading: SwitchedOff | Broken) -> None:
    assert entry_in(change(task_of(entry(), USER))) == reading
