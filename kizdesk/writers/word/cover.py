"""Write the cover: whose concept it is, what it is called, in which version, and the paper it belongs to."""

from __future__ import annotations

from kizdesk.concept.tree import Document
from kizdesk.writers.word.composition import Composition
from kizdesk.writers.word.pictures import logo
from kizdesk.writers.word.styles import Style
from kizdesk.writers.word.xml import paragraph, run


def cover(document: Document, work: Composition) -> str:
    """Return the cover; the imprint stands at its foot."""
    lines = (
        (Style.COVER_DISTRICT, document.district),
        (Style.TITLE, document.title),
        (Style.SUBTITLE, document.subtitle),
        *((Style.COVER_FACTS, f"{label}\t{value.removeprefix(label).strip()}") for label, value in facts(document)),
        (Style.COVER_FACTS, f"Vorlage\t{document.paper}" if document.paper else ""),
        (Style.COVER_NOTICE, document.notice),
    )
    written = (paragraph(work.styles[style], run(text)) for style, text in lines if text)
    return _logo(document, work) + "".join(written) + _imprint(document, work)


def _logo(document: Document, work: Composition) -> str:
    """Return the district's logo, at the right above all else; nothing without one."""
    if not work.package.logo:
        return ""
    shown = logo(work.package.logo, f"Logo: {document.district}", work)
    return paragraph(work.styles[Style.FIGURE], shown, '<w:spacing w:before="0" w:after="320"/><w:jc w:val="right"/>')


def _imprint(document: Document, work: Composition) -> str:
    """Return the imprint in a frame at the foot of the page."""
    frame = (
        f'<w:framePr w:w="{work.page.text_width}" w:wrap="around" w:vAnchor="margin" w:hAnchor="margin" '
        'w:xAlign="left" w:yAlign="bottom"/>'
    )
    return "".join(paragraph(work.styles[Style.IMPRINT], run(line), frame) for line in document.imprint if line)


def facts(document: Document) -> list[tuple[str, str]]:
    """Return version, date and status; what says the same is said once."""
    found = (("Fassung", document.version), ("Stand", document.dated), ("Status", document.status))
    shown: list[tuple[str, str]] = []
    for label, value in found:
        if value and value not in [earlier for _, earlier in shown]:
            shown.append((label, value))
    return shown
