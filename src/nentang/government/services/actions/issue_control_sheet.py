"""Issue the control sheet of a dossier as it stands: form 05, which follows it from hand to hand."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.government.services.enums import SlipForm
from nentang.government.services.models import Slip
from nentang.government.services.permissions import DESK_ROLES, check_works_on
from nentang.government.services.queries import (
    dossier_to_change,
    handovers_of,
    matter_of,
    procedure_of,
)
from nentang.government.services.rules.slips import control

from .issue_slip import issue_slip


def issue_control_sheet(*, code: str, actor: Actor, at: datetime) -> Slip:
    """The sheet, signed by the worker; another one each time it is asked for."""
    with transaction.atomic():
        dossier = dossier_to_change(code)
        check_works_on(actor, dossier, *DESK_ROLES)
        content = control(matter_of(dossier), procedure_of(dossier), handovers_of(dossier, at=at))
        return issue_slip(
            dossier=dossier, form=SlipForm.CONTROL, content=content, actor=actor, at=at
        )
