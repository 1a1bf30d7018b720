"""The limits for Windows have the layout that its API asks for."""

from __future__ import annotations

import ctypes

from kizdesk.children.windows import ExtendedLimits, limits_for


def test_the_limits_are_as_long_as_the_api_expects() -> None:
    assert ctypes.sizeof(ExtendedLimits) == (144 if ctypes.sizeof(ctypes.c_void_p) == 8 else 112)


def test_memory_is_limited_and_no_other_process_allowed() -> None:
    limits = limits_for(500)

    assert limits.ProcessMemoryLimit == 500
    assert limits.BasicLimitInformation.ActiveProcessLimit == 1
    assert limits.BasicLimitInformation.LimitFlags == 0x0508
