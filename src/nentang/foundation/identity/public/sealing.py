"""Sealing secrets that are kept in the base, for other apps; heavy, so a door of its own."""

from nentang.foundation.identity.adapters.sealing import seal, unseal

__all__ = ["seal", "unseal"]
