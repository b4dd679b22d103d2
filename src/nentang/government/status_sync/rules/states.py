"""The ten national states (Thông tư 22/2019/TT-BTTTT) as portals exchange them."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from nentang.government.status_sync.errors import StatesUnreadable
from nentang.kernel.frozen import Frozen

MOST = 1000  # states in one batch
_CODE = re.compile(r"[0-9A-Za-z.\-/]{1,60}")


class TakenState(Frozen):
    """A dossier of another portal came to a state; `sequence` orders what has one instant."""

    code: str
    state: int
    at: datetime
    sequence: int

    @property
    def rank(self) -> tuple[datetime, int, int]:
        """The higher one is the later one, in whatever order they arrive."""
        return (self.at, self.sequence, self.state)


def read_states(told: Any) -> list[TakenState]:
    """The states in a batch, 1 to 1,000; StatesUnreadable names the first wrong one (0: the batch)."""
    entries = told.get("states") if isinstance(told, Mapping) else None
    if not isinstance(entries, list) or not 0 < len(entries) <= MOST:
        raise StatesUnreadable(number=0)
    return [_state(number, each) for number, each in enumerate(entries, start=1)]


def newest(states: Iterable[TakenState]) -> dict[str, TakenState]:
    """The latest of each dossier, by code."""
    kept: dict[str, TakenState] = {}
    for each in states:
        known = kept.get(each.code)
        if known is None or known.rank < each.rank:
            kept[each.code] = each
    return kept


def _state(number: int, told: Any) -> TakenState:
    try:
        state = TakenState(
            told["code"], told["state"], datetime.fromisoformat(told["at"]), told["sequence"]
        )
        fits = (
            _CODE.fullmatch(state.code)
            and type(state.state) is int
            and 1 <= state.state <= 10
            and type(state.sequence) is int
            and 0 <= state.sequence < 2**62
            and state.at.tzinfo is not None
            and 2000 <= state.at.year <= 2200
        )
    except (KeyError, TypeError, ValueError, OverflowError) as fault:
        raise StatesUnreadable(number=number) from fault
    if not fits:
        raise StatesUnreadable(number=number)
    return state
