"""Look into the law and the registers before a dossier is decided."""

from datetime import datetime

from django.db import transaction

from nentang.agreements.actor import Actor
from nentang.foundation.audit.public import record_look
from nentang.foundation.identity.public import find_person
from nentang.government.civil_status.models import CivilFacts
from nentang.government.civil_status.models.entries import LAW
from nentang.government.civil_status.queries import look_before, numbers_in
from nentang.government.civil_status.rules.dossiers import kind_of, typed_from
from nentang.government.civil_status.rules.remarks import Found
from nentang.government.services.public import read_answers
from nentang.kernel.clock import legal_day

from ._read import facts_from

PURPOSE = "Đối chiếu với Sổ hộ tịch trước khi giải quyết"


@transaction.atomic
def check_dossier(*, code: str, actor: Actor, at: datetime) -> list[Found]:
    """What stands against the dossier, or has to be known, so far as law and registers say.

    Everybody whose registers were looked into sees that. Raises DossierNotFound, EntryUnreadable.
    """
    read = read_answers(code=code, purpose=PURPOSE, legal_basis=LAW, actor=actor, at=at)
    typed = typed_from(read.procedure, read.answers)
    if typed is None:
        return []
    facts = facts_from(kind_of(read.procedure), typed)
    _tell_people(facts, code, actor, at)
    return look_before(facts, read.decided_on or legal_day(at))


def _tell_people(facts: CivilFacts, code: str, actor: Actor, at: datetime) -> None:
    for number in numbers_in(facts):
        if known := find_person(number):
            record_look(
                actor=actor,
                subject=f"person:{known.id}",
                person_id=known.id,
                fields=("life", "marriages", "parents"),
                purpose=f"{PURPOSE}: {code}",
                legal_basis=LAW,
                at=at,
            )
