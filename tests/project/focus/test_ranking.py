"""Test the ranking of the fields by urgency."""

from dataclasses import replace

from kizdesk.project.focus.ranking import Voice, proposal_text, urgency
from kizdesk.project.opened import OpenProject


def test_each_strand_has_its_ranking_with_the_most_urgent_first(example: OpenProject) -> None:
    education, cross_cutting = urgency(example)

    assert education.title == "Integration durch Bildung"
    for strand in (education, cross_cutting):
        means = [row.mean for row in strand.rows]
        assert means == sorted(means, reverse=True)
        assert [row.rank for row in strand.rows] == list(range(1, len(means) + 1))


def test_a_field_is_told_with_mean_spread_and_namings(example: OpenProject) -> None:
    first = urgency(example)[0].rows[0]

    assert (first.title, first.mean_text, first.count, first.named) == ("Sprachförderung", "4,1", 7, 6)
    assert first.text == "Mittel 4,1, von 3 bis 5 (7 Einschätzungen), 6 Nennungen"


def test_only_a_field_with_grades_is_called_urgent(example: OpenProject) -> None:
    graded = urgency(example)[0].rows[0]
    wanted = replace(graded, title="Wohnen", count=0, voices=(Voice("Dormagen", None, named=True),))

    assert proposal_text([graded]) == "Nach den Gesprächen am dringlichsten: „Sprachförderung“."
    assert proposal_text([wanted]) == "Als Schwerpunkt gewünscht: „Wohnen“ (von Dormagen)."
    assert proposal_text([graded, wanted]) == f"{proposal_text([graded])} {proposal_text([wanted])}"


def test_of_many_who_want_a_field_three_are_named(example: OpenProject) -> None:
    voices = tuple(Voice(place, None, named=True) for place in ("Dormagen", "Jüchen", "Kaarst", "Meerbusch", "Neuss"))
    row = replace(urgency(example)[0].rows[0], title="Wohnen", count=0, voices=voices)

    assert proposal_text([row]) == "Als Schwerpunkt gewünscht: „Wohnen“ (von Dormagen, Jüchen, Kaarst und 2 weiteren)."


def test_a_single_grade_has_no_spread(example: OpenProject) -> None:
    texts = [row.text for row in urgency(example)[1].rows if row.count == 1]

    assert texts == ["4 (eine Einschätzung), keine Nennung"]


def test_without_interviews_there_is_no_ranking(project: OpenProject) -> None:
    assert [strand.rows for strand in urgency(project)] == [(), ()]


def test_a_row_tells_which_municipality_said_what(example: OpenProject) -> None:
    first = urgency(example)[0].rows[0]

    grades = [voice.grade for voice in first.voices if voice.grade is not None]
    assert len(grades) == first.count
    assert sum(voice.named for voice in first.voices) == first.named
    assert [voice.place for voice in first.voices] == sorted(voice.place for voice in first.voices)
