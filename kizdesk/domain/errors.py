"""Name the errors a person can act on; everything else is a bug."""

from __future__ import annotations

import errno

from kizdesk.domain.steps import Target

DISK_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""What an operating system says when there is no room left."""


class UserError(Exception):
    """Refuse what was asked, in one German sentence that says what to do next."""


class ElsewhereError(UserError):
    """Refuse what needs something that is made elsewhere, with the place to make it."""

    def __init__(self, message: str, target: Target) -> None:
        super().__init__(message)
        self.target = target


class EnvironmentFault(Exception):
    """Report a fault of file, disk or machine in one German sentence that says what to do next."""


class ShapeError(UserError):
    """Report a value that does not fit its place, with the path to it."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}" if path else message)
        self.path = path
        self.message = message
