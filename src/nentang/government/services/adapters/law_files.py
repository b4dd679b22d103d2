"""The e-forms of services, read once from law files."""

from functools import cache
from pathlib import Path

from nentang.foundation.forms.public import FormDefinition, load_form

LAW = Path(__file__).parents[1] / "law"


@cache
def form(code: str) -> FormDefinition:
    """The form of that code as its law file has it now."""
    return load_form(LAW / "forms" / f"{code}.yaml")


@cache
def all_forms() -> tuple[FormDefinition, ...]:
    """Every form of the catalogue, by code."""
    return tuple(form(path.stem) for path in sorted((LAW / "forms").glob("*.yaml")))
