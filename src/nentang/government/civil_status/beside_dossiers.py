"""The books on the officers' page of a dossier: a look before it is decided, the child's number, the entry."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from nentang.agreements.actor import Actor
from nentang.government.services.public import (
    Dossier,
    DossierInfo,
    DossierPage,
    DossierPart,
    add_dossier_part,
    can_find_out,
)

from .enums import BookKind
from .permissions import may_enter
from .queries import dossier_entry, given_number
from .rules.dossiers import WRITTEN, kind_of

EXTRACT = "2.000635"
BOOK_OF = {
    "birth": BookKind.BIRTHS,
    "marriage": BookKind.MARRIAGES,
    "death": BookKind.DEATHS,
}


def _at_desk(dossier: DossierInfo, actor: Actor, at: datetime) -> dict[str, Any]:
    """Nothing for procedures that are in no book."""
    found = Dossier.objects.only("procedure", "received_at", "answers").get(pk=dossier.id)
    if found.procedure == EXTRACT:
        return {"civil": {"search_url": _where_to_look(found.answers)}} if may_enter(actor) else {}
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


def _where_to_look(answers: Mapping[str, Any]) -> str:
    """The book in which the entry that an extract is asked of stands, by the name that it is asked for."""
    kind = BOOK_OF.get(answers.get("record_kind", ""), BookKind.BIRTHS).value
    query = urlencode({"q": answers.get("subject_name", "")})
    return f"{reverse('registers:search', args=[kind])}?{query}"


def _may_find_out(actor: Actor, dossier_id: int) -> bool:
    return can_find_out(actor, Dossier.objects.select_related("case").get(pk=dossier_id))


add_dossier_part(DossierPart(DossierPage.DESK, "civil_status/_beside_dossier.html", _at_desk))
