"""What services reads from law files: e-forms, and the results that tell their answers. Read once."""

from collections.abc import Iterable
from functools import cache

from nentang.foundation.forms.public import Field, FormDefinition, load_form
from nentang.government.catalogue.rules.catalogue import LAW
from nentang.government.catalogue.rules.result_paper import ResultPaper
from nentang.government.catalogue.rules.results import RESULTS, Asked, load_result


@cache
def form(code: str) -> FormDefinition:
    """The form of that code as its law file has it now."""
    return load_form(LAW / "forms" / f"{code}.yaml")


@cache
def all_forms() -> tuple[FormDefinition, ...]:
    """Every form of the catalogue, by code."""
    return tuple(form(path.stem) for path in sorted((LAW / "forms").glob("*.yaml")))


@cache
def result_paper(kind: str) -> ResultPaper:
    """The layout of results of that kind; ResultUnreadable names a file that must be mended."""
    return load_result(RESULTS / f"{kind}.yaml", questions_of)


def questions_of(code: str) -> dict[str, Asked]:
    """What that form asks, by name, as results need it."""
    return _asked(form(code).fields)


def _asked(fields: Iterable[Field]) -> dict[str, Asked]:
    return {
        each.name: Asked(
            kind=each.kind,
            words={choice.value: choice.label.vi for choice in each.choices},
            inner=_asked(each.fields),
        )
        for each in fields
    }
