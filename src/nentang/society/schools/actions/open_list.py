"""Open a list: who looked, and at which year, is written down."""

from datetime import datetime

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.society.schools.models import ListedChild
from nentang.society.schools.permissions import check_reads_list
from nentang.society.schools.queries import children_of


def open_list(
    *,
    organization_id: int,
    birth_year: int,
    after_id: int = 0,
    limit: int = 50,
    actor: Actor,
    at: datetime,
) -> list[ListedChild]:
    """Children of that year behind the given one; NotYourList."""
    check_reads_list(actor, organization_id)
    found = children_of(organization_id, birth_year=birth_year, after_id=after_id, limit=limit)
    record(
        actor=actor,
        action="schools.open_list",
        subject=f"school_list:{organization_id}:{birth_year}",
        organization_id=organization_id,
        details={"lines": len(found)},
        at=at,
    )
    return found
