"""Door of the facts."""

from .actions import compact, export, record_fact, record_facts
from .actions.record_facts import FactEntry
from .adapters.tables import FactForms, FactTables
from .errors import FactRefused
from .queries import can_be_read_since, exported_batch, fact_rows, forms, tables
from .registry import Indicator, declare, indicators, kinds, register_indicator, shares
from .rules import FactKind

__all__ = [
    "FactEntry",
    "FactForms",
    "FactKind",
    "FactRefused",
    "FactTables",
    "Indicator",
    "can_be_read_since",
    "compact",
    "declare",
    "export",
    "exported_batch",
    "fact_rows",
    "forms",
    "indicators",
    "kinds",
    "record_fact",
    "record_facts",
    "register_indicator",
    "shares",
    "tables",
]
