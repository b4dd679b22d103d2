"""Note a time of social insurance."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import Act, Basis, write_version
from nentang.government.insurance.models import Insured, SocialPeriod


@transaction.atomic
def note_period(
    *,
    insured: Insured,
    scheme: str,
    employer: str,
    monthly_base: int,
    valid_from: date,
    valid_to: date | None,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> SocialPeriod:
    """The time during which somebody takes part; `monthly_base` in đồng. Raises what `registers` raises."""
    return write_version(
        version=SocialPeriod(
            record=insured, scheme=scheme, employer=employer.strip(), monthly_base=monthly_base
        ),
        act=Act.ENTRY,
        valid_from=valid_from,
        valid_to=valid_to,
        basis=basis,
        actor=actor,
        at=at,
    )
