"""Ask for all that is held about oneself."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record
from nentang.foundation.identity.public import Person
from nentang.trust.personal_data.enums import ExportState
from nentang.trust.personal_data.models import Export
from nentang.trust.personal_data.permissions import check_own_name
from nentang.trust.personal_data.rules.terms import ASKED_AGAIN_AFTER


@transaction.atomic
def ask_export(*, actor: Actor, at: datetime) -> Export:
    """The export that the worker will make, or the one asked for within a day that may still be taken.

    InOwnNameOnly.
    """
    person_id = check_own_name(actor)
    Person.objects.select_for_update().get(pk=person_id)
    recent = Export.objects.filter(person=person_id).exclude(state=ExportState.GONE)
    waiting = recent.filter(state=ExportState.ASKED).first()
    known = waiting or recent.filter(asked_at__gt=at - ASKED_AGAIN_AFTER).first()
    if known:
        return known
    export = Export.objects.create(person_id=person_id, asked_at=at)
    record(
        actor=actor,
        action="personal_data.ask_export",
        subject=f"export:{export.pk}",
        person_id=person_id,
        at=at,
    )
    return export
