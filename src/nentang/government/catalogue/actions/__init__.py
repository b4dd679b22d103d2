"""What can be done with bundles."""

from .keep_bundle import keep_bundle

__all__ = ["keep_bundle"]
