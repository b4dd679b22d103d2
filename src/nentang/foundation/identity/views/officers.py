"""The administrator's desk: who works here, and who was seen in person."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nentang.foundation.identity import actions, queries
from nentang.foundation.identity.errors import AccountNotFound
from nentang.foundation.identity.forms.people import AppointmentForm, VerifyForm
from nentang.foundation.identity.permissions import COUNTER
from nentang.foundation.identity.registry import role_title
from nentang.foundation.organizations.public import organization
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.kernel import clock
from nentang.kernel.errors import DomainError
from nentang.kernel.text import fold, whole_number

PAGE = 50


@for_officer("administrator")
def officers(request: PageRequest) -> HttpResponse:
    """Appointments in the administrator's organisations, and a form for one more."""
    mine = request.actor.organizations("administrator")
    names = {each: organization(each).name for each in mine}
    today = clock.legal_day(clock.now())
    form = AppointmentForm(request.POST or None, organizations=list(names.items()), today=today)
    if request.method == "POST" and form.is_valid() and _appoint(request, form):
        messages.success(request, _("Đã phân công."))
        return redirect("identity:officers")
    before_id = whole_number(request.GET.get("truoc", ""))
    found = queries.appointments_in(mine, before_id=before_id, limit=PAGE + 1)
    context = {
        "form": form,
        "today": today,
        "appointments": [
            (each, role_title(each.role), names[each.organization_id], today in each.period)
            for each in found[:PAGE]
        ],
        "more_before": found[PAGE - 1].pk if len(found) > PAGE else None,
    }
    return render(request, "identity/officers.html", context, status=422 if form.errors else 200)


@require_POST
@for_officer("administrator")
def end_appointment(request: PageRequest, appointment_id: int) -> HttpResponseBase:
    """The appointment gives no role from today on."""
    at = clock.now()
    actions.end_appointment(
        appointment_id=appointment_id, valid_to=clock.legal_day(at), actor=request.actor, at=at
    )
    messages.success(request, _("Đã kết thúc phân công."))
    return redirect("identity:officers")


@for_officer(*COUNTER)
def verify_person(request: PageRequest) -> HttpResponse:
    """Raise somebody who stands at the counter to level 2."""
    form = VerifyForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _verify(request, form):
        messages.success(request, _("Đã xác nhận mức độ 2."))
        return redirect("identity:verify_person")
    return render(
        request, "identity/verify_person.html", {"form": form}, status=422 if form.errors else 200
    )


def _appoint(request: PageRequest, form: AppointmentForm) -> bool:
    entered = form.cleaned_data
    try:
        account = queries.account_of(entered["account"])
        if account is None:
            raise AccountNotFound
        actions.appoint_officer(
            account_id=account.pk,
            role=entered["role"],
            organization_id=entered["organization"],
            valid_from=entered["valid_from"],
            valid_to=entered["valid_to"],
            actor=request.actor,
            at=clock.now(),
        )
    except DomainError as error:
        form.add_error(None, error.sentence)
        return False
    return True


def _verify(request: PageRequest, form: VerifyForm) -> bool:
    try:
        entered = form.cleaned_data
        account = queries.account_of(entered["number"])
        if account is None or fold(account.display_name) != fold(entered["full_name"]):
            raise AccountNotFound
        actions.raise_assurance(
            account_id=account.pk,
            basis=entered["basis"],
            actor=request.actor,
            at=clock.now(),
        )
    except DomainError as error:
        form.add_error(None, error.sentence)
        return False
    return True
