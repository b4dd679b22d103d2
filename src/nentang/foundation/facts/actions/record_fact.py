"""Record one fact."""

from datetime import datetime

from nentang.foundation.facts.adapters import insert
from nentang.foundation.facts.rules import FactKind


def record_fact(
    kind: FactKind,
    /,
    *,
    at: datetime,
    organization_id: int | None,
    unit_code: str,
    **fields: object,
) -> None:
    """Add the fact, in the caller's transaction, with one statement.

    `unit_code` is the code of the administrative unit of the body, empty for a national one.
    FactRefused where a field is missing, not declared, of another type or looks personal.
    """
    insert.add([insert.row(kind, at, organization_id, unit_code, fields)])
