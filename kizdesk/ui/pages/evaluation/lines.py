"""Turn a comparison into the lines of its table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kizdesk.domain.checks import Step, Target
from kizdesk.project.comparison import Comparison, Reply
from kizdesk.project.stocktaking import ReplyState
from kizdesk.ui.tables import Column

_ROLES = {
    ReplyState.GIVEN: "",
    ReplyState.LATER: "attention",
    ReplyState.DECLINED: "muted",
    ReplyState.HIDDEN: "muted",
    ReplyState.OPEN: "muted",
}
_WORDS = {
    ReplyState.GIVEN: "beantwortet",
    ReplyState.LATER: "nachreichen",
    ReplyState.DECLINED: "keine Angabe",
    ReplyState.HIDDEN: "derzeit nicht gefragt",
    ReplyState.OPEN: "offen",
}


@dataclass(frozen=True, slots=True)
class Line:
    """Be one municipality with one of its interviews, or without any."""

    municipality_id: str
    municipality: str
    place: int
    """Of the municipality, in the order of the district."""
    reply: Reply | None
    several: bool
    """The municipality has more than one interview."""

    @property
    def key(self) -> str:
        """Return what tells lines apart, the same for every question, so that the chosen line stays."""
        return self.reply.interview_id if self.reply is not None else self.municipality_id

    @property
    def answer_id(self) -> str:
        """Return the id under which the answer is or would be kept; empty without an interview."""
        return self.reply.answer_id if self.reply is not None else ""

    @property
    def is_answered(self) -> bool:
        """Tell whether there is an answer."""
        return self.reply is not None and self.reply.state is ReplyState.GIVEN

    @property
    def name(self) -> str:
        """Return the municipality, with the interview where there are several."""
        if self.reply is None or not self.several:
            return self.municipality
        return f"{self.municipality} ({self.reply.interview_text})"

    @property
    def words(self) -> str:
        """Return the answer, or nothing."""
        return self.reply.words if self.reply is not None and self.is_answered else ""

    @property
    def state(self) -> str:
        """Return where the answer stands."""
        return _WORDS[self.reply.state] if self.reply is not None else "noch kein Gespräch"

    def target(self, question_id: str) -> Target | None:
        """Return where the answer is given."""
        if self.reply is None:
            return None
        return Target(Step.STOCK_TAKING, "answer", self.reply.answer_id, question_id)


def lines_of(comparison: Comparison, *, only_answered: bool) -> tuple[Line, ...]:
    """Return the lines of a comparison in the order of the municipalities."""
    found: list[Line] = []
    for place, row in enumerate(comparison.rows):
        replies: Sequence[Reply | None] = row.replies or (None,)
        several = len(replies) > 1
        found += [Line(row.municipality_id, row.municipality, place, reply, several) for reply in replies]
    return tuple(line for line in found if line.is_answered or not only_answered)


def columns() -> tuple[Column[Line], ...]:
    """Return the columns of the table."""
    return (
        Column("Kommune", _name, strong=True),
        Column("Antwort", _words, text=_one_line, tip=_said, role=_role, stretch=True, width=20),
        Column("Belege", _marks, text=_marks_text, tip=_marks_tip, align="right", width=7),
    )


def key_of(line: Line) -> str:
    """Return what tells lines apart."""
    return line.key


def _name(line: Line) -> str:
    return line.name


def _words(line: Line) -> str:
    return line.words


def _said(line: Line) -> str:
    return line.words or line.state


def _one_line(line: Line) -> str:
    return " · ".join(part.strip() for part in _said(line).splitlines() if part.strip())


def _role(line: Line) -> str:
    return _ROLES[line.reply.state] if line.reply is not None else "muted"


def _marks(line: Line) -> int:
    return line.reply.evidence if line.reply is not None else 0


def _marks_text(line: Line) -> str:
    return str(_marks(line) or "")


def _marks_tip(line: Line) -> str:
    count = _marks(line)
    return "Noch kein Beleg" if not count else "Ein Beleg" if count == 1 else f"{count} Belege"
