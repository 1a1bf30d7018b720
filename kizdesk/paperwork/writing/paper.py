"""Draw on pages of PDF and put form fields on them, where reportlab's own fields fall short.

reportlab's text fields refuse many letters, write dots into names and draw an appearance each. Fields here
are empty and without an appearance of their own: their frames are drawn on the page, so that every viewer
shows them and paper can be filled in by hand, and what is typed in them is drawn by the viewer.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFPage,
    PDFStream,
)
from reportlab.pdfgen.canvas import Canvas

from kizdesk.paperwork import names
from kizdesk.paperwork.writing import look, typed
from kizdesk.paperwork.writing.kinds import Type
from kizdesk.paperwork.writing.objects import Dictionary, Written, text_of

rl_config.useA85 = 0  # streams are packed, not spelled out in letters on top of it

_TYPED: Final = f"(/{typed.NAME} 0 Tf {look.INK} rg)"
"""What is typed: in our font, in a size that fits, in ink."""
_PRINT: Final = 4
_HIDDEN: Final = 2
_READ_ONLY: Final = 1
_MULTI_LINE: Final = 1 << 12
_TICK: Final = f"q 1.6 w 1 J 1 j {look.PRIMARY} RG 2.8 6.2 m 5.1 3.4 l 9.4 9 l S Q"
_DOT: Final = (
    f"q {look.PRIMARY} rg 9.2 6 m 9.2 7.77 7.77 9.2 6 9.2 c 4.23 9.2 2.8 7.77 2.8 6 c "
    "2.8 4.23 4.23 2.8 6 2.8 c 7.77 2.8 9.2 4.23 9.2 6 c f Q"
)


@dataclass(frozen=True, slots=True)
class Box:
    """Be a rectangle by its lower left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    def inset(self, across: float, down: float) -> Box:
        """Return the rectangle that lies inside by a length on each side, and by another above and below."""
        return Box(self.x + across, self.y + down, self.width - 2 * across, self.height - 2 * down)


@dataclass(frozen=True, slots=True)
class About:
    """Say what the document is, for the properties that viewers show."""

    title: str
    subject: str
    author: str
    written_on: date
    properties: Mapping[str, str]


class _Properties(PDFInfo):
    """Be the document's properties, with entries of our own and a date that is handed in."""

    def __init__(self, about: About) -> None:
        super().__init__()
        self.title, self.subject, self.author = about.title, about.subject, about.author
        self.keywords = about.properties.get("form_id", "")
        self._about = about

    def format(self, document: PDFDocument) -> bytes:
        """Return the properties as they stand in the file."""
        written = f"D:{self._about.written_on:%Y%m%d}000000Z"
        texts = {
            "Title": self.title,
            "Subject": self.subject,
            "Author": self.author,
            "Keywords": self.keywords,
            "Creator": "kizdesk",
            "Producer": "kizdesk",
            "CreationDate": written,
            "ModDate": written,
        }
        own = {names.identity_property(key).lstrip("/"): text for key, text in self._about.properties.items()}
        return Dictionary({key: text_of(text) for key, text in {**texts, **own}.items()}).format(document)


class _Form(PDFObject):
    """Be the list of all fields, with the fonts that viewers write with."""

    def __init__(self, font: PDFObjectReference) -> None:
        self.fields: list[PDFObject] = []
        self._font = font

    def format(self, document: PDFDocument) -> bytes:
        """Return the list as it stands in the file."""
        fonts = Dictionary(
            {
                typed.NAME: self._font,
                "Helv": "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
                "ZaDb": "<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>",
            }
        )
        form: dict[str, str | Written] = {
            "Fields": PDFArray(self.fields),
            "DR": Dictionary({"Font": fonts}),
            "DA": _TYPED,
        }
        return Dictionary(form).format(document)


