"""Make click speak German: help, usage and errors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

HELP_OPTION = "Zeigt diese Hilfe."
_HEADINGS = {"Options": "Optionen", "Commands": "Befehle", "Positional arguments": "Angaben"}


class WrongUse(click.ClickException):
    """Refuse a command line that cannot be carried out; exit code 2."""

    exit_code = 2


class GermanFormatter(click.HelpFormatter):
    """Write help with German headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that says how a command is called."""
        super().write_usage(prog, args, prefix or "Aufruf: ")

    def write_heading(self, heading: str) -> None:
        """Write a heading in German."""
        super().write_heading(_HEADINGS.get(heading, heading))


class GermanContext(click.Context):
    """Be a context whose help is German."""

    formatter_class = GermanFormatter


class GermanCommand(click.Command):
    """Be a command that explains itself in German."""

    context_class = GermanContext
    allow_extra_args = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("options_metavar", "[OPTIONEN]")
        super().__init__(*args, **kwargs)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line; raises WrongUse for what is left over."""
        try:
            rest = super().parse_args(ctx, args)
        except click.BadOptionUsage as error:
            error.ctx = error.ctx or ctx  # click does not say in which command; the advice names it
            raise
        if rest and not ctx.resilient_parsing:
            raise WrongUse(f"„{rest[0]}“ ist hier eine Angabe zu viel. {advice(ctx)}")
        return rest

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option --help with its German text."""
        return germanised(super().get_help_option(ctx))


class NamedOption(click.Option):
    """Be an option whose help carries none of click's English remarks."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return how the option is written and what it does."""
        record = super().get_help_record(ctx)
        return (record[0], self.help or "") if record else None


def germanised(option: click.Option | None) -> click.Option | None:
    """Return the option --help with its German text."""
    if option is not None:
        option.help = HELP_OPTION
    return option


def advice(ctx: click.Context | None) -> str:
    """Say where help is found."""
    path = ctx.command_path if ctx else "kizdesk"
    return f"Hilfe: {path} --help"


def sentence(error: click.ClickException) -> str:
    """Return the German sentence of an error of click."""
    context = getattr(error, "ctx", None)
    match error:
        case WrongUse():
            return error.message
        case click.MissingParameter(param=param):
            return f"Es fehlt die Angabe {_name(param)}. {advice(context)}"
        case click.NoSuchOption(option_name=name, possibilities=others):
            return f"Die Option {name} gibt es hier nicht.{_meant(others)} {advice(context)}"
        case click.BadOptionUsage(option_name=name):
            return f"{_misused(name, context)} {advice(context)}"
        case click.BadParameter(param=param):
            return f"Die Angabe {_name(param)} passt nicht.{_choices(param)} {advice(context)}"
        case _:
            return f"Diese Angaben versteht kizdesk nicht. {advice(context)}"


def _misused(name: str, context: click.Context | None) -> str:
    params = context.command.params if context else ()
    takes_value = any(isinstance(param, click.Option) and name in param.opts and not param.is_flag for param in params)
    return f"Hinter {name} fehlt die Angabe." if takes_value else f"Zur Option {name} gehört keine Angabe."


def _name(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return param.opts[-1]
    return (param.metavar or param.name or "").upper() if isinstance(param, click.Argument) else ""


def _meant(others: Sequence[str] | None) -> str:
    return f" Gemeint ist vielleicht {others[0]}." if others else ""


def _choices(param: click.Parameter | None) -> str:
    kind = param.type if param is not None else None
    if isinstance(kind, click.Choice):
        return f" Möglich sind: {', '.join(str(choice) for choice in kind.choices)}."
    return ""
