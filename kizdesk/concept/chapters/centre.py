"""Write the centre: its tasks, its place in the administration, its posts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kizdesk.concept.blocks import PLACE, all_refs, columns, referring, refs, row, sentence, values_of
from kizdesk.concept.context import Context
from kizdesk.concept.german import closed, figure
from kizdesk.concept.prose import cell_text, inline, plain_text, prose
from kizdesk.concept.tree import AnyBlock, Listing, Paragraph, ParagraphStyle, Row, Run, Runs, Table
from kizdesk.domain.cost import Post
from kizdesk.domain.organisation import CentreTask, OrganisationVariant
from kizdesk.domain.places import Occasion


def tasks(context: Context) -> Iterator[AnyBlock]:
    """Yield the tasks with their sources: those of the project, else those of the law."""
    own = sorted(context.facts.snapshot.all(CentreTask), key=lambda record: (record.position, record.id))
    law = context.materials.legal_basis
    if own:
        yield Listing(
            id="aufgaben/liste",
            items=tuple(_task(task.title, task.text, task.source) for task in own),
            values=values_of(*((task.title, task.text, task.source) for task in own)),
            sources=all_refs(own),
            ordered=True,
        )
    elif law.tasks:
        yield sentence("aufgaben/gesetz", context.words.text("centre.law_tasks", section=law.section, short=law.short))
        yield Listing(
            id=f"aufgaben/{law.id}",
            items=tuple(_task(task.title, task.text, task.source) for task in law.tasks),
            values=values_of(*(task.id for task in law.tasks)),
            ordered=True,
        )


def _task(title: str, text: str, source: str) -> Runs:
    runs = [Run(closed(title), bold=True)]
    if text.strip():
        runs.append(Run(f" {closed(plain_text(inline(text)))}"))
    if source:
        runs.append(Run(f" ({source})", italic=True))
    return tuple(runs)


def placement(context: Context) -> Iterator[AnyBlock]:
    """Yield the variants of the centre's place in the administration, the chosen one first."""
    words = context.words
    variants = sorted(
        context.facts.snapshot.all(OrganisationVariant),
        key=lambda record: (not record.chosen, record.position, record.id),
    )
    if not variants:
        return
    chosen = [variant for variant in variants if variant.chosen]
    yield sentence(
        "anbindung/satz",
        words.text("centre.chosen", title=chosen[0].title) if chosen else words.text("centre.undecided"),
        [variant.id for variant in chosen],
        sources=all_refs(chosen),
    )
    for variant in variants:
        if variant.description.strip():
            yield from prose(
                f"anbindung/{variant.id}",
                variant.description,
                lead=(Run(f"{closed(variant.title)} ", bold=True),),
                lead_values=(variant.title,),
                sources=refs(variant),
            )
        elif not chosen:
            yield Paragraph(
                id=f"anbindung/{variant.id}",
                runs=(Run(closed(variant.title), bold=True),),
                values=values_of(variant.id, variant.title),
                sources=refs(variant),
            )
    weighed = [variant for variant in variants if variant.advantages or variant.disadvantages]
    if weighed:
        yield Table(
            id="anbindung/varianten",
            caption=words.caption("variants"),
            columns=columns(words.columns("variants"), "2.4 3.6 3.6"),
            rows=tuple(_variant(context, variant) for variant in weighed),
        )


def _variant(context: Context, variant: OrganisationVariant) -> Row:
    mark = f"\n{context.words.text('centre.chosen_mark')}" if variant.chosen else ""
    return row(
        f"anbindung/varianten/{variant.id}",
        variant.title + mark,
        _points(variant.advantages),
        _points(variant.disadvantages),
        values=values_of(variant.title, variant.advantages, variant.disadvantages, variant.chosen),
        sources=refs(variant),
    )


def _points(text: str) -> str:
    """Return the lines of a text, each with a dash if there are several."""
    lines = cell_text(text).split("\n")
    return "\n".join(f"– {line}" for line in lines) if len(lines) > 1 else lines[0]


def sorted_posts(context: Context) -> list[Post]:
    """Return the posts in their order."""
    return sorted(context.facts.snapshot.all(Post), key=lambda record: (record.position, record.id))


def staff(context: Context) -> Iterator[AnyBlock]:
    """Yield the table of posts."""
    words, posts = context.words, sorted_posts(context)
    if not posts:
        return
    total = sum((post.fte for post in posts), Decimal(0))
    seconded = sum((post.fte for post in posts if post.seconded), Decimal(0))
    planned = "_planned" if context.facts.project.occasion is Occasion.FIRST else ""
    text = words.text(
        f"centre.staff{planned}{'_seconded' * bool(seconded)}",
        fte=_amount(context, "stelle_dat", total),
        seconded=_amount(context, "eine", seconded),
    )
    cost = context.title("kosten")
    where = Run(words.text("centre.cost_chapter", title=cost), refers="kosten/stellen")
    told = referring(f"{text} {words.text('centre.staff_cost', place=PLACE)}", where) if cost else text
    yield sentence("personal/satz", told, total, seconded, context.facts.project.occasion, sources=all_refs(posts))
    graded = any(post.pay_group for post in posts)
    title, fte, group, employer = words.columns("posts")
    yield Table(
        id="personal/stellen",
        caption=words.caption("posts"),
        columns=columns((title, fte, group, employer), "4 1.4 1.6 3", "lrcl")
        if graded
        else columns((title, fte, employer), "4 1.6 3.6", "lcl"),
        rows=(*(_post(context, post, graded=graded) for post in posts), _sum(context, total, graded=graded)),
        sources=all_refs(posts),
    )


def _amount(context: Context, noun: str, amount: Decimal) -> str:
    if amount == amount.to_integral_value():
        return context.words.count(noun, int(amount))
    return context.words.lists[f"nouns.{noun}"][2].format(n=figure(amount))


def _post(context: Context, post: Post, *, graded: bool) -> Row:
    employer = "centre.seconded" if post.seconded else "centre.employed"
    return row(
        f"personal/{post.id}",
        post.title,
        figure(post.fte),
        *([post.pay_group or "–"] if graded else []),
        context.words.text(employer),
        values=values_of(post.title, post.fte, post.pay_group, post.seconded),
        sources=refs(post),
    )


def _sum(context: Context, total: Decimal, *, graded: bool) -> Row:
    blank = ("", "") if graded else ("",)
    return row(
        "personal/summe", context.words.text("cost.total"), figure(total), *blank, values=values_of(total), total=True
    )


def sources_note(block_id: str, context: Context, sources: Sequence[str]) -> Iterator[Paragraph]:
    """Yield a line that names where figures come from."""
    named = list(dict.fromkeys(part.strip() for source in sources for part in source.split(";") if part.strip()))
    if named:
        text = closed(context.words.text("cost.sources", sources="; ".join(named)))
        yield sentence(block_id, text, named, style=ParagraphStyle.NOTE)
