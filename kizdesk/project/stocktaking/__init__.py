"""Read step 2, Bestandsaufnahme: the matrix, the interviews, and the outline of one interview."""

from kizdesk.domain.stand import Stand
from kizdesk.project.stocktaking.matrix import Card, Column, Matrix, MatrixRow, StockTaking, matrix
from kizdesk.project.stocktaking.outline import Outline, OutlineQuestion, OutlineSection, outline
from kizdesk.project.stocktaking.progress import AnswerPlace, Progress, ReplyState, answer_place, reply_state
from kizdesk.project.stocktaking.rows import InterviewRow

__all__ = [
    "AnswerPlace",
    "Card",
    "Column",
    "InterviewRow",
    "Matrix",
    "MatrixRow",
    "Outline",
    "OutlineQuestion",
    "OutlineSection",
    "Progress",
    "ReplyState",
    "Stand",
    "StockTaking",
    "answer_place",
    "matrix",
    "outline",
    "reply_state",
]
