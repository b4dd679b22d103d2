"""Door of reporting: nothing depends on it."""

__all__: list[str] = []
