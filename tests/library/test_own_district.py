"""Check the table from which a district outside the catalogue is taken."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kizdesk.domain.errors import EnvironmentFault, UserError
from kizdesk.domain.places import DistrictKind
from kizdesk.library import Library

HEADER = "ags;ars;name;name_amtlich;art;kreis_ags;kreis_name;einwohner;flaeche_km2;stand"
PRUEM = "07232296;072325004296;Prüm;Prüm, Stadt;Stadt;07232;Eifelkreis Bitburg-Prüm;5400;53,91;2023-12-31"
SPEICHER = "07232123;072325007123;Speicher;Speicher, Stadt;Stadt;07232;Eifelkreis Bitburg-Prüm;3600;7,96;2023-12-31"


def table(folder: Path, *rows: str, header: str = HEADER, encoding: str = "utf-8") -> Path:
    path = folder / "eifelkreis.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding=encoding)
    return path


def refusal(library: Library, path: Path) -> str:
    with pytest.raises(UserError) as caught:
        library.municipalities_from_csv(path)
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_umlauts_survive_in_every_common_encoding(library: Library, tmp_path: Path, encoding: str) -> None:
    _, members = library.municipalities_from_csv(table(tmp_path, PRUEM, encoding=encoding))
    assert members[0].name == "Prüm"


def test_the_district_is_made_from_its_municipalities(library: Library, tmp_path: Path) -> None:
    district, members = library.municipalities_from_csv(table(tmp_path, PRUEM, SPEICHER))
    assert (district.id, district.name, district.kind) == ("07232", "Eifelkreis Bitburg-Prüm", DistrictKind.DISTRICT)
    assert (district.population, district.area_km2, district.as_of) == (9000, Decimal("61.87"), date(2023, 12, 31))
    assert [place.id for place in members] == ["07232296", "07232123"]


def test_an_empty_number_leaves_the_sum_open(library: Library, tmp_path: Path) -> None:
    district, members = library.municipalities_from_csv(table(tmp_path, PRUEM.replace("5400", ""), SPEICHER))
    assert members[0].population is None
    assert district.population is None


def test_a_leading_zero_lost_in_a_spreadsheet_is_put_back(library: Library, tmp_path: Path) -> None:
    district, members = library.municipalities_from_csv(
        table(tmp_path, PRUEM.replace("07232296;", "7232296;").replace(";07232;", ";7232;"))
    )
    assert (district.id, members[0].id) == ("07232", "07232296")


def test_a_date_as_a_spreadsheet_writes_it_is_read(library: Library, tmp_path: Path) -> None:
    district, _ = library.municipalities_from_csv(table(tmp_path, PRUEM.replace("2023-12-31", "31.12.2023")))
    assert district.as_of == date(2023, 12, 31)


def test_columns_may_stand_in_another_order_and_be_more(library: Library, tmp_path: Path) -> None:
    header = "bemerkung;" + HEADER
    _, members = library.municipalities_from_csv(table(tmp_path, "x;" + PRUEM, header=header))
    assert members[0].name == "Prüm"


def test_a_kreisfreie_stadt_has_no_municipalities(library: Library, tmp_path: Path) -> None:
    row = "07211000;072110000000;Trier;Trier, Stadt;kreisfreie Stadt;07211;Trier, Stadt;112000;117,06;2023-12-31"
    district, members = library.municipalities_from_csv(table(tmp_path, row))
    assert (district.name, district.kind, members) == ("Trier", DistrictKind.INDEPENDENT_CITY, ())


def test_a_missing_column_is_named(library: Library, tmp_path: Path) -> None:
    message = refusal(library, table(tmp_path, PRUEM, header=HEADER.replace("kreis_ags", "kreis")))
    assert message.startswith("eifelkreis.csv, Zeile 1: Die Spalte „kreis_ags“ fehlt.")


def test_a_short_row_is_named_by_its_line(library: Library, tmp_path: Path) -> None:
    assert "eifelkreis.csv, Zeile 3: Hier stehen 2 statt 10 Spalten." in refusal(
        library, table(tmp_path, PRUEM, "07232123;Speicher")
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("5400", "5.400", "„5.400“ in der Spalte „einwohner“ ist keine ganze Zahl"),
        ("5400", "-1", "„-1“ in der Spalte „einwohner“ ist keine ganze Zahl"),
        ("53,91", "53.91", "„53.91“ in der Spalte „flaeche_km2“ ist keine Zahl"),
        ("53,91", "NaN", "„NaN“ in der Spalte „flaeche_km2“ ist keine Zahl"),
        ("2023-12-31", "Ende 2023", "„Ende 2023“ in der Spalte „stand“ ist kein Datum"),
        ("2023-12-31", "31.13.2023", "„31.13.2023“ in der Spalte „stand“ ist kein Datum"),
        ("07232296;", "0723;", "„0723“ in der Spalte „ags“ ist kein Schlüssel mit 8 Ziffern"),
        ("07232296;", "07999296;", "beginnt nicht mit dem Kreisschlüssel 07232"),
        (";Prüm;", ";;", "In der Spalte „name“ fehlt die Angabe"),
    ],
)
def test_a_wrong_value_is_named_with_its_line(library: Library, tmp_path: Path, old: str, new: str, told: str) -> None:
    message = refusal(library, table(tmp_path, SPEICHER, PRUEM.replace(old, new, 1)))
    assert message.startswith("eifelkreis.csv, Zeile 3")
    assert told in message


def test_a_double_key_is_named_with_both_lines(library: Library, tmp_path: Path) -> None:
    message = refusal(library, table(tmp_path, PRUEM, SPEICHER, PRUEM))
    assert "Zeile 4, Prüm: Der Schlüssel 07232296 steht schon in Zeile 2." in message


def test_two_districts_in_one_table_are_refused(library: Library, tmp_path: Path) -> None:
    other = "07235068;072355004068;Konz;Konz, Stadt;Stadt;07235;Kreis Trier-Saarburg;18700;44,63;2023-12-31"
    message = refusal(library, table(tmp_path, PRUEM, other))
    assert "Zeile 3, Konz: Diese Gemeinde gehört zu einem anderen Kreis als Prüm in Zeile 2." in message


def test_two_names_of_one_district_are_refused(library: Library, tmp_path: Path) -> None:
    message = refusal(library, table(tmp_path, PRUEM, SPEICHER.replace("Eifelkreis Bitburg-Prüm", "Eifelkreis")))
    assert "Der Kreis heißt hier anders als in Zeile 2." in message


def test_a_kreisfreie_stadt_beside_others_is_refused(library: Library, tmp_path: Path) -> None:
    message = refusal(library, table(tmp_path, PRUEM.replace("Stadt;07232", "kreisfreie Stadt;07232"), SPEICHER))
    assert "Eine kreisfreie Stadt hat keine weiteren Gemeinden." in message


def test_open_quotes_are_refused(library: Library, tmp_path: Path) -> None:
    assert "Anführungszeichen" in refusal(library, table(tmp_path, PRUEM.replace("2023", '"2023')))


def test_a_table_without_rows_is_refused(library: Library, tmp_path: Path) -> None:
    assert "Die Datei enthält keine Gemeinde." in refusal(library, table(tmp_path))


def test_an_empty_file_is_refused(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "leer.csv"
    path.write_bytes(b"")
    assert refusal(library, path).startswith("leer.csv: Die Datei ist leer.")


def test_a_missing_file_is_a_fault_of_the_surroundings(library: Library, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match=r"fehlt\.csv gibt es nicht"):
        library.municipalities_from_csv(tmp_path / "fehlt.csv")


def test_a_folder_instead_of_a_file_is_a_fault_of_the_surroundings(library: Library, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="nicht lesbar"):
        library.municipalities_from_csv(tmp_path)


def test_a_spreadsheet_is_told_from_a_table(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "gemeinden.xlsx"
    path.write_bytes(b"PK\x03\x04" + bytes(100))
    assert "Das ist eine Excel-Datei." in refusal(library, path)


def test_a_table_with_commas_is_told_that_semicolons_are_wanted(library: Library, tmp_path: Path) -> None:
    assert "getrennt durch Semikolon" in refusal(library, table(tmp_path, header=HEADER.replace(";", ",")))


def test_a_name_broken_over_two_lines_stays_two_words(library: Library, tmp_path: Path) -> None:
    _, members = library.municipalities_from_csv(table(tmp_path, PRUEM.replace(";Prüm;", ';"Bad\nPrüm";', 1)))
    assert members[0].name == "Bad Prüm"
