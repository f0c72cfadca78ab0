"""Limits by a job object, which children belong to as well: structures and figures of MSDN's "Job Objects"."""

import ctypes
import sys
from ctypes import c_int, c_int64, c_size_t, c_uint32, c_uint64, c_void_p
from typing import ClassVar, Protocol, cast

JOB_OBJECT_LIMIT_PROCESS_TIME, JOB_OBJECT_LIMIT_PROCESS_MEMORY = 0x2, 0x100
JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE = 0x2000
JOB_OBJECT_EXTENDED_LIMIT_INFORMATION = 9

_LIMITS = JOB_OBJECT_LIMIT_PROCESS_TIME | JOB_OBJECT_LIMIT_PROCESS_MEMORY | JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
_TICKS_A_SECOND = 10_000_000
"""Windows counts CPU time by 100 ns."""


class BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_: ClassVar = [
        ("PerProcessUserTimeLimit", c_int64),
        ("PerJobUserTimeLimit", c_int64),
        ("LimitFlags", c_uint32),
        ("MinimumWorkingSetSize", c_size_t),
        ("MaximumWorkingSetSize", c_size_t),
        ("ActiveProcessLimit", c_uint32),
        ("Affinity", c_size_t),
        ("PriorityClass", c_uint32),
        ("SchedulingClass", c_uint32),
    ]
    PerProcessUserTimeLimit: int
    LimitFlags: int


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION; the six counters are IO_COUNTERS."""

    _fields_: ClassVar = [
        ("BasicLimitInformation", BasicLimits),
        ("IoInfo", c_uint64 * 6),
        ("ProcessMemoryLimit", c_size_t),
        ("JobMemoryLimit", c_size_t),
        ("PeakProcessMemoryUsed", c_size_t),
        ("PeakJobMemoryUsed", c_size_t),
    ]
    BasicLimitInformation: BasicLimits
    ProcessMemoryLimit: int


class Kernel32(Protocol):
    """What is called of kernel32.dll; results are C ints, which hold the 32 bits of a handle that count."""

    def CreateJobObjectW(self, security: c_void_p, name: c_void_p, /) -> int: ...
    def SetInformationJobObject(self, job: c_void_p, which: c_int, limits: c_void_p, size: c_uint32, /) -> int: ...
    def GetCurrentProcess(self, /) -> int: ...
    def AssignProcessToJobObject(self, job: c_void_p, process: c_void_p, /) -> int: ...


def limit_this_process(cpu_seconds: int, memory_bytes: int, kernel32: Kernel32 | None = None) -> None:
    """Join a new job, whose handle nobody closes: the system does when we end, and ends what we started with us.

    Where the system refuses, as inside the job of another program before Windows 8, there are no limits.
    """
    system = kernel32 or _kernel32()
    job = system.CreateJobObjectW(c_void_p(None), c_void_p(None))
    limits = _limits(cpu_seconds, memory_bytes)
    place, size = c_void_p(ctypes.addressof(limits)), c_uint32(ctypes.sizeof(limits))
    which = c_int(JOB_OBJECT_EXTENDED_LIMIT_INFORMATION)
    if job and system.SetInformationJobObject(c_void_p(job), which, place, size):
        system.AssignProcessToJobObject(c_void_p(job), c_void_p(system.GetCurrentProcess()))


def _limits(cpu_seconds: int, memory_bytes: int) -> ExtendedLimits:
    limits = ExtendedLimits()
    limits.BasicLimitInformation.LimitFlags = _LIMITS
    limits.BasicLimitInformation.PerProcessUserTimeLimit = cpu_seconds * _TICKS_A_SECOND
    limits.ProcessMemoryLimit = memory_bytes
    return limits


def _kernel32() -> Kernel32:
    if sys.platform == "win32":
        return cast("Kernel32", ctypes.WinDLL("kernel32"))
    raise OSError("kernel32 is of Windows")
