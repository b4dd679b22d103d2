"""The register of finance: units with budget relation, and the chart of revenue items."""
