from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kizdesk.domain.changes import Change, Create, Delete, Update
from kizdesk.domain.people import Person
from kizdesk.domain.snapshot import Snapshot
from kizdesk.store import ProjectFile
from tests.store.support import NOW, records, stamp

State = tuple[Person, ...]
_TEXTS = st.sampled_from(["", "Meyer", "Kaya", "Đorđević"])


def state_of(snapshot: Snapshot) -> State:
    return snapshot.all(Person)


class CommitsAndUndo(RuleBasedStateMachine):
    """Compare the project with a plain list of its states, while it is changed, undone, redone and reopened."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self._path = Path(self._folder.name) / "Kreis.kizdesk"
        self._project = ProjectFile.create(self._path, who="Frau X", now=NOW)
        self._states: list[State] = [()]
        self._present = 0
        self._stays = 0

    def _ids(self) -> list[str]:
        return [person.id for person in self._states[self._present]]

    @rule(data=st.data())
    def commit(self, data: st.DataObject) -> None:
        """Change one to three things as one group."""
        snapshot = self._project.snapshot()
        changes: list[Change] = []
        for _ in range(data.draw(st.integers(1, 3))):
            change = self._draw(data, snapshot)
            changes.append(change)
            snapshot = snapshot.applied([change])
        self._stays += 1
        before = len(self._project.log())
        self._project.commit(changes, stamp(stay=f"s{self._stays}"))
        if len(self._project.log()) > before:
            self._states = [*self._states[: self._present + 1], state_of(snapshot)]
            self._present += 1

    def _draw(self, data: st.DataObject, snapshot: Snapshot) -> Change:
        ids = [person.id for person in snapshot.all(Person)]
        free = sorted(set("abc") - set(ids))
        kinds = (["create"] if free else []) + (["update", "delete"] if ids else [])
        match data.draw(st.sampled_from(kinds)):
            case "create":
                record = data.draw(records(Person).filter(lambda person: person.id in free))
                return Create(record)
            case "update":
                return Update(Person, data.draw(st.sampled_from(ids)), "name", data.draw(_TEXTS))
            case _:
                return Delete(Person, data.draw(st.sampled_from(ids)))

    @rule()
    def undo(self) -> None:
        """Go one state back."""
        assert (self._project.undo("Frau X", NOW) is None) is (self._present == 0)
        self._present = max(0, self._present - 1)

    @rule()
    def redo(self) -> None:
        """Go one state on."""
        at_end = self._present == len(self._states) - 1
        assert (self._project.redo("Frau X", NOW) is None) is at_end
        self._present += not at_end

    @rule()
    @precondition(lambda self: self._present > 0)
    def reopen(self) -> None:
        """Start the program anew."""
        self._project.close()
        self._project = ProjectFile.open(self._path, who="Frau X", now=NOW)

    @invariant()
    def state_is_as_expected(self) -> None:
        """Compare the project with the plain list."""
        assert state_of(self._project.snapshot()) == self._states[self._present]

    def teardown(self) -> None:
        """Read what lies in the file at the end."""
        assert [finding for finding in self._project.verify() if "Protokoll" in finding] == []
        self._project.close()
        with ProjectFile.open(self._path, who="Frau X", now=NOW, read_only=True) as again:
            assert state_of(again.snapshot()) == self._states[self._present]
        self._folder.cleanup()


TestCommitsAndUndo = CommitsAndUndo.TestCase
TestCommitsAndUndo.settings = settings(max_examples=15, stateful_step_count=12, deadline=None)
