"""Send a signed result the way that its applicant chose."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.foundation.casework.public import forward_case
from nentang.government.services.enums import DeliveryWay
from nentang.government.services.models import Dossier
from nentang.government.services.queries import delivery_of, dossier_to_change
from nentang.kernel.clock import legal_day

from .return_result import return_result


@transaction.atomic
def hand_on_result(*, code: str, at: datetime) -> Dossier:
    """The dossier: delivered if an electronic result was chosen; at the counter where it will be fetched.

    As it was while there is no signed result, and where an officer has the next step.
    """
    dossier = dossier_to_change(code)
    is_signed = dossier.result is not None and dossier.result.state == "signed"
    if dossier.case.state != "done" or not is_signed:
        return dossier
    plan = delivery_of(dossier, legal_day(at))
    if plan.way is DeliveryWay.ELECTRONIC:
        return return_result(code=code, actor=SYSTEM, at=at)
    if plan.counter and plan.counter.id != dossier.case.holder_id:
        forward_case(
            case=dossier.case, organization_id=plan.counter.id, note="", actor=SYSTEM, at=at
        )
    return dossier
