"""Load the legal bases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kizdesk.domain.codec import revive
from kizdesk.domain.legal import FundedPost, LegalBasis
from kizdesk.library.toml_file import read_toml

Fault = tuple[str, str]


def load_legal_basis(path: Path, shown: str) -> LegalBasis:
    """Return the legal basis of a file; raises ShapeError with file, line and entry for the first fault in it."""
    file = read_toml(path, shown)
    basis = file.traced(lambda data: revive(LegalBasis, _with_open_ends(data)))
    file.refuse(_faults(basis))
    if path.stem != basis.id:
        raise file.fault("id", f"Die Datei muss {basis.id}.toml heißen, wie ihre Kennung.")
    return basis


def _with_open_ends(data: Mapping[str, object]) -> dict[str, object]:
    """Return the data with None where TOML, which knows no null, leaves a key out."""
    posts = data.get("posts")
    rows = posts if isinstance(posts, list) else []
    opened = [{"max_amount": None, "valid_until": None, **row} for row in rows if isinstance(row, dict)]
    return {"in_force_until": None, **data, "posts": opened}


def _faults(basis: LegalBasis) -> Iterator[Fault]:
    yield from _list("preconditions", [(entry.id, entry.source) for entry in basis.preconditions])
    yield from _list("tasks", [(entry.id, entry.source) for entry in basis.tasks])
    yield from _list("posts", [(entry.id, entry.source) for entry in basis.posts])
    for index, post in enumerate(basis.posts):
        yield from _post(f"posts[{index}]", post)


def _list(name: str, entries: Iterable[tuple[str, str]]) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, (entry_id, source) in enumerate(entries):
        if entry_id in seen:
            yield f"{name}[{index}].id", f"Die Kennung „{entry_id}“ ist schon vergeben."
        if not source.strip():
            yield f"{name}[{index}].source", "Die Quelle fehlt."
        seen.add(entry_id)


def _post(path: str, post: FundedPost) -> Iterator[Fault]:
    if post.fte <= 0 or post.amount_share <= 0:
        yield f"{path}.fte", "Stellen und Stellenanteil müssen größer als 0 sein."
    if post.max_amount is not None and post.max_amount < 0:
        yield f"{path}.max_amount", "Ein Höchstbetrag kann nicht kleiner als 0 sein."
    if post.valid_until is not None and post.valid_until < post.valid_from:
        yield f"{path}.valid_until", "Das Ende der Geltung liegt vor ihrem Beginn."
