"""Offer all data that travels with the program, read when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from pathlib import Path

from kizdesk.domain.base import Record
from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.domain.fields import FieldOfAction
from kizdesk.domain.guide import Guide, Option
from kizdesk.domain.legal import LegalBasis
from kizdesk.domain.places import District, DistrictKind, Municipality, Occasion
from kizdesk.domain.versions import ChapterText
from kizdesk.library.catalogue import read_districts, read_municipalities, read_own_district
from kizdesk.library.guide_content import read_guide
from kizdesk.library.guides import GUIDE_ID, guide_path, guide_versions, load_guide
from kizdesk.library.legal import load_legal_basis
from kizdesk.library.records import load_fields, load_indicators, records_of
from kizdesk.library.rules import RuleText, load_rules
from kizdesk.library.selfcheck import faults_in, modules_at_odds, places_at_odds, rules_unknown
from kizdesk.library.shapes import Geometry, Polygon, read_geometries, shapes_of
from kizdesk.library.text_modules import WORDS_FILE, TextModule, Words, chosen, load_modules, load_words
from kizdesk.library.toml_file import TomlFile, read_toml

NOT_RECORDS = ("example/fassung.toml",)
"""Files of the example that are no records: the version is frozen from the finished content."""
WORD_TEMPLATE = "word/Vorlage.docx"


class Library:
    """Be the data of the program: catalogue, map, law, guides, texts, rules, example."""

    def __init__(self, resources: Path, forms: Path) -> None:
        self._resources = resources
        self._forms = forms
        self._guides: dict[str, Guide] = {}
        self._guide_versions: dict[str, tuple[str, ...]] = {}
        self._read_guides: dict[tuple[str, str], tuple[str, Guide]] = {}
        self._toml_files: dict[str, TomlFile] = {}

    @property
    def catalogue_attribution(self) -> str:
        """Return who must be named wherever data of the catalogue is shown."""
        return self._sources["catalogue"]

    @property
    def map_attribution(self) -> str:
        """Return who must be named wherever a map is shown."""
        return self._sources["map"]

    def districts(self) -> tuple[District, ...]:
        """Return the districts and independent towns of the catalogue, by their keys."""
        return self._districts

    def municipalities(self, district_ags: str) -> tuple[Municipality, ...]:
        """Return the municipalities of a district of the catalogue; none for a kreisfreie Stadt."""
        return self._municipalities.get(district_ags, ())

    def municipalities_from_csv(self, path: Path) -> tuple[District, tuple[Municipality, ...]]:
        """Return a district outside the catalogue from a table of the catalogue's layout."""
        return read_own_district(path)

    def shapes(self, ags_list: Iterable[str]) -> dict[str, tuple[Polygon, ...]]:
        """Return the outlines of those municipalities that the map knows."""
        return shapes_of(self._geometries, ags_list)

    def legal_bases(self) -> tuple[LegalBasis, ...]:
        """Return all legal bases, oldest first."""
        return self._legal_bases

    def legal_basis(self, basis_id: str) -> LegalBasis:
        """Return a legal basis; raises UserError if the program has none of that id."""
        for basis in self._legal_bases:
            if basis.id == basis_id:
                return basis
        raise UserError(f"Der Rechtsstand „{basis_id}“ ist in diesem Programm nicht enthalten. Bitte aktualisieren.")

    def legal_basis_of_year(self, year: int) -> LegalBasis:
        """Return the legal basis of a year such as 2022; raises UserError if there is none."""
        for basis in self._legal_bases:
            if basis.year == year:
                return basis
        years = " und ".join(str(basis.year) for basis in self._legal_bases)
        raise UserError(f"Einen Rechtsstand {year} gibt es nicht. Möglich sind {years}.")

    def guide(self, guide_id: str, version: str) -> Guide:
        """Return a version of a guide; raises UserError if the program has none."""
        name = f"{guide_id}-{version}"
        if name not in self._guides:
            self._guides[name] = load_guide(guide_path(self._forms, guide_id, version))
        return self._guides[name]

    def guide_versions(self, guide_id: str) -> tuple[str, ...]:
        """Return the versions of a guide that the program brings, oldest first."""
        if guide_id not in self._guide_versions:
            self._guide_versions[guide_id] = tuple(guide_versions(self._forms, guide_id))
        return self._guide_versions[guide_id]

    def guide_of(self, guide_id: str, version: str, content: str) -> Guide:
        """Return a version of a guide that was made in a project, read once; raises ShapeError for a fault in it."""
        held = self._read_guides.get((guide_id, version))
        if held is None or held[0] != content:
            held = content, read_guide(content, f"Leitfaden {version}")
            self._read_guides[guide_id, version] = held
        return held[1]

    def hold_guide(self, guide: Guide, content: str) -> None:
        """Know what the content of a version says, so that it need not be read; who has written it says so."""
        self._read_guides[guide.id, guide.version] = content, guide

    def latest_guide(self) -> Guide:
        """Return the newest version of the guide for interviews."""
        versions = guide_versions(self._forms)
        return self.guide(GUIDE_ID, versions[-1] if versions else "")

    def catalogue_fields(self) -> tuple[FieldOfAction, ...]:
        """Return the fields of action that new projects begin with."""
        return load_fields(*self._place("fields.toml"))

    def indicators(self) -> tuple[Option, ...]:
        """Return id and name of the indicators."""
        return self._indicators

    def text_modules(
        self, legal_basis_id: str, occasion: Occasion, kind: DistrictKind = DistrictKind.DISTRICT
    ) -> tuple[ChapterText, ...]:
        """Return the proposed prose, one text a chapter; the caller fills the placeholders left."""
        return chosen(self.all_text_modules, self._words, legal_basis_id, occasion, kind)

    @cached_property
    def all_text_modules(self) -> tuple[TextModule, ...]:
        """Return every text module with its conditions."""
        names = sorted(path.name for path in (self._resources / "texts").glob("*.toml"))
        places = [self._place(f"texts/{name}") for name in names if name != WORDS_FILE]
        return load_modules(places, self._words)

    def rules(self, legal_basis_id: str = "") -> Mapping[str, RuleText]:
        """Return the wording of the checker's rules by rule id, with their sources under a legal basis."""
        return {name: rule.under(legal_basis_id) for name, rule in self._rules.items()}

    def tomls(self, folder: str) -> tuple[str, ...]:
        """Return the TOML files of a folder of the resources, as :meth:`toml` takes them, sorted by name."""
        return tuple(f"{folder}/{path.name}" for path in sorted((self._resources / folder).glob("*.toml")))

    def toml(self, relative: str) -> dict[str, object]:
        """Return the content of a file of the resources, such as ``concept/outline.toml``."""
        return dict(self.toml_file(relative).data)

    def toml_file(self, relative: str) -> TomlFile:
        """Return a file of the resources that can say where in it a fault stands."""
        if relative not in self._toml_files:
            self._toml_files[relative] = read_toml(*self._place(relative))
        return self._toml_files[relative]

    def word_template(self) -> bytes:
        """Return the Word template of the program."""
        path, shown = self._place(WORD_TEMPLATE)
        try:
            return path.read_bytes()
        except OSError:
            message = f"Die Datei {shown} fehlt oder ist nicht lesbar. Bitte installieren Sie kizdesk neu."
            raise EnvironmentFault(message) from None

    def example(self) -> list[Record]:
        """Return the records of the example project, file by file in the order of their names."""
        seen: set[tuple[str, str]] = set()
        found: list[Record] = []
        for path in sorted((self._resources / "example").rglob("*.toml")):
            relative = path.relative_to(self._resources).as_posix()
            if relative not in NOT_RECORDS:
                found += records_of(self.toml_file(relative), seen)
        return found

    def check_all(self) -> list[str]:
        """Try every resource; return what is wrong, in German sentences, or nothing."""
        found = faults_in(self._trials())
        if found:
            return found
        rules, bases = self.rules(), self.legal_bases()
        return [
            *places_at_odds(self.districts(), self._municipalities, set(self._geometries)),
            *rules_unknown(bases, rules),
            *modules_at_odds(self.all_text_modules, bases),
        ]

    def _trials(self) -> Iterator[Callable[[], object]]:
        yield from (self.districts, self.legal_bases, self.catalogue_fields, self.indicators, self.rules)
        yield from (self.example, self.word_template, self.latest_guide)
        yield from (partial(self.guide, GUIDE_ID, version) for version in guide_versions(self._forms))
        yield from (self._read_places, self._read_words)
        yield from (partial(self.toml, name) for folder in ("concept", "papers", "word") for name in self.tomls(folder))

    def _read_places(self) -> object:
        return self._municipalities, self._geometries, self.map_attribution

    def _read_words(self) -> object:
        return self.all_text_modules

    def _place(self, relative: str) -> tuple[Path, str]:
        return self._resources / relative, f"{self._resources.name}/{relative}"

    @cached_property
    def _sources(self) -> dict[str, str]:
        return {name: str(self.toml(f"{name}/source.toml")["attribution"]) for name in ("catalogue", "map")}

    @cached_property
    def _districts(self) -> tuple[District, ...]:
        path, shown = self._place("catalogue/kreise_nrw.csv")
        return read_districts(path, shown, self.catalogue_attribution)

    @cached_property
    def _municipalities(self) -> dict[str, tuple[Municipality, ...]]:
        return read_municipalities(*self._place("catalogue/gemeinden_nrw.csv"))

    @cached_property
    def _geometries(self) -> dict[str, Geometry]:
        return read_geometries(*self._place("map/gemeinden_nrw.geojson"))

    @cached_property
    def _legal_bases(self) -> tuple[LegalBasis, ...]:
        names = sorted(path.name for path in (self._resources / "legal").glob("*.toml"))
        bases = [load_legal_basis(*self._place(f"legal/{name}")) for name in names]
        return tuple(sorted(bases, key=lambda basis: basis.year))

    @cached_property
    def _indicators(self) -> tuple[Option, ...]:
        return load_indicators(*self._place("indicators.csv"))

    @cached_property
    def _words(self) -> Words:
        return load_words(*self._place(f"texts/{WORDS_FILE}"))

    @cached_property
    def _rules(self) -> dict[str, RuleText]:
        return load_rules(*self._place("rules.toml"))
