"""Receiving at the counter on a citizen's behalf, for the own body or for another."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from nentang.foundation.identity.public import PersonInfo, find_person, person, register_person
from nentang.foundation.organizations.public import (
    OrganizationInfo,
    UnitInfo,
    UnitNotFound,
    ancestors,
    organization,
    organizations_for,
    search_units,
    unit_as_of,
)
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.catalogue.public import Procedure, bundle_on, bundles_on
from nentang.government.services.forms import CounterForm, PersonForm
from nentang.government.services.queries import procedure_of, state_of, taken_in_at
from nentang.government.services.rules.intake import Intake
from nentang.kernel import clock
from nentang.kernel.errors import DomainError

from .apply import open_draft

MOST_PLACES = 12


@for_officer("clerk")
def counter(request: PageRequest) -> HttpResponse:
    """Who stands at the counter and what they need; then the form is filled in for them."""
    office = organization(request.actor.organizations("clerk")[0])
    asked = CounterForm(request.POST or None)
    if request.method != "POST" or not asked.is_valid():
        return _show(request, office, asked, status=422 if asked.errors else 200)
    try:
        procedure = bundle_on(
            str(asked.cleaned_data["procedure"]), clock.legal_day(clock.now())
        ).procedure
        applicant = applicant_at(request, asked)
    except DomainError as error:
        return _show(request, office, asked, error=error.sentence, status=422)
    if applicant is None:
        return _show(request, office, asked, unknown=True)
    bodies = _bodies(office, procedure, asked.cleaned_data["place"])
    chosen = asked.cleaned_data["body"] if len(bodies) != 1 else bodies[0].id
    if chosen not in {each.id for each in bodies}:
        return _show(request, office, asked, bodies=bodies, no_bodies=not bodies)
    counter_id = None if chosen == office.id else office.id
    return open_draft(request, Intake(procedure.code, chosen, applicant.id, "counter", counter_id))


def _show(
    request: PageRequest,
    office: OrganizationInfo,
    asked: CounterForm,
    *,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    procedures = [each.procedure for each in bundles_on(clock.legal_day(clock.now()))]
    context = {
        "body": office,
        "procedures": [each for each in procedures if each.receives == office.level],
        "procedures_of_others": [each for each in procedures if each.receives != office.level],
        "form": asked,
        "taken_in": [
            {"dossier": each, "procedure": procedure_of(each), "state": state_of(each)}
            for each in taken_in_at(office.id)
        ],
        **more,
    }
    return render(request, "services/counter.html", context, status=status)


def _bodies(office: OrganizationInfo, procedure: Procedure, place: str) -> list[OrganizationInfo]:
    """Who may decide it: the own body or the one above at its level; those of a place where one is named."""
    today = clock.legal_day(clock.now())
    if not place and office.level == procedure.receives:
        return [office]
    units = (
        search_units(place, today, level=procedure.receives, limit=MOST_PLACES)
        if place
        else _above(office, procedure.receives)
    )
    bodies = organizations_for([each.code for each in units], today)
    return [bodies[each.code] for each in units if each.code in bodies]


def _above(office: OrganizationInfo, level: str) -> Sequence[UnitInfo]:
    try:
        around = ancestors(unit_as_of(office.unit_code, clock.legal_day(clock.now())))
    except UnitNotFound:
        return []
    return [each for each in around if each.level == level]


def applicant_at(request: PageRequest, asked: PersonForm) -> PersonInfo | None:
    """The person with that number, registered now if the clerk wrote down who they are."""
    data = asked.cleaned_data
    known = find_person(data["personal_number"])
    if known or not data["full_name"]:
        return known
    registered = register_person(
        full_name=data["full_name"],
        birth_on=data["birth_on"],
        personal_number=data["personal_number"],
        phone=data["phone"],
        actor=request.actor,
        at=clock.now(),
    )
    return person(registered.pk)
