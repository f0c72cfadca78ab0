"""Message buses of our own, and real services on them: python-dbusmock's, and a portal."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DEBIANS_PYTHON = "/usr/bin/python3"
"""python-dbusmock comes with Debian's packages."""

CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <listen>{address}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
"""It starts no services of the computer's."""

SCREEN_SAVER = ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "ss", "UnInhibit")
GNOME = ("org.gnome.SessionManager", "/org/gnome/SessionManager", "susu", "Uninhibit")
COOKIE = 7

TEMPLATE = """
import os
BUS_NAME, MAIN_OBJ, MAIN_IFACE, SYSTEM_BUS = {name!r}, {path!r}, {name!r}, False

def load(mock, parameters):
    mock.AddMethod("", "Inhibit", {signature!r}, "u", "ret = {cookie}")
    mock.AddMethod("", {undo!r}, "u", "", "")
    os.write(1, b"ready\\n")
"""

LOGIND = """
import os
from dbusmock.templates import logind
from dbusmock.templates.logind import *
SYSTEM_BUS = False

def load(mock, parameters):
    logind.load(mock, parameters)
    os.write(1, b"ready\\n")
"""

PORTAL = """
import sys
from jeepney import DBusAddress, HeaderFields, message_bus, new_method_return, new_signal
from jeepney.io.blocking import open_dbus_connection

connection = open_dbus_connection()
connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.portal.Desktop"))
print("ready", flush=True)
while True:
    message = connection.receive()
    fields = message.header.fields
    member = fields.get(HeaderFields.member)
    if member == "Inhibit":
        window, flags, options = message.body
        sender = fields[HeaderFields.sender].lstrip(":").replace(".", "_")
        handle = f"/org/freedesktop/portal/desktop/request/{sender}/{options['handle_token'][1]}"
        connection.send(new_method_return(message, "o", (handle,)))
        request = DBusAddress(handle, interface="org.freedesktop.portal.Request")
        if sys.argv[1] != "silent":
            connection.send(new_signal(request, "Response", "ua{sv}", (int(sys.argv[1]), {})))
    print(member, fields.get(HeaderFields.path), *message.body, flush=True)
"""


class Service:
    """A process that prints what it is asked; it can be made to hang, and dies by no more than a kill."""

    def __init__(self, *command: str, **environment: str) -> None:
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, **environment})

    def wait_for(self, words: str) -> str:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if words in line:
                return line.strip()
        raise AssertionError(f"it never said {words}")

    def hang(self) -> None:
        self.process.send_signal(signal.SIGSTOP)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()


class Bus:
    def __init__(self, folder: Path) -> None:
        self.address = f"unix:path={folder / 'bus'}"
        self._configuration = folder / "bus.conf"
        self._configuration.write_text(CONFIGURATION.format(address=self.address))
        self._folder = folder
        self._services: list[Service] = []
        self.start()

    def start(self) -> None:
        command = ("dbus-daemon", f"--config-file={self._configuration}", "--nofork", "--print-address")
        self.daemon = self._keep(Service(*command))
        self.daemon.wait_for("unix:")

    def inhibitor(self, name: str, path: str, signature: str, undo: str) -> Service:
        return self._mock(TEMPLATE.format(name=name, path=path, signature=signature, undo=undo, cookie=COOKIE))

    def logind(self) -> Service:
        return self._mock(LOGIND)

    def portal(self, response: str) -> Service:
        return self._serving(sys.executable, "-c", PORTAL, response)

    def close(self) -> None:
        for service in self._services:
            service.kill()

    def _mock(self, template: str) -> Service:
        file = self._folder / f"mock{len(self._services)}.py"
        file.write_text(template)
        return self._serving(DEBIANS_PYTHON, "-m", "dbusmock", "-t", str(file))

    def _serving(self, *command: str) -> Service:
        service = self._keep(Service(*command, DBUS_SESSION_BUS_ADDRESS=self.address))
        service.wait_for("ready")
        return service

    def _keep(self, service: Service) -> Service:
        self._services.append(service)
        return service


@contextmanager
def open_bus(folder: Path) -> Iterator[Bus]:
    folder.mkdir()
    bus = Bus(folder)
    try:
        yield bus
    finally:
        bus.close()
