"""Say why something of the guide must stay: records that a question shows, and conditions that ask about it."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from kizdesk.domain.guide import Guide, Question

_WHY = MappingProxyType(
    {
        "interview.municipality_id": "Jedes Gespräch gehört zu einer Kommune; die Übersicht zählt danach.",
        "interview.held_on": "Das Protokoll und das Konzept nennen den Tag des Gesprächs.",
        "interview.person_ids": "Einwilligungen, Formulare und das Protokoll brauchen die Teilnehmenden.",
        "interview.privacy_notice_given": "Ohne die Information nach Art. 13 DSGVO darf kein Gespräch beginnen.",
        "interview.released_on": "Ohne die Freigabe ist nicht zu sehen, welches Protokoll die Kommune kennt.",
        "privacy_consent.purpose": "Von den Einwilligungen hängt ab, wer im Konzept genannt und zitiert werden darf.",
        "offering.title": "Ohne Namen lässt sich ein Angebot nicht ins Verzeichnis aufnehmen.",
        "offering.field_ids": "Nach den Handlungsfeldern ordnet das Konzept die Angebote.",
    }
)
"""What depends on the records that some questions show."""
_OFFERING = "offering."


def is_bound(question: Question) -> bool:
    """Tell whether a question shows records, so that it has no answers of its own."""
    return bool(question.binding)


def why_type_stays(question: Question) -> str:
    """Say why a question keeps its type and its answers; empty where it need not."""
    if not question.binding:
        return ""
    where = "das Verzeichnis der Angebote" if question.binding.startswith(_OFFERING) else "die Angaben zum Gespräch"
    return (
        f"Diese Frage füllt {where}. Ihre Art und ihre Antworten gehören zu diesen Angaben und bleiben, wie sie sind."
    )


def why_it_stays(guide: Guide, question: Question) -> str:
    """Say why a question cannot be dropped; empty where it can."""
    if reason := _WHY.get(question.binding):
        return f"Frage {question.number} bleibt im Leitfaden. {reason}"
    asking = [other.number for other in dependents(guide, question.id)]
    if asking:
        return f"{_asked(asking)} davon ab, was bei Frage {question.number} geantwortet wird. {_change(asking)}"
    return ""


def why_choice_stays(guide: Guide, question: Question, choice: str, label: str) -> str:
    """Say why an answer that can be chosen cannot be dropped; empty where it can."""
    asking = [
        other.number
        for other in dependents(guide, question.id)
        if other.condition is not None and choice in other.condition.any_of
    ]
    if asking:
        return f"{_asked(asking)} von der Antwort „{label}“ ab. {_change(asking)}"
    return ""


def dependents(guide: Guide, question_id: str) -> Iterator[Question]:
    """Yield the questions that are asked only if a question has a certain answer."""
    for question in guide.questions():
        if question.condition is not None and question.condition.question_id == question_id and not question.retired:
            yield question


def _asked(numbers: list[str]) -> str:
    if len(numbers) == 1:
        return f"Frage {numbers[0]} hängt"
    return f"Die Fragen {', '.join(numbers[:-1])} und {numbers[-1]} hängen"


def _change(numbers: list[str]) -> str:
    return "Bitte zuerst deren Bedingung ändern." if len(numbers) == 1 else "Bitte zuerst deren Bedingungen ändern."
