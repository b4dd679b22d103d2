"""Reads of the catalogue."""

from .bundles import bundle_of_digest, bundle_on, bundles_on, search
from .drafts import (
    LIVE,
    draft_to_change,
    draft_to_see,
    drafts_by_procedure,
    own_bundles,
    published,
    put_away,
)

__all__ = [
    "LIVE",
    "bundle_of_digest",
    "bundle_on",
    "bundles_on",
    "draft_to_change",
    "draft_to_see",
    "drafts_by_procedure",
    "own_bundles",
    "published",
    "put_away",
    "search",
]
