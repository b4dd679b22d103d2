"""Reads of targets: the table, one target with its outlook, the plans of bodies, obstacles."""

from .obstacles import obstacle_to_close, obstacles_about, obstacles_of, open_obstacles
from .outlook import Moment, Outlook, Step, Verdict, outlook_of
from .plans import (
    MOST_ROWS,
    PlanBody,
    drafts_of,
    find_plan_target,
    last_value,
    plan_bodies,
    plan_target_to_change,
    published_key,
    selectable_indicators,
    version_of,
    versions_of,
)
from .table import (
    Row,
    body_table,
    find_target,
    row_of,
    target_for,
    target_outlook,
    target_table,
    targets_on,
)

__all__ = [
    "MOST_ROWS",
    "Moment",
    "Outlook",
    "PlanBody",
    "Row",
    "Step",
    "Verdict",
    "body_table",
    "drafts_of",
    "find_plan_target",
    "find_target",
    "last_value",
    "obstacle_to_close",
    "obstacles_about",
    "obstacles_of",
    "open_obstacles",
    "outlook_of",
    "plan_bodies",
    "plan_target_to_change",
    "published_key",
    "row_of",
    "selectable_indicators",
    "target_for",
    "target_outlook",
    "target_table",
    "targets_on",
    "version_of",
    "versions_of",
]
