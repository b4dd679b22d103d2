"""Door of the programme."""

from .queries import Row, target_for, target_table
from .rules.standing import Word
from .rules.targets import Known

__all__ = ["Known", "Row", "Word", "target_for", "target_table"]
