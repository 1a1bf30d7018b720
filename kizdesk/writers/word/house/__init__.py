"""Take a district's own Word template: read it safely, find its styles, add what it lacks, and say what was found."""

from kizdesk.writers.word.house.archive import refuse_large
from kizdesk.writers.word.house.matching import Match, Origin
from kizdesk.writers.word.house.outcome import Prepared
from kizdesk.writers.word.house.prepared import prepared
from kizdesk.writers.word.house.report import Remark, Weight
from kizdesk.writers.word.house.roles import Role, Roles, roles_of

__all__ = ["Match", "Origin", "Prepared", "Remark", "Role", "Roles", "Weight", "prepared", "refuse_large", "roles_of"]
