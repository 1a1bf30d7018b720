"""Word where the municipalities stand on a version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from kizdesk.domain.people import Body
from kizdesk.domain.places import Municipality
from kizdesk.domain.register import RegisterState
from kizdesk.domain.requests import ConsentRequest, EditorialRuling
from kizdesk.domain.versions import ConceptVersion
from kizdesk.domain.votes import Vote, VoteKind, VoteResult
from kizdesk.project.opened import OpenProject
from kizdesk.project.participation.consent_entry import next_adoption
from kizdesk.project.participation.votes import ReadableChange, RegisterRow

ROLES = {
    RegisterState.GRANTED: "done",
    RegisterState.EDITORIAL: "done",
    RegisterState.EARLIER_VERSION: "attention",
    RegisterState.CONDITIONAL: "attention",
    RegisterState.REQUESTED: "info",
    RegisterState.OVERDUE: "problem",
    RegisterState.REFUSED: "problem",
    RegisterState.DEFERRED: "attention",
    RegisterState.OPEN: "muted",
}
WAITING = (RegisterState.REQUESTED, RegisterState.OVERDUE)
_NUMBERS = ("keine", "eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
_SHOWN = 3
_FEW = 6
"""So many municipalities are named where there is little room."""
_LONG = 60
_FORMS = {
    VoteKind.RESOLUTION: "Beschluss",
    VoteKind.IN_WRITING: "Schreiben",
    VoteKind.IN_CONFERENCE: "Erklärung in der Konferenz",
    VoteKind.COLLECTIVE: "Sammelerklärung",
}
_RESULTS = {
    VoteResult.AGREED: "Einvernehmen erteilt",
    VoteResult.WITH_CONDITIONS: "Einvernehmen mit Bedingungen erteilt",
    VoteResult.REFUSED: "Einvernehmen abgelehnt",
    VoteResult.DEFERRED: "Entscheidung vertagt",
    VoteResult.NOTED: "zur Kenntnis genommen",
}


def version_name(version: ConceptVersion) -> str:
    """Return a version for a choice: number, day and name."""
    return f"Fassung {version.number} vom {version.printed_on:%d.%m.%Y} · {version.name}"


def state_line(rows: Sequence[RegisterRow], number: int) -> str:
    """Return how far the Einvernehmen is: ``Zur Fassung 3: 2 von 8 erteilt, 1 mit Bedingung``."""
    counts = Counter(row.state for row in rows)
    parts = [f"Zur Fassung {number}: {counts[RegisterState.GRANTED]} von {len(rows)} erteilt"]
    for state, words in (
        (RegisterState.EDITORIAL, "gilt fort"),
        (RegisterState.CONDITIONAL, "mit Bedingung"),
        (RegisterState.REFUSED, "abgelehnt"),
        (RegisterState.DEFERRED, "vertagt"),
        (RegisterState.OVERDUE, "überfällig"),
    ):
        if counts[state]:
            parts.append(f"{counts[state]} {words}")
    earlier = Counter(row.version for row in rows if _is_earlier(row))
    parts += [f"{count} nur zur Fassung {version}" for version, count in sorted(earlier.items()) if version]
    return ", ".join(parts)


def missing_line(project: OpenProject, rows: Sequence[RegisterRow], number: int) -> str:
    """Return what is missing for the Einvernehmen and how much time is left; empty if nothing is."""
    if not any(is_open(row) for row in rows):
        return ""
    state = f"{state_line(rows, number)}. {_named_open(rows, _FEW)}".rstrip()
    meeting = next_adoption(project)
    if meeting is None or meeting.held_on is None:
        return state
    body = project.snapshot.find(Body, meeting.body_id)
    name = body.name if body else meeting.title
    days = (meeting.held_on - project.now().date()).days
    when = "heute" if not days else "morgen" if days == 1 else f"in {days} Tagen"
    return f"{state} {name} tagt {when}."


def summary(rows: Sequence[RegisterRow]) -> str:
    """Return at one glance who has agreed and who has not, all by name; empty without any."""
    granted = sum(not is_open(row) for row in rows)
    if not rows:
        return ""
    if granted == len(rows):
        return f"Alle {len(rows)} Kommunen haben zugestimmt." if len(rows) > 1 else "Die Kommune hat zugestimmt."
    if not granted:
        return f"Noch keine der {len(rows)} Kommunen hat zugestimmt." if len(rows) > 1 else ""
    have = "hat" if granted == 1 else "haben"
    return f"{granted} von {len(rows)} Kommunen {have} zugestimmt.\n{_named_open(rows, len(rows))}"


def first_open(rows: Sequence[RegisterRow]) -> str:
    """Return the municipality that needs attention first; empty if none does."""
    order = (RegisterState.OVERDUE, RegisterState.REFUSED, RegisterState.EARLIER_VERSION, RegisterState.DEFERRED)
    for state in order:
        for row in rows:
            if row.state is state:
                return row.municipality_id
    return next((row.municipality_id for row in rows if is_open(row)), "")


def is_open(row: RegisterRow) -> bool:
    """Tell whether the consent of a municipality to the version is still missing."""
    return row.state not in (RegisterState.GRANTED, RegisterState.CONDITIONAL, RegisterState.EDITORIAL)


def panel_title(row: RegisterRow, number: int) -> str:
    """Return in one sentence where a municipality stands."""
    name = row.name
    sentences = {
        RegisterState.GRANTED: f"{name} hat der Fassung {number} zugestimmt",
        RegisterState.CONDITIONAL: f"{name} hat der Fassung {number} mit Bedingungen zugestimmt",
        RegisterState.REFUSED: f"{name} hat die Fassung {number} abgelehnt",
        RegisterState.DEFERRED: f"{name} hat die Entscheidung über Fassung {number} vertagt",
        RegisterState.OPEN: f"{name} ist zur Fassung {number} noch nicht angefragt",
        RegisterState.EDITORIAL: f"{name} hat der Fassung {row.version} zugestimmt; das gilt für Fassung {number} fort",
        RegisterState.REQUESTED: f"{name} ist zur Fassung {number} angefragt",
        RegisterState.OVERDUE: f"{name} hat zur Fassung {number} noch nicht geantwortet; die Frist ist vorbei",
    }
    if row.state in sentences:
        return sentences[row.state]
    return f"{name} hat der Fassung {row.version} zugestimmt{_since(row.changes)}"


def recorded(project: OpenProject, row: RegisterRow) -> str:
    """Return what is recorded for a municipality: request, vote, conditions, proof and who spoke."""
    return "\n".join(_recorded(project, row))


def changes_html(changes: Sequence[ReadableChange]) -> str:
    """Return the first changes in one line each, the new words bold."""
    lines = [_change_html(change) for change in changes[:_SHOWN]]
    more = len(changes) - _SHOWN
    if more > 0:
        lines.append(f"und {_number(more)} weitere {'Änderung' if more == 1 else 'Änderungen'}")
    return "<br>".join(lines)


def _named_open(rows: Sequence[RegisterRow], most: int) -> str:
    """Return who has not agreed yet, the first by name; empty if nobody has, since then it is all of them."""
    names = [row.name for row in rows if is_open(row)]
    if len(names) == len(rows) > 1:
        return ""
    if len(names) > most:
        names = [*names[: most - 1], f"{len(names) - most + 1} weitere"]
    return f"Noch offen: {', '.join(names[:-1])}{' und ' if len(names) > 1 else ''}{names[-1]}."


def _is_earlier(row: RegisterRow) -> bool:
    waits = row.state in WAITING and row.version is not None
    return row.state is RegisterState.EARLIER_VERSION or waits


def _since(changes: int | None) -> str:
    if changes is None:
        return ""
    if not changes:
        return "; seitdem hat sich für sie nichts geändert"
    return f"; seitdem {_number(changes)} {'Änderung' if changes == 1 else 'Änderungen'}"


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _recorded(project: OpenProject, row: RegisterRow) -> Iterator[str]:
    request = project.snapshot.find(ConsentRequest, row.request_id)
    if request is not None and row.state in WAITING:
        yield _asked(request)
    vote = project.snapshot.find(Vote, row.vote_id)
    if vote is not None:
        yield from _voted(project, vote, row)
    ruling = project.snapshot.find(EditorialRuling, row.ruling_id)
    if ruling is not None:
        when = f" am {ruling.decided_on:%d.%m.%Y}" if ruling.decided_on else ""
        yield f"Änderungen{when} von {ruling.who} als redaktionell bestätigt: {ruling.reason}"


def _asked(request: ConsentRequest) -> str:
    parts = [f"Angefragt am {request.requested_on:%d.%m.%Y}" if request.requested_on else "Angefragt"]
    if request.due_on:
        parts.append(f"Frist {request.due_on:%d.%m.%Y}")
    if request.reminded_on:
        parts.append(f"erinnert am {request.reminded_on:%d.%m.%Y}")
    return f"{', '.join(parts)}."


def _voted(project: OpenProject, vote: Vote, row: RegisterRow) -> Iterator[str]:
    body = project.snapshot.find(Body, vote.body_id)
    form = f"{_FORMS[vote.kind]} vom {vote.decided_on:%d.%m.%Y}" if vote.decided_on else f"{_FORMS[vote.kind]} ohne Tag"
    if _names_its_letter(vote):
        form = vote.proof
    to = f" zur Fassung {row.version}" if row.version else ""
    said = f"{body.name if body else 'Gremium fehlt'}: {_RESULTS[vote.result]}{to}, {form}{_counted(vote)}."
    proof = _proof(vote)
    if vote.kind is VoteKind.COLLECTIVE:
        total = len(project.snapshot.all(Municipality))
        proof += f" Sie spricht für {len(vote.speaks_for)} von {total} Kommunen; ein Einzelnachweis liegt nicht vor."
    yield f"{said} {proof}".rstrip()
    if vote.conditions:
        head = "Bedingung" if len(vote.conditions) == 1 else "Bedingungen"
        yield f"{head}: {'; '.join(words.rstrip(' .') for words in vote.conditions)}"


def _proof(vote: Vote) -> str:
    if _names_its_letter(vote):
        return ""
    return f"Nachweis: {vote.proof}." if vote.proof else _without_proof(vote)


def _names_its_letter(vote: Vote) -> bool:
    if vote.kind is not VoteKind.IN_WRITING or vote.decided_on is None:
        return False
    return f"{vote.decided_on:%d.%m.%Y}" in vote.proof


def _without_proof(vote: Vote) -> str:
    if vote.kind is not VoteKind.IN_WRITING:
        return "Ein Nachweis fehlt noch."
    return "" if vote.decided_on else "Das Datum des Schreibens fehlt noch."


def _counted(vote: Vote) -> str:
    words = ((vote.yes, "Ja", "Ja"), (vote.no, "Nein", "Nein"), (vote.abstentions, "Enthaltung", "Enthaltungen"))
    parts = [f"{count}\u00a0{one if count == 1 else many}" for count, one, many in words if count is not None]
    return f", {', '.join(parts)}" if parts else ""


def _change_html(change: ReadableChange) -> str:
    what = f"{change.what} " if change.what else ""
    place = escape(f"{change.place}: {what}")
    before, after = escape(_short(change.before)), escape(_short(change.after))
    if not before:
        return f"{place}<b>neu: {after}</b>"
    if not after:
        return f"{place}{before} <b>→ entfallen</b>"
    return f"{place}{before} <b>→ {after}</b>"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONG else f"{line[: _LONG - 1].rstrip()}…"
