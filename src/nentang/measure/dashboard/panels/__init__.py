"""What the dashboard itself says of its neighbours; each module registers a panel."""

from . import index, one_stop, reports, targets, terms

__all__ = ["index", "one_stop", "reports", "targets", "terms"]
