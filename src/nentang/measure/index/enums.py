"""Roles and states of the index."""

from enum import StrEnum

REPORTER, APPRAISER, PUBLISHER = "index_reporter", "index_appraiser", "index_publisher"


class SheetState(StrEnum):
    """Where a sheet stands; the table is in `law/sheet_case.yaml`."""

    ANSWERING = "answering"
    APPRAISING = "appraising"
    EXPLAINING = "explaining"
    APPRAISED = "appraised"
    PUBLISHED = "published"
