"""What happened to targets: identifiers and values only, no personal data."""

from typing import ClassVar

from nentang.kernel.frozen import Frozen


class TargetPublished(Frozen):
    """A leader approved a version of a target of the body's own plan; it holds from now on."""

    name: ClassVar[str] = "programme.target_published"
    code: str
    number: int
    organization_id: int
    unit_code: str


class ValueReported(Frozen):
    """A body reported the value of one of its targets for a day."""

    name: ClassVar[str] = "programme.value_reported"
    code: str
    on_day: str
    organization_id: int
