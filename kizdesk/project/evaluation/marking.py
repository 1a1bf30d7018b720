"""Step 3, Auswertung: evidence marked in answers."""

from __future__ import annotations

from kizdesk.domain.errors import UserError
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.interviews import Answer, Evidence, EvidenceKind, is_stale, passage_text
from kizdesk.domain.texts import clean
from kizdesk.project.opened import OpenProject
from kizdesk.project.records import add, set_values
from kizdesk.project.wording.labels import Labels


def mark_evidence(
    project: OpenProject, answer_id: str, field_id: str, kind: EvidenceKind, wording: str, *, near: int = 0
) -> Evidence:
    """Mark a passage of an answer as evidence for a field of action; its place follows from the wording.

    Where the wording stands more than once, the place closest to ``near`` is taken.
    Raises UserError if the answer does not hold it.
    """
    snapshot = project.snapshot
    snapshot.get(FieldOfAction, field_id)
    passage = clean(wording)
    start = _place(passage_text(snapshot.get(Answer, answer_id)), passage, near)
    evidence = Evidence(
        id=project.new_id(),
        answer_id=answer_id,
        field_id=field_id,
        kind=kind,
        start=start,
        end=start + len(passage),
        wording=passage,
    )
    return add(project, evidence, "Beleg markieren")


def mark_passage(
    project: OpenProject, answer_id: str, field_id: str, kind: EvidenceKind, start: int, end: int
) -> Evidence:
    """Mark the characters from ``start`` to ``end`` of an answer's passage text, without the blanks around them.

    Raises UserError if nothing is left, or if the very same is marked already.
    """
    snapshot = project.snapshot
    snapshot.get(FieldOfAction, field_id)
    start, end, wording = _trimmed(project, answer_id, start, end)
    for item in snapshot.all(Evidence):
        if (item.answer_id, item.field_id, item.kind, item.start, item.end) == (answer_id, field_id, kind, start, end):
            word = Labels(project.library).of(kind)
            raise UserError(f"Diese Stelle ist für dieses Handlungsfeld schon als {word} markiert.")
    evidence = Evidence(
        id=project.new_id(), answer_id=answer_id, field_id=field_id, kind=kind, start=start, end=end, wording=wording
    )
    return add(project, evidence, "Beleg markieren")


def reassign(project: OpenProject, evidence_id: str, *, field_id: str = "", kind: EvidenceKind | None = None) -> None:
    """Give evidence another field of action or another kind; what is left out stays."""
    values: dict[str, object] = {}
    if field_id:
        values["field_id"] = project.snapshot.get(FieldOfAction, field_id).id
    if kind is not None:
        values["kind"] = kind
    set_values(project, Evidence, evidence_id, values, label="Beleg zuordnen")


def move_evidence(project: OpenProject, evidence_id: str, start: int, end: int) -> None:
    """Put evidence onto other characters of its answer, such as after the answer was edited."""
    evidence = project.snapshot.get(Evidence, evidence_id)
    start, end, wording = _trimmed(project, evidence.answer_id, start, end)
    values: dict[str, object] = {"start": start, "end": end, "wording": wording}
    set_values(project, Evidence, evidence_id, values, label="Beleg neu markieren")


def stale_evidence(project: OpenProject) -> list[Evidence]:
    """Return the evidence whose wording no longer stands at its place."""
    snapshot = project.snapshot
    return [item for item in snapshot.all(Evidence) if is_stale(item, snapshot.find(Answer, item.answer_id))]


def mark_again(project: OpenProject, evidence_id: str, wording: str = "") -> None:
    """Put evidence back on its wording, or on a new one, after the answer was edited."""
    snapshot = project.snapshot
    evidence = snapshot.get(Evidence, evidence_id)
    passage = clean(wording) or evidence.wording
    start = _place(passage_text(snapshot.get(Answer, evidence.answer_id)), passage, evidence.start)
    values: dict[str, object] = {"start": start, "end": start + len(passage), "wording": passage}
    set_values(project, Evidence, evidence_id, values, label="Beleg neu markieren")


def _trimmed(project: OpenProject, answer_id: str, start: int, end: int) -> tuple[int, int, str]:
    text = passage_text(project.snapshot.get(Answer, answer_id))
    chosen = text[max(start, 0) : end]
    wording = chosen.strip()
    if not wording:
        raise UserError("Für einen Beleg bitte zuerst eine Stelle der Antwort markieren.")
    first = max(start, 0) + len(chosen) - len(chosen.lstrip())
    return first, first + len(wording), wording


def _place(text: str, passage: str, near: int) -> int:
    if not passage.strip():
        raise UserError("Für einen Beleg bitte zuerst eine Stelle der Antwort markieren.")
    places = []
    start = text.find(passage)
    while start >= 0:
        places.append(start)
        start = text.find(passage, start + 1)
    if not places:
        raise UserError("Diese Stelle steht nicht (mehr) in der Antwort. Bitte die Stelle neu markieren.")
    return min(places, key=lambda place: abs(place - near))
