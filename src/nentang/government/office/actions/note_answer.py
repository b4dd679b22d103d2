"""Note with an issued document what became of it where it was sent."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import SYSTEM
from nentang.government.office.enums import Delivery
from nentang.government.office.models import Recipient

from ._document import write_down

ANSWERS = {"register": Delivery.REGISTERED, "refuse": Delivery.RETURNED}


@transaction.atomic
def note_answer(*, recipient_id: int, step: str, note: str, at: datetime) -> Recipient | None:
    """The line of «Nơi nhận» with its answer; None where it is no more."""
    found = Recipient.objects.select_related("document").filter(pk=recipient_id).first()
    if found is None or step not in ANSWERS:
        return None
    found.delivery, found.note = ANSWERS[step], note[:400]
    found.save(update_fields=["delivery", "note"])
    write_down("note_answer", found.document, actor=SYSTEM, at=at)
    return found
