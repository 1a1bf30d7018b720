"""Describe the lists of posts, of further amounts and of totals that papers state, as data."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from kizdesk.domain.cost import CostItem, CostKind, Post, StatedTotal, StatedTotalKind, post_cost, post_funding
from kizdesk.project.organisation.cost_outlook import OPEN, money
from kizdesk.project.organisation.edit import new_cost_item, new_post
from kizdesk.project.records import next_position
from kizdesk.project.wording.labels import Labels
from kizdesk.ui.forms import Amount, Choice, Day, DeskSpec, FieldSpec, Flag, Group, Line, LongText
from kizdesk.ui.session import Session
from kizdesk.ui.tables import Column

_CLOSE = 56
"""Letters for two columns where the list stands above the form: there height is scarce."""
OF_SECONDED = ("overhead_base",)
"""Fields that only a seconded post has."""
OF_EMPLOYED = ("personnel_cost", "max_amount", "amount_share")
"""Fields that only a post of the district has."""


def posts() -> DeskSpec[Post]:
    """Return the posts of the centre."""
    return DeskSpec(
        Post,
        (
            Column("Stelle", _title, stretch=True, strong=True),
            Column("Stellen", _fte),
            Column("Kosten im Jahr", post_cost, text=_cost_text, role=_cost_role, align="right"),
            Column("Förderung bis zu", post_funding, text=_funding_text, role=_funding_role, align="right"),
        ),
        (_post_group(), _post_money(), _post_funding(), _post_proof()),
        _new_post,
        "Neue Stelle",
        "Aus den Stellen mit ihren Kosten und der Förderung des Landes ergibt sich, was das Zentrum den Kreis kostet.",
        new_in_head=True,
        upright=True,
        shares=(2, 3),
        name="cost.posts",
    )


def items(labels: Labels) -> DeskSpec[CostItem]:
    """Return the amounts beside the posts."""
    return DeskSpec(
        CostItem,
        (
            Column("Gegenstand", _title, stretch=True, strong=True, width=22),
            Column("Art", partial(_kind, labels), width=20),
            Column("Betrag im Jahr", _amount, text=_amount_text, role=_amount_role, align="right"),
        ),
        (Group("", _item_specs(), two_from=_CLOSE),),
        _new_item,
        "Neuer Betrag",
        "Räume, Material, Projekte und Fahrten kommen hinzu; was die heutige Fachstelle kostet, geht ab.",
        new_in_head=True,
        upright=True,
        shares=(2, 3),
        name="cost.items",
    )


def stated(labels: Labels) -> DeskSpec[StatedTotal]:
    """Return the totals that papers state without their components."""
    return DeskSpec(
        StatedTotal,
        (
            Column("Angabe", partial(_kind, labels), strong=True),
            Column("Betrag im Jahr", _amount, text=_amount_text, align="right"),
            Column("Stand", _stated_on),
            Column("Quelle", _source, stretch=True, role=_superseded_role),
        ),
        (Group("", _stated_specs(), two_from=_CLOSE),),
        _new_stated,
        "Neue Angabe",
        "Vorlagen nennen oft nur eine Summe. Hier steht sie mit ihrer Quelle neben der eigenen Rechnung.",
        new_in_head=True,
        upright=True,
        shares=(2, 3),
        name="cost.stated",
    )


def _post_group() -> Group:
    return Group(
        "",
        (
            FieldSpec("title", "Stelle", Line, required=True),
            FieldSpec("fte", "Vollzeitstellen", partial(Amount, unit="VZÄ", places=1), required=True),
            FieldSpec("pay_group", "Bewertung", Line, placeholder="zum Beispiel E 9 oder S 12"),
            FieldSpec("seconded", "Anstellung", partial(Flag, text="vom Land abgeordnet")),
        ),
        two_from=_CLOSE,
    )


def _post_money() -> Group:
    return Group(
        "Kosten je Vollzeitstelle im Jahr",
        (
            FieldSpec("personnel_cost", "Personalkosten", partial(Amount, unit="€ im Jahr", optional=True)),
            FieldSpec(
                "overhead_rate",
                "Gemeinkosten",
                partial(Amount, unit="%", factor=100, places=0),
                help="Nach KGSt 20 % der Bruttopersonalkosten im Büro, sonst 15 %.",
            ),
            FieldSpec(
                "overhead_base",
                "Grundlage der Gemeinkosten",
                partial(Amount, unit="€ im Jahr", optional=True),
                help="Personalkosten, auf die Gemeinkosten gerechnet werden, obwohl das Land das Gehalt trägt.",
            ),
            FieldSpec(
                "workplace_cost",
                "Kosten des Arbeitsplatzes",
                partial(Amount, unit="€ im Jahr", optional=True),
                help="Raum, Geschäftsbedarf, Telefon, IT: eigener Wert oder Richtwert der KGSt. Ihren Bericht mit Jahr "
                "bitte unten als Quelle nennen.",
            ),
        ),
        two_from=_CLOSE,
    )


def _post_funding() -> Group:
    return Group(
        "Förderung",
        (
            FieldSpec(
                "max_amount",
                "Höchstbetrag der Richtlinie",
                partial(Amount, unit="€ im Jahr", optional=True),
                help="Ohne Höchstbetrag wird die Stelle nicht gefördert.",
            ),
            FieldSpec(
                "amount_share",
                "Stellenanteil des Höchstbetrags",
                partial(Amount, unit="VZÄ", places=1),
                help="1 für eine ganze Stelle; 0,5 wenn der Betrag für eine halbe gilt.",
            ),
        ),
        two_from=_CLOSE,
    )


def _post_proof() -> Group:
    return Group("", (FieldSpec("source", "Quelle der Beträge", Line, wide=True),))


def _item_specs() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("title", "Gegenstand", Line, required=True),
        FieldSpec("amount", "Betrag", partial(Amount, unit="€ im Jahr", optional=True)),
        FieldSpec(
            "kind",
            "Art",
            partial(Choice, of=CostKind),
            help="Folgeaufwand entsteht in anderen Ämtern und zählt nicht zu den Kosten des Zentrums.",
            wide=True,
        ),
        FieldSpec("source", "Quelle", Line, wide=True),
        FieldSpec("note", "Anmerkung", partial(LongText, least=2), wide=True),
    )


def _stated_specs() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("kind", "Angabe", partial(Choice, of=StatedTotalKind)),
        FieldSpec("amount", "Betrag", partial(Amount, unit="€ im Jahr", least=None), required=True),
        FieldSpec("stated_on", "Stand", Day),
        FieldSpec("basis", "Grundlage", Line, placeholder="zum Beispiel KGSt-Bericht und Jahr"),
        FieldSpec("source", "Quelle", Line, required=True, wide=True),
        FieldSpec("superseded", "Gültigkeit", partial(Flag, text="durch eine spätere Angabe überholt"), wide=True),
    )


def _new_post(session: Session) -> Post:
    return new_post(session.project)


def _new_item(session: Session) -> CostItem:
    return new_cost_item(session.project)


def _new_stated(session: Session) -> StatedTotal:
    project = session.project
    position = next_position(project.snapshot, StatedTotal)
    return StatedTotal(id=project.new_id(), kind=StatedTotalKind.GROSS, amount=Decimal(0), position=position)


def _title(record: Post | CostItem) -> object:
    return record.title


def _fte(post: Post) -> object:
    return post.fte


def _cost_text(post: Post) -> str:
    return money(post_cost(post))


def _cost_role(post: Post) -> str:
    return "attention" if post_cost(post) is None else ""


def _is_funded(post: Post) -> bool:
    return post.max_amount is not None and not post.seconded


def _funding_text(post: Post) -> str:
    return money(post_funding(post)) if _is_funded(post) else "–"


def _funding_role(post: Post) -> str:
    return "attention" if _is_funded(post) and post_funding(post) is None else ""


def _kind(labels: Labels, record: CostItem | StatedTotal) -> object:
    return labels.of(record.kind)


def _amount(record: CostItem | StatedTotal) -> object:
    return record.amount


def _amount_text(record: CostItem | StatedTotal) -> str:
    return money(record.amount)


def _amount_role(item: CostItem) -> str:
    return "attention" if item.amount is None and money(item.amount) == OPEN else ""


def _stated_on(total: StatedTotal) -> object:
    return total.stated_on


def _source(total: StatedTotal) -> object:
    return total.source or None


def _superseded_role(total: StatedTotal) -> str:
    return "muted" if total.superseded else ""
