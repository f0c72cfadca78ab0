"""Reads the registry of Windows, as a 64-bit program sees it; changes nothing."""

import sys
from typing import Protocol


class Registry(Protocol):
    """What is called of winreg, with its handle, flags and types made plain; both raise OSError."""

    def open(self, root: str, path: str, /) -> int: ...
    def value(self, handle: int, name: str, /) -> object: ...
    def close(self, handle: int, /) -> None: ...


def value_of(key: str, name: str, registry: Registry | None = None) -> int | str | None:
    """Give a number or a text; None where there is none, or one of another kind."""
    system = registry or _registry()
    try:
        handle = system.open(*_parted(key))
    except OSError:
        return None
    try:
        value = system.value(handle, name)
    except OSError:
        return None
    finally:
        system.close(handle)
    return value if isinstance(value, int | str) else None


def has_key(key: str, registry: Registry | None = None) -> bool:
    system = registry or _registry()
    try:
        system.close(system.open(*_parted(key)))
    except OSError:
        return False
    return True


def _parted(key: str) -> tuple[str, str]:
    root, _, path = key.partition("\\")
    return root, path


def _registry() -> Registry:
    if sys.platform == "win32":
        return _Winreg()
    raise OSError("the registry is of Windows")


if sys.platform == "win32":
    import winreg

    _ROOTS = {"HKLM": winreg.HKEY_LOCAL_MACHINE, "HKCU": winreg.HKEY_CURRENT_USER}

    class _Winreg:
        def open(self, root: str, path: str, /) -> int:
            key = winreg.OpenKeyEx(_ROOTS[root], path, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY)
            return key.Detach()

        def value(self, handle: int, name: str, /) -> object:
            return winreg.QueryValueEx(handle, name)[0]

        def close(self, handle: int, /) -> None:
            winreg.CloseKey(handle)
