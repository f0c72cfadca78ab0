"""Asks kernel32 for the private bytes of a process: K32GetProcessMemoryInfo and PROCESS_MEMORY_COUNTERS_EX of MSDN."""

import ctypes
import sys
from ctypes import c_int, c_size_t, c_uint32, c_void_p
from typing import ClassVar, Protocol, cast

PROCESS_VM_READ, PROCESS_QUERY_LIMITED_INFORMATION = 0x10, 0x1000


class Counters(ctypes.Structure):
    """PROCESS_MEMORY_COUNTERS_EX."""

    _fields_: ClassVar = [
        ("cb", c_uint32),
        ("PageFaultCount", c_uint32),
        ("PeakWorkingSetSize", c_size_t),
        ("WorkingSetSize", c_size_t),
        ("QuotaPeakPagedPoolUsage", c_size_t),
        ("QuotaPagedPoolUsage", c_size_t),
        ("QuotaPeakNonPagedPoolUsage", c_size_t),
        ("QuotaNonPagedPoolUsage", c_size_t),
        ("PagefileUsage", c_size_t),
        ("PeakPagefileUsage", c_size_t),
        ("PrivateUsage", c_size_t),
    ]
    cb: int
    PrivateUsage: int


class Kernel32(Protocol):
    """What is called of kernel32.dll; results are C ints, which hold the 32 bits of a handle that count."""

    def OpenProcess(self, rights: c_uint32, inherit: c_int, pid: c_uint32, /) -> int: ...
    def K32GetProcessMemoryInfo(self, process: c_void_p, counters: c_void_p, size: c_uint32, /) -> int: ...
    def CloseHandle(self, handle: c_void_p, /) -> int: ...


def memory_bytes(pid: int, kernel32: Kernel32 | None = None) -> int | None:
    system = kernel32 or _kernel32()
    rights = PROCESS_QUERY_LIMITED_INFORMATION | PROCESS_VM_READ
    process = system.OpenProcess(c_uint32(rights), c_int(0), c_uint32(pid))
    if not process:
        return None
    try:
        return _private_bytes(process, system)
    finally:
        system.CloseHandle(c_void_p(process))


def _private_bytes(process: int, kernel32: Kernel32) -> int | None:
    counters = Counters()
    counters.cb = ctypes.sizeof(counters)
    place = c_void_p(ctypes.addressof(counters))
    told = kernel32.K32GetProcessMemoryInfo(c_void_p(process), place, c_uint32(counters.cb))
    return counters.PrivateUsage if told else None


def _kernel32() -> Kernel32:
    if sys.platform == "win32":
        return cast("Kernel32", ctypes.WinDLL("kernel32"))
    raise OSError("kernel32 is of Windows")
