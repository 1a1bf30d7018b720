"""Say in German what a template lacks, what is done instead, and what is left behind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from kizdesk.writers.word.geometry import A4, Geometry
from kizdesk.writers.word.house.elements import w
from kizdesk.writers.word.house.foreign import Carried, Foreign
from kizdesk.writers.word.house.matching import Match, Origin
from kizdesk.writers.word.house.roles import Roles, folded
from kizdesk.writers.word.house.sheet import StyleSheet
from kizdesk.writers.word.styles import HEADINGS, Style

NARROW_MM: Final = 120
"""Width of the text below which tables become hard to read."""
NAMED: Final = 4
"""So many styles that are missing are named; the others stand in the table."""
_TWIPS_PER_MM: Final = 56.7


class Weight(Enum):
    """Tell how much a remark weighs."""

    DISTURBS = "stört"
    MISSING = "fehlt"
    ADDED = "wird ergänzt"
    HINT = "Hinweis"


@dataclass(frozen=True, slots=True)
class Remark:
    """Be one sentence about a template."""

    weight: Weight
    text: str


@dataclass(frozen=True, slots=True)
class Seen:
    """Be what was found while a template was prepared."""

    given: Foreign
    sheet: StyleSheet
    """The styles as they were given."""
    matched: Mapping[Style, Match]
    page: Geometry
    was_landscape: bool
    numbers_headings: bool
    """Whether the template numbers its headings itself."""
    bare_lists: tuple[Style, ...]
    """Lists without signs of their own."""
    has_header: bool
    has_footer: bool
    counts_pages: bool


def remarks(seen: Seen, roles: Roles) -> tuple[Remark, ...]:
    """Return what is to be said of a template, the heaviest first."""
    found = [*_disturbing(seen, roles), *_missing(seen), *_added(seen, roles), *_hints(seen, roles)]
    order = list(Weight)
    return tuple(sorted(found, key=lambda remark: order.index(remark.weight)))


def _disturbing(seen: Seen, roles: Roles) -> Iterator[Remark]:
    width = round(seen.page.text_width / _TWIPS_PER_MM)
    if width < NARROW_MM:
        yield _disturbs(
            f"Zwischen den Seitenrändern bleiben nur {width} mm. Tabellen werden dort eng; gut sind mindestens "
            f"{NARROW_MM} mm."
        )
    for match in seen.matched.values():
        if match.lost:
            label = roles.label(match.style)
            yield _disturbs(
                f"Die Formatvorlage „{roles.shown(match.lost)}“, die für „{label}“ gewählt war, gibt es in dieser "
                "Vorlage nicht. Bitte in der Tabelle eine andere wählen."
            )
    dropped = {one.kind for part in _furniture(seen.given) for one in part.dropped}
    if any(kind == "image" for kind in dropped):
        yield _disturbs(
            "Ein Bild in Kopf- oder Fußzeile ist nur verknüpft und fehlt deshalb. Bitte das Bild in der Vorlage "
            "einfügen statt verknüpfen."
        )
    if dropped - {"image", "hyperlink"}:
        yield _disturbs(
            "In Kopf- oder Fußzeile stehen eingebettete Objekte oder Diagramme. Sie werden nicht übernommen; bitte "
            "durch Bilder ersetzen."
        )
    if seen.given.even:
        yield _disturbs(
            "Die Vorlage hat eigene Kopf- und Fußzeilen für gerade Seiten. kizdesk verwendet auf allen Seiten die der "
            "ungeraden."
        )
    if seen.was_landscape:
        yield _disturbs("Die letzte Seite der Vorlage steht quer. kizdesk verwendet ihre Maße im Hochformat.")


def _missing(seen: Seen) -> Iterator[Remark]:
    if not any(True for _ in seen.sheet):
        yield Remark(Weight.MISSING, "Die Vorlage hat gar keine Formatvorlagen. kizdesk verwendet seine eigenen.")
        return
    headings = [style for style in HEADINGS if seen.matched[style].origin is Origin.OURS]
    if len(headings) == len(HEADINGS):
        told = "Die Vorlage hat keine Formatvorlagen für Überschriften. kizdesk verwendet seine eigenen."
        yield Remark(Weight.MISSING, told)
    elif headings:
        told = _listed([str(HEADINGS.index(style) + 1) for style in headings])
        yield Remark(
            Weight.MISSING,
            f"Der Vorlage fehlen Überschriften der Ebene {told}. kizdesk ergänzt sie in deren Gestaltung.",
        )
    if not seen.has_header:
        yield Remark(
            Weight.MISSING, "Die Vorlage hat keine Kopfzeile. kizdesk setzt Titel und Kreis in eine eigene Kopfzeile."
        )
    if seen.matched[Style.BODY].origin is Origin.OURS:
        yield Remark(
            Weight.MISSING,
            "Die Vorlage hat keine Formatvorlage „Textkörper“, und „Standard“ lässt zwischen Absätzen keinen Abstand. "
            "kizdesk verwendet seine eigene, in der Schrift der Vorlage.",
        )


def _added(seen: Seen, roles: Roles) -> Iterator[Remark]:
    told = (*HEADINGS, Style.BODY)
    ours = [
        role.label for role in roles.all if seen.matched[role.style].origin is Origin.OURS and role.style not in told
    ]
    if any(True for _ in seen.sheet) and len(ours) == 1:
        yield _adds(f"Die Vorlage hat keine Formatvorlage für „{ours[0]}“. kizdesk verwendet seine eigene.")
    elif ours and any(True for _ in seen.sheet):
        yield _adds(
            f"Die Vorlage hat keine Formatvorlagen für {_some([f'„{label}“' for label in ours])}. kizdesk verwendet "
            "seine eigenen, in Schrift und Farbe der Vorlage."
        )
    if not seen.numbers_headings:
        yield _adds("Die Überschriften der Vorlage sind nicht nummeriert. kizdesk nummeriert sie: 1, 1.1, 1.1.1.")
    if seen.bare_lists:
        bare = _listed([f"„{roles.label(one)}“" for one in seen.bare_lists])
        yield _adds(f"In der Vorlage haben {bare} weder Zeichen noch Nummern. kizdesk ergänzt sie.")
    if seen.counts_pages:
        yield _adds("Unter die Fußzeile der Vorlage setzt kizdesk eine Zeile mit Fassung, Stand und Status.")
    elif seen.has_footer:
        yield _adds(
            "Die Fußzeile der Vorlage zählt die Seiten nicht. Darunter setzt kizdesk eine Zeile mit Fassung, Stand, "
            "Status und Seitenzahl."
        )
    else:
        yield _adds("Die Vorlage hat keine Fußzeile. kizdesk setzt Fassung, Stand, Status und Seitenzahl hinein.")


def _hints(seen: Seen, roles: Roles) -> Iterator[Remark]:
    settings = seen.given.settings
    if settings is not None and settings.find(w("documentProtection")) is not None:
        yield _hint("Die Vorlage ist gegen Bearbeiten geschützt. Die Ausgaben von kizdesk sind es nicht.")
    if seen.given.has_revisions or (settings is not None and settings.find(w("trackRevisions")) is not None):
        yield _hint("In der Vorlage werden Änderungen nachverfolgt. kizdesk übernimmt den Stand mit allen Änderungen.")
    if settings is not None and settings.find(w("mailMerge")) is not None:
        yield _hint("Die Vorlage ist mit einer Datenquelle für Serienbriefe verbunden. Die Verbindung entfällt.")
    foreign = [name for name in _typefaces(seen) if folded(name) not in roles.typefaces]
    if foreign := [name for name in foreign if name not in seen.given.embedded]:
        names = _listed([f"„{name}“" for name in foreign])
        word = "Die Schrift" if len(foreign) == 1 else "Die Schriften"
        verb = "ist" if len(foreign) == 1 else "sind"
        yield _hint(
            f"{word} {names} {verb} nicht in der Vorlage eingebettet. Wo sie fehlen, erscheint das Konzept in einer "
            "anderen Schrift."
        )
    if (seen.page.width, seen.page.height) != (A4.width, A4.height) and not _is_a4(seen.page):
        size = f"{seen.page.width / _TWIPS_PER_MM:.0f} × {seen.page.height / _TWIPS_PER_MM:.0f} mm"
        yield _hint(f"Die Seiten der Vorlage sind {size} groß, nicht DIN A4.")


def _is_a4(page: Geometry) -> bool:
    return abs(page.width - A4.width) < 60 and abs(page.height - A4.height) < 60


def _typefaces(seen: Seen) -> list[str]:
    places = (seen.sheet.default("paragraph"), seen.sheet.named("heading 1"))
    return list(dict.fromkeys(filter(None, (seen.sheet.attribute(one, "rPr", "rFonts", "ascii") for one in places))))


def _furniture(given: Foreign) -> list[Carried]:
    parts = (given.pages.header, given.pages.footer, given.opening.header, given.opening.footer)
    return [part for part in parts if part is not None]


def _some(words: Sequence[str]) -> str:
    if len(words) <= NAMED + 1:
        return _listed(words)
    return _listed([*words[:NAMED], f"{len(words) - NAMED} weitere Aufgaben"])


def _listed(words: Sequence[str]) -> str:
    return " und ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _disturbs(text: str) -> Remark:
    return Remark(Weight.DISTURBS, text)


def _adds(text: str) -> Remark:
    return Remark(Weight.ADDED, text)


def _hint(text: str) -> Remark:
    return Remark(Weight.HINT, text)
