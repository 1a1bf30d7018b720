"""Test what the window's commands do where there is no screen."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_without_a_screen_one_sentence_says_so(kizdesk: Run) -> None:
    outcome = kizdesk()
    assert outcome.code == 2
    assert outcome.err.startswith("Hier gibt es keinen Bildschirm, deshalb öffnet sich kein Fenster.\n")


def test_without_a_screen_the_demo_writes_everything(kizdesk: Run, tmp_path: Path) -> None:
    outcome = kizdesk("demo", "--out", tmp_path)
    assert outcome.code == 0
    assert "keinen Bildschirm" in outcome.err
    assert (tmp_path / "Integrationskonzept.docx").is_file()
