"""Write the overview of the stock-taking: interviews, offerings, evidence, strengths and weaknesses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kizdesk.concept.blocks import all_refs, columns, refs, row, sentence, values_of
from kizdesk.concept.context import Context
from kizdesk.concept.figures.heat_table import printed_heat_table
from kizdesk.concept.figures.interviews_map import interviews_map
from kizdesk.concept.figures.places_map import PAGE
from kizdesk.concept.german import capital, day, figure, on, shortened
from kizdesk.concept.replies import answer_values, merged_text
from kizdesk.concept.tree import AnyBlock, BlockKind, Figure, Heading, Row, Table
from kizdesk.domain.interviews import EvidenceKind, InterviewStatus
from kizdesk.domain.texts import sort_key

_HELD = (InterviewStatus.DONE, InterviewStatus.RELEASED)
STRENGTHS, WEAKNESSES = "m01", "m02"
_CELL = 420


def overview(context: Context) -> Iterator[AnyBlock]:
    """Yield what was asked, what exists and what the municipalities see as strong and weak."""
    yield from _interviews(context)
    yield from _offerings(context)
    yield from _evidence(context)
    yield from _strengths(context)


def _interviews(context: Context) -> Iterator[AnyBlock]:
    words, facts = context.words, context.facts
    held = [interview for interview in context.survey.interviews if interview.status in _HELD]
    if not held:
        return
    asked = {interview.municipality_id for interview in held} & set(facts.ags)
    days = sorted(interview.held_on for interview in held if interview.held_on)
    when = on(days[0], days[-1]) if days else ""
    whole = bool(facts.ags) and len(asked) == len(facts.ags) and len(asked) > 1
    text = words.text(
        "overview.interviews_all" if whole else "overview.interviews_some",
        interviews=capital(words.count("gespraech", len(held))),
        verb=words.text("overview.was" if len(held) == 1 else "overview.were"),
        asked=words.count("kommune_dat", len(asked)),
    )
    if when:
        text += " " + words.text("overview.period_one" if len(held) == 1 else "overview.period", when=when)
    yield Heading(id="ueberblick/gespraeche", level=3, text=words.text("overview.interviews"), values=())
    yield sentence("ueberblick/gespraeche/satz", text, [interview.id for interview in held], sources=all_refs(held))
    yield Table(
        id="ueberblick/gespraeche/tabelle",
        kind=BlockKind.RECORD,
        caption=words.caption("interviews"),
        columns=columns(words.columns("interviews"), "3 2.4 2 1.6", "lllr"),
        rows=tuple(
            row(
                f"ueberblick/{interview.id}",
                facts.place(interview.municipality_id),
                day(interview.held_on) if interview.held_on else "",
                words.label(interview.form) if interview.form else "",
                figure(len(interview.person_ids)) if interview.person_ids else "",
                sources=refs(interview),
                municipalities=(interview.municipality_id,),
            )
            for interview in sorted(held, key=lambda i: (facts.place(i.municipality_id), str(i.held_on)))
        ),
    )
    drawn = interviews_map(context, PAGE) if len(asked) < len(facts.ags) else None
    if drawn is not None:
        yield Figure(
            id="ueberblick/gespraeche/karte",
            kind=BlockKind.RECORD,
            caption=words.caption("interviews_map", inside=context.district.inside),
            alt=drawn.alt,
            svg=drawn.svg,
            width_mm=150,
            note=drawn.attribution,
            values=(),
            sources=all_refs(context.survey.interviews),
        )


def _offerings(context: Context) -> Iterator[AnyBlock]:
    words, facts = context.words, context.facts
    everything = [offering for offerings in facts.offerings.values() for offering in offerings]
    if not everything:
        return
    own, permanent = len(facts.offerings.get("", ())), sum(offering.permanent is True for offering in everything)
    yield Heading(id="ueberblick/angebote", level=3, text=words.text("overview.offerings"), values=())
    yield sentence(
        "ueberblick/angebote/satz",
        words.text(
            "overview.offerings_one" if len(everything) == 1 else "overview.offerings_text",
            count=capital(words.count("angebot", len(everything))),
            own=words.count("angebot", own),
            permanent=words.count("angebot", permanent),
        ),
        len(everything), own, permanent,
        sources=all_refs(everything),
    )  # fmt: skip
    yield from _per_field(context)


def _per_field(context: Context) -> Iterator[AnyBlock]:
    words, facts = context.words, context.facts
    by_field: dict[str, Counter[str]] = {}
    for ags, offerings in facts.offerings.items():
        for offering in offerings:
            for field_id in offering.field_ids:
                by_field.setdefault(field_id, Counter())[ags] += 1
    rows = []
    for field in facts.fields:
        counts = by_field.get(field.id)
        if counts:
            named = sorted(counts.items(), key=lambda item: (not item[0], -item[1], sort_key(facts.place(item[0]))))
            wide = context.district.bare if context.is_city else words.text("overview.districtwide")
            rows.append(
                row(
                    f"ueberblick/angebote/{field.id}",
                    field.title,
                    figure(counts.total()),
                    ", ".join(f"{facts.place(ags) if ags else wide}\u00a0{figure(count)}" for ags, count in named),
                    values=values_of(field.title, sorted(counts.items())),
                    sources=refs(field),
                )
            )
    if rows:
        yield Table(
            id="ueberblick/angebote/felder",
            caption=words.caption("offerings_by_field"),
            columns=columns(words.columns("offerings_by_field"), "3.2 1.2 5", "lrl"),
            rows=tuple(rows),
        )
    drawn = printed_heat_table(context) if rows else None
    if drawn is not None:
        yield Figure(
            id="ueberblick/angebote/bild",
            caption=words.caption("offerings_heat"),
            alt=drawn.alt,
            svg=drawn.svg,
            values=(),
            sources=all_refs(offering for offerings in facts.offerings.values() for offering in offerings),
        )


def _evidence(context: Context) -> Iterator[AnyBlock]:
    words, facts = context.words, context.facts
    rows: list[Row] = []
    for field in facts.fields:
        kinds = Counter(evidence.kind for evidence in facts.evidence.get(field.id, ()))
        if kinds:
            counts = [kinds[kind] for kind in EvidenceKind]
            cells = [figure(count) if count else "–" for count in counts]
            rows.append(
                row(f"ueberblick/belege/{field.id}", field.title, *cells, values=values_of(field.title, counts),
                    sources=refs(field))
            )  # fmt: skip
    if rows:
        yield Heading(id="ueberblick/belege", level=3, text=words.text("overview.evidence"), values=())
        yield sentence("ueberblick/belege/satz", words.text("overview.evidence_text"))
        yield Table(
            id="ueberblick/belege/tabelle",
            caption=words.caption("evidence"),
            columns=columns(words.columns("evidence"), "4 1.3 1.3 1.5 1.2", "lrrrr"),
            rows=tuple(rows),
        )


def _strengths(context: Context) -> Iterator[AnyBlock]:
    words, survey = context.words, context.survey
    rows = []
    for record in context.facts.municipalities:
        replies = [survey.replies(record.id, question) for question in (STRENGTHS, WEAKNESSES)]
        if not any(replies):
            continue
        cells = [
            shortened(merged_text(context, survey.questions[question], answers), _CELL) if answers else ""
            for question, answers in zip((STRENGTHS, WEAKNESSES), replies, strict=True)
        ]
        rows.append(
            row(
                f"ueberblick/staerken/{record.id}",
                record.name,
                *cells,
                values=values_of(record.name, *(answer_values(answers) for answers in replies)),
                sources=all_refs(answer for answers in replies for answer in answers),
                municipalities=(record.id,),
            )
        )
    if rows:
        yield Heading(id="ueberblick/staerken", level=3, text=words.text("overview.strengths"), values=())
        yield sentence("ueberblick/staerken/satz", words.text("overview.strengths_text"))
        yield Table(
            id="ueberblick/staerken/tabelle",
            caption=words.caption("strengths"),
            columns=columns(words.columns("strengths"), "1.8 4 4"),
            rows=tuple(rows),
        )
