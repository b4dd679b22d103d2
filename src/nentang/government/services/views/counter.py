"""Receiving at the counter on a citizen's behalf."""

from django.http import HttpResponse
from django.shortcuts import render

from nentang.foundation.identity.public import PersonInfo, find_person, person, register_person
from nentang.foundation.organizations.public import organization
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.catalogue.public import bundles_on
from nentang.government.services.forms import CounterForm
from nentang.government.services.rules.intake import Intake
from nentang.kernel import clock
from nentang.kernel.errors import DomainError

from .apply import open_draft


@for_officer("clerk")
def counter(request: PageRequest) -> HttpResponse:
    """Who stands at the counter and what they need; then the form is filled in for them."""
    today = clock.legal_day(clock.now())
    office = organization(request.actor.organizations("clerk")[0])
    found = (each.procedure for each in bundles_on(today))
    procedures = [each for each in found if each.receives == office.level]
    asked = CounterForm(request.POST or None)
    context = {"body": office, "procedures": procedures, "form": asked}
    if request.method != "POST" or not asked.is_valid():
        return render(
            request, "services/counter.html", context, status=422 if asked.errors else 200
        )
    try:
        applicant = _applicant(request, asked)
    except DomainError as error:
        return render(
            request, "services/counter.html", {**context, "error": error.sentence}, status=422
        )
    if applicant is None:
        return render(request, "services/counter.html", {**context, "unknown": True})
    procedure = str(asked.cleaned_data["procedure"])
    return open_draft(request, Intake(procedure, office.id, applicant.id, "counter"))


def _applicant(request: PageRequest, asked: CounterForm) -> PersonInfo | None:
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
