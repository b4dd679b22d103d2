"""Note that a marriage ended by judgment."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from nentang.agreements.actor import Actor
from nentang.foundation.registers.public import (
    Act,
    Basis,
    BasisKind,
    check_may_write,
    write_version,
)
from nentang.government.civil_status.enums import Standing
from nentang.government.civil_status.errors import EntryUnreadable, NotMarried
from nentang.government.civil_status.models import MarriageEntry, MarriageStanding
from nentang.government.civil_status.queries import standing_of
from nentang.kernel.clock import legal_day


@transaction.atomic
def end_marriage(
    *,
    entry: MarriageEntry,
    state: Standing,
    ended_on: date,
    decision: str,
    actor: Actor,
    at: datetime,
    revision: int | None = None,
) -> MarriageStanding:
    """The marriage, divorced or annulled from the day on which the judgment took force.

    Raises NotMarried, EntryUnreadable, NotYourRegister, ChangedMeanwhile.
    """
    check_may_write(actor, entry)
    if not (entry.registered_on <= ended_on <= legal_day(at)) or not decision.strip():
        raise EntryUnreadable(
            column=_("Ngày và số bản án"),
            rule=_("như trên bản án, sau ngày kết hôn, không sau hôm nay"),
        )
    standing = standing_of(entry, ended_on)
    if standing is None or standing.state != Standing.MARRIED:
        raise NotMarried
    return write_version(
        version=MarriageStanding(record=entry, state=state, decision=decision.strip()[:200]),
        act=Act.CHANGE,
        valid_from=ended_on,
        basis=Basis(BasisKind.DOCUMENT, decision.strip()[:80]),
        actor=actor,
        at=at,
        revision=revision,
    )
