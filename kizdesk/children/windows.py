"""Limit this process on Windows, by putting it into a job that allows only so much memory and no other process."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from ctypes import wintypes
from typing import Any, ClassVar, Final

_EXTENDED_LIMITS: Final = 9
_ACTIVE_PROCESS: Final = 0x0008
_PROCESS_MEMORY: Final = 0x0100
_END_ON_BUG: Final = 0x0400


class _BasicLimits(ctypes.Structure):
    _fields_: ClassVar[Any] = [
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    ]


class _Counters(ctypes.Structure):
    _fields_: ClassVar[Any] = [
        (name, ctypes.c_ulonglong) for name in ("Read", "Write", "Other", "ReadBytes", "WriteBytes", "OtherBytes")
    ]


class ExtendedLimits(ctypes.Structure):
    """Be JOBOBJECT_EXTENDED_LIMIT_INFORMATION of the Windows API."""

    _fields_: ClassVar[Any] = [
        ("BasicLimitInformation", _BasicLimits),
        ("IoInfo", _Counters),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    ]


class Held(ctypes.Structure):
    """Be PROCESS_MEMORY_COUNTERS of the Windows API."""

    _fields_: ClassVar[Any] = [
        ("cb", ctypes.c_uint32),
        ("PageFaultCount", ctypes.c_uint32),
        *(
            (name, ctypes.c_size_t)
            for name in (
                "PeakWorkingSetSize",
                "WorkingSetSize",
                "QuotaPeakPagedPoolUsage",
                "QuotaPagedPoolUsage",
                "QuotaPeakNonPagedPoolUsage",
                "QuotaNonPagedPoolUsage",
                "PagefileUsage",
                "PeakPagefileUsage",
            )
        ),
    ]


def limits_for(memory: int) -> ExtendedLimits:
    """Return what the job allows."""
    limits = ExtendedLimits()
    limits.BasicLimitInformation.LimitFlags = _ACTIVE_PROCESS | _PROCESS_MEMORY | _END_ON_BUG
    limits.BasicLimitInformation.ActiveProcessLimit = 1
    limits.ProcessMemoryLimit = memory
    return limits


if sys.platform == "win32":

    def held_memory() -> Callable[[], int]:
        """Return a function that tells the bytes this process holds."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        ask, process = kernel.K32GetProcessMemoryInfo, wintypes.HANDLE(kernel.GetCurrentProcess())

        def held() -> int:
            counters = Held(cb=ctypes.sizeof(Held))
            return int(counters.WorkingSetSize) if ask(process, ctypes.byref(counters), counters.cb) else 0

        return held

    def limit_memory(memory: int) -> None:
        """Put this process into a job of its own; the job lives as long as the process holds it."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
        limits = limits_for(memory)
        size = ctypes.c_uint32(ctypes.sizeof(limits))
        told = kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), size)
        if not told or not kernel.AssignProcessToJobObject(job, wintypes.HANDLE(kernel.GetCurrentProcess())):
            raise ctypes.WinError(ctypes.get_last_error())
