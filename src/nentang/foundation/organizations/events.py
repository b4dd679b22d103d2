"""What happened to bodies; days as ISO text."""

from typing import ClassVar

from nentang.foundation.facts.public import FactKind, declare
from nentang.kernel.frozen import Frozen

ORGANIZATION_CHANGED = declare(
    FactKind(
        name="organizations.organization_changed",
        version=1,
        fields={"change": str, "level": str, "body": str},
        description="Một cơ quan được lập (created), kết thúc (ended) hoặc có cơ quan kế thừa (succeeded); `body` là loại cơ quan.",
    )
)


class OrganizationCreated(Frozen):
    """A body begins."""

    name: ClassVar[str] = "organizations.organization_created"
    organization_id: int
    valid_from: str


class OrganizationEnded(Frozen):
    """A body ends."""

    name: ClassVar[str] = "organizations.organization_ended"
    organization_id: int
    valid_to: str


class OrganizationSucceeded(Frozen):
    """An ended body's tasks go to another."""

    name: ClassVar[str] = "organizations.organization_succeeded"
    organization_id: int
    successor_id: int
    effective_on: str
