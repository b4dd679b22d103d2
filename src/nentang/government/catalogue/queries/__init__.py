"""Reads of the catalogue."""

from .bundles import Publication, bundle_of_digest, bundle_on, bundles_on, publications, search
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
    "Publication",
    "bundle_of_digest",
    "bundle_on",
    "bundles_on",
    "draft_to_change",
    "draft_to_see",
    "drafts_by_procedure",
    "own_bundles",
    "publications",
    "published",
    "put_away",
    "search",
]
