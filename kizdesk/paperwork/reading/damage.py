"""Name what the reading of a broken PDF raises."""

from __future__ import annotations

import struct
import zlib
from typing import Final

from pypdf.errors import DependencyError, DeprecationError, PyPdfError

DAMAGE: Final = (
    PyPdfError,
    DependencyError,
    DeprecationError,
    OSError,
    EOFError,
    ValueError,
    LookupError,
    AttributeError,
    TypeError,
    AssertionError,
    ArithmeticError,
    NotImplementedError,
    zlib.error,
    struct.error,
)
"""Beside pypdf's own errors, what it raises where an object of a PDF is not what it should be."""
