"""Door of the registers."""

from .queries import Link, entries_of, entry_links
from .registry import Related, RelatedLink, relate

__all__ = ["Link", "Related", "RelatedLink", "entries_of", "entry_links", "relate"]
