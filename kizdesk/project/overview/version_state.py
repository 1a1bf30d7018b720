"""Say which version is the latest, and how much changed since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kizdesk.concept.compare import compare
from kizdesk.concept.fingerprint import fingerprint
from kizdesk.concept.tree import Document
from kizdesk.domain.versions import ConceptVersion
from kizdesk.project.checking.findings import check
from kizdesk.project.concept import draft_document, latest_version
from kizdesk.project.opened import OpenProject
from kizdesk.project.overview.states import StepState, step_states
from kizdesk.project.reading import short_day
from kizdesk.project.versions.freezing import version_document


@dataclass(frozen=True, slots=True)
class ConceptState:
    """Be the latest version and the number of blocks whose content changed since; 0 is no version yet."""

    number: int = 0
    version_id: str = ""
    name: str = ""
    dated: date | None = None
    changes: int = 0

    @property
    def version(self) -> str:
        """Return the version alone, while nobody has counted what changed since."""
        if not self.number or self.dated is None:
            return "Noch keine Fassung"
        return f"Fassung {self.number} vom {short_day(self.dated)}"

    @property
    def line(self) -> str:
        """Return it for the status line."""
        if not self.number or self.dated is None:
            return self.version
        if not self.changes:
            since = "seitdem unverändert"
        else:
            since = "seitdem eine Änderung" if self.changes == 1 else f"seitdem {self.changes} Änderungen"
        return f"{self.version}, {since}"


@dataclass(frozen=True, slots=True)
class Standing:
    """Be all that the window shows around its pages."""

    steps: tuple[StepState, ...]
    concept: ConceptState


def concept_state(project: OpenProject) -> ConceptState:
    """Return where the concept stands; it builds the whole concept, so it belongs into a job."""
    latest = latest_version(project)
    if latest is None:
        return ConceptState()
    return _since(project, latest, draft_document(project))


def standing(project: OpenProject) -> Standing:
    """Return where the steps and the concept stand; what they share is built once."""
    draft, latest = draft_document(project), latest_version(project)
    steps = step_states(project, check(project, fingerprint(draft)))
    return Standing(steps, ConceptState() if latest is None else _since(project, latest, draft))


def _since(project: OpenProject, latest: ConceptVersion, draft: Document) -> ConceptState:
    unchanged = fingerprint(draft) == latest.fingerprint
    return ConceptState(
        number=latest.number,
        version_id=latest.id,
        name=latest.name,
        dated=latest.printed_on,
        changes=0 if unchanged else len(compare(version_document(project, latest.id), draft)),
    )
