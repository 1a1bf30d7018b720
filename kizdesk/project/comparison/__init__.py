"""Read step 3, Auswertung: one question across all municipalities, side by side."""

from kizdesk.project.comparison.chooser import QuestionChoice, QuestionGroup, ScopeChoice, questions, scopes
from kizdesk.project.comparison.sheet import Comparison, ComparisonRow, Reply, compare
from kizdesk.project.comparison.summary import OptionCount, ScaleSummary

__all__ = [
    "Comparison",
    "ComparisonRow",
    "OptionCount",
    "QuestionChoice",
    "QuestionGroup",
    "Reply",
    "ScaleSummary",
    "ScopeChoice",
    "compare",
    "questions",
    "scopes",
]
