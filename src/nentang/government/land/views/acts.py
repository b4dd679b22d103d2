"""What an officer does with a parcel: one page for each act, with the drawing beside the form."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django import forms as django_forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from nentang.foundation.identity.public import person
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.foundation.registers.public import check_may_read, check_may_write
from nentang.government.land import forms
from nentang.government.land.cards import REGISTER
from nentang.government.land.context import drawn
from nentang.government.land.models import Parcel
from nentang.government.land.queries import (
    Holder,
    holders_on,
    mortgages_on,
    parcel,
    parcels_around,
    shape_on,
)
from nentang.government.land.registry import ACT_TITLES
from nentang.kernel import clock
from nentang.kernel.errors import DomainError

from .doing import DOINGS
from .splitting import split_page

NEXT_DOOR = 0.00001


@for_officer("registrar")
def act_page(request: PageRequest, record_code: str, act: str) -> HttpResponse:
    """The form of the act; done, it leads back to the parcel."""
    if act not in ACT_TITLES:
        raise Http404
    record, today = parcel(record_code), clock.legal_day(clock.now())
    check_may_read(request.actor, record)
    check_may_write(request.actor, record)
    if act == "tach-thua":
        return split_page(request, record, page_context(record, act, today))
    form, error = FORMS[act](record, today, request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        try:
            code = DOINGS[act](record, form, request.actor, clock.now())
        except DomainError as refused:
            error = refused.sentence
        else:
            return to_record(code)
    context = page_context(record, act, today) | {"form": form, "error": error}
    status = 422 if error or form.errors else 200
    return render(request, "land/act.html", context, status=status)


def to_record(code: str) -> HttpResponse:
    """The page of the parcel."""
    return redirect("registers:record", register=REGISTER.name, record_code=code)


def page_context(record: Parcel, act: str, on: date) -> dict[str, Any]:
    """The parcel, its drawing, and the way back."""
    here = reverse("registers:record", args=[REGISTER.name, record.code])
    return {
        "record": record,
        "heading": REGISTER.heading(record),
        "title": ACT_TITLES[act],
        "act": act,
        "crumbs": [
            {"label": REGISTER.title, "url": reverse("registers:search", args=[REGISTER.name])},
            {"label": record.code, "url": here},
        ],
        **drawn(record, on),
    }


def _transfer(record: Parcel, on: date, data: Any) -> django_forms.Form:
    givers = [(key_of(who), name_of(who)) for who in holders_on(record, on)]
    return forms.TransferForm(givers, data, initial=forms.starting(on))


def key_of(who: Holder) -> str:
    """The holder in a form."""
    return str(who.person_id or who.organization_code or who.organization_name)


def name_of(who: Holder) -> str:
    """Who it is, as people call them."""
    return person(who.person_id).full_name if who.person_id else who.organization_name


def _release(record: Parcel, on: date, data: Any) -> django_forms.Form:
    pledges = [(p["number"], f"{p['number']}: {p['lender']}") for p in mortgages_on(record, on)]
    return forms.ReleaseForm(pledges, data, initial=forms.starting(on))


def _join(record: Parcel, on: date, data: Any) -> django_forms.Form:
    shape = shape_on(record, on)
    around = parcels_around(shape.box, on, near=NEXT_DOOR, left_out=[record.code]) if shape else ()
    neighbours = [(each.code, each.code) for each in around]
    return forms.JoinForm(neighbours, data, initial=forms.starting(on))


def _plain(form: type[django_forms.Form]) -> Callable[[Parcel, date, Any], django_forms.Form]:
    return lambda record, on, data: form(data, initial=forms.starting(on))


FORMS: Mapping[str, Callable[[Parcel, date, Any], django_forms.Form]] = {
    "chuyen-quyen": _transfer,
    "cap-giay": _plain(forms.CertificateForm),
    "thu-hoi-giay": _plain(forms.ChangeForm),
    "the-chap": _plain(forms.MortgageForm),
    "xoa-the-chap": _release,
    "hop-thua": _join,
    "ngan-chan": _plain(forms.BlockForm),
    "go-ngan-chan": _plain(forms.BasisForm),
    "hoan-tac": _plain(forms.BasisForm),
}
