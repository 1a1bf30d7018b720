"""Know what must not be handed on to other processes."""

from __future__ import annotations

from collections.abc import Mapping

ENVIRONMENT_KEY = "KIZDESK_PASSPHRASE"
"""The variable of the environment from which a command may take the passphrase."""


def without_secrets(environment: Mapping[str, str]) -> dict[str, str]:
    """Return an environment for a process of our own without the passphrase: it needs none."""
    return {name: value for name, value in environment.items() if name.upper() != ENVIRONMENT_KEY}
