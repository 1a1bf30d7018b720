"""The set-up must ask for nothing it need not ask for, and say in one line what it cannot do itself."""

from pathlib import Path

import pytest

from tools import setup_env
from tools.setup_env import SetupFault


def test_only_what_cannot_be_loaded_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(setup_env, "can_make_venv", lambda: True)
    monkeypatch.setattr(setup_env, "loads", lambda library: library != "libEGL.so.1")

    assert setup_env.missing_packages() == ["libegl1"]


def test_a_debian_python_without_ensurepip_needs_its_venv_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup_env, "can_make_venv", lambda: False)
    monkeypatch.setattr(setup_env, "loads", lambda _library: True)

    assert setup_env.missing_packages() == ["python3-venv"]


def test_without_rights_the_one_line_to_type_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup_env, "root_prefix", lambda: None)

    with pytest.raises(SetupFault, match="sudo apt-get install -y --no-install-recommends libgl1 libegl1"):
        setup_env.require_packages(["libgl1", "libegl1"], needed=True)


def test_without_rights_a_run_that_needs_no_window_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(setup_env, "root_prefix", lambda: None)

    setup_env.require_packages(["libgl1"], needed=False)

    assert "sudo apt-get install" in capsys.readouterr().out


def test_a_changed_lock_is_installed_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    locks = {kind: tmp_path / f"{kind}.lock" for kind in ("run", "dev")}
    for kind, lock in locks.items():
        lock.write_text(kind, encoding="utf-8")
    monkeypatch.setattr(setup_env, "LOCKS", locks)
    monkeypatch.setattr(setup_env, "STAMP", tmp_path / "stamp")
    setup_env.STAMP.write_text(setup_env.digest(locks["dev"]), encoding="utf-8")

    assert setup_env.is_current("dev")
    assert setup_env.is_current("run"), "the environment for tests serves for running too"

    locks["dev"].write_text("dev, newer", encoding="utf-8")
    assert not setup_env.is_current("dev")


def test_an_environment_for_running_does_not_serve_for_tests(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(setup_env, "STAMP", tmp_path / "stamp")
    setup_env.STAMP.write_text(setup_env.digest(setup_env.LOCKS["run"]), encoding="utf-8")

    assert setup_env.is_current("run")
    assert not setup_env.is_current("dev")
