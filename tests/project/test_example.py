from datetime import date
from pathlib import Path

from kizdesk.domain.people import Body
from kizdesk.domain.versions import ConceptVersion
from kizdesk.domain.votes import Vote, VoteSubject
from kizdesk.project.durable.verify import verify
from kizdesk.project.example import FILE_NAME, create_example
from kizdesk.project.files import free_name, set_aside
from kizdesk.project.opened import OpenProject
from kizdesk.project.participation.votes import refuse_vote
from kizdesk.project.surroundings import Surroundings


def test_the_example_holds_the_version_of_the_paper(example: OpenProject) -> None:
    [version] = example.snapshot.all(ConceptVersion)

    assert (version.number, version.dated) == (1, date(2013, 2, 19))


def test_the_votes_of_the_example_are_bound_to_its_version(example: OpenProject) -> None:
    votes = [vote for vote in example.snapshot.all(Vote) if vote.subject is VoteSubject.VERSION]

    assert votes
    assert {vote.subject_id for vote in votes} == {"fassung-1"}


def test_every_vote_of_the_example_would_be_taken_from_a_user(example: OpenProject) -> None:
    for vote in example.snapshot.all(Vote):
        refuse_vote(example, vote)
    assert example.snapshot.all(Body)


def test_the_example_is_sound(example: OpenProject) -> None:
    assert verify(example) == []


def test_an_earlier_example_keeps_its_name(tmp_path: Path, surroundings: Surroundings) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"von Hand")

    path = create_example(tmp_path, surroundings)

    assert path.name == "Beispiel Rhein-Kreis Neuss (2).kizdesk"
    assert (tmp_path / FILE_NAME).read_bytes() == b"von Hand"


def test_what_stood_in_the_way_comes_back_if_nothing_took_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"alt")

    with set_aside(path) as aside:
        assert aside == tmp_path / "a (2).txt"

    assert path.read_bytes() == b"alt"


def test_names_are_counted_on_until_one_is_free(tmp_path: Path) -> None:
    for name in ("a.txt", "a (2).txt"):
        (tmp_path / name).touch()

    assert free_name(tmp_path / "a.txt").name == "a (3).txt"
