"""Every import contract must be able to fail: a copy of the program with one forbidden import breaks it."""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parent.parent
LINT = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"


@dataclass(frozen=True, slots=True)
class Breach:
    """Put one forbidden line into a file of the program; `contract` is the name of what it breaks."""

    contract: str
    file: str
    line: str


BREACHES = (
    Breach("Imports run downward", "domain/breach.py", "import kizdesk.concept"),
    Breach("Imports run downward", "places.py", "import kizdesk.domain"),
    Breach("Imports run downward", "children/breach.py", "import kizdesk.paperwork"),
    Breach("Imports run downward", "concept/breach.py", "import kizdesk.children"),
    Breach("Imports run downward", "writers/breach.py", "import kizdesk.store"),
    Breach("Imports run downward", "library/breach.py", "import kizdesk.writers"),
    Breach("Imports run downward", "paperwork/breach.py", "import kizdesk.library"),
    Breach("Imports run downward", "newcomer.py", ""),
    Breach("project is the only door for cli and ui", "cli/breach.py", "import kizdesk.store"),
    Breach("project is the only door for cli and ui", "ui/breach.py", "import kizdesk.writers"),
    Breach("project is the only door for cli and ui", "ui/breach.py", "import kizdesk.paperwork"),
    Breach("cli and ui do not reach the concept", "cli/breach.py", "import kizdesk.concept"),
    Breach("Migrations use no code of the program", "store/migrations/breach.py", "from kizdesk import store"),
    Breach("Migrations use no code of the program", "store/migrations/breach.py", "import kizdesk.domain"),
    Breach("Qt only in ui", "project/breach.py", "from PySide6.QtCore import QObject"),
    Breach("SQLAlchemy and SQLCipher only in store", "project/breach.py", "import sqlalchemy"),
    Breach("SQLAlchemy and SQLCipher only in store", "library/breach.py", "import sqlcipher3"),
    Breach("python-docx, typst and openpyxl only in writers", "concept/breach.py", "import docx"),
    Breach("python-docx, typst and openpyxl only in writers", "project/breach.py", "import typst"),
    Breach("python-docx, typst and openpyxl only in writers", "store/breach.py", "import openpyxl"),
    Breach("reportlab only in paperwork", "writers/breach.py", "import reportlab"),
    Breach("pypdf only in paperwork and writers", "project/breach.py", "import pypdf"),
    Breach("click only in cli", "project/breach.py", "import click"),
)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Copy the program without its data, beside the configuration of its contracts."""
    shutil.copytree(ROOT / "kizdesk", tmp_path / "kizdesk", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def broken_contracts(folder: Path) -> set[str]:
    """Return the names of the contracts that the program in a folder breaks."""
    command = [sys.executable, "-c", LINT, "--no-cache", "--no-logo"]
    result = subprocess.run(command, capture_output=True, text=True, cwd=folder, timeout=60, check=False)
    found = set(re.findall(r"^(.+) BROKEN\b", result.stdout, flags=re.MULTILINE))
    assert bool(found) == bool(result.returncode), result.stdout + result.stderr
    return found


def test_the_program_keeps_every_contract(copy: Path) -> None:
    assert broken_contracts(copy) == set()


@pytest.mark.parametrize("breach", BREACHES, ids=lambda breach: f"{breach.file}: {breach.line or 'a new module'}")
def test_a_forbidden_import_breaks_its_contract(copy: Path, breach: Breach) -> None:
    target = copy / "kizdesk" / breach.file
    target.parent.mkdir(exist_ok=True)
    (target.parent / "__init__.py").touch()
    with target.open("a", encoding="utf-8") as file:
        file.write(f"\n{breach.line}\n")

    assert breach.contract in broken_contracts(copy)


def foreign_imports(package: str) -> set[str]:
    """Return the modules outside standard library and package that anything in the package imports."""
    graph = grimp.build_graph("kizdesk", include_external_packages=True, cache_dir=None)
    inside = {package, *graph.find_descendants(package)}
    imported = {found for module in inside for found in graph.find_modules_directly_imported_by(module)}
    return {name for name in imported - inside if name.split(".")[0] not in sys.stdlib_module_names}


@pytest.mark.parametrize("package", ["kizdesk.domain", "kizdesk.places"])
def test_the_lowest_layers_use_the_standard_library_only(package: str) -> None:
    assert foreign_imports(package) <= {"kizdesk.places"}


def test_foreign_imports_are_seen_where_they_are_allowed() -> None:
    assert {"click"} <= foreign_imports("kizdesk.cli")


def test_an_optional_package_is_named_plainly_once_it_exists() -> None:
    """A wildcard does not match the package itself; it stands in the contracts only for what does not exist yet."""
    plain = '"kizdesk.paperwork"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")

    assert plain == (ROOT / "kizdesk" / "paperwork").is_dir()
