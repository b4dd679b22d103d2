"""An officer asks for data, another decides; what came of it."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nentang.foundation.casework.public import timeline
from nentang.foundation.portal.public import PageRequest, for_officer
from nentang.government.data_sharing import actions
from nentang.government.data_sharing.enums import Purpose
from nentang.government.data_sharing.errors import MemberNotFound
from nentang.government.data_sharing.models import AccessRequest, Grant, Subsystem
from nentang.government.data_sharing.permissions import (
    ASKERS,
    can_decide,
    can_end,
    check_can_see_request,
)
from nentang.government.data_sharing.queries import (
    find_grant,
    find_request,
    find_service,
    grants_of,
    is_in_force,
    requests_of,
    service_fields,
    state_of,
    systems_of,
    traffic_sums,
)
from nentang.government.data_sharing.rules.terms import answer_days_on
from nentang.government.data_sharing.rules.wishes import Wish, read_rows
from nentang.kernel import clock
from nentang.kernel.errors import DomainError, NotAllowed, NotFound

from .catalogue import page_key, typed

PAGE = 20


@require_http_methods(["GET", "HEAD", "POST"])
@for_officer(*ASKERS)
def ask(request: PageRequest, service_id: int) -> HttpResponse:
    """For which system, what for, which fields, until when."""
    service = find_service(service_id)
    systems = systems_of(request.actor.organizations(*ASKERS))
    error = ""
    if request.method == "POST":
        try:
            made = actions.ask_access(
                service_id=service.pk,
                client=_chosen(systems, request.POST.get("he-thong", "")),
                wish=_wish(request),
                actor=request.actor,
                at=clock.now(),
            )
            return redirect("data_sharing:request", code=made.code)
        except (NotFound, NotAllowed):
            raise
        except DomainError as fault:
            error = fault.sentence
    today = clock.legal_day(clock.now())
    context = {
        "service": service,
        "systems": systems,
        "fields": service_fields(service),
        "purposes": [
            each for each in Purpose.choices if each[0] in (service.purposes or Purpose.values)
        ],
        "today": today,
        "year_on": date(today.year + 1, 12, 31),
        "typed": typed(request),
        "chosen": request.POST.getlist("truong"),
        "error": error,
        "crumbs": [
            {"label": _("Dữ liệu dùng chung"), "url": reverse("data_sharing:catalogue")},
            {"label": service.title, "url": reverse("data_sharing:service", args=[service.pk])},
        ],
    }
    return render(request, "data_sharing/ask.html", context, status=422 if error else 200)


@for_officer()
def request_page(request: PageRequest, code: str) -> HttpResponse:
    """The request with its term; who may decide it decides here."""
    return _show(request, _seen(request, code))


@require_POST
@for_officer()
def take_step(request: PageRequest, code: str, step: str) -> HttpResponse:
    """Grant, refuse or withdraw; what was typed is shown again where it is refused."""
    found, text = _seen(request, code), request.POST.get("text", "")[:2000]
    actor, at = request.actor, clock.now()
    try:
        if step == "cap-quyen":
            actions.grant_access(code=code, answer=text, actor=actor, at=at)
        elif step == "tu-choi":
            actions.refuse_access(code=code, reason=text, actor=actor, at=at)
        elif step == "rut":
            actions.withdraw_request(code=code, actor=actor, at=at)
        else:
            raise NotFound
    except (NotFound, NotAllowed):
        raise
    except DomainError as fault:
        return _show(request, found, error=fault.sentence, opened=step, status=422)
    return redirect("data_sharing:request", code=code)


@for_officer()
def grants(request: PageRequest) -> HttpResponse:
    """What the officer's bodies may have of others, what others may have of them, and what is still asked."""
    return _grants(request)


@require_POST
@for_officer()
def end(request: PageRequest, code: str) -> HttpResponse:
    """End a grant with the reason."""
    find_grant(code)
    reason = request.POST.get("text", "")[:500]
    try:
        actions.end_access(code=code, reason=reason, actor=request.actor, at=clock.now())
    except (NotFound, NotAllowed):
        raise
    except DomainError as fault:
        return _grants(request, error=fault.sentence)
    return redirect("data_sharing:grants")


def _grants(request: PageRequest, *, error: str = "") -> HttpResponse:
    own, at = request.actor.organizations(), clock.now()
    found = grants_of(own, before_id=page_key(request, "truoc") or None, limit=PAGE + 1)
    shown = found[:PAGE]
    sums = traffic_sums(shown)
    context = {
        "rows": [_row(each, request, sums) for each in shown],
        "older": found[PAGE - 1].pk if len(found) > PAGE else None,
        "requests": [(each, state_of(each)) for each in requests_of(own, limit=PAGE)],
        "error": error,
        "now": at,
        "crumbs": [{"label": _("Dữ liệu dùng chung"), "url": reverse("data_sharing:catalogue")}],
    }
    return render(request, "data_sharing/grants.html", context, status=422 if error else 200)


def _row(grant: Grant, request: PageRequest, sums: dict[tuple[str, str], int]) -> dict[str, object]:
    return {
        "grant": grant,
        "fields": service_fields(grant.service, grant.fields),
        "in_force": is_in_force(grant, clock.now()),
        "may_end": grant.ended_at is None and can_end(request.actor, grant),
        "is_ours": grant.client.member.organization_id in request.actor.organizations(),
        "calls": sums.get((grant.client.address, grant.service.address), 0),
    }


def _show(
    request: PageRequest,
    found: AccessRequest,
    *,
    error: str = "",
    opened: str = "",
    status: int = 200,
) -> HttpResponse:
    is_open = found.case.closed_at is None
    asks = request.actor.has_role(*ASKERS, organization_id=found.client.member.organization_id)
    context = {
        "found": found,
        "state": state_of(found),
        "fields": service_fields(found.service, found.fields),
        "grant": Grant.objects.filter(request=found).first(),
        "timeline": timeline(found.case),
        "rule": answer_days_on(clock.legal_day(found.asked_at)),
        "may_decide": is_open and can_decide(request.actor, found),
        "may_withdraw": is_open and asks,
        "error": error,
        "opened": opened,
        "text": request.POST.get("text", "")[:2000],
        "crumbs": [
            {"label": _("Dữ liệu dùng chung"), "url": reverse("data_sharing:catalogue")},
            {"label": _("Quyền và đề nghị"), "url": reverse("data_sharing:grants")},
        ],
    }
    return render(request, "data_sharing/request.html", context, status=status)


def _seen(request: PageRequest, code: str) -> AccessRequest:
    found = find_request(code)
    check_can_see_request(request.actor, found)
    return found


def _chosen(systems: list[Subsystem], text: str) -> Subsystem:
    for each in systems:
        if str(each.pk) == text:
            return each
    raise MemberNotFound


def _wish(request: PageRequest) -> Wish:
    posted = request.POST
    return Wish(
        purpose=posted.get("muc-dich", ""),
        reason=posted.get("ly-do", "")[:2000],
        legal_basis=posted.get("can-cu", "")[:300],
        fields=tuple(posted.getlist("truong")[:200]),
        rows=read_rows(posted.get("pham-vi", "")[:4000]),
        valid_from=_day(posted.get("tu", "")),
        valid_to=_day(posted.get("den", "")),
    )


def _day(text: str) -> date:
    """The day, or one that no term can have."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.min
