"""Letting somebody act, and acting for somebody."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nentang.foundation.identity import actions, queries
from nentang.foundation.identity.context import MANDATE, safe_next
from nentang.foundation.identity.enums import MandateKind
from nentang.foundation.identity.errors import MandateNotInForce, PersonNotFound
from nentang.foundation.identity.forms.people import MandateForm
from nentang.foundation.portal.public import PageRequest, for_person
from nentang.kernel import clock
from nentang.kernel.errors import DomainError
from nentang.kernel.text import fold


@for_person()
def act_for(request: PageRequest) -> HttpResponseBase:
    """Choose in whose name the rest of the session acts; empty for oneself."""
    today = clock.legal_day(clock.now())
    held = [
        mandate
        for mandate in queries.mandates_of(request.actor.person_id or 0)
        if mandate.agent_id == request.actor.person_id
        and today in mandate.period
        and mandate.kind != MandateKind.COUNTER
    ]
    if request.method != "POST":
        return render(request, "identity/act_for.html", {"mandates": held})
    chosen = request.POST.get("mandate", "")
    if not chosen:
        request.session.pop(MANDATE, None)
    elif chosen in {str(mandate.pk) for mandate in held}:
        request.session[MANDATE] = int(chosen)
    else:
        raise MandateNotInForce
    return HttpResponseRedirect(safe_next(request, reverse("identity:act_for")))


@for_person(assurance=2)
def grant_mandate(request: PageRequest) -> HttpResponse:
    """Let somebody whose number and name one knows act for oneself."""
    form = MandateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            _grant(request, form)
        except DomainError as error:
            form.add_error(None, error.sentence)
        else:
            messages.success(request, _("Đã ủy quyền. Thu hồi lúc nào cũng được ở trang này."))
            return redirect("identity:account")
    return render(
        request, "identity/grant_mandate.html", {"form": form}, status=422 if form.errors else 200
    )


@require_POST
@for_person()
def revoke_mandate(request: PageRequest, mandate_id: int) -> HttpResponseBase:
    """End a mandate at once, from either side."""
    actions.revoke_mandate(mandate_id=mandate_id, actor=request.actor, at=clock.now())
    messages.success(request, _("Đã thu hồi ủy quyền."))
    return redirect("identity:account")


def _grant(request: PageRequest, form: MandateForm) -> None:
    at = clock.now()
    entered = form.cleaned_data
    agent = queries.find_person(entered["agent_number"])
    if agent is None or fold(agent.full_name) != fold(entered["agent_name"]):
        raise PersonNotFound
    actions.grant_mandate(
        kind=MandateKind.PROXY,
        agent_person_id=agent.id,
        principal_person_id=request.actor.person_id,
        scope=entered["scope"],
        basis=entered["basis"],
        valid_from=clock.legal_day(at),
        valid_to=entered["valid_to"],
        actor=request.actor,
        at=at,
    )
