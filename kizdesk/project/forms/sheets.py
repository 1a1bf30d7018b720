"""Put together what stands in a municipality's form: who answers, the questions of the guide, what is known."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kizdesk.concept.german import municipality_named
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.form_issues import FormIssue
from kizdesk.domain.guide import Guide, Repeat, Section
from kizdesk.domain.places import District, Municipality
from kizdesk.paperwork import Ask, FieldName, Identity, Part, Sheet
from kizdesk.project.forms import cover
from kizdesk.project.forms.entries import entries_of, is_one
from kizdesk.project.forms.hints import hint_of
from kizdesk.project.forms.offerings import offering_parts
from kizdesk.project.forms.people import people_part
from kizdesk.project.forms.wish import FormWish, chosen_sections
from kizdesk.project.opened import OpenProject
from kizdesk.project.reading import facts_of
from kizdesk.project.runner.ask import Ask as Asked
from kizdesk.project.runner.ask import Shape, ask
from kizdesk.project.runner.known import known_of

_PER_FIELD = (
    "Diese Fragen kommen für jedes Handlungsfeld einmal. Zu einem Handlungsfeld, zu dem Sie nichts sagen möchten, "
    "lassen Sie sie bitte frei."
)
_IN_ONE = (Shape.CHOICE, Shape.MATRIX)
"""What is known of these is short words, which need no line each."""


class SheetMaker:
    """Make the forms of one wish."""

    def __init__(self, project: OpenProject, wish: FormWish) -> None:
        self._project = project
        self._wish = wish
        self._district = next(iter(project.snapshot.all(District)))
        self._sender = cover.sender_of(project, wish)
        self._naming = facts_of(project).naming

    def sheet(self, issue: FormIssue) -> Sheet:
        """Return the form of one municipality."""
        guide = self._project.guides.of(issue.guide_id, issue.guide_version)
        parts = tuple(self._parts(guide, issue))
        tells_known = any(one.known for part in parts for one in part.asks)
        return Sheet(
            identity=self._identity(issue),
            title=cover.TITLE,
            subtitle=cover.SUBTITLE,
            guide_title=guide.title,
            sender=self._sender,
            return_by=issue.return_by,
            introduction=cover.introduction_of(
                self._project,
                self._wish,
                tells_known=tells_known,
                numbers=cover.numbers_told(guide, (part.letter for part in parts)),
            ),
            closing=cover.closing_of(self._project, issue, self._sender),
            parts=parts,
        )

    def _identity(self, issue: FormIssue) -> Identity:
        place = self._project.snapshot.get(Municipality, issue.municipality_id)
        return Identity(
            form_id=issue.id,
            project_id=self._district.id,
            municipality_id=place.id,
            municipality_name=municipality_named(place),
            guide_id=issue.guide_id,
            guide_version=issue.guide_version,
            sent_on=issue.sent_on or self._project.now().date(),
        )

    def _parts(self, guide: Guide, issue: FormIssue) -> Iterator[Part]:
        project, place = self._project, issue.municipality_id
        with_known = self._wish.with_known
        people = people_part(project, guide, place, with_known=with_known)
        if people is not None:
            yield people
        for section in chosen_sections(guide.sections, issue.section_ids):
            match section.repeat:
                case Repeat.PER_OFFERING:
                    yield from offering_parts(
                        project, guide, section, place, issue.offering_blocks, with_known=with_known
                    )
                case Repeat.PER_FIELD:
                    yield from self._per_field(guide, section, issue)
                case Repeat.NONE:
                    asks = tuple(self._asks(guide, section, issue))
                    if asks:
                        yield Part(section.title, asks, section.letter, section.hint)

    def _per_field(self, guide: Guide, section: Section, issue: FormIssue) -> Iterator[Part]:
        for position, field_id in enumerate(issue.field_ids):
            field = self._project.snapshot.get(FieldOfAction, field_id)
            asks = tuple(self._asks(guide, section, issue, field_id))
            if asks:
                yield Part(f"Handlungsfeld: {field.title}", asks, section.letter, "" if position else _PER_FIELD)

    def _asks(self, guide: Guide, section: Section, issue: FormIssue, scope: str = "") -> Iterator[Ask]:
        sections = {item.id for item in chosen_sections(guide.sections, issue.section_ids)}
        for question in section.questions:
            if question.binding or question.retired:
                continue
            asked = ask(self._project, question)
            known = self._known(asked, issue, scope)
            entries = entries_of(self._project, asked, FieldName(question.id, scope), is_known=bool(known))
            yield Ask(
                question.number,
                question.text,
                entries,
                hint=hint_of(self._project, guide, asked, sections),
                known=known,
                required=question.required and not known,
                keep_together=is_one(entries),
            )

    def _known(self, asked: Asked, issue: FormIssue, scope: str) -> tuple[str, ...]:
        if not self._wish.with_known:
            return ()
        known = known_of(self._project, issue.municipality_id, issue.guide_id, asked.question, scope)
        if known is None:
            return ()
        free = partial(self._naming.free, interview_id=known.interview_id)
        said = tuple(map(free, known.lines))
        lines = (" · ".join(said),) if asked.shape in _IN_ONE else said
        return (f"{known.source}:", *lines)
