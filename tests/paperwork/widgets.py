"""Look at the fields of a PDF as a viewer does."""

from collections.abc import Iterator
from dataclasses import dataclass

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

HIDDEN = 2
PRINT = 4


@dataclass(frozen=True, slots=True)
class Widget:
    """Be one field, or one button of a group, on a page."""

    page: int
    name: str
    entry: DictionaryObject
    group: DictionaryObject

    @property
    def tooltip(self) -> str:
        """Return its accessible name."""
        return str(self.entry.get("/TU", ""))

    @property
    def rect(self) -> tuple[float, float, float, float]:
        """Return left, low, right and high."""
        corners = self.entry["/Rect"]
        assert isinstance(corners, ArrayObject)
        left, low, right, high = (float(corner) for corner in corners)
        return left, low, right, high

    @property
    def flags(self) -> int:
        """Return how it is shown."""
        return number(self.entry, "/F")

    @property
    def ways(self) -> int:
        """Return how it is filled in."""
        return number(self.group, "/Ff")

    @property
    def hidden(self) -> bool:
        """Tell whether nobody sees it."""
        return bool(self.flags & HIDDEN)

    @property
    def kind(self) -> str:
        """Return the type of the field."""
        return str(self.group["/FT"])

    @property
    def states(self) -> set[str]:
        """Return what a button can be."""
        return set(inner(inner(self.entry, "/AP"), "/N"))


def widgets(reader: PdfReader) -> Iterator[Widget]:
    """Yield all fields in the order of their pages and of the Tab key."""
    for number_of_page, page in enumerate(reader.pages):
        for entry in lying_on(page):
            if str(entry["/Subtype"]) == "/Widget":
                group = inner(entry, "/Parent") if "/Parent" in entry else entry
                yield Widget(number_of_page, str(group["/T"]), entry, group)


def lying_on(page: PageObject) -> Iterator[DictionaryObject]:
    """Yield fields and links of a page."""
    for reference in page.get("/Annots", ()):
        entry = reference.get_object()
        assert isinstance(entry, DictionaryObject)
        yield entry


def inner(outer: DictionaryObject, key: str) -> DictionaryObject:
    """Return a dictionary within another."""
    found = outer[key]
    assert isinstance(found, DictionaryObject)
    return found


def number(outer: DictionaryObject, key: str) -> int:
    """Return a number within a dictionary."""
    return int(str(outer[key]))


def words(page: PageObject) -> str:
    """Return the text of a page without its line ends."""
    return " ".join(page.extract_text().split())
