"""Door of civil status."""

from .events import EntryMade
from .queries import marriages_of, parents_of

__all__ = ["EntryMade", "marriages_of", "parents_of"]
