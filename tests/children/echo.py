"""Be a process that answers slowly and tells what it heard."""

from __future__ import annotations

import os
from time import sleep

from kizdesk.children import own_pipes
from kizdesk.children.wire import Wire

SLOW = 0.5
"""Seconds that the process takes to start with this limit."""


def main() -> None:
    """Answer until nobody asks any more: with the limits, the process, and all words heard so far."""
    wire = Wire(*own_pipes())
    heard: list[str] = []
    try:
        limits, _ = wire.receive()
        sleep(SLOW if limits == "slow" else 0)
        wire.send("ready")
        while True:
            wish, _ = wire.receive()
            heard.append(wish["word"])
            sleep(wish["seconds"])
            wire.send({"limits": limits, "process": os.getpid(), "heard": heard})
    except EOFError:
        return
