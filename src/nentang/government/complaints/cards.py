"""Complaints on the home page of whoever complained; who may open their files, who is kept from them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from nentang.foundation.casework.public import keep_away
from nentang.foundation.documents.public import grant_access
from nentang.foundation.portal.public import HomeCard, PageRequest, add_home_card

from .permissions import is_kept_from_case, may_list, may_open_files
from .queries import complaints_of, rows_of

SHOWN = 3


def _mine(request: PageRequest) -> dict[str, Any]:
    actor = request.actor
    if actor.is_officer or not may_list(actor):
        return {}
    found = complaints_of(
        person_id=actor.subject_person_id,
        company_id=actor.principal_organization_id,
        limit=SHOWN,
    )
    return {"rows": rows_of(found)} if found else {}


add_home_card(HomeCard(_("Khiếu nại của tôi"), "complaints/_card.html", _mine, order=12))
grant_access("complaint", may_open_files)
keep_away("complaint", is_kept_from_case)
