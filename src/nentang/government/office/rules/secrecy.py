"""State secrets stay out: what is marked as one is refused, wherever it is entered."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

from nentang.government.office.errors import StateSecretRefused
from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, Rule, load_law

FILE = Path(__file__).parents[1] / "law" / "secrecy.yaml"
OPEN = "open"
AROUND = ' \t.:;-–—*()[]"“”'


class SecrecyRule(Frozen):
    """The marks of secret documents, and where such documents are drawn up."""

    marks: frozenset[str]
    where_vi: str
    where_en: str

    def where(self, language: str) -> str:
        """Where to go with it, in the reader's language."""
        return self.where_en if language.startswith("en") else self.where_vi


def secrecy_on(day: date) -> Rule[SecrecyRule]:
    """What held on that day."""
    return _law().rule_on(day)


def check_open(degree: str, *texts: str, on: date) -> None:
    """StateSecretRefused where a degree is chosen, or a line of a text is nothing but its stamp.

    «Độ mật: Tối mật» is such a line too; a sentence in which the word occurs is none.
    """
    marks = secrecy_on(on).value.marks
    if degree != OPEN or any(
        _is_stamp(line, marks) for text in texts for line in text.splitlines()
    ):
        raise StateSecretRefused


def _is_stamp(line: str, marks: frozenset[str]) -> bool:
    bare = normalize("NFC", line).strip(AROUND)
    named = bare.upper().removeprefix("ĐỘ MẬT").strip(AROUND)
    return named in marks and (bare.isupper() or named != bare.upper())


@cache
def _law() -> Law[SecrecyRule]:
    return load_law(FILE, _rule)


def _rule(value: Mapping[str, Any]) -> SecrecyRule:
    where = value["where"]
    return SecrecyRule(frozenset(value["marks"]), where["vi"], where["en"])
