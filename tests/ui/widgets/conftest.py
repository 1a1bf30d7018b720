from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from kizdesk.ui import theme as look


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> look.Theme:
    return look.apply(qapp)
