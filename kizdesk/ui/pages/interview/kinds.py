"""Say which editor answers a question of which shape."""

from __future__ import annotations

from kizdesk.project.runner.ask import Shape
from kizdesk.ui.pages.interview.replies.base import ReplyEditor
from kizdesk.ui.pages.interview.replies.choice import ChoiceReply
from kizdesk.ui.pages.interview.replies.consents import ConsentsReply
from kizdesk.ui.pages.interview.replies.files import FilesReply
from kizdesk.ui.pages.interview.replies.lines import LinesReply
from kizdesk.ui.pages.interview.replies.matrix import MatrixReply
from kizdesk.ui.pages.interview.replies.people import PeopleReply
from kizdesk.ui.pages.interview.replies.table import TableReply
from kizdesk.ui.pages.interview.replies.words import WordsReply

EDITORS: dict[Shape, type[ReplyEditor]] = {
    Shape.WORDS: WordsReply,
    Shape.LINES: LinesReply,
    Shape.CHOICE: ChoiceReply,
    Shape.SCALE: ChoiceReply,
    Shape.MATRIX: MatrixReply,
    Shape.TABLE: TableReply,
    Shape.FILES: FilesReply,
    Shape.PEOPLE: PeopleReply,
    Shape.CONSENTS: ConsentsReply,
}
