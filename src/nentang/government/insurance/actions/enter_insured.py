"""Enter somebody into the insurance register."""

from datetime import datetime

from django.db import IntegrityError, transaction

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import Basis, check_may_keep, enter_record
from nentang.government.insurance.adapters import free_number
from nentang.government.insurance.errors import InsuranceNumberInvalid, InsuranceNumberTaken
from nentang.government.insurance.models import Insured
from nentang.government.insurance.queries import find_insured_person
from nentang.government.insurance.registry import INSURANCE
from nentang.government.insurance.rules.numbers import NUMBER
from nentang.kernel.clock import legal_day


@transaction.atomic
def enter_insured(
    *, person_id: int, number: str, keeper_id: int, basis: Basis, actor: Actor, at: datetime
) -> Insured:
    """The person's record, made now or before; with a new number where none is given.

    Raises InsuranceNumberInvalid, InsuranceNumberTaken, NotYourRegister.
    """
    check_may_keep(actor, INSURANCE, keeper_id)
    if known := find_insured_person(person_id):
        return known
    code = number.strip() or free_number()
    if not NUMBER.fullmatch(code):
        raise InsuranceNumberInvalid
    record = Insured(code=code, person_id=person_id, keeper_id=keeper_id)
    try:
        with transaction.atomic():
            return enter_record(
                record=record,
                versions=[],
                valid_from=legal_day(at),
                basis=basis,
                actor=actor,
                at=at,
            )
    except IntegrityError as error:
        raise InsuranceNumberTaken from error
