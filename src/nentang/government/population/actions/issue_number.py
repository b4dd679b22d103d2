"""Give out a personal number."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.government.population.adapters.numbers import claim_new_number
from nentang.government.population.permissions import check_keeps_citizens
from nentang.government.population.rules.numbers import prefix_of
from nentang.kernel.identifiers import Sex


@transaction.atomic
def issue_number(
    *, province_code: str, sex: str, birth_year: int, actor: Actor, at: datetime
) -> str:
    """A number that nobody had (Decree 137/2015/NĐ-CP, Art. 13), for a birth registered in that province.

    `province_code` is that of the day of registration. Raises NotYourRegister, NumbersExhausted.
    """
    check_keeps_citizens(actor)
    number = claim_new_number(prefix_of(province_code, Sex(sex), birth_year), at=at)
    record(
        actor=actor, action="population.issue_number", subject=f"province:{province_code}", at=at
    )
    return number
