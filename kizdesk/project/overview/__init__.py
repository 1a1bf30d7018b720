"""Say in one line per step where the project stands, what is missing, and how old the latest version is."""

from kizdesk.project.overview.states import StepState, step_states
from kizdesk.project.overview.version_state import ConceptState, Standing, concept_state, standing

__all__ = ["ConceptState", "Standing", "StepState", "concept_state", "standing", "step_states"]
