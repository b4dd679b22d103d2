"""Deliver a signed result to an online applicant, as soon as it is signed."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.government.services.enums import Channel
from nentang.government.services.models import Dossier
from nentang.government.services.queries import dossier_to_change

from .return_result import return_result


def deliver_online(*, code: str, at: datetime) -> Dossier:
    """The dossier, delivered if it came in online and waits with a result; else as it was."""
    with transaction.atomic():
        dossier = dossier_to_change(code)
        if dossier.channel == Channel.ONLINE and dossier.case.state == "done":
            return return_result(code=code, actor=SYSTEM, at=at)
    return dossier
