"""Keep a project in one file: durable, logged, searchable; the only place that knows SQL."""

from kizdesk.store.backup import Backup
from kizdesk.store.entries import Hit, LogEntry, LogWish
from kizdesk.store.project_file import ProjectFile, Write
from kizdesk.store.standing import Lineage

__all__ = ["Backup", "Hit", "Lineage", "LogEntry", "LogWish", "ProjectFile", "Write"]
