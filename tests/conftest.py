"""Add the option that keeps anew what the small projects print."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option, here because it must be known before any folder of tests is read."""
    parser.addoption(
        "--update-acceptance",
        action="store_true",
        help="rewrite the files in tests/acceptance/documents; review the change as a diff",
    )
