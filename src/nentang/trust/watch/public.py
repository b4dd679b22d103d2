"""Door of the watch: nothing, for others are only watched."""

__all__: list[str] = []
