"""`nentang`: the one command line. Every Django management command also works behind it."""

import argparse
import os
import sys
from importlib import import_module

from nentang.kernel.errors import DomainError

from .settings.environment import SettingUnreadable
from .start import start

COMMANDS = {
    "serve": "start the server (and, on SQLite, the worker) on this machine",
    "worker": "deliver events, seal the audit, sign documents, export facts",
    "bank": "start the local test bank that speaks the payment gateway's protocol",
    "exchange": "run a data exchange node, diagnose its connections, prove an exchange",
    "axis": "run the demo's ministry; rehearse a letter to every commune of a province",
    "migrate": "bring the database, geography, translations and static files up to date",
    "demo": "play the demo through the real actions",
    "synth": "invent people as registers have them, into files or into a demo",
    "intake": "take in tables of a register, or dossiers of an older system, from files",
    "law": "list, show and lint the dated law files",
    "facts": "list the kinds of facts, export them to Parquet",
    "indicators": "list, compute and show indicators",
    "index": "list frameworks of the digital transformation index, score a table, rehearse cheats",
    "rekey": "seal everything anew after the installation's secret was changed",
    "retention": "tell which personal data is due to be erased, and erase it",
    "backup": "write everything into one file while the system runs",
    "restore": "put a backup back and check it",
    "drill": "rehearse: back up, restore elsewhere, check what came back",
    "check": "check clocks, settings, the database, the audit chain, documents, the whole installation",
    "docs": "write the generated reference pages",
}
ALONE = {"exchange"}  # a node has neither settings nor a database


class Stop(Exception):
    """A command that cannot go on; the text says what to do."""


def main(words: list[str] | None = None) -> int:
    """0 where the command did what it says, 1 where it could not, 2 where the words are wrong."""
    words = sys.argv[1:] if words is None else words
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nentang.config.settings.local")
    try:
        if words and words[0] not in COMMANDS and not words[0].startswith("-"):
            return _django(words)
        return _run(words)
    except (Stop, DomainError, SettingUnreadable) as stop:
        print(stop, file=sys.stderr)  # noqa: T201 - this is the terminal
        return 1
    except KeyboardInterrupt:
        return 130


def _run(words: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="nentang", description="Nền Tảng: a digital government in one installation."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, meaning in COMMANDS.items():
        each = commands.add_parser(
            name, help=meaning, description=meaning[0].upper() + meaning[1:] + "."
        )
        if words[:1] == [name]:
            if name not in ALONE:
                start()
            import_module(f"nentang.config.commands.{name}").add_arguments(each)
    arguments = parser.parse_args(words or ["--help"])
    run = import_module(f"nentang.config.commands.{arguments.command}").run
    return int(run(arguments))


def _django(words: list[str]) -> int:
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - only when asked

    execute_from_command_line(["nentang", *words])
    return 0
