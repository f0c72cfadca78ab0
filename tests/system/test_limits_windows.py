import ctypes
from ctypes import c_int, c_uint32, c_void_p

import pytest

from kiosk.system.limits_windows import ExtendedLimits, limit_this_process

JOB, THIS_PROCESS = 8, -1


class Kernel32:
    """Keeps the limits of a job and who belongs to it."""

    def __init__(self, *, has_jobs: bool = True, takes_limits: bool = True) -> None:
        self.limits: tuple[int, int, int] | None = None
        self.members: list[int | None] = []
        self._has_jobs = has_jobs
        self._takes_limits = takes_limits

    def CreateJobObjectW(self, security: c_void_p, name: c_void_p, /) -> int:
        assert (security.value, name.value) == (None, None)  # of no child, and nobody else's
        return JOB if self._has_jobs else 0

    def SetInformationJobObject(self, job: c_void_p, which: c_int, limits: c_void_p, size: c_uint32, /) -> int:
        assert (job.value, which.value, size.value) == (JOB, 9, ctypes.sizeof(ExtendedLimits))
        told = ExtendedLimits.from_address(limits.value or 0)
        basic = told.BasicLimitInformation
        self.limits = (basic.LimitFlags, basic.PerProcessUserTimeLimit, told.ProcessMemoryLimit)
        return int(self._takes_limits)

    def GetCurrentProcess(self, /) -> int:
        return THIS_PROCESS

    def AssignProcessToJobObject(self, job: c_void_p, process: c_void_p, /) -> int:
        assert job.value == JOB
        self.members.append(c_int(process.value or 0).value)
        return 1


def test_this_process_joins_a_job_with_the_limits() -> None:
    kernel32 = Kernel32()

    limit_this_process(20, 2 * 1024**3, kernel32)

    assert kernel32.limits == (0x2102, 200_000_000, 2 * 1024**3)
    assert kernel32.members == [THIS_PROCESS]


@pytest.mark.parametrize("kernel32", [Kernel32(has_jobs=False), Kernel32(takes_limits=False)])
def test_a_system_that_refuses_leaves_this_process_alone(kernel32: Kernel32) -> None:
    limit_this_process(20, 2 * 1024**3, kernel32)

    assert kernel32.members == []


@pytest.mark.skipif(ctypes.sizeof(c_void_p) != 8, reason="the figure is that of 64 bits")
def test_the_structure_is_as_large_as_that_of_windows() -> None:
    assert ctypes.sizeof(ExtendedLimits) == 144
