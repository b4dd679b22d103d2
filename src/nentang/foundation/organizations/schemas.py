"""What the JSON interface says about places and bodies."""

from datetime import date

from ninja import Schema


class UnitOut(Schema):
    """An administrative unit on its days."""

    code: str
    level: str
    kind: str
    name: str
    full_name: str
    place: str
    parent_code: str
    province_code: str
    latitude: float | None
    longitude: float | None
    valid_from: date
    valid_to: date | None


class SuccessionOut(Schema):
    """One unit went to another."""

    old: UnitOut
    new: UnitOut
    effective_on: date
    extent: str
    is_usual: bool


class UnitDetailOut(UnitOut):
    """A unit with what it was made from and what it became."""

    predecessors: list[SuccessionOut]
    successors: list[SuccessionOut]


class OrganizationOut(Schema):
    """A body of the state with its code in both forms."""

    id: int
    code_qd20: str
    code_qcvn102: str
    name: str
    kind: str
    level: str
    unit_code: str
    parent_id: int | None
    successor_id: int | None
    valid_from: date
    valid_to: date | None
