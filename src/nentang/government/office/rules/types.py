"""The types of administrative documents that the law names on a day."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from nentang.government.office.errors import TypeUnknown
from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, load_law

FILE = Path(__file__).parents[1] / "law" / "document_types.yaml"


class DocumentType(Frozen):
    """A type; `short` stands in its notation, empty for letters, which name the drafting unit instead."""

    code: str
    short: str
    name_vi: str
    name_en: str
    is_letter: bool

    def name(self, language: str) -> str:
        """The name in the reader's language."""
        return self.name_en if language.startswith("en") else self.name_vi


def types_on(day: date) -> dict[str, DocumentType]:
    """All types of that day by code, in the order of the law."""
    return _law().in_force(on=day)


def type_named(code: str, day: date) -> DocumentType:
    """The type of that code; TypeUnknown."""
    found = types_on(day).get(code)
    if found is None:
        raise TypeUnknown
    return found


@cache
def _law() -> Law[dict[str, DocumentType]]:
    return load_law(FILE, _types)


def _types(value: Mapping[str, Any]) -> dict[str, DocumentType]:
    found = [
        DocumentType(
            code=each["code"],
            short=each["short"],
            name_vi=each["name"]["vi"],
            name_en=each["name"]["en"],
            is_letter=each.get("is_letter", False),
        )
        for each in value["types"]
    ]
    return {each.code: each for each in found}
