"""Door of the programme."""

from .queries import Row, target_table

__all__ = ["Row", "target_table"]
