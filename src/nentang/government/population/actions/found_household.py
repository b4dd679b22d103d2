"""Found a household."""

from datetime import date, datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import Basis, enter_record
from nentang.government.population.adapters.numbers import next_household_number
from nentang.government.population.models import Citizen, Household, HouseholdHome
from nentang.government.population.queries import keeper_for
from nentang.kernel.clock import legal_day


@transaction.atomic
def found_household(
    *,
    unit_code: str,
    address_line: str,
    head: Citizen | None,
    valid_from: date,
    basis: Basis,
    actor: Actor,
    at: datetime,
) -> Household:
    """The new household in that commune, with the next number there; UnknownCommune, NotYourRegister."""
    home = Household(
        code=next_household_number(unit_code),
        keeper_id=keeper_for(unit_code, valid_from, legal_day(at)),
    )
    place = HouseholdHome(unit_code=unit_code, address_line=address_line.strip(), head=head)
    return enter_record(
        record=home, versions=[place], valid_from=valid_from, basis=basis, actor=actor, at=at
    )
