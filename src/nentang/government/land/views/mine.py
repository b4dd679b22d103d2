"""One's own land: the list, and each parcel with its drawing."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nentang.foundation.audit.public import record_look
from nentang.foundation.portal.public import PageRequest, for_person
from nentang.foundation.registers.public import held
from nentang.government.land.cards import REGISTER, headed
from nentang.government.land.context import drawn
from nentang.government.land.errors import ParcelNotFound
from nentang.government.land.models import LAW, Parcel
from nentang.government.land.permissions import may_list
from nentang.government.land.queries import parcels_of_person
from nentang.kernel import clock

MOST = 200


@require_safe
@for_person(assurance=1)
def mine_page(request: PageRequest) -> HttpResponse:
    """Parcels to which the person has a right today."""
    return render(request, "land/mine.html", {"rows": headed(_mine(request))})


@require_safe
@for_person(assurance=1)
def parcel_page(request: PageRequest, code: str) -> HttpResponse:
    """One of them: what the register says of it today, and how it lies."""
    parcel = next((each for each in _mine(request) if each.code == code), None)
    if parcel is None:
        raise ParcelNotFound
    now = clock.now()
    today = clock.legal_day(now)
    said = held(REGISTER, parcel, on=today)
    record_look(
        actor=request.actor,
        subject=f"land:{parcel.pk}",
        person_id=request.actor.subject_person_id or 0,
        fields=tuple(said),
        purpose="Xem đất của mình",
        legal_basis=LAW,
        at=now,
    )
    aspects = [
        (
            each.title,
            [
                (title, words)
                for name, title in each.fields.items()
                if (words := each.shown(said[each.name], name))
            ],
        )
        for each in REGISTER.aspects
        if each.name in said
    ]
    context = {
        "parcel": parcel,
        "heading": headed([parcel])[0][1],
        "aspects": aspects,
        "crumbs": [{"label": _("Đất của tôi"), "url": reverse("land:mine")}],
        **drawn(parcel, today),
    }
    return render(request, "land/parcel.html", context)


def _mine(request: PageRequest) -> list[Parcel]:
    if not may_list(request.actor):
        return []
    today = clock.legal_day(clock.now())
    return parcels_of_person(request.actor.subject_person_id or 0, today, limit=MOST)
