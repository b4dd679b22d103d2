"""Lines of activity by their code, and the section to which each belongs."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from nentang.kernel.frozen import Frozen
from nentang.kernel.law import Law, load_law

FILE = Path(__file__).parents[1] / "law" / "trades.yaml"
_CODE = re.compile(r"\d{2,5}", re.ASCII)


class Section(Frozen):
    """A section (cấp 1) with the divisions (cấp 2) that it holds, both ends in."""

    letter: str
    first: int
    last: int
    vi: str
    en: str


class Trades(Frozen):
    """The sections of a day."""

    sections: tuple[Section, ...]

    def section_of(self, code: str) -> Section | None:
        """The section of a code of two to five digits; None where no division has its first two."""
        if not _CODE.fullmatch(code):
            return None
        division = int(code[:2])
        return next((each for each in self.sections if each.first <= division <= each.last), None)


class TradeFault(Frozen):
    """What is wrong with lines of activity: a code that the list of the day lacks, or (empty) one said twice."""

    code: str


def fault_in(trades: Sequence[str], known: Trades) -> TradeFault | None:
    """The first thing that is wrong with these lines, the main one first; None where all is well."""
    unknown = next((code for code in trades if known.section_of(code) is None), None)
    if unknown is not None:
        return TradeFault(unknown)
    return TradeFault("") if len(set(trades)) < len(trades) else None


@cache
def trades_law() -> Law[Trades]:
    """The law on lines of activity."""
    return load_law(FILE, _parse)


def _parse(value: Mapping[str, Any]) -> Trades:
    return Trades(tuple(Section(letter, **each) for letter, each in value["sections"].items()))
