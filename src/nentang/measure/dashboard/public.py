"""Door of the dashboard: how an app adds a panel of its own."""

from .registry import Asked, Panel, register_panel
from .rules.findings import Cause, Finding, Known, Reasons, Source, Track, track_of
from .rules.shortfall import Counted, contributions, shortfall

__all__ = [
    "Asked",
    "Cause",
    "Counted",
    "Finding",
    "Known",
    "Panel",
    "Reasons",
    "Source",
    "Track",
    "contributions",
    "register_panel",
    "shortfall",
    "track_of",
]
