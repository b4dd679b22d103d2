"""Codes of units with budget relation (Circular 185/2015/TT-BTC, Art. 5), and chapters by budget level."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, load_law

LAW = Path(__file__).parents[1] / "law"
SERIALS = 999_999
_CODE = re.compile(r"[0-9]{7}", re.ASCII)
_CHAPTER = re.compile(r"[0-9]{3}", re.ASCII)


class CodeForm(Frozen):
    """What the first digit of a code says."""

    first_digits: Mapping[str, str]

    def kind_of(self, code: str) -> str | None:
        """What a code stands for; None where it is no code."""
        return self.first_digits.get(code[0]) if _CODE.fullmatch(code) else None

    def code_of(self, kind: str, serial: int) -> str:
        """The code with that number, under the first digit that stands for the kind."""
        digit = next(digit for digit, each in self.first_digits.items() if each == kind)
        return f"{digit}{serial:06d}"


class Chapters(Frozen):
    """The chapters of each budget level, both ends in."""

    levels: Mapping[str, tuple[int, int]]

    def has(self, chapter: str, level: str) -> bool:
        """Whether the chapter belongs to that budget."""
        if not _CHAPTER.fullmatch(chapter):
            return False
        first, last = self.levels[level]
        return first <= int(chapter) <= last


@cache
def unit_codes_law() -> Law[CodeForm]:
    """How codes are made up."""
    return load_law(LAW / "unit_codes.yaml", _form)


@cache
def chapters_law() -> Law[Chapters]:
    """Which chapters belong to which budget."""
    return load_law(LAW / "chapters.yaml", _chapters)


def _form(value: Mapping[str, Any]) -> CodeForm:
    return CodeForm({str(digit): str(kind) for digit, kind in value["first_digits"].items()})


def _chapters(value: Mapping[str, Any]) -> Chapters:
    return Chapters({level: (first, last) for level, (first, last) in value["levels"].items()})
