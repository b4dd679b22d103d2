"""The ledger of the burden: what is asked more than once, by whom, of whom, and what it costs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from nentang.kernel.frozen import Frozen

from .periods import MONTHS
from .regimes import Cell, Regime


class Ask(Frozen):
    """One cell of a regime that asks a concept, how many bodies and how often a year."""

    regime: Regime
    cell: Cell
    levels: tuple[str, ...]
    entries: int

    @property
    def is_counted(self) -> bool:
        """Whether nobody needs to type it, as the system counts it already."""
        return self.cell.source is not None


class Line(Frozen):
    """One concept with everybody who asks it."""

    concept: str
    asks: tuple[Ask, ...]

    @property
    def is_asked_twice(self) -> bool:
        """Whether one level is asked it by more than one regime, and still types it in one of them."""
        shared = [level for ask in self.asks for level in ask.levels]
        return len(shared) > len(set(shared)) and any(not ask.is_counted for ask in self.asks)

    @property
    def typed_entries(self) -> int:
        """How many entries a year people type for it."""
        return sum(ask.entries for ask in self.asks if not ask.is_counted)


class Ledger(Frozen):
    """All concepts; entries are cells times bodies times periods of a year."""

    lines: tuple[Line, ...]

    @property
    def twice(self) -> tuple[Line, ...]:
        """What is still asked twice, the dearest first."""
        found = [line for line in self.lines if line.is_asked_twice]
        return tuple(sorted(found, key=lambda line: (-line.typed_entries, line.concept)))

    @property
    def typed(self) -> int:
        """Entries a year that people type."""
        return sum(line.typed_entries for line in self.lines)

    @property
    def counted(self) -> int:
        """Entries a year that facts answer."""
        return sum(ask.entries for line in self.lines for ask in line.asks) - self.typed


def ledger(regimes: Iterable[Regime], bodies: Mapping[str, int]) -> Ledger:
    """The ledger of those regimes, with so many bodies of each level."""
    asked: dict[str, list[Ask]] = defaultdict(list)
    for regime in regimes:
        levels = tuple(regime.due)
        times = 12 // MONTHS[regime.period] * sum(bodies.get(level, 0) for level in levels)
        for cell in regime.cells:
            if cell.is_typed:
                asked[cell.concept].append(Ask(regime, cell, levels, times))
    return Ledger(tuple(Line(name, tuple(asks)) for name, asks in sorted(asked.items())))
