"""Count the catalogue of a day: how many procedures, how many at the highest level."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.audit.public import record
from nentang.foundation.facts.public import record_fact
from nentang.government.catalogue.public import bundles_on
from nentang.government.services.indicators import CATALOGUE_SEEN
from nentang.kernel.clock import legal_day


@transaction.atomic
def count_catalogue(*, at: datetime) -> int:
    """The number of procedures in force on that day; the count is left as a fact of the nation."""
    procedures = [each.procedure for each in bundles_on(legal_day(at))]
    record_fact(
        CATALOGUE_SEEN,
        at=at,
        organization_id=None,
        unit_code="",
        procedures=len(procedures),
        at_highest_level=sum(each.is_at_highest_level for each in procedures),
    )
    record(actor=SYSTEM, action="services.count_catalogue", subject="catalogue", at=at)
    return len(procedures)
