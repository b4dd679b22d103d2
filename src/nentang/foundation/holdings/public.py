"""Door of holdings."""

from .registry import OWN, Content, Holding, gather_holdings, holding_of, holdings, register_holding
from .rules import Term, terms_on

__all__ = [
    "OWN",
    "Content",
    "Holding",
    "Term",
    "gather_holdings",
    "holding_of",
    "holdings",
    "register_holding",
    "terms_on",
]
