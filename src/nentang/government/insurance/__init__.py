"""The register of health and social insurance."""
