"""Reads of the catalogue."""

from .bundles import all_bundles, bundle_of_digest, bundle_on, bundles_on, search

__all__ = ["all_bundles", "bundle_of_digest", "bundle_on", "bundles_on", "search"]
