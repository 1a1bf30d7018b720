"""Keep a project in one file: durable, logged, searchable; the only place that knows SQL."""

from kizdesk.store.backup import Backup
from kizdesk.store.log import LogEntry
from kizdesk.store.project_file import ProjectFile, Write
from kizdesk.store.search import Hit

__all__ = ["Backup", "Hit", "LogEntry", "ProjectFile", "Write"]
