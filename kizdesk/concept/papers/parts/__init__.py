"""Name the parts from which papers are proposed; layouts put them together by these names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kizdesk.concept.papers.brief import Brief
from kizdesk.concept.papers.parts import agreement, contents, head, law, money, report, resolution, statements, way

Part = Callable[[Brief], str]

PARTS: Mapping[str, Part] = MappingProxyType(
    {
        "behoerde": head.authority,
        "leitung": head.head_of_office,
        "nummer": head.number,
        "betreff": head.subject,
        "ueberschrift": head.report_title,
        "status": head.status,
        "produkte": head.products,
        "anlagen": head.annexes,
        "unterschrift": head.head_of_office,
        "recht": law.law,
        "weg": way.way,
        "gespraeche": way.interviews,
        "ausblick": way.outlook,
        "inhalt": contents.contents,
        "schwerpunkte": contents.focus,
        "anbindung": contents.placement,
        "varianten": contents.variants,
        "handlungsfelder": contents.possible_fields,
        "beigefuegt": contents.annexed,
        "einvernehmen": agreement.agreement,
        "stand_einvernehmen": agreement.agreement_of_report,
        "voten": agreement.votes,
        "auswirkungen": money.effects,
        "zeitbezug": money.duration,
        "ertraege": money.income,
        "aufwendungen": money.expense,
        "kosten": money.cost,
        "stand_kosten": money.cost_of_report,
        "anregungen": statements.dealt_with,
        "bedenken": statements.concerns,
        "vorteile": statements.advantages,
        "beschluss": resolution.resolution,
        "anlass": report.occasion,
        "vorgehen": report.procedure,
        "optionen": report.options,
        "schluss": report.closing,
    }
)
"""What can be proposed; a field without a part is filled in by hand."""
