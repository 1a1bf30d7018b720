"""Judge what a returned file is to the project as it stands now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kizdesk.domain.interviews import Attachment, Interview
from kizdesk.domain.places import Municipality
from kizdesk.domain.snapshot import Snapshot
from kizdesk.paperwork.reading import Filled, Refused
from kizdesk.project.forms import phrases
from kizdesk.project.forms.awaited import ANEW, Waiting, begun_with, choices_of, place_for, waiting_for
from kizdesk.project.forms.changes import interview_of
from kizdesk.project.forms.comparing import Comparer, Entry, Standing, Target, standing_of
from kizdesk.project.forms.consent_back import consent_told, is_consent
from kizdesk.project.forms.contents import Contents, contents_of
from kizdesk.project.forms.identity import Whose, named_otherwise, whose
from kizdesk.project.forms.returned import TAKEABLE, Judged, Reading, Received, State
from kizdesk.project.interviews.edit import guide_of
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import guide_in_force

_ONE_AND_A_NEW = 2


def judge(project: OpenProject, file: Received) -> Judged:
    """Tell what a file is to the project as it stands now."""
    snapshot, outcome = project.snapshot, file.outcome
    if isinstance(outcome, Refused):
        return Judged(_refused(snapshot, file.name, outcome))
    reading = Reading(
        file.name,
        State.NEW,
        "",
        sent_on=outcome.identity.sent_on,
        filled=outcome,
        content=file.content,
        size=file.size,
        sha256=outcome.sha256,
        into=file.into,
    )
    owner = whose(snapshot, outcome.identity)
    if owner is not None and is_consent(outcome):
        sentence, lines = consent_told(project, outcome)
        reading = replace(reading, municipality_id=owner.municipality.id, municipality=owner.municipality.name)
        return Judged(replace(reading, state=State.CONSENT, sentence=sentence, remarks=lines))
    if owner is None or outcome.identity.guide_id != project.settings.guide_id:
        reading = replace(reading, municipality=outcome.identity.municipality_name)
        return Judged(replace(reading, state=State.OTHER_PROJECT, sentence=phrases.other_project(outcome.identity)))
    reading = replace(reading, municipality_id=owner.municipality.id, municipality=owner.municipality.name)
    return _Judge(project, outcome, owner).judged(reading)


def _refused(snapshot: Snapshot, name: str, outcome: Refused) -> Reading:
    reading = Reading(name, State.REFUSED, outcome.sentence, reason=outcome.reason, sha256=outcome.sha256)
    kept = attached(snapshot, outcome.sha256)
    held = snapshot.find(Interview, kept.interview_id) if kept is not None else None
    if held is not None:
        reading = replace(reading, state=State.KEPT, sentence=phrases.PLAIN[State.KEPT.value], interview_id=held.id)
    place = snapshot.find(Municipality, held.municipality_id if held else outcome.clues.get("municipality_id", ""))
    return replace(reading, municipality_id=place.id, municipality=place.name) if place is not None else reading


def attached(snapshot: Snapshot, sha256: str) -> Attachment | None:
    """Return a file that is kept with an interview, by its SHA-256."""
    kept = (item for item in snapshot.all(Attachment) if item.interview_id)
    return next((item for item in kept if sha256 and item.sha256 == sha256), None)


class _Judge:
    """Judge a form that belongs to the project."""

    def __init__(self, project: OpenProject, filled: Filled, owner: Whose) -> None:
        self._project = project
        self._filled = filled
        self._owner = owner

    def judged(self, reading: Reading) -> Judged:
        """Compare it and say what it is."""
        target = target_of(self._project, self._filled, self._owner, reading.into)
        places = () if target.is_there else self._places()
        contents = contents_of(self._project, target.guide, self._filled)
        compared = Comparer(self._project, target).compared(contents)
        entries = tuple(one.entry for one in compared)
        named = named_otherwise(self._project.snapshot, self._owner.municipality, reading.name)
        state = self._state(target, contents, entries, named)
        reading = replace(
            reading,
            state=state,
            sentence=self._sentence(state, target, entries, named),
            entries=entries,
            leftovers=contents.leftovers,
            remarks=tuple(self._remarks(state, target, contents, places)),
            interview_id=target.interview_id,
            places=places,
        )
        return Judged(reading, self._owner, target, contents, compared)

    def _state(
        self, target: Target, contents: Contents, entries: tuple[Entry, ...], named: Municipality | None
    ) -> State:
        standing = standing_of(entries)
        rules = (
            (attached(self._project.snapshot, self._filled.sha256) is not None, State.DOUBLE),
            (contents.is_empty, State.BLANK),
            (target.is_there and standing is Standing.EQUAL, State.DOUBLE),
            (named is not None, State.OTHER_MUNICIPALITY),
            (self._filled.identity.guide_version != target.guide.version, State.OLDER_GUIDE),
            (target.is_there, State.DIFFERENT),
        )
        return next((state for holds, state in rules if holds), State(standing.value))

    def _sentence(self, state: State, target: Target, entries: tuple[Entry, ...], named: Municipality | None) -> str:
        different = sum(entry.standing is Standing.DIFFERENT for entry in entries)
        left = sum(entry.standing is not Standing.EQUAL for entry in entries)
        match state:
            case State.DOUBLE if left:
                return phrases.partly_there(left)
            case State.OTHER_MUNICIPALITY if named is not None:
                return phrases.other_municipality(self._owner.municipality, named)
            case State.OLDER_GUIDE:
                is_new = self._project.snapshot.find(Interview, target.interview_id) is None
                return phrases.older_guide(self._filled.identity.guide_version, target.guide.version, is_new=is_new)
            case State.DIFFERENT:
                return phrases.different(different, again=target.is_there)
            case State.NEW:
                return phrases.new(len(entries))
            case _:
                return phrases.PLAIN[state.value]

    def _places(self) -> tuple[Waiting, ...]:
        return choices_of(self._project, self._owner.municipality.id, guide_in_force(self._project).id)

    def _remarks(self, state: State, target: Target, contents: Contents, places: Sequence[Waiting]) -> Iterator[str]:
        held = self._project.snapshot.find(Interview, target.interview_id)
        known = held.person_ids if held is not None else ()
        if state in TAKEABLE and (people := [it for it in contents.known_people if it.id not in known]):
            yield phrases.answered_by(people)
        issue = self._owner.issue
        if issue is None:
            yield phrases.NOT_RECORDED
        elif state is State.BLANK and issue.sha256 == self._filled.sha256:
            yield phrases.UNTOUCHED
        if state not in TAKEABLE or not places:
            return
        begun = begun_with(self._project, self._owner.municipality.id, guide_in_force(self._project).id)
        if begun:
            yield phrases.begun(len(begun))
        elif len(places) > _ONE_AND_A_NEW:
            yield phrases.SEVERAL


def target_of(project: OpenProject, filled: Filled, owner: Whose, into: str = "") -> Target:
    """Return the interview that a form belongs to: the one it came to before, one planned for it, or a new one.

    ``into`` is the one of those there are, or a new one, that somebody chose.
    """
    form_id, place = filled.identity.form_id, owner.municipality.id
    held = interview_of(project, form_id)
    if held is not None and held.municipality_id == place:
        return Target(held.id, form_id, place, guide_of(project, held), is_there=True)
    guide = guide_in_force(project)
    possible = (*waiting_for(project, place, guide.id), *begun_with(project, place, guide.id))
    wanted = next((it for it in possible if it.id == into), None)
    planned = None if into == ANEW else wanted or place_for(project, place, guide.id)
    if planned is not None:
        return Target(planned.id, form_id, place, guide_of(project, planned), is_there=False)
    return Target(form_id if held is None else f"{form_id}-{place}", form_id, place, guide, is_there=False)
