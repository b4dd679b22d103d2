"""End a guardianship."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import Basis, BasisKind, check_may_write, end_version
from nentang.government.civil_status.errors import EntryUnreadable
from nentang.government.civil_status.models import GuardianshipEntry, GuardianshipFacts


@transaction.atomic
def end_guardianship(
    *, entry: GuardianshipEntry, last_on: date, decision: str, actor: Actor, at: datetime
) -> GuardianshipFacts | None:
    """The guardianship, which ends with that day; None where it had ended.

    Raises EntryUnreadable, NotYourRegister.
    """
    check_may_write(actor, entry)
    if last_on < entry.registered_on or not decision.strip():
        raise EntryUnreadable(
            column=_("Ngày chấm dứt"), rule=_("sau ngày đăng ký giám hộ, có căn cứ")
        )
    return end_version(
        model=GuardianshipFacts,
        record=entry,
        last_on=last_on,
        basis=Basis(BasisKind.DOCUMENT, decision.strip()[:80]),
        actor=actor,
        at=at,
    )
