"""Forms from files."""

from pathlib import Path

import yaml

from .rules.definition import FormDefinition, parse_form


def load_form(path: Path) -> FormDefinition:
    """The form in a YAML file; ValueError names what is wrong with it."""
    return parse_form(yaml.safe_load(path.read_text(encoding="utf-8")))
