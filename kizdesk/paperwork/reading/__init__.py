"""Read filled forms back, each in a process of its own kind that may take only so much time and memory."""

from kizdesk.paperwork.reading.limits import LIMITS, Limits
from kizdesk.paperwork.reading.outcome import Filled, Outcome, Reason, Refused, Value
from kizdesk.paperwork.reading.reader import Progress, read_forms

__all__ = ["LIMITS", "Filled", "Limits", "Outcome", "Progress", "Reason", "Refused", "Value", "read_forms"]
