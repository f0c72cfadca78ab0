r"""The ready files for Windows, as an administrator types them; packaging/windows/lockdown/ has them, the installer puts them there.

Policies of a user, below HKCU\Software\Policies and its like, are not the user's to write: no `reg add` would do.
"""

from kiosk.system.doctor.machine import Machine

FOLDER = r"%ProgramFiles%\Kiosk\lockdown"


def typed_script(name: str, *arguments: str) -> str:
    words = ("powershell", "-ExecutionPolicy", "Bypass", "-File", rf'"{FOLDER}\{name}"', *arguments)
    return f"{' '.join(words)}, as an administrator, then restart"


def settings_of_the_user(machine: Machine) -> str:
    """Write the command that sets all of them for whoever is signed in here."""
    return typed_script("settings.ps1", "-User", f'"{machine.environment.get("USERNAME", "NAME")}"')


SHELL_LAUNCHER = typed_script("configuration.ps1", "ShellLauncher")
KEYBOARD_FILTER = typed_script("keyboard-filter.ps1")
POWER = typed_script("power.ps1")
