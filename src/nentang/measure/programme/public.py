"""Door of the programme."""

from .queries import Row, target_for, target_table

__all__ = ["Row", "target_for", "target_table"]
