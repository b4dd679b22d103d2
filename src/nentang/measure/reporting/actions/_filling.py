"""When the cells of a report may change."""

from nentang.measure.reporting.errors import NotOpenForFilling
from nentang.measure.reporting.models import Report

FILLABLE = ("open", "returned")


def check_open(report: Report) -> None:
    """NotOpenForFilling where it is with the head or above."""
    if report.case.state not in FILLABLE:
        raise NotOpenForFilling
