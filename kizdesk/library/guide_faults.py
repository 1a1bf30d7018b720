"""Find what is wrong with a guide beyond the types of its values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kizdesk.domain.carrying import options_of
from kizdesk.domain.codec import field_names
from kizdesk.domain.guide import Condition, Guide, Option, OptionSource, Question, QuestionType, Repeat, Section
from kizdesk.domain.registry import TYPE_OF_KIND

Fault = tuple[str, str]
"""The path of a value and what is wrong with it."""
_ID = re.compile(r"[a-z][a-z0-9_]*")
_OPTIONS, _COLUMNS, _ITEMS = ("Antwortmöglichkeiten", "Antwort"), ("Spalten", "Spalte"), ("Zeilen", "Zeile")
_CHOICES = (QuestionType.SINGLE, QuestionType.MULTIPLE)
_SCALES = (QuestionType.SCALE, QuestionType.SCALE_MATRIX)


def faults_of(guide: Guide) -> Iterator[Fault]:
    """Yield the faults of a guide in the order of its file."""
    earlier: dict[str, tuple[Question, Section]] = {}
    numbers: set[str] = set()
    yield from _doubles("sections", (section.id for section in guide.sections), "Der Abschnitt")
    everything = {question.id: question.number for question in guide.questions()}
    for s, section in enumerate(guide.sections):
        if not section.title.strip():
            yield f"sections[{s}].title", "Der Titel des Abschnitts fehlt."
        for q, question in enumerate(section.questions):
            path = f"sections[{s}].questions[{q}]"
            yield from _identity(path, question, earlier, numbers)
            yield from _shape(path, question)
            condition = question.condition
            if condition is not None and condition.question_id not in everything:
                yield (
                    f"{path}.condition",
                    f"Die Bedingung nennt die Frage „{condition.question_id}“, die es nicht gibt.",
                )
            elif condition is not None and not question.retired:
                yield from _condition(f"{path}.condition", condition, section, earlier, everything)
            earlier[question.id] = (question, section)
            numbers.add(question.number)


def _identity(path: str, question: Question, earlier: Iterable[str], numbers: set[str]) -> Iterator[Fault]:
    if not _ID.fullmatch(question.id):
        yield f"{path}.id", f"„{question.id}“ ist keine Kennung. Erlaubt sind kleine Buchstaben, Ziffern und „_“."
    if question.id in earlier:
        yield f"{path}.id", f"Die Kennung „{question.id}“ ist schon vergeben. Jede Frage braucht ihre eigene."
    if question.number in numbers:
        yield f"{path}.number", f"Die Nummer „{question.number}“ ist schon vergeben."
    if not question.text.strip():
        yield f"{path}.text", "Der Wortlaut der Frage fehlt."
    if question.binding and not _is_bindable(question.binding):
        yield f"{path}.binding", f"Das Feld „{question.binding}“ gibt es nicht."


def _is_bindable(binding: str) -> bool:
    kind, _, name = binding.partition(".")
    record_type: Any = TYPE_OF_KIND.get(kind)
    return record_type is not None and name in field_names(record_type)


def _shape(path: str, question: Question) -> Iterator[Fault]:
    choice, own = question.type in _CHOICES, question.option_source is OptionSource.OWN
    options, columns, items = question.options, question.columns, question.items
    yield from _list(f"{path}.options", options, question.retired_options, _OPTIONS, wanted=choice and own)
    table, matrix = question.type is QuestionType.TABLE, question.type is QuestionType.SCALE_MATRIX
    yield from _list(f"{path}.columns", columns, question.retired_columns, _COLUMNS, wanted=table)
    yield from _proposals(f"{path}.rows", question)
    yield from _list(f"{path}.items", items, question.retired_items, _ITEMS, wanted=matrix)
    if not own and not choice:
        yield f"{path}.option_source", "Nur Auswahlfragen können ihre Antworten aus einem Verzeichnis nehmen."
    if (question.type in _SCALES) is not all(question.scale):
        yield f"{path}.scale", "Die Bedeutung von 1 und 5 gehört zu Skalen, und nur zu ihnen."
    yield from _limits(path, question)


def _list(
    path: str, entries: tuple[Option, ...], retired: tuple[Option, ...], words: tuple[str, str], *, wanted: bool
) -> Iterator[Fault]:
    many, one = words
    if wanted and not entries:
        yield path, f"Hier fehlen die {many}."
    if entries and not wanted:
        yield path, f"{many} gehören nicht zu dieser Art von Frage."
    yield from _doubles(path, (entry.id for entry in (*entries, *retired)), "Die Kennung")
    for index, entry in enumerate(entries):
        if not entry.label.strip():
            yield f"{path}[{index}].label", f"Eine {one} braucht einen Namen."
        elif entry.label in (other.label for other in entries[:index]):
            yield f"{path}[{index}].label", f"Die {one} „{entry.label}“ gibt es schon."


def _proposals(path: str, question: Question) -> Iterator[Fault]:
    if question.rows and question.type is not QuestionType.TABLE:
        yield path, "Zeilen lassen sich nur zu Tabellen vorschlagen."
    for index, name in enumerate(question.rows):
        if not name.strip():
            yield f"{path}[{index}]", "Eine vorgeschlagene Zeile braucht einen Namen."
        elif name in question.rows[:index]:
            yield f"{path}[{index}]", f"Die Zeile „{name}“ ist schon vorgeschlagen."


def _doubles(path: str, ids: Iterable[str], word: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, entry_id in enumerate(ids):
        if entry_id in seen:
            yield f"{path}[{index}].id", f"{word} „{entry_id}“ kommt zweimal vor."
        seen.add(entry_id)


def _limits(path: str, question: Question) -> Iterator[Fault]:
    fewest, most = question.min_choices, question.max_choices
    if (fewest or most) and question.type is not QuestionType.MULTIPLE:
        yield f"{path}.max_choices", "Eine Mindest- oder Höchstzahl gehört nur zu Mehrfachauswahlen."
    if question.options and fewest > len(question.options):
        yield f"{path}.min_choices", f"Mindestens {fewest} Antworten kann niemand wählen, wo weniger angeboten sind."
    if fewest < 0 or most < 0 or (most and fewest > most):
        yield f"{path}.min_choices", f"Mindestens {fewest} und höchstens {most} Antworten passen nicht zusammen."


def _condition(
    path: str,
    condition: Condition,
    section: Section,
    earlier: dict[str, tuple[Question, Section]],
    everything: Mapping[str, str],
) -> Iterator[Fault]:
    name = condition.question_id
    if name not in earlier:
        yield path, f"Die Bedingung nennt die Frage {everything[name]}, die erst später gestellt wird."
    else:
        asked, home = earlier[name]
        if asked.binding:
            yield path, f"Die Bedingung nennt die Frage {asked.number}, die keine eigene Antwort hat."
        if asked.retired:
            yield path, f"Die Bedingung nennt die Frage {asked.number}, die entfallen ist."
        if home.repeat is not Repeat.NONE and home is not section:
            yield path, f"Die Bedingung nennt die Frage {asked.number} aus einem Abschnitt, der sich wiederholt."
        yield from _wanted_choices(path, condition, asked)


def _wanted_choices(path: str, condition: Condition, asked: Question) -> Iterator[Fault]:
    if asked.option_source is not OptionSource.OWN:
        return
    possible = {option.id for option in options_of(asked)}
    for choice in condition.any_of:
        if choice not in possible:
            yield path, f"Die Bedingung nennt die Antwort „{choice}“, die es bei Frage {asked.number} nicht gibt."
