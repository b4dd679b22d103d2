"""What is no table."""


class TableUnreadable(ValueError):
    """The text is no such table; the argument says why, in Vietnamese."""
