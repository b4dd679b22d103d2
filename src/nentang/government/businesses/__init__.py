"""The register of businesses."""
