"""The books on the officers' page of a dossier: a look before it is decided, the child's number, the entry."""

from datetime import datetime
from typing import Any

from nentang.agreements.actor import Actor
from nentang.government.services.public import (
    Dossier,
    DossierInfo,
    DossierPage,
    DossierPart,
    add_dossier_part,
    can_find_out,
)

from .queries import dossier_entry, given_number
from .rules.dossiers import WRITTEN, kind_of


def _at_desk(dossier: DossierInfo, actor: Actor, at: datetime) -> dict[str, Any]:
    """Nothing for procedures that are in no book."""
    found = Dossier.objects.only("procedure", "received_at").get(pk=dossier.id)
    if not kind_of(found.procedure):
        return {}
    is_birth = WRITTEN.get(found.procedure) == "births"
    may_give = is_birth and not dossier.outcome and found.received_at is not None
    return {
        "civil": {
            "code": dossier.code,
            "number": given_number(dossier.code) if is_birth else "",
            "may_give": may_give and _may_find_out(actor, dossier.id),
            "written": dossier_entry(dossier.code),
        }
    }


def _may_find_out(actor: Actor, dossier_id: int) -> bool:
    return can_find_out(actor, Dossier.objects.select_related("case").get(pk=dossier_id))


add_dossier_part(DossierPart(DossierPage.DESK, "civil_status/_beside_dossier.html", _at_desk))
