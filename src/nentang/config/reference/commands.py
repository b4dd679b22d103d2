"""The page of the command line, from the parsers themselves."""

import argparse
from importlib import import_module

from nentang.config.cli import COMMANDS

from .markdown import code, document, section, sentence, table


def page() -> str:
    """Every command with its words."""
    return document(
        "Commands",
        "`nentang COMMAND`; in a working copy `.venv/bin/nentang`. Each returns 0 where it did what it "
        "says, 1 where it could not, 2 where the words are wrong. Every Django management command works "
        "behind `nentang` too.",
        *(
            section(f"nentang {name}", f"{sentence(meaning)}.", _words(name))
            for name, meaning in COMMANDS.items()
        ),
    )


def _words(name: str) -> str:
    parser = argparse.ArgumentParser(add_help=False)
    import_module(f"nentang.config.commands.{name}").add_arguments(parser)
    return table(("word", "values", "meaning"), map(_row, parser._actions))


def _row(action: argparse.Action) -> tuple[str, str, str]:
    word = code(action.option_strings[-1] if action.option_strings else action.dest)
    return word, ", ".join(code(choice) for choice in action.choices or ()), action.help or ""
