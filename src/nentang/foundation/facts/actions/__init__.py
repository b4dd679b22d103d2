"""What can be done: record facts, export them, compact the files."""

from .compact import compact
from .export import export
from .record_fact import record_fact
from .record_facts import record_facts

__all__ = ["compact", "export", "record_fact", "record_facts"]
