"""The table of a plan's target, and who drafts and approves one."""

from pathlib import Path

from nentang.foundation.casework.public import register_kind

PLAN_TARGET = "plan_target"
PLANNING = ("specialist", "head_of_unit", "leader")
APPROVING = ("leader",)
register_kind(
    PLAN_TARGET,
    Path(__file__).parent / "law" / "target_case.yaml",
    url_name="programme:desk_target",
)
