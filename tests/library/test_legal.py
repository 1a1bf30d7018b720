"""Check the legal bases: amounts, validity, tasks, sources."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kizdesk.domain.errors import UserError
from kizdesk.domain.legal import FundedPost, LegalBasis
from kizdesk.library import Library
from kizdesk.library.legal import load_legal_basis
from kizdesk.places import resources_dir


def posts_on(basis: LegalBasis, day: date) -> list[FundedPost]:
    return [post for post in basis.posts if post.valid_from <= day <= (post.valid_until or date.max)]


def most_paid(basis: LegalBasis, day: date) -> Decimal:
    amounts = [
        post.max_amount * post.fte / post.amount_share for post in posts_on(basis, day) if post.max_amount is not None
    ]
    return sum(amounts, Decimal(0))


@pytest.mark.parametrize(
    ("year", "day", "amount"),
    [
        (2012, date(2012, 1, 1), 170_000),
        (2012, date(2017, 12, 31), 170_000),
        (2012, date(2018, 1, 1), 320_000),
        (2012, date(2021, 12, 31), 320_000),
        (2022, date(2023, 1, 1), 364_500),
        (2022, date(2026, 7, 1), 364_500),
    ],
)
def test_the_land_pays_at_most(library: Library, year: int, day: date, amount: int) -> None:
    assert most_paid(library.legal_basis_of_year(year), day) == amount


def test_in_2012_there_are_five_and_a_half_posts(library: Library) -> None:
    posts = posts_on(library.legal_basis("tig-2012"), date(2013, 3, 6))
    assert sum(post.fte for post in posts) == Decimal("5.5")


def test_teachers_are_seconded_and_never_paid_for(library: Library) -> None:
    for basis in library.legal_bases():
        for post in basis.posts:
            assert post.seconded is (post.max_amount is None) is post.id.startswith("lehrkraefte")


def test_the_second_law_follows_the_first_day_by_day(library: Library) -> None:
    first, second = library.legal_bases()
    assert (first.in_force_until, second.in_force_from) == (date(2021, 12, 31), date(2022, 1, 1))


def test_only_the_law_of_2022_asks_for_volunteers_and_free_providers(library: Library) -> None:
    rules = {basis.year: {precondition.rule for precondition in basis.preconditions} for basis in library.legal_bases()}
    assert {"volunteers_missing", "free_providers_missing"} <= rules[2022]
    assert not {"volunteers_missing", "free_providers_missing"} & rules[2012]
    assert "ehrenamt" in {task.id for task in library.legal_basis_of_year(2022).tasks}
    assert "ehrenamt" not in {task.id for task in library.legal_basis_of_year(2012).tasks}


def test_every_rule_of_a_precondition_has_a_wording(library: Library) -> None:
    named = {precondition.rule for basis in library.legal_bases() for precondition in basis.preconditions}
    assert named <= library.rules().keys()


def test_each_law_uses_its_own_word_for_the_people(library: Library) -> None:
    first, second = library.legal_bases()
    assert (first.term_for_people, second.term_for_people) == (
        "Menschen mit Migrationshintergrund",
        "Menschen mit Einwanderungsgeschichte",
    )


def test_an_unknown_legal_basis_is_refused(library: Library) -> None:
    with pytest.raises(UserError, match="„tig-1999“ ist in diesem Programm nicht enthalten"):
        library.legal_basis("tig-1999")
    with pytest.raises(UserError, match="Möglich sind 2012 und 2022"):
        library.legal_basis_of_year(1999)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('id = "koordination"', 'id = "bildungskette"', "Die Kennung „bildungskette“ ist schon vergeben."),
        ('fte = "6"', 'fte = "0"', "müssen größer als 0 sein."),
        ('fte = "6"', "fte = 6.5", "hier wird eine Zahl als Text erwartet"),
        ('max_amount = "57000"', 'max_amount = "-1"', "Ein Höchstbetrag kann nicht kleiner als 0 sein."),
        ('source = "§ 8 Absatz 2 TIntG"', 'source = ""', "Die Quelle fehlt."),
        ("in_force_from = 2022-01-01", "in_force_from = 2022", "hier wird ein Text erwartet."),
    ],
)
def test_a_fault_of_a_legal_basis_is_named(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = (resources_dir() / "legal/tintg-2022.toml").read_text(encoding="utf-8")
    path = tmp_path / "tintg-2022.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load_legal_basis(path, "legal/tintg-2022.toml")
    line = text[: text.index(old)].count("\n") + 1
    assert str(caught.value).startswith(f"legal/tintg-2022.toml, Zeile {line}")
    assert told in str(caught.value)
