"""Read the data that travels with the program: catalogue, map, law, guides, texts, rules, example."""

from __future__ import annotations

from kizdesk.library.facade import Library
from kizdesk.library.rules import RuleText, Severity

__all__ = ["Library", "RuleText", "Severity"]