class Paper(Canvas):
    """Be the pages of one form."""

    # What a canvas keeps to itself and a form needs: there is no other way to a field without an appearance.
    _doc: Any
    _code: list[str]
    _annotationrefs: list[PDFObject]

    def __init__(self, about: About) -> None:
        self._bytes = io.BytesIO()
        super().__init__(
            self._bytes,
            pagesize=(look.PAGE_WIDTH, look.PAGE_HEIGHT),
            pageCompression=1,
            invariant=1,
            pdfVersion=(1, 7),
            lang="de-DE",
        )
        self._doc.info = _Properties(about)
        self._form = _Form(typed.put_font(self._refer))
        self._marks: dict[str, PDFObjectReference] = {}
        self._groups: dict[str, tuple[PDFObjectReference, PDFArray]] = {}
        self.setCatalogEntry("AcroForm", self._form)
        self.setViewerPreference("DisplayDocTitle", "true")

    def finish(self) -> bytes:
        """Return the file; the Tab key goes through its fields in the order in which they were put there."""
        for page in self._doc.idToObject.values():
            if isinstance(page, PDFPage):
                vars(page).update(Tabs=PDFName("S"), __NoDefault__=[*page.__NoDefault__, "Tabs"])
        self.save()
        return self._bytes.getvalue()

    def words(self, text: str, x: float, y: float, kind: Type, colour: str = look.INK) -> None:
        """Draw one line of text; y is its base line."""
        font = kind.font
        code = [f"{colour} rg BT {x:.2f} {y:.2f} Td"]
        for subset, letters in font.splitString(text, self._doc):
            name = font.getSubsetInternalName(subset, self._doc)
            code.append(f"{name} {kind.size} Tf <{letters.hex()}> Tj")
        self._code.append(" ".join([*code, "ET"]))

    def paragraph(
        self, lines: Sequence[str], x: float, top: float, kind: Type, colour: str = look.INK, /, right: float = 0
    ) -> float:
        """Draw lines of text below a height and return where they end; with `right` they end there instead."""
        base = top - (kind.leading + kind.size * 0.68) / 2
        for line in lines:
            self.words(line, right - kind.width(line) if right else x, base, kind, colour)
            base -= kind.leading
        return top - len(lines) * kind.leading

    def ground(self, box: Box, colour: str, radius: float = 0) -> None:
        """Fill a rectangle."""
        self._code.append(f"{colour} rg {_rounded(box, radius)} f")

    def frame(self, box: Box, radius: float = 2.5) -> None:
        """Draw the frame of a field."""
        self._code.append(f"{look.FIELD_LINE} RG 0.7 w {_rounded(box, radius)} S")

    def ring(self, box: Box) -> None:
        """Draw the frame of a button of which one in a group is chosen."""
        self.frame(box, radius=box.width / 2)

    def rule(self, x: float, y: float, width: float, colour: str = look.LINE, thickness: float = 0.7) -> None:
        """Draw a line from left to right."""
        self._code.append(f"{colour} RG {thickness} w {x:.2f} {y:.2f} m {x + width:.2f} {y:.2f} l S")

    def squares(self, rows: Sequence[Sequence[bool]], box: Box) -> None:
        """Draw a pattern of black squares, such as a QR code, row by row from the top."""
        side = box.width / len(rows)
        code = [f"q 0 g {side:.4f} 0 0 {side:.4f} {box.x:.2f} {box.y:.2f} cm"]
        for y, row in enumerate(reversed(rows)):
            code += [f"{start} {y} {end - start} 1 re" for start, end in _runs(row)]
        self._code.append(" ".join([*code, "f Q"]))

    def text_field(self, name: str, tooltip: str, box: Box) -> None:
        """Put an empty text field on the page; it takes any number of lines and letters.

        Its size of type is the viewer's choice, so that a long text shrinks instead of being cut.
        """
        self._field(name, tooltip, self._widget(box, FT="/Tx", Ff=str(_MULTI_LINE), DA=_TYPED))

    def hidden_field(self, name: str, text: str) -> None:
        """Put a text on the page that nobody sees or changes."""
        widget = self._widget(Box(0, 0, 0, 0), FT="/Tx", Ff=str(_READ_ONLY), V=text_of(text), DA=_TYPED)
        self._field(name, "", {**widget, "F": str(_HIDDEN)})

    def check_box(self, name: str, tooltip: str, box: Box) -> None:
        """Put a check box that is not ticked on the page."""
        self._field(name, tooltip, {"FT": "/Btn", **self._button(box, names.TICKED, "4", _TICK)})

    def choice_buttons(self, name: str, tooltip: str, buttons: Iterable[tuple[str, str, Box]]) -> None:
        """Put buttons of which one is chosen on the page: state, tooltip and place of each; more may follow.

        They are check boxes of one field with different states, which exclude each other as radio buttons do; but
        those cannot be taken back in a browser.
        """
        if name not in self._groups:
            kids = PDFArray([])
            group = Dictionary({"FT": "/Btn", "T": f"({name})", "TU": text_of(tooltip), "Kids": kids})
            self._groups[name] = (self._refer(group), kids)
            self._form.fields.append(self._groups[name][0])
        parent, kids = self._groups[name]
        for state, kid_tooltip, box in buttons:
            kid = {**self._button(box, state, "l", _DOT), "Parent": parent, "TU": text_of(kid_tooltip)}
            kids.sequence.append(self._put(kid))

    def _field(self, name: str, tooltip: str, widget: Mapping[str, str | Written]) -> None:
        spoken = {"TU": text_of(tooltip)} if tooltip else {}
        self._form.fields.append(self._put({"T": f"({name})", **spoken, **widget}))

    def _put(self, widget: Mapping[str, str | Written]) -> PDFObjectReference:
        reference = self._refer(Dictionary(widget))
        self._annotationrefs.append(reference)
        return reference

    def _refer(self, content: PDFObject) -> PDFObjectReference:
        reference: PDFObjectReference = self._doc.Reference(content)
        return reference

    def _widget(self, box: Box, **more: str | Written) -> dict[str, str | Written]:
        corners = (box.x, box.y, box.x + box.width, box.y + box.height)
        return {
            "Type": "/Annot",
            "Subtype": "/Widget",
            "F": str(_PRINT),
            "P": self._doc.thisPageRef(),
            "Rect": f"[{' '.join(f'{corner:.2f}' for corner in corners)}]",
            **more,
        }

    def _button(self, box: Box, state: str, letter: str, code: str) -> dict[str, str | Written]:
        looks = Dictionary({"N": Dictionary({state: self._mark(code), "Off": self._mark("")})})
        return self._widget(box, AS="/Off", AP=looks, MK=f"<< /CA ({letter}) >>", DA=f"(/ZaDb 0 Tf {look.PRIMARY} rg)")

    def _mark(self, code: str) -> PDFObjectReference:
        """Return what a button looks like in one state; all buttons of the form share it."""
        if code not in self._marks:
            stream = PDFStream(content=code or " ", filters=[])
            stream.dictionary["Type"] = PDFName("XObject")
            stream.dictionary["Subtype"] = PDFName("Form")
            stream.dictionary["BBox"] = PDFArray([0, 0, 12, 12])
            stream.dictionary["Resources"] = PDFDictionary({})
            self._marks[code] = self._refer(stream)
        return self._marks[code]


def _rounded(box: Box, radius: float) -> str:
    """Return the path of a rectangle whose corners are round."""
    left, low, right, high = box.x, box.y, box.x + box.width, box.y + box.height
    if not radius:
        return f"{left:.2f} {low:.2f} {box.width:.2f} {box.height:.2f} re"
    bend = radius * 0.4477
    inner = (left + radius, right - radius, low + radius, high - radius)
    near = (left + bend, right - bend, low + bend, high - bend)
    path = (
        (inner[0], low, "m", inner[1], low, "l"),
        (near[1], low, right, near[2], right, inner[2], "c", right, inner[3], "l"),
        (right, near[3], near[1], high, inner[1], high, "c", inner[0], high, "l"),
        (near[0], high, left, near[3], left, inner[3], "c", left, inner[2], "l"),
        (left, near[2], near[0], low, inner[0], low, "c h"),
    )
    return " ".join(part if isinstance(part, str) else f"{part:.2f}" for step in path for part in step)


def _runs(row: Sequence[bool]) -> Iterable[tuple[int, int]]:
    """Yield where dark squares begin and end in a row."""
    start = 0
    while start < len(row):
        end = start
        while end < len(row) and row[end] == row[start]:
            end += 1
        if row[start]:
            yield start, end
        start = end
