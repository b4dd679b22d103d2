"""Door of reporting: how many reports were due, and came."""

from .queries import DueReports, due_reports

__all__ = ["DueReports", "due_reports"]
