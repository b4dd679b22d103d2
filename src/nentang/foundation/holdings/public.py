"""Door of holdings."""

from .registry import Content, Holding, holding_of, holdings, register_holding
from .rules import Term, terms_on

__all__ = [
    "Content",
    "Holding",
    "Term",
    "holding_of",
    "holdings",
    "register_holding",
    "terms_on",
]
