"""Starts at log-in by a task of the Task Scheduler, which schtasks makes of XML.

The order of the elements is the one in which Windows itself writes them; that of a trigger's is fixed by the schema
(Task Scheduler Schema, triggerBaseType and logonTriggerType).
"""

import html
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.system.autostart_entry import (
    NAME,
    Broken,
    Entry,
    Foreign,
    Found,
    InTheWay,
    Reading,
    Refused,
    Removed,
    Run,
    SwitchedOff,
    WayName,
    Written,
    found_in,
)
from kiosk.system.command_line_windows import command_line, words_in
from kiosk.system.doctor.machine import Absent, Answer, Silent, Text, printed

MARK: Final = "Written by kiosk autostart."
_IN_THE_LIST: Final = re.compile(rf'^"\\({NAME}(?:-[^"\\]*)?)"', re.MULTILINE)
_TASK: Final = """\
<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Author>{user}</Author>
    <Description>Shows the lobby screen at log-in. {mark}</Description>
  </RegistrationInfo>
  <Triggers>
    <LogonTrigger>
      <Enabled>true</Enabled>
      <UserId>{user}</UserId>
    </LogonTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>{user}</UserId>
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <AllowHardTerminate>true</AllowHardTerminate>
    <StartWhenAvailable>false</StartWhenAvailable>
    <RunOnlyIfNetworkAvailable>false</RunOnlyIfNetworkAvailable>
    <IdleSettings>
      <StopOnIdleEnd>false</StopOnIdleEnd>
      <RestartOnIdle>false</RestartOnIdle>
    </IdleSettings>
    <AllowStartOnDemand>true</AllowStartOnDemand>
    <Enabled>true</Enabled>
    <Hidden>false</Hidden>
    <RunOnlyIfIdle>false</RunOnlyIfIdle>
    <WakeToRun>false</WakeToRun>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <Priority>5</Priority>
    <RestartOnFailure>
      <Interval>PT1M</Interval>
      <Count>255</Count>
    </RestartOnFailure>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>{program}</Command>
      <Arguments>{arguments}</Arguments>
    </Exec>
  </Actions>
</Task>
"""


@dataclass(frozen=True, slots=True)
class Tasks:
    r"""`user` is the one who logs in, such as LOBBY\office."""

    user: str
    run: Run

    @property
    def name(self) -> WayName:
        return "task"

    def put(self, entry: Entry) -> Written | InTheWay | Refused:
        if isinstance(self._read(entry.name), Foreign):
            return InTheWay(_place(entry.name))
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "task.xml"
            file.write_text(task_of(entry, self.user), "utf-16")
            answer = self.run(("schtasks", "/Create", "/TN", entry.name, "/XML", str(file), "/F"))
        return Written(_place(entry.name)) if _is_done(answer) else _refused(answer)

    def found(self) -> tuple[Found, ...]:
        listed = printed(self.run(("schtasks", "/Query", "/FO", "CSV", "/NH")))
        return tuple(self._found(sorted(set(_IN_THE_LIST.findall(listed)))))

    def remove(self, found: Found) -> Removed | Refused:
        answer = self.run(("schtasks", "/Delete", "/TN", found.name, "/F"))
        return Removed() if _is_done(answer) else _refused(answer)

    def _found(self, names: list[str]) -> Iterator[Found]:
        for name in names:
            reading = self._read(name)
            if reading is not None:
                yield from found_in(name, _place(name), reading)

    def _read(self, name: str) -> Reading | None:
        """Give None where there is no such task."""
        match self.run(("schtasks", "/Query", "/TN", name, "/XML")):
            case Text(xml, 0):
                return entry_in(xml)
            case _:
                return None


def task_of(entry: Entry, user: str) -> str:
    program, *arguments = entry.command
    words = {"user": user, "mark": MARK, "program": program, "arguments": command_line(arguments)}
    return _TASK.format(**{name: html.escape(word, quote=False) for name, word in words.items()})


def entry_in(xml: str) -> Reading:
    """Read what schtasks prints, whose letters beyond ASCII may be lost."""
    if MARK not in xml:
        return Foreign()
    program = _text(xml, "Command")
    if not program:
        return Broken()
    entry = Entry((program, *words_in(_text(xml, "Arguments"))))
    if "<Enabled>false" in xml:
        return SwitchedOff(entry, "it is switched off in the Task Scheduler")
    return entry


def _text(xml: str, element: str) -> str:
    found = re.search(rf"<{element}>(.*?)</{element}>", xml, re.DOTALL)
    return html.unescape(found[1]).strip() if found else ""


def _place(name: str) -> str:
    return rf"Task Scheduler: \{name}"


def _is_done(answer: Answer) -> bool:
    return isinstance(answer, Text) and answer.exit_status == 0


def _refused(answer: Answer) -> Refused:
    match answer:
        case Text(_, exit_status):
            return Refused(f"the Task Scheduler does not allow it (schtasks ended with {exit_status})")
        case Absent():
            return Refused("there is no schtasks")
        case Silent():
            return Refused("schtasks does not answer")
        case _:
            return Refused("schtasks may not be run")
