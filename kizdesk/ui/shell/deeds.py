"""Say what the commands of the window do with an open project."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from kizdesk.ui.shell.shell import Shell


def _undo(shell: Shell) -> None:
    shell.session.undo()


def _redo(shell: Shell) -> None:
    shell.session.redo()


def _search(shell: Shell) -> None:
    shell.palette_panel.ask()


def _output(shell: Shell) -> None:
    shell.session.open("output.export")


def _preview(shell: Shell) -> None:
    shell.beside.toggle()


def _log(shell: Shell) -> None:
    shell.session.open("record.log")


def _message(shell: Shell) -> None:
    shell.show_message()


def _save(shell: Shell) -> None:
    shell.files.save()


def _save_copy(shell: Shell) -> None:
    shell.files.save_copy()


def _verify(shell: Shell) -> None:
    shell.files.verify()


def _backups(shell: Shell) -> None:
    shell.backups_panel.ask()


def _name(shell: Shell) -> None:
    shell.name_panel.ask()


DEEDS: Mapping[str, Callable[[Shell], object]] = MappingProxyType(
    {
        "save": _save,
        "save_copy": _save_copy,
        "verify": _verify,
        "backups": _backups,
        "log": _log,
        "name": _name,
        "undo": _undo,
        "redo": _redo,
        "find": Shell.find_here,
        "search": _search,
        "output": _output,
        "preview": _preview,
        "message": _message,
        "help": Shell.show_help,
    }
)
